//! `dispute.won12m`: disputes that were closed in the customer's favour in the last twelve months.
//! They speak for the customer and against our invoices.

use super::facts::{Facts, Found, count};
use crate::domain::dispute::DisputeOutcome;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let won = facts
        .account
        .disputes
        .iter()
        .filter_map(|d| d.closed.as_ref())
        .filter(|c| {
            c.value.outcome == DisputeOutcome::ForCustomer && facts.within_a_year(c.value.on)
        })
        .count();
    Found::now(count(won))
}
