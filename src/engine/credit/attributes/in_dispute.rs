//! `dispute.open`: the part of open invoices that is in dispute, in the currency of the decision.

use super::facts::{Facts, Found, money};
use crate::domain::Purse;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let disputed: Purse = facts.receivables.items.iter().map(|i| i.disputed).collect();
    Found::now(money(facts.amount(&disputed)))
}
