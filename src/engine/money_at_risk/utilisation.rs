//! How much of a limit is used, by the formula Microsoft meters its partners with.

use super::exposure::{Exposure, PartKind};
use crate::domain::money::MoneyError;
use crate::domain::{Money, Purse, RuleId};

/// The use of a credit limit on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utilisation {
    pub limit: Money,
    /// Unpaid and unbilled, less what was overpaid; never below zero.
    pub used: Money,
    /// What may still be bought; negative when the limit is passed.
    pub available: Money,
    /// Whole percent of the limit, rounded down; none when the limit is zero.
    pub percent: Option<i64>,
    /// Amounts in other currencies, which this limit does not measure.
    pub outside: Purse,
    pub rule: RuleId,
}

/// Limit less (incoming purchase + unpaid + unbilled − overpayment), all in one currency.
///
/// # Errors
/// When the currencies differ or the amounts are too large.
pub fn available_credit(
    limit: Money,
    purchase: Money,
    unpaid: Money,
    unbilled: Money,
    overpaid: Money,
) -> Result<Money, MoneyError> {
    let used = purchase.plus(unpaid)?.plus(unbilled)?.minus(overpaid)?;
    limit.minus(used)
}

/// Measures an exposure against a limit. Commitments and running consumption are at risk,
/// but do not use up credit: that is what Microsoft's formula says.
#[must_use]
pub fn utilisation(exposure: &Exposure, limit: Money) -> Utilisation {
    let currency = limit.currency();
    let sum = |fits: fn(PartKind) -> bool| exposure.sum_of(fits);
    let unpaid = sum(|k| matches!(k, PartKind::Unpaid(_)));
    let unbilled = sum(|k| k == PartKind::Unbilled);
    let credit = sum(|k| k == PartKind::Credit);
    let overpaid = credit.get(currency).times(-1).unwrap_or(Money::zero(currency));
    let zero = Money::zero(currency);
    let available =
        available_credit(limit, zero, unpaid.get(currency), unbilled.get(currency), overpaid)
            .unwrap_or(Money::new(i64::MIN, currency));
    let used = limit.minus(available).unwrap_or(Money::new(i64::MAX, currency)).or_zero();
    let mut outside = Purse::new();
    for amount in unpaid.nonzero().chain(unbilled.nonzero()) {
        if amount.currency() != currency {
            outside.add_capped(amount);
        }
    }
    let percent = share(used, limit);
    Utilisation { limit, used, available, percent, outside, rule: RuleId::fixed("MAR-070") }
}

fn share(used: Money, limit: Money) -> Option<i64> {
    let percent =
        i128::from(used.minor()).checked_mul(100)?.checked_div(i128::from(limit.minor()))?;
    i64::try_from(percent).ok()
}
