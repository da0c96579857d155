//! `payment.averageDaysLate12m`: calendar days past due on which invoices were paid in the last twelve
//! months, weighted by amount, to two places. An invoice paid early counts as paid on time.
//! Unknown when none was paid.

use super::facts::{Facts, Found};
use crate::book::Settled;
use crate::domain::{Decimal, exact};
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let average = weighted(facts, |settled| settled.due.days_until(settled.settled).max(0));
    facts.ledger(average.map(Value::Number))
}

/// The average of some days over the invoices paid in twelve months, weighted by amount.
pub(super) fn weighted(facts: &Facts<'_>, days: fn(&Settled) -> i64) -> Option<Decimal> {
    let mut weight = Decimal::ZERO;
    let mut sum = Decimal::ZERO;
    for settled in &facts.receivables.settled {
        if settled.total.currency() != facts.currency || !facts.within_a_year(settled.settled) {
            continue;
        }
        let amount = settled.total.to_decimal();
        let product = exact::product(amount, Decimal::from(days(settled))).unwrap_or(Decimal::MAX);
        sum = exact::capped_sum(sum, product);
        weight = exact::capped_sum(weight, amount);
    }
    exact::quotient(sum, weight).map(|days| days.round_dp(2))
}
