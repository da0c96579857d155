//! `exposure.otherCurrencies`: in how many other currencies something is overdue. Amounts of
//! different currencies are never added, so this is all that can be said of them here.

use super::facts::{Facts, Found, count};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let others = facts
        .receivables
        .collectable_overdue()
        .nonzero()
        .filter(|amount| amount.currency() != facts.currency)
        .count();
    facts.ledger(Some(count(others)))
}
