//! How severe a debt is: the most severe step whose age and amount are reached.
//!
//! Pure and without memory: nothing that was sent, skipped or missed changes it.

use crate::domain::calendar::Calendar;
use crate::domain::{Currency, Day, Money};
use crate::policy::ladder::{Anchor, DelayUnit, Ladder, Step};

/// What must hold for one step. Conditions that are none always hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// At least so many days past due; true on exactly that day.
    pub days: Option<i64>,
    /// At least so much to collect.
    pub amount: Option<Money>,
    /// At least so many overdue invoices.
    pub count: Option<usize>,
}

/// What is known of a debt in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Collection age of the oldest invoice with something to collect; none when there is none.
    pub oldest_days: Option<i64>,
    pub collectable: Money,
    /// Overdue invoices with something to collect.
    pub count: usize,
}

impl Condition {
    #[must_use]
    pub fn holds(&self, facts: &Facts) -> bool {
        let old = self.days.is_none_or(|n| facts.oldest_days.is_some_and(|age| age >= n));
        let much = self.amount.is_none_or(|least| {
            least.currency() == facts.collectable.currency() && facts.collectable >= least
        });
        let many = self.count.is_none_or(|n| facts.count >= n);
        old && much && many
    }
}

/// The place of the last condition that holds, in the order of the ladder (mild first).
/// Without conditions nothing is severe.
#[must_use]
pub fn most_severe(conditions: &[Condition], facts: &Facts) -> Option<usize> {
    conditions.iter().rposition(|c| c.holds(facts))
}

/// The conditions of a ladder for a debt whose oldest invoice was due on a day.
#[must_use]
pub fn conditions(
    ladder: &Ladder,
    calendar: &Calendar,
    due: Day,
    currency: Currency,
) -> Vec<Condition> {
    let days = nominal_days(ladder, calendar, due);
    ladder
        .steps
        .iter()
        .zip(days)
        .map(|(step, day)| Condition {
            days: Some(due.days_until(day)),
            amount: Some(least_amount(ladder, step, currency)),
            count: None,
        })
        .collect()
}

/// The days of all steps if each were taken on its first day and no notice came in between.
pub(super) fn nominal_days(ladder: &Ladder, calendar: &Calendar, due: Day) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::with_capacity(ladder.steps.len());
    let mut notice = 0;
    for step in &ladder.steps {
        let before = days.last().copied().unwrap_or(due);
        let from = match step.anchor {
            Anchor::Due => due,
            Anchor::PreviousSent => before,
            Anchor::PreviousDeadline => before.plus_days_clamped(i64::from(notice)),
        };
        days.push(delayed(calendar, from, step));
        notice = step.min_notice_days;
    }
    days
}

/// A step's delay after (or before) a day, in the step's own unit.
pub(super) fn delayed(calendar: &Calendar, from: Day, step: &Step) -> Day {
    match (step.delay_unit, u32::try_from(step.delay_days)) {
        (DelayUnit::Calendar, _) => from.plus_days_clamped(step.delay_days),
        (DelayUnit::Working, Ok(count)) => calendar.plus_working_days(from, count),
        (DelayUnit::Working, Err(_)) => calendar.minus_working_days(from, step.delay_days),
    }
}

/// The least overdue amount for a step: more than the tolerance, and the step's own minimum.
fn least_amount(ladder: &Ladder, step: &Step, currency: Currency) -> Money {
    let tolerated = ladder.tolerance.get(&currency).map_or(0, |m| m.minor().max(0));
    let minimum = step.min_overdue.get(&currency).map_or(0, |m| m.minor());
    Money::new(tolerated.saturating_add(1).max(minimum), currency)
}
