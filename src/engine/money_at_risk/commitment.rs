//! What Microsoft will still bill for a subscription, whatever is done.

use super::periods::periods_started;
use crate::domain::contract::{Binds, Contract};
use crate::domain::subscription::Subscription;
use crate::domain::{Day, Money};

/// Why something could not be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    NoPrice,
    NoTerm,
    UnknownProduct,
}

/// What Microsoft will still bill for a subscription after a day, whatever is done: the periods
/// that begin after it, to the end of the term. None where nothing is committed.
///
/// # Errors
/// Why it cannot be told: no price, no term, or a product that is not known.
pub fn committed_after(subscription: &Subscription, day: Day) -> Result<Option<Money>, GapKind> {
    committed_by(&Contract::of(subscription), day)
}

/// The same from what the bills see of it.
pub(super) fn committed_by(contract: &Contract, day: Day) -> Result<Option<Money>, GapKind> {
    match contract.binds {
        Binds::No => return Ok(None),
        Binds::Unknown => return Err(GapKind::UnknownProduct),
        Binds::ToTermEnd => {}
    }
    let (Some(start), Some(end)) = (contract.start, contract.end) else {
        return Err(GapKind::NoTerm);
    };
    let Some(months) = contract.billing_months else {
        return Ok(None);
    };
    if end < day {
        return Ok(None);
    }
    let cost = contract.cost_per_period.ok_or(GapKind::NoPrice)?;
    let all = periods_started(start, months, end);
    let begun = periods_started(start, months, day);
    let left = i64::from(all.saturating_sub(begun));
    Ok(Some(cost.times(left).unwrap_or(cost)))
}
