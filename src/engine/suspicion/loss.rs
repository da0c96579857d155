//! The money of a case, each currency for itself.

use std::collections::BTreeMap;

use super::spend::Spend;
use crate::book::receivables::receivables;
use crate::book::{Book, CaseFile};
use crate::domain::action::ActionKind;
use crate::domain::{Currency, Day, Instant, Money, Purse};
use crate::platform::refund_exception;

/// What a case has cost, costs, and may bring back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// Usage of the case's subscriptions from the first fraudulent day on; none where that day is not known.
    pub since_first_day: Option<Purse>,
    /// The part of it that a refund by exception may cover at most.
    pub may_be_refunded: Option<Purse>,
    /// Usage of the newest imported day.
    pub newest_day: Option<(Day, Purse)>,
    /// The newest day by the hour, rounded up: what waiting costs.
    pub per_hour: Purse,
    /// Open invoices of the customer.
    pub open_invoices: Purse,
    /// Amounts recorded as asked back.
    pub asked_back: Purse,
    /// Newest day of usage that was imported; figures know nothing of later days.
    pub known_to: Option<Day>,
}

/// Adds up the money of a case as of a moment.
#[must_use]
pub fn loss(case: &CaseFile, book: &Book, now: Instant) -> Loss {
    let Some(account) = book.accounts.get(&case.opening.value.customer) else {
        return Loss::default();
    };
    let spend = Spend::of(account);
    let between = |from, to| usage(case, &spend, from, to);
    let first = case.first_fraud_day();
    let newest = newest_day(&spend, case);
    let last_day = newest.map(|day| (day, between(day, day)));
    let is_fresh = newest.is_some() && newest == book.usage_data_as_of;
    let owed = receivables(account, now.day(), book.partner.terms_days);
    Loss {
        since_first_day: first.map(|first| between(first, now.day())),
        may_be_refunded: first.and_then(|first| {
            let row = book.rules.on(now.day(), refund_exception::COVERS_DAYS, None, None)?;
            let last = first.plus_days_clamped(row.days()?.saturating_sub(1));
            Some(between(first, last.min(now.day())))
        }),
        per_hour: match &last_day {
            Some((_, purse)) if is_fresh => purse.iter().map(hourly).collect(),
            _ => Purse::new(),
        },
        newest_day: last_day,
        open_invoices: owed.owed(),
        asked_back: asked_back(case),
        known_to: book.usage_data_as_of,
    }
}

fn usage(case: &CaseFile, spend: &Spend, from: Day, to: Day) -> Purse {
    case.subscriptions().into_iter().flat_map(|id| spend.of_subscription(id, from, to)).collect()
}

fn newest_day(spend: &Spend, case: &CaseFile) -> Option<Day> {
    let ids = case.subscriptions();
    spend
        .series()
        .filter(|(id, _, _)| ids.contains(id))
        .filter_map(|(_, _, days)| days.keys().next_back().copied())
        .max()
}

/// A day's cost by the hour, rounded up to the minor unit.
fn hourly(day: Money) -> Money {
    const HOURS: i64 = 24;
    let rounded = day.minor().saturating_add(HOURS.saturating_sub(1));
    Money::new(rounded.checked_div(HOURS).unwrap_or(0), day.currency())
}

fn asked_back(case: &CaseFile) -> Purse {
    case.actions
        .iter()
        .filter(|a| a.value.kind == ActionKind::RequestRefund)
        .filter_map(|a| a.value.amount)
        .collect()
}

/// Days of usage with their sums, for a picture: one currency, the days of the case.
#[must_use]
pub fn daily(case: &CaseFile, book: &Book, currency: Currency) -> BTreeMap<Day, Money> {
    let Some(account) = book.accounts.get(&case.opening.value.customer) else {
        return BTreeMap::new();
    };
    let spend = Spend::of(account);
    let ids = case.subscriptions();
    let mut days: BTreeMap<Day, i128> = BTreeMap::new();
    for (id, unit, series) in spend.series() {
        if unit == currency && ids.contains(&id) {
            for (day, minor) in series {
                let sum = days.entry(*day).or_insert(0);
                *sum = sum.saturating_add(*minor);
            }
        }
    }
    days.into_iter().map(|(day, minor)| (day, super::spend::to_money(minor, currency))).collect()
}
