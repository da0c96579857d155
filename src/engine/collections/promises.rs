//! Promises to pay: open, kept or broken, and which invoices an open one covers.

use std::collections::BTreeMap;

use crate::book::{Account, Receivables};
use crate::domain::ids::InvoiceNumber;
use crate::domain::payment::PaymentKind;
use crate::domain::promise::Promise;
use crate::domain::{Day, order};

/// What has become of a promise by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseState {
    Open,
    /// Enough had come in by this day.
    Kept {
        on: Day,
    },
    /// Not enough had come in when the grace days ended; broken from this day.
    Broken {
        since: Day,
    },
}

/// The first day after the promised day and its grace days.
#[must_use]
pub fn promise_until(promise: &Promise) -> Day {
    promise.due.plus_days_clamped(i64::from(promise.grace_days).saturating_add(1))
}

/// A promise is kept when what came in from the day it was made to the end of its grace days
/// reaches the agreed share of the amount.
#[must_use]
pub fn promise_state(account: &Account, promise: &Promise, as_of: Day) -> PromiseState {
    let until = promise_until(promise);
    let mut received = 0_i128;
    for (on, minor) in movements(account, promise) {
        if on < promise.made || on >= until || on > as_of {
            continue;
        }
        received = received.saturating_add(minor);
        if reaches(received, promise) {
            return PromiseState::Kept { on };
        }
    }
    if as_of < until { PromiseState::Open } else { PromiseState::Broken { since: until } }
}

fn reaches(received: i128, promise: &Promise) -> bool {
    let wanted = i128::from(promise.amount.minor());
    received.saturating_mul(100) >= wanted.saturating_mul(i128::from(promise.keep_at_percent))
}

/// Payments in the promise's currency by day: in as positive, back as negative.
fn movements(account: &Account, promise: &Promise) -> Vec<(Day, i128)> {
    let mut all: Vec<(Day, i128)> = account
        .payments
        .values()
        .map(|kept| &kept.value)
        .filter(|p| p.amount.currency() == promise.amount.currency())
        .map(|p| {
            let minor = i128::from(p.amount.minor());
            let back = p.kind != PaymentKind::Payment;
            (p.received, if back { minor.saturating_neg() } else { minor })
        })
        .collect();
    order::sort(&mut all);
    all
}

/// For each invoice that an open promise covers, the first day it no longer does.
///
/// A promise covers what was invoiced when it was made, oldest due first, as far as its amount goes.
pub(super) fn promised_until(
    account: &Account,
    receivables: &Receivables,
    as_of: Day,
) -> BTreeMap<InvoiceNumber, Day> {
    let mut covered = BTreeMap::new();
    for promise in open_promises(account, as_of) {
        let mut left = promise.amount.minor();
        let items = receivables
            .items
            .iter()
            .filter(|i| i.issued <= promise.made && i.open.currency() == promise.amount.currency());
        for item in items {
            if left <= 0 {
                break;
            }
            left = left.saturating_sub(item.collectable().minor());
            let until = covered.entry(item.number.clone()).or_insert(Day::MIN);
            *until = promise_until(promise).max(*until);
        }
    }
    covered
}

pub(super) fn open_promises(account: &Account, as_of: Day) -> impl Iterator<Item = &Promise> {
    account
        .promises
        .iter()
        .map(|p| &p.value)
        .filter(move |p| p.made <= as_of && promise_state(account, p, as_of) == PromiseState::Open)
}

pub(super) fn broken(account: &Account, as_of: Day) -> usize {
    account
        .promises
        .iter()
        .filter(|p| p.value.made <= as_of)
        .filter(|p| matches!(promise_state(account, &p.value, as_of), PromiseState::Broken { .. }))
        .count()
}
