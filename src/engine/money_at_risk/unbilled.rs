//! What was consumed or begun and is not on an invoice to the customer yet.

use super::effective::standing;
use super::frame::Frame;
use super::periods::periods_started;
use super::run_rate::usage_since;
use crate::book::Account;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::domain::{Day, Money, Purse};

/// Without any invoice, one month is taken as not billed yet.
const NO_INVOICE_DAYS: i64 = 31;

/// A customer is billed at least every second month; what is older was billed elsewhere.
const LOOK_BACK_DAYS: i64 = 62;

/// Unbilled amounts, at the reseller's cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unbilled {
    pub amounts: Purse,
    /// The first day that is taken as not billed.
    pub since: Day,
    /// There was no recent invoice from which to count.
    pub since_is_assumed: bool,
}

/// Usage and billing periods that began after the newest invoice, up to today.
#[must_use]
pub fn unbilled(account: &Account, frame: &Frame<'_>) -> Unbilled {
    let newest = account
        .invoices
        .values()
        .map(|kept| kept.value.issued)
        .filter(|issued| *issued <= frame.today)
        .max();
    let floor = frame.today.plus_days_clamped(LOOK_BACK_DAYS.saturating_neg());
    let (since, since_is_assumed) = match newest {
        Some(issued) if issued >= floor => (issued.plus_days_clamped(1), false),
        Some(_) => (floor, true),
        None => (frame.today.plus_days_clamped(NO_INVOICE_DAYS.saturating_neg()), true),
    };
    let mut amounts = Purse::new();
    for subscription in standing(account) {
        if subscription.product == Product::AzureSubscription {
            for (day, cost) in usage_since(account, &subscription.id, since) {
                if day <= frame.today {
                    amounts.add_capped(cost);
                }
            }
        } else if let Some(cost) = periods_cost(&subscription, since, frame.today) {
            amounts.add_capped(cost);
        }
    }
    Unbilled { amounts, since, since_is_assumed }
}

/// The cost of the billing periods that began from `since` to `today`.
fn periods_cost(subscription: &Subscription, since: Day, today: Day) -> Option<Money> {
    if subscription.is_trial || !is_billed(subscription) {
        return None;
    }
    let cost = subscription.cost_per_period?;
    let anchor = subscription.term_start?;
    let last = subscription.term_end.map_or(today, |end| end.min(today));
    let Some(months) = subscription.billing.months() else {
        let once = since <= anchor && anchor <= today;
        return once.then_some(cost);
    };
    let before = periods_started(anchor, months, since.plus_days_clamped(-1));
    let begun = periods_started(anchor, months, last).saturating_sub(before);
    (begun > 0).then(|| cost.times(i64::from(begun)).unwrap_or(cost))
}

/// Whether Microsoft bills for a subscription in its state: a suspended licence of new commerce
/// is billed on, a suspended legacy licence is not.
fn is_billed(subscription: &Subscription) -> bool {
    match subscription.status {
        Status::Active | Status::Unstated | Status::Pending | Status::Other(_) => true,
        Status::Suspended => subscription.product != Product::LegacyLicence,
        Status::Deleted | Status::Expired | Status::Disabled => false,
    }
}
