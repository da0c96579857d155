//! Dates, times and durations from their ISO 8601 texts, and back.

use super::value::Value;
use crate::domain::{Day, Instant};

/// A date, a date and time, a time, or a duration: whichever the text is.
pub(super) fn any(text: &str) -> Option<Value> {
    date(text).or_else(|| time(text)).or_else(|| duration(text)).or_else(|| instant(text))
}

pub(super) fn date(text: &str) -> Option<Value> {
    Day::parse(text).ok().filter(|d| d.to_string() == text).map(Value::Day)
}

pub(super) fn instant(text: &str) -> Option<Value> {
    Instant::parse(text).ok().map(Value::Instant)
}

/// `14:30:00`; a zone is not part of the language.
pub(super) fn time(text: &str) -> Option<Value> {
    let parts: Vec<&str> = text.split(':').collect();
    let two = |p: &str, below: u32| {
        Some(p)
            .filter(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|p| p.parse::<u32>().ok())
            .filter(|n| *n < below)
    };
    match parts.as_slice() {
        [h, m, s] => Some(Value::Time(two(h, 24)? * 3600 + two(m, 60)? * 60 + two(s, 60)?)),
        _ => None,
    }
}

/// `P1Y6M`, `P30D`, `PT12H`, `-P1D`; months and days are not mixed.
pub(super) fn duration(text: &str) -> Option<Value> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (date_part, time_part) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (rest, ""),
    };
    let (years, months, days) = units(date_part, ['Y', 'M', 'D'])?;
    let (hours, minutes, seconds) = units(time_part, ['H', 'M', 'S'])?;
    let total_months = years.unwrap_or(0).checked_mul(12)?.checked_add(months.unwrap_or(0))?;
    let time = [(days, 86_400), (hours, 3_600), (minutes, 60), (seconds, 1)];
    let has_months = years.is_some() || months.is_some();
    let has_time = time.iter().any(|(n, _)| n.is_some());
    match (has_months, has_time) {
        (true, false) => Some(Value::Months(total_months.checked_mul(sign)?)),
        (false, true) => time
            .iter()
            .try_fold(0_i64, |sum, (n, unit)| sum.checked_add(n.unwrap_or(0).checked_mul(*unit)?))?
            .checked_mul(sign)
            .map(Value::Span),
        _ => None,
    }
}

type Units = (Option<i64>, Option<i64>, Option<i64>);

/// Numbers each followed by its letter, in the order of the letters.
fn units(mut text: &str, letters: [char; 3]) -> Option<Units> {
    let mut take = |letter: char| -> Option<i64> {
        let (number, rest) = text.split_once(letter)?;
        let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let number = number.parse().ok().filter(|_| digits)?;
        text = rest;
        Some(number)
    };
    let [a, b, c] = letters;
    let found = (take(a), take(b), take(c));
    text.is_empty().then_some(found)
}

pub(super) fn months_text(months: i64) -> String {
    let sign = if months < 0 { "-" } else { "" };
    let months = months.unsigned_abs();
    match (months / 12, months % 12) {
        (0, m) => format!("{sign}P{m}M"),
        (y, 0) => format!("{sign}P{y}Y"),
        (y, m) => format!("{sign}P{y}Y{m}M"),
    }
}

pub(super) fn span_text(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.unsigned_abs();
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let parts = [(rest / 3600, 'H'), (rest / 60 % 60, 'M'), (rest % 60, 'S')];
    let time: String =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, letter)| format!("{n}{letter}")).collect();
    match (days, time.as_str()) {
        (0, "") => "P0D".to_owned(),
        (0, time) => format!("{sign}PT{time}"),
        (days, "") => format!("{sign}P{days}D"),
        (days, time) => format!("{sign}P{days}DT{time}"),
    }
}
