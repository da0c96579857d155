//! A value in its shortest form.

use crate::domain::Decimal;
use crate::policy::feel::{Answer, Cause, Value};
use crate::policy::regions::{Regions, millionths};

/// A value as the short way takes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Quick {
    /// In millionths.
    Number(i64),
    /// A number that is no whole count of millionths.
    Wide(Decimal),
    Truth(bool),
    /// An input that is missing or too old.
    Missing,
    /// Anything else; what it is stands among the answers.
    Other,
}

impl Quick {
    pub fn of(answer: &Answer) -> Self {
        match answer {
            Ok(Value::Number(number)) => {
                millionths(*number).map_or(Self::Wide(*number), Self::Number)
            }
            Ok(Value::Bool(truth)) => Self::Truth(*truth),
            Err(Cause::Missing(_)) => Self::Missing,
            _ => Self::Other,
        }
    }

    /// The region, with one more after the last for a missing value. None where it cannot be told here.
    pub fn region(self, regions: &Regions, given: Option<&Answer>) -> Option<usize> {
        match self {
            Self::Number(number) => regions.of_millionths(number),
            Self::Wide(number) => regions.of_value(&Value::Number(number)),
            Self::Truth(truth) => regions.of_value(&Value::Bool(truth)),
            Self::Missing => Some(regions.count()),
            Self::Other => regions.of_value(given?.as_ref().ok()?),
        }
    }
}
