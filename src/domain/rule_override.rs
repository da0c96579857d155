//! A person's own reading of one of Microsoft's rules, for his own book.

use std::fmt;

use super::day::Day;
use super::rule::RuleId;

/// What a person reads in a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnReading {
    Days(i64),
    Hours(i64),
    Minutes(i64),
    Percent(i64),
    Count(i64),
    From(Day),
    Yes,
    No,
    /// He holds that nobody can tell.
    Unknown,
    /// Microsoft's own value again.
    Shipped,
}

/// One of Microsoft's rules read otherwise, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleOverride {
    pub rule: RuleId,
    pub reading: OwnReading,
    /// The first day that is judged by it; earlier days keep the reading of their time.
    pub from: Day,
    pub reason: String,
}

/// A text that is no reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAReading(String);

impl OwnReading {
    /// Reads `7 days`, `24 hours`, `10 minutes`, `3 percent`, `10`, `from 2026-04-01`, `yes`, `no`,
    /// `unknown` or `shipped`.
    ///
    /// # Errors
    /// [`NotAReading`] for anything else, and for numbers below zero.
    pub fn parse(text: &str) -> Result<Self, NotAReading> {
        let not = || NotAReading(text.to_owned());
        let text = text.trim();
        match text {
            "yes" => return Ok(Self::Yes),
            "no" => return Ok(Self::No),
            "unknown" => return Ok(Self::Unknown),
            "shipped" => return Ok(Self::Shipped),
            _ => {}
        }
        if let Some(day) = text.strip_prefix("from ") {
            return Day::parse(day).map(Self::From).map_err(|_| not());
        }
        let (number, unit) = text.split_once(' ').unwrap_or((text, ""));
        let number: i64 = number.parse().ok().filter(|n| *n >= 0).ok_or_else(not)?;
        match unit {
            "days" => Ok(Self::Days(number)),
            "hours" => Ok(Self::Hours(number)),
            "minutes" => Ok(Self::Minutes(number)),
            "percent" => Ok(Self::Percent(number)),
            "" => Ok(Self::Count(number)),
            _ => Err(not()),
        }
    }
}

impl fmt::Display for OwnReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(n) => write!(f, "{n} days"),
            Self::Hours(n) => write!(f, "{n} hours"),
            Self::Minutes(n) => write!(f, "{n} minutes"),
            Self::Percent(n) => write!(f, "{n} percent"),
            Self::Count(n) => write!(f, "{n}"),
            Self::From(day) => write!(f, "from {day}"),
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
            Self::Unknown => f.write_str("unknown"),
            Self::Shipped => f.write_str("shipped"),
        }
    }
}

impl fmt::Display for NotAReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a reading of a rule such as `7 days`", self.0)
    }
}

impl std::error::Error for NotAReading {}
