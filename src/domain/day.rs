//! Civil dates: terms, due dates and windows are days, not instants.
//!
//! `chrono` is wrapped here once: its `None`s become our errors, and nothing
//! here can ask what day it is.

use std::fmt;

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// A day of the Gregorian calendar between the years 1 and 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Why a day could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayError {
    /// The text is not of the form `2026-11-24`, or names a day that does not exist.
    NotADay(String),
    /// The result is outside the years 1 to 9999.
    OutOfRange,
}

/// Days of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Day {
    /// # Errors
    /// [`DayError::NotADay`] when there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DayError> {
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(Self::in_range)
            .ok_or_else(|| DayError::NotADay(format!("{year:04}-{month:02}-{day:02}")))
    }

    /// Reads exactly `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`DayError::NotADay`] for anything else.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let fail = || DayError::NotADay(text.to_owned());
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.trim().as_bytes() else {
            return Err(fail());
        };
        let number = |digits: &[&u8]| {
            let add = |sum: u32, digit: &&u8| {
                let digit = digit.is_ascii_digit().then(|| u32::from(**digit - b'0'))?;
                Some(sum * 10 + digit)
            };
            digits.iter().try_fold(0, add)
        };
        let year = number(&[y1, y2, y3, y4]).and_then(|year| i32::try_from(year).ok());
        match (year, number(&[m1, m2]), number(&[d1, d2])) {
            (Some(year), Some(month), Some(day)) => Self::new(year, month, day).map_err(|_| fail()),
            _ => Err(fail()),
        }
    }

    fn in_range(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    #[must_use]
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            chrono::Weekday::Mon => Weekday::Mon,
            chrono::Weekday::Tue => Weekday::Tue,
            chrono::Weekday::Wed => Weekday::Wed,
            chrono::Weekday::Thu => Weekday::Thu,
            chrono::Weekday::Fri => Weekday::Fri,
            chrono::Weekday::Sat => Weekday::Sat,
            chrono::Weekday::Sun => Weekday::Sun,
        }
    }

    /// Calendar days from this day to the other; negative when the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// The day `days` later (earlier when negative).
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] outside the years 1 to 9999.
    pub fn plus_days(self, days: i64) -> Result<Self, DayError> {
        let by = Days::new(days.unsigned_abs());
        let moved =
            if days < 0 { self.0.checked_sub_days(by) } else { self.0.checked_add_days(by) };
        moved.and_then(Self::in_range).ok_or(DayError::OutOfRange)
    }

    /// The same day of the month `months` later (earlier when negative), or the
    /// last day of that month where it is shorter: 31 Jan + 1 month is 28 or 29 Feb.
    ///
    /// # Errors
    /// [`DayError::OutOfRange`] outside the years 1 to 9999.
    pub fn plus_months(self, months: i32) -> Result<Self, DayError> {
        let by = Months::new(months.unsigned_abs());
        let moved =
            if months < 0 { self.0.checked_sub_months(by) } else { self.0.checked_add_months(by) };
        moved.and_then(Self::in_range).ok_or(DayError::OutOfRange)
    }

    /// Like [`Day::plus_days`], stopping at the ends of the calendar instead of failing.
    #[must_use]
    pub fn plus_days_clamped(self, days: i64) -> Self {
        self.plus_days(days).unwrap_or(if days < 0 { Self::MIN } else { Self::MAX })
    }

    #[must_use]
    pub fn month_end(self) -> Self {
        let first = self.0.with_day(1).unwrap_or(self.0);
        first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).map_or(self, Self)
    }

    /// 1 January of the year 1.
    pub const MIN: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// 31 December 9999. Partner Center writes this day for "no end".
    pub const MAX: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    pub(super) fn date(self) -> NaiveDate {
        self.0
    }

    pub(super) fn from_date(date: NaiveDate) -> Option<Self> {
        Self::in_range(date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day_of_month())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADay(text) => write!(f, "`{text}` is not a day written like 2026-11-24"),
            Self::OutOfRange => f.write_str("the day is outside the years 1 to 9999"),
        }
    }
}

impl std::error::Error for DayError {}
