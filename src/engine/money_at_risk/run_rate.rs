//! What running consumption costs by the day and by the hour.

use super::frame::Frame;
use crate::book::Account;
use crate::domain::contract::{Contract, Meter};
use crate::domain::subscription::Subscription;
use crate::domain::{Currency, Day, Money};

/// Usage older than this says nothing about what runs now.
const STALE_AFTER_DAYS: i64 = 7;

/// The rate at which one subscription consumes, from its newest usage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunRate {
    /// The newest day of usage that is known.
    pub as_of: Day,
    pub per_day: Money,
}

impl RunRate {
    /// Cost of one hour, cut to the minor unit.
    #[must_use]
    pub fn per_hour(&self) -> Money {
        Money::new(self.per_day.minor().div_euclid(24), self.per_day.currency())
    }

    /// Cost of a number of hours, rounded up: a loss is never shown smaller than it is.
    #[must_use]
    pub fn over_hours(&self, hours: i64) -> Money {
        let whole = i128::from(self.per_day.minor()).saturating_mul(i128::from(hours.max(0)));
        let days = whole.saturating_add(23).div_euclid(24);
        Money::new(i64::try_from(days).unwrap_or(i64::MAX), self.per_day.currency())
    }
}

/// The run rate of a subscription: the dearer of its two newest days of usage.
///
/// A day that has just begun to be rated is too small, so the newest day alone will not do;
/// a mean over a week would hide an attack that began yesterday. None when nothing was used
/// lately or the subscription no longer runs.
#[must_use]
pub fn run_rate(
    account: &Account,
    subscription: &Subscription,
    frame: &Frame<'_>,
) -> Option<RunRate> {
    if Contract::of(subscription).meter != Meter::Running {
        return None;
    }
    let from = frame.today.plus_days_clamped(-STALE_AFTER_DAYS);
    let usage: Vec<(Day, Money)> = account.usage_since(&subscription.id, from).collect();
    rate_of(&usage, frame.today)
}

/// The rate from usage by day. Of several currencies on the newest day the last by its code.
pub(super) fn rate_of(usage: &[(Day, Money)], today: Day) -> Option<RunRate> {
    let from = today.plus_days_clamped(-STALE_AFTER_DAYS);
    let recent = between(usage, from, today);
    let (newest, _) = *recent.last()?;
    let last_day = between(recent, newest, newest);
    let currency = last_day.iter().map(|(_, cost)| cost.currency()).max()?;
    let before = newest.plus_days_clamped(-1);
    let earlier = sum_of(between(recent, before, before), currency);
    let last = sum_of(last_day, currency)?;
    let per_day = earlier.map_or(last, |earlier| last.max(earlier));
    Some(RunRate { as_of: newest, per_day })
}

/// The rows from a day to a day, both included.
pub(super) fn between(usage: &[(Day, Money)], from: Day, to: Day) -> &[(Day, Money)] {
    let start = usage.partition_point(|(day, _)| *day < from);
    let end = usage.partition_point(|(day, _)| *day <= to);
    usage.get(start..end).unwrap_or_default()
}

/// The sum of one currency; none without any row of it. What does not fit is left out.
fn sum_of(usage: &[(Day, Money)], currency: Currency) -> Option<Money> {
    let mut costs = usage.iter().map(|(_, cost)| *cost).filter(|c| c.currency() == currency);
    let first = costs.next()?;
    Some(costs.fold(first, |sum, cost| sum.plus(cost).unwrap_or(sum)))
}
