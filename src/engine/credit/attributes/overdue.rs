//! `payment.overdue`: what is past its due day and not in dispute, in the currency of the decision.

use super::facts::{Facts, Found, money};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let overdue = facts.amount(&facts.receivables.collectable_overdue());
    facts.ledger(Some(money(overdue)))
}
