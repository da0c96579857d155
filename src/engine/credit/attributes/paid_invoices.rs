//! `payment.paidInvoices12m`: how many invoices were paid in full in the last twelve months.

use super::facts::{Facts, Found, count};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let paid = facts.receivables.settled.iter().filter(|s| facts.within_a_year(s.settled)).count();
    facts.ledger(Some(count(paid)))
}
