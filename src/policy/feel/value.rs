//! Values, and why a value may be unknown.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use super::scope::Slot;
use crate::domain::{Day, Decimal, Instant};

/// A value that is known. What is not known is a [`Cause`], see [`Answer`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Bool(bool),
    Number(Decimal),
    Text(Arc<str>),
    Day(Day),
    /// Seconds since midnight.
    Time(u32),
    Instant(Instant),
    /// A duration of days and time, in seconds.
    Span(i64),
    /// A duration of years and months, in months.
    Months(i64),
    List(Arc<[Value]>),
}

/// A value, or why there is none.
pub type Answer = Result<Value, Cause>;

/// True, false, or why it cannot be told.
pub type Truth = Result<bool, Cause>;

/// Why there is no value. The order is that of weight: of two causes the greater is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A null written in the text or given as such: FEEL's own null.
    Null,
    /// An input that is missing or too old.
    Missing(Slot),
    /// An operation that has no result.
    Error(EvalError),
}

/// An operation that has no result, and where it stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvalError {
    /// Characters from 1.
    pub at: u32,
    pub kind: ErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorKind {
    DivisionByZero,
    /// More than 28 digits before the point, or a day outside the years 1 to 9999.
    Overflow,
    /// A value of a kind that the operation does not take.
    Kind {
        wanted: Noun,
        found: Noun,
    },
    /// An exponent that is not a whole number.
    NotWhole,
    /// A list without items where one is needed.
    EmptyList,
}

/// A word for what was wanted or found. One byte, so that answers stay small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noun(u8);

/// Every noun, in the order of the alphabet.
const NOUNS: [&str; 15] = [
    "a date",
    "a date and time",
    "a date or duration",
    "a duration of days",
    "a duration of months",
    "a list",
    "a number",
    "a time",
    "nothing",
    "numbers that name no day",
    "something else",
    "text",
    "the function",
    "this text",
    "true or false",
];

impl Noun {
    fn of(word: &str) -> Self {
        let at = NOUNS.iter().position(|noun| *noun == word);
        Self(at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX))
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NOUNS.get(usize::from(self.0)).copied().unwrap_or("something else"))
    }
}

impl Value {
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    #[must_use]
    pub fn number(whole: i64) -> Self {
        Self::Number(Decimal::from(whole))
    }

    /// What kind of value it is, for messages.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::Day(_) => "a date",
            Self::Time(_) => "a time",
            Self::Instant(_) => "a date and time",
            Self::Span(_) => "a duration of days",
            Self::Months(_) => "a duration of months",
            Self::List(_) => "a list",
        }
    }

    /// The order of two values of one kind; none for kinds without an order or for two kinds.
    #[must_use]
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        Some(match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Day(a), Self::Day(b)) => a.cmp(b),
            (Self::Time(a), Self::Time(b)) => a.cmp(b),
            (Self::Instant(a), Self::Instant(b)) => a.cmp(b),
            (Self::Span(a), Self::Span(b)) | (Self::Months(a), Self::Months(b)) => a.cmp(b),
            _ => return None,
        })
    }
}

/// Whether two answers are equal.
///
/// Null equals null, and nothing else equals it; so `x = null` is how a text asks whether
/// `x` is missing. A missing input compared with a known value cannot be told.
pub(super) fn equal(left: &Answer, right: &Answer, at: u32) -> Truth {
    match (left, right) {
        (Err(Cause::Error(e)), _) | (_, Err(Cause::Error(e))) => Err(Cause::Error(*e)),
        (Err(Cause::Null), other) | (other, Err(Cause::Null)) => Ok(other.is_err()),
        (Err(cause), _) | (_, Err(cause)) => Err(*cause),
        (Ok(a), Ok(b)) => equal_values(a, b, at),
    }
}

fn equal_values(a: &Value, b: &Value, at: u32) -> Truth {
    if std::mem::discriminant(a) == std::mem::discriminant(b) {
        Ok(a == b)
    } else {
        Err(kind_error(a.kind(), b.kind(), at))
    }
}

/// The order of two answers.
pub(super) fn order(left: &Answer, right: &Answer, at: u32) -> Result<Ordering, Cause> {
    match (left, right) {
        (Ok(a), Ok(b)) => a.order(b).ok_or_else(|| kind_error(a.kind(), b.kind(), at)),
        (Err(a), Err(b)) => Err(*a.max(b)),
        (Err(cause), _) | (_, Err(cause)) => Err(*cause),
    }
}

pub(super) fn error(kind: ErrorKind, at: u32) -> Cause {
    Cause::Error(EvalError { at, kind })
}

pub(super) fn kind_error(wanted: &'static str, found: &'static str, at: u32) -> Cause {
    error(ErrorKind::Kind { wanted: Noun::of(wanted), found: Noun::of(found) }, at)
}

/// `a and b` of the three-valued kind: false wins over unknown.
pub fn both(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Ok(false), _) | (_, Ok(false)) => Ok(false),
        (Err(a), Err(b)) => Err(a.max(b)),
        (Err(cause), _) | (_, Err(cause)) => Err(cause),
        (Ok(true), Ok(true)) => Ok(true),
    }
}

/// `a or b` of the three-valued kind: true wins over unknown.
pub fn either(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Ok(true), _) | (_, Ok(true)) => Ok(true),
        (Err(a), Err(b)) => Err(a.max(b)),
        (Err(cause), _) | (_, Err(cause)) => Err(cause),
        (Ok(false), Ok(false)) => Ok(false),
    }
}

/// Whether one of the truths is true; true wins over unknown.
pub(super) fn any_of(truths: impl Iterator<Item = Truth>) -> Truth {
    let mut found = Ok(false);
    for truth in truths {
        found = either(found, truth);
        if found == Ok(true) {
            break;
        }
    }
    found
}

impl fmt::Display for Value {
    /// As it is written in a cell: text in quotes, numbers without trailing zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(b) => write!(f, "{b}"),
            Self::Number(n) => write!(f, "{}", n.normalize()),
            Self::Text(t) => write_quoted(f, t),
            Self::Day(d) => write!(f, "date(\"{d}\")"),
            Self::Time(s) => {
                write!(f, "time(\"{:02}:{:02}:{:02}\")", s / 3600, s / 60 % 60, s % 60)
            }
            Self::Instant(i) => write!(f, "date and time(\"{i}\")"),
            Self::Span(s) => write!(f, "duration(\"{}\")", super::literal::span_text(*s)),
            Self::Months(m) => write!(f, "duration(\"{}\")", super::literal::months_text(*m)),
            Self::List(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    let comma = if i == 0 { "" } else { ", " };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
        }
    }
}

fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            other => write!(f, "{other}")?,
        }
    }
    f.write_str("\"")
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DivisionByZero => f.write_str("division by zero"),
            Self::Overflow => f.write_str("the result is too large"),
            Self::Kind { wanted, found } => write!(f, "{wanted} and {found} do not go together"),
            Self::NotWhole => f.write_str("the exponent is not a whole number"),
            Self::EmptyList => f.write_str("the list is empty"),
        }
    }
}

impl fmt::Display for EvalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.at, self.kind)
    }
}
