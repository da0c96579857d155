//! Whether a hold may be placed or released as asked.

use std::fmt;

use crate::book::HoldRecord;
use crate::domain::Day;
use crate::domain::ids::EntryId;
use crate::policy::ladder::HoldRules;

/// Why a hold cannot be placed or released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldFault {
    /// It ends on or before the day it starts.
    Empty,
    /// It is over already and would hold nothing.
    Over { end: Day },
    /// Another hold covers some of its days.
    Overlaps { start: Day, end: Day },
    /// Longer than the policy allows.
    TooLong { days: i64, max: u32 },
    /// The journal holds no such hold.
    Unknown,
    /// It was released before.
    ReleasedBefore { on: Day },
    /// It does not cover the day of its release.
    NotRunning { start: Day, end: Day },
}

/// Whether a hold over these days may be placed. Touching another hold is allowed.
///
/// # Errors
/// The first [`HoldFault`] found.
pub fn check_hold(
    existing: &[HoldRecord],
    (start, end): (Day, Day),
    rules: &HoldRules,
    today: Day,
) -> Result<(), HoldFault> {
    if end <= start {
        return Err(HoldFault::Empty);
    }
    if end <= today {
        return Err(HoldFault::Over { end });
    }
    let other = existing
        .iter()
        .map(|hold| (hold.placed.value.start, hold.ends()))
        .find(|(from, to)| from < to && *from < end && start < *to);
    if let Some((start, end)) = other {
        return Err(HoldFault::Overlaps { start, end });
    }
    let days = start.days_until(end);
    if days > i64::from(rules.max_days) {
        let max = rules.max_days;
        return Err(HoldFault::TooLong { days, max });
    }
    Ok(())
}

/// Whether a hold may be released on a day.
///
/// # Errors
/// The first [`HoldFault`] found.
pub fn check_release(existing: &[HoldRecord], hold: &EntryId, on: Day) -> Result<(), HoldFault> {
    let hold = existing.iter().find(|h| h.placed.mark.entry == *hold).ok_or(HoldFault::Unknown)?;
    if let Some(released) = &hold.released {
        let on = released.value.on;
        return Err(HoldFault::ReleasedBefore { on });
    }
    if hold.covers(on) {
        return Ok(());
    }
    Err(HoldFault::NotRunning { start: hold.placed.value.start, end: hold.ends() })
}

impl fmt::Display for HoldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the hold ends before it holds a day: choose a later end"),
            Self::Over { end } => {
                write!(f, "the hold would have ended on {end}: choose a later end")
            }
            Self::Overlaps { start, end } => write!(
                f,
                "another hold runs from {start} to {end}: start this one on its end, or release it"
            ),
            Self::TooLong { days, max } => {
                write!(f, "{days} days are more than the {max} that the policy allows")
            }
            Self::Unknown => f.write_str("there is no such hold"),
            Self::ReleasedBefore { on } => write!(f, "the hold was released on {on} already"),
            Self::NotRunning { start, end } => {
                write!(f, "the hold runs from {start} to {end}, not on that day")
            }
        }
    }
}

impl std::error::Error for HoldFault {}
