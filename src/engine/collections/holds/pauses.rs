//! Days on which collections were held, and the age without them.
//!
//! Legal days past due run on whatever is held; only the collection age pauses.

use crate::book::HoldRecord;
use crate::domain::{Day, order};

/// Days from the start, included, to the end, excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub start: Day,
    pub end: Day,
}

impl Period {
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.start <= day && day < self.end
    }
}

/// The periods that holds really had: an early release shortens its own hold only,
/// and a hold released on its first day held nothing.
#[must_use]
pub fn effective_periods(holds: &[HoldRecord]) -> Vec<Period> {
    let periods =
        holds.iter().map(|hold| Period { start: hold.placed.value.start, end: hold.ends() });
    let mut kept: Vec<Period> = periods.filter(|p| p.start < p.end).collect();
    order::sort(&mut kept);
    kept
}

/// Joins periods that overlap or touch, in order.
pub(in crate::engine::collections) fn joined(mut periods: Vec<Period>) -> Vec<Period> {
    order::sort(&mut periods);
    let mut all: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        match all.last_mut() {
            Some(last) if period.start <= last.end => last.end = last.end.max(period.end),
            _ => all.push(period),
        }
    }
    all
}

/// Held days from the due day up to a day; days before the due day do not count.
/// The periods must not overlap.
#[must_use]
pub fn paused_days(periods: &[Period], due: Day, as_of: Day) -> i64 {
    periods
        .iter()
        .map(|p| p.start.max(due).days_until(p.end.min(as_of)).max(0))
        .fold(0, i64::saturating_add)
}

/// Days past due without held days; never less than zero for what is overdue.
#[must_use]
pub fn collection_age(periods: &[Period], due: Day, as_of: Day) -> i64 {
    due.days_until(as_of).saturating_sub(paused_days(periods, due, as_of))
}

/// The day on which the collection age reaches what it would have reached on `day` without holds.
pub(in crate::engine::collections) fn shifted(periods: &[Period], due: Day, day: Day) -> Day {
    let mut reached = day;
    for period in periods {
        let start = period.start.max(due);
        if start < reached && start < period.end {
            reached = reached.plus_days_clamped(start.days_until(period.end));
        }
    }
    reached
}
