//! `exposure.utilisation`: everything that may be lost as per cent of the limit in force, to one
//! place, rounded down. Unknown without a limit; above 9999 it says no more than 9999, as it does
//! for any use of a limit of zero.

use super::facts::{Facts, Found};
use crate::domain::{Decimal, exact};
use crate::policy::feel::Value;

/// Nobody asks how far above this a use is.
const MOST: Decimal = Decimal::from_parts(9_999, 0, 0, false, 0);

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let Some(limit) = facts.account.limit_on(facts.as_of) else {
        return Found::unknown();
    };
    let used = facts.amount(&facts.exposure.total()).or_zero().to_decimal();
    if used.is_zero() {
        return Found::now(Value::Number(Decimal::ZERO));
    }
    let share = exact::product(used, Decimal::ONE_HUNDRED)
        .and_then(|used| exact::quotient(used, limit.to_decimal()))
        .unwrap_or(MOST);
    let down = rust_decimal::RoundingStrategy::ToZero;
    Found::now(Value::Number(share.min(MOST).round_dp_with_strategy(1, down)))
}
