//! Dates and moments as files write them. The order of day and month is settled by
//! the file or asked; it is never guessed.

use crate::domain::{Day, Instant};

use super::number::Settled;

/// Which comes first in `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Not written like any date, or a day that does not exist.
    NotADate,
    /// Day and month could be either way round, and nobody said which.
    Order,
}

/// A day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Day(Day),
    /// Two numbers of which each may be the month, and the year.
    Either(u32, u32, i32),
}

/// The day of a date, or of the date part of a moment. Nothing for an empty text and for the
/// days by which Partner Center says "none" (in the years 1 and 9999).
///
/// # Errors
/// [`DateFault`]
pub fn day(text: &str, order: Option<DateOrder>) -> Result<Option<Day>, DateFault> {
    if let Some(day) = plain(text) {
        return Ok((!is_sentinel(day)).then_some(day));
    }
    let (date, _) = split_time(text);
    if date.trim().is_empty() {
        return Ok(None);
    }
    let day = match (written(&date).ok_or(DateFault::NotADate)?, order) {
        (Written::Day(day), _) => day,
        (Written::Either(a, b, year), Some(order)) => {
            ordered(a, b, year, order).ok_or(DateFault::NotADate)?
        }
        (Written::Either(a, b, year), None) if a == b => {
            ordered(a, b, year, DateOrder::DayFirst).ok_or(DateFault::NotADate)?
        }
        (Written::Either(..), None) => return Err(DateFault::Order),
    };
    Ok((!is_sentinel(day)).then_some(day))
}

/// `2026-07-15` and nothing else: what most files write, read without any copying.
fn plain(text: &str) -> Option<Day> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let digits = [*y1, *y2, *y3, *y4, *m1, *m2, *d1, *d2];
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits.map(|digit| u32::from(digit - b'0'));
    let year = i32::try_from(y1 * 1000 + y2 * 100 + y3 * 10 + y4).ok()?;
    Day::new(year, m1 * 10 + m2, d1 * 10 + d2).ok()
}

/// Whether it is written as [`plain`] reads it; there need not be such a day.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A moment; without a zone it is taken as UTC, without a time as the start of the day.
/// Nothing where [`day`] answers nothing.
///
/// # Errors
/// [`DateFault`]
pub fn instant(text: &str, order: Option<DateOrder>) -> Result<Option<Instant>, DateFault> {
    let Some(day) = day(text, order)? else {
        return Ok(None);
    };
    let start = Instant::start_of(day);
    let (_, time) = split_time(text);
    let millis = match time {
        Some(time) => time_millis(&time).ok_or(DateFault::NotADate)?,
        None => 0,
    };
    Ok(Some(Instant::from_millis(start.millis() + millis)))
}

/// "No date" as Partner Center writes it: 0001-01-01, and any day of the year 9999.
fn is_sentinel(day: Day) -> bool {
    day.year() == 1 || day.year() == 9999
}

/// Date and time apart; a time is known by its colon.
fn split_time(text: &str) -> (String, Option<String>) {
    let text = text.trim().trim_matches('\'');
    let bytes = text.as_bytes();
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let t = (1..bytes.len()).find(|at| {
        matches!(bytes.get(*at), Some(b'T' | b't')) && digit_at(at - 1) && digit_at(at + 1)
    });
    if let Some(at) = t {
        let time = text.get(at + 1..).unwrap_or("");
        return (text.get(..at).unwrap_or("").to_owned(), Some(time.to_owned()));
    }
    let Some(colon) = text.find(':') else {
        return (text.to_owned(), None);
    };
    let before = text.get(..colon).unwrap_or("");
    match before.trim_end().rfind(char::is_whitespace) {
        Some(space) => {
            (text.get(..space).unwrap_or("").to_owned(), text.get(space..).map(str::to_owned))
        }
        None => (text.to_owned(), None),
    }
}

fn written(date: &str) -> Option<Written> {
    let parts: Vec<&str> = date
        .split(|c: char| !c.is_alphanumeric() || matches!(c, '年' | '月' | '日' | '號'))
        .filter(|p| !p.is_empty())
        .collect();
    let named: Vec<(usize, u32)> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| month_name(part).map(|m| (at, m)))
        .collect();
    if let [(_, month)] = named.as_slice() {
        return with_month_name(&parts, *month);
    }
    match parts.as_slice() {
        [one] if one.len() == 8 => Some(Written::Day(
            Day::new(
                i32::try_from(number(one.get(..4)?)?).ok()?,
                number(one.get(4..6)?)?,
                number(one.get(6..)?)?,
            )
            .ok()?,
        )),
        [a, b, c] => three_numbers(a, b, c, date.contains('.')),
        _ => None,
    }
}

/// `15 Jul 2026`, `July 15, 2026`, `Wednesday, 15-Jul-26`.
fn with_month_name(parts: &[&str], month: u32) -> Option<Written> {
    let numbers: Vec<u32> = parts.iter().filter_map(|p| number(p)).collect();
    let words = parts.len() - numbers.len();
    let [first, second] = numbers.as_slice() else {
        return None;
    };
    if words > 2 {
        return None;
    }
    let (day, year) = if *first > 31 { (*second, *first) } else { (*first, *second) };
    Day::new(full_year(year)?, month, day).ok().map(Written::Day)
}

fn three_numbers(a: &str, b: &str, c: &str, dotted: bool) -> Option<Written> {
    let (x, y, z) = (number(a)?, number(b)?, number(c)?);
    if a.len() >= 3 {
        // Three digits are a year of the Republic of China: 115 is 2026.
        let year = if a.len() == 3 { x + 1911 } else { x };
        let year = i32::try_from(year).ok()?;
        return Day::new(year, y, z).ok().map(Written::Day);
    }
    if !(c.len() == 4 || c.len() == 2) {
        return None;
    }
    let year = full_year(z)?;
    let dayfirst = || ordered(x, y, year, DateOrder::DayFirst).map(Written::Day);
    match (x > 12, y > 12) {
        (true, _) => dayfirst(),
        (false, true) => ordered(x, y, year, DateOrder::MonthFirst).map(Written::Day),
        // Nobody who writes points puts the month first.
        (false, false) if dotted => dayfirst(),
        (false, false) => Some(Written::Either(x, y, year)),
    }
}

fn ordered(a: u32, b: u32, year: i32, order: DateOrder) -> Option<Day> {
    match order {
        DateOrder::DayFirst => Day::new(year, b, a).ok(),
        DateOrder::MonthFirst => Day::new(year, a, b).ok(),
    }
}

fn full_year(year: u32) -> Option<i32> {
    i32::try_from(if year < 100 { year + 2000 } else { year }).ok()
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 8 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn month_name(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = word.to_lowercase();
    if lower.len() < 3 {
        return None;
    }
    NAMES
        .iter()
        .position(|name| name.starts_with(&lower) || (lower == "sept" && *name == "september"))
        .and_then(|at| u32::try_from(at + 1).ok())
}

/// Milliseconds from the start of the UTC day; below zero or above a day when a zone shifts it.
fn time_millis(time: &str) -> Option<i64> {
    let compact: String =
        time.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let (clock, zone) = split_zone(&compact);
    let (clock, half_day) = match (clock.strip_suffix("AM"), clock.strip_suffix("PM")) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (clock, None),
    };
    let mut parts = clock.split(':');
    let mut hours: i64 = parts.next()?.parse().ok()?;
    let minutes: i64 = parts.next().map_or(Ok(0), str::parse).ok()?;
    let seconds = parts.next().unwrap_or("0");
    if parts.next().is_some() || !(0..=24).contains(&hours) || !(0..60).contains(&minutes) {
        return None;
    }
    if let Some(offset) = half_day {
        hours = hours % 12 + offset;
    }
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let whole: i64 = whole.parse().ok().filter(|s| (0..=60).contains(s))?;
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let millis: i64 = thousandths.parse().ok()?;
    Some(((hours * 60 + minutes - zone?) * 60 + whole) * 1000 + millis)
}

/// The clock's text and the zone in minutes east of UTC; no zone is UTC.
fn split_zone(time: &str) -> (&str, Option<i64>) {
    if let Some(clock) = time.strip_suffix('Z') {
        return (clock, Some(0));
    }
    let Some(at) = time.rfind(['+', '-']) else {
        return (time, Some(0));
    };
    let sign = if time.get(at..).is_some_and(|z| z.starts_with('-')) { -1 } else { 1 };
    let digits: String = time.get(at + 1..).unwrap_or("").replace(':', "");
    let minutes = match (digits.len(), digits.parse::<i64>()) {
        (4, Ok(n)) => Some(n / 100 * 60 + n % 100),
        (2, Ok(n)) => Some(n * 60),
        _ => None,
    };
    let clock = time.get(..at).unwrap_or("");
    (clock.trim_end_matches("GMT").trim_end_matches("UTC"), minutes.map(|m| m * sign))
}

/// What the dates of a file tell about the order of day and month.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    day_first: bool,
    month_first: bool,
    either: Option<String>,
}

impl Orders {
    /// Takes in one cell.
    pub fn see(&mut self, text: &str) {
        // The year stands first: nothing is told about the order of the others.
        if is_plain(text) {
            return;
        }
        let (date, _) = split_time(text);
        let numbers: Vec<u32> = date.split(['/', '-']).filter_map(|p| number(p.trim())).collect();
        let slashed = date.split(['/', '-']).count() == 3;
        match (numbers.as_slice(), written(&date)) {
            (_, Some(Written::Either(a, b, _))) if a != b => {
                self.either.get_or_insert_with(|| text.trim().to_owned());
            }
            ([a, b, year], Some(Written::Day(_))) if slashed && *year > 31 && *a <= 31 => {
                self.day_first |= *a > 12;
                self.month_first |= *b > 12;
            }
            _ => {}
        }
    }

    #[must_use]
    pub fn settle(&self) -> Settled<DateOrder> {
        match (self.day_first, self.month_first, &self.either) {
            (true, true, _) => Settled::Contradictory,
            (true, false, _) => Settled::One(DateOrder::DayFirst),
            (false, true, _) => Settled::One(DateOrder::MonthFirst),
            (false, false, Some(example)) => Settled::Undecided(example.clone()),
            (false, false, None) => Settled::Any,
        }
    }
}
