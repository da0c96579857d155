//! `payment.averageDaysToPay12m`: calendar days from issue to payment of the invoices paid in the last
//! twelve months, weighted by amount, to two places. Unknown when none was paid.

use super::average_days_late::weighted;
use super::facts::{Facts, Found};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let average = weighted(facts, |settled| settled.issued.days_until(settled.settled).max(0));
    facts.ledger(average.map(Value::Number))
}
