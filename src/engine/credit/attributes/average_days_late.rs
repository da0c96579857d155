//! `payment.averageDaysLate12m`: calendar days past due on which invoices were paid in the last twelve
//! months, weighted by amount, to two places. An invoice paid early counts as paid on time.
//! Unknown when none was paid.

use super::facts::{Facts, Found};
use crate::domain::Decimal;
use crate::policy::feel::Value;

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let mut weight = Decimal::ZERO;
    let mut sum = Decimal::ZERO;
    for settled in &facts.receivables.settled {
        if settled.total.currency() != facts.currency || !facts.within_a_year(settled.settled) {
            continue;
        }
        let late = Decimal::from(settled.due.days_until(settled.settled).max(0));
        let amount = settled.total.to_decimal();
        let product = amount.checked_mul(late).unwrap_or(Decimal::MAX);
        sum = sum.saturating_add(product);
        weight = weight.saturating_add(amount);
    }
    let average = sum.checked_div(weight).map(|days| days.round_dp(2));
    facts.ledger(average.map(Value::Number))
}
