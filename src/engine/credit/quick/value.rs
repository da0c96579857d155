//! A value in its shortest form.

use crate::domain::{Decimal, exact};
use crate::policy::feel::{Answer, Cause, Slot, Value};
use crate::policy::regions::{Regions, millionths, number_of};

/// A value as the short way takes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Quick {
    /// In millionths.
    Number(i64),
    /// A number that is no whole count of millionths.
    Wide(Decimal),
    /// The one by the other, where the share is no whole count of millionths; the other is above zero.
    Share(i64, i64),
    Truth(bool),
    /// An input that is missing or too old, or what cannot be worked out for want of it.
    Missing(Slot),
    /// FEEL's own null.
    Null,
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
            Err(Cause::Missing(slot)) => Self::Missing(*slot),
            Err(Cause::Null) => Self::Null,
            _ => Self::Other,
        }
    }

    /// The same at length; none for what is kept among the answers only.
    pub fn answer(self) -> Option<Answer> {
        Some(match self {
            Self::Number(number) => Ok(Value::Number(number_of(number).normalize())),
            Self::Wide(number) => Ok(Value::Number(number)),
            Self::Share(part, whole) => Ok(Value::Number(shared(part, whole)?)),
            Self::Truth(truth) => Ok(Value::Bool(truth)),
            Self::Missing(slot) => Err(Cause::Missing(slot)),
            Self::Null => Err(Cause::Null),
            Self::Other => return None,
        })
    }

    /// Why there is no value; none where there is one, or where only the answers tell.
    pub const fn cause(self) -> Option<Cause> {
        match self {
            Self::Missing(slot) => Some(Cause::Missing(slot)),
            Self::Null => Some(Cause::Null),
            _ => None,
        }
    }

    /// The region, with two more after the last: for a missing value, and for null.
    /// None where it cannot be told here.
    pub fn region(self, regions: &Regions, given: Option<&Answer>) -> Option<usize> {
        match self {
            Self::Number(number) => regions.of_millionths(number),
            Self::Wide(number) => regions.of_value(&Value::Number(number)),
            Self::Share(part, whole) => regions.of_share(part, whole),
            Self::Truth(truth) => regions.of_value(&Value::Bool(truth)),
            Self::Missing(_) => Some(regions.count()),
            Self::Null => Some(regions.count().saturating_add(1)),
            Self::Other => regions.of_value(given?.as_ref().ok()?),
        }
    }
}

/// The share as the long way works it out.
pub(super) fn shared(part: i64, whole: i64) -> Option<Decimal> {
    exact::quotient(number_of(part).normalize(), number_of(whole).normalize())
}
