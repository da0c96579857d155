//! What running consumption costs by the day and by the hour.

use std::collections::BTreeMap;

use super::frame::Frame;
use crate::book::Account;
use crate::domain::ids::SubscriptionId;
use crate::domain::subscription::{Product, Status, Subscription};
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
    if subscription.product != Product::AzureSubscription || !runs(&subscription.status) {
        return None;
    }
    let from = frame.today.plus_days_clamped(-STALE_AFTER_DAYS);
    let mut days: BTreeMap<(Day, Currency), Money> = BTreeMap::new();
    for (key, cost) in usage_since(account, &subscription.id, from) {
        if key > frame.today {
            break;
        }
        let slot = days.entry((key, cost.currency())).or_insert(Money::zero(cost.currency()));
        *slot = slot.plus(cost).unwrap_or(*slot);
    }
    let (newest, currency) = *days.keys().next_back()?;
    let before = (newest.plus_days_clamped(-1), currency);
    let last = *days.get(&(newest, currency))?;
    let per_day = days.get(&before).map_or(last, |earlier| last.max(*earlier));
    Some(RunRate { as_of: newest, per_day })
}

/// Whether a state still consumes.
fn runs(status: &Status) -> bool {
    matches!(status, Status::Active | Status::Unstated | Status::Pending | Status::Other(_))
}

/// Usage rows of a subscription from a day on, oldest first.
pub(super) fn usage_since<'a>(
    account: &'a Account,
    subscription: &SubscriptionId,
    from: Day,
) -> impl Iterator<Item = (Day, Money)> + 'a {
    let first = (subscription.clone(), from, String::new(), String::new(), String::new());
    let id = subscription.clone();
    account
        .usage
        .range(first..)
        .take_while(move |(key, _)| key.0 == id)
        .map(|(key, kept)| (key.1, kept.value.cost))
}
