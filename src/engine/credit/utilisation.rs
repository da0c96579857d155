//! How much of the limit is used, and what that warns of or blocks.

use crate::domain::Money;
use crate::policy::Document;
use rust_decimal::prelude::ToPrimitive as _;

/// Use of a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utilisation {
    /// Limit less exposure; negative when over.
    pub available: Money,
    /// Whole per cent of the limit, rounded down; none when there is no limit to use.
    pub percent: Option<u32>,
    /// The highest mark that is reached.
    pub reached: Option<u32>,
    /// The last mark is reached: no new purchases. Renewals and what runs are left alone.
    pub blocks_new_purchases: bool,
}

/// Use of a limit by an exposure, under the marks of the policy.
///
/// Available is the limit less incoming purchase, unpaid invoices, unbilled charges and
/// commitment, plus overpayment: the exposure is that sum.
/// None when the currencies differ or the amounts do not fit.
#[must_use]
pub fn utilisation(policy: &Document, limit: Money, exposure: Money) -> Option<Utilisation> {
    let available = limit.minus(exposure).ok()?;
    let percent = percent(limit, exposure);
    let marks = &policy.outcome.utilisation_warnings;
    let over = !limit.is_positive() && exposure.is_positive();
    let reached = if over {
        marks.last().copied()
    } else {
        marks
            .iter()
            .copied()
            .filter(|mark| percent.is_some_and(|p| p >= *mark))
            .max()
    };
    Some(Utilisation {
        available,
        percent,
        reached,
        blocks_new_purchases: reached.is_some() && reached == marks.last().copied(),
    })
}

fn percent(limit: Money, exposure: Money) -> Option<u32> {
    if !limit.is_positive() {
        return None;
    }
    let share = exposure
        .or_zero()
        .to_decimal()
        .checked_mul(crate::domain::Decimal::ONE_HUNDRED)?
        .checked_div(limit.to_decimal())?;
    share.floor().to_u32()
}
