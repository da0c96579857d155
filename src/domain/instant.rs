//! Instants, for "when it was recorded" and for clocks that run by the hour.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};

use super::day::Day;

/// A moment in UTC, to the millisecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    millis: i64,
}

/// The text is not an RFC 3339 instant such as `2026-11-22T14:02:00Z`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstantError(pub String);

impl Instant {
    /// Milliseconds since 1970-01-01T00:00:00Z; values outside the years 1 to 9999 are clamped to them.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        const MIN: i64 = -62_135_596_800_000;
        const MAX: i64 = 253_402_300_799_999;
        let millis = if millis < MIN {
            MIN
        } else if millis > MAX {
            MAX
        } else {
            millis
        };
        Self { millis }
    }

    #[must_use]
    pub const fn millis(self) -> i64 {
        self.millis
    }

    /// Reads RFC 3339 with a zone; a finer fraction than milliseconds is cut off.
    ///
    /// # Errors
    /// [`InstantError`] with the text, when it has another form or no zone.
    pub fn parse(text: &str) -> Result<Self, InstantError> {
        DateTime::parse_from_rfc3339(text.trim())
            .map(|at| Self::from_millis(at.timestamp_millis()))
            .map_err(|_| InstantError(text.to_owned()))
    }

    /// The first moment of a day in UTC.
    #[must_use]
    pub fn start_of(day: Day) -> Self {
        let at = day.date().and_time(chrono::NaiveTime::MIN).and_utc();
        Self::from_millis(at.timestamp_millis())
    }

    /// The UTC day of this moment.
    #[must_use]
    pub fn day(self) -> Day {
        DateTime::<Utc>::from_timestamp_millis(self.millis)
            .and_then(|at| Day::from_date(at.date_naive()))
            .unwrap_or(Day::MIN)
    }

    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self::from_millis(self.millis.saturating_add(minutes.saturating_mul(60_000)))
    }

    #[must_use]
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_minutes(hours.saturating_mul(60))
    }

    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_hours(days.saturating_mul(24))
    }

    /// Whole minutes from this moment to the other, rounded towards zero; negative when the other is earlier.
    #[must_use]
    pub const fn minutes_until(self, other: Self) -> i64 {
        other.millis.saturating_sub(self.millis) / 60_000
    }
}

impl fmt::Display for Instant {
    /// `2026-11-22T14:02:00.000Z`, always with milliseconds so that texts sort as moments do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::<Utc>::from_timestamp_millis(self.millis) {
            Some(at) => f.write_str(&at.to_rfc3339_opts(SecondsFormat::Millis, true)),
            None => f.write_str("0001-01-01T00:00:00.000Z"),
        }
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for InstantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a moment written like 2026-11-22T14:02:00Z", self.0)
    }
}

impl std::error::Error for InstantError {}
