//! What was consumed or begun and is not on an invoice to the customer yet.

use super::frame::Frame;
use super::periods::periods_started;
use super::run_rate::between;
use crate::book::{Account, Holding};
use crate::domain::contract::{Contract, Meter};
use crate::domain::{Day, Money, Purse};

/// Without any invoice, one month is taken as not billed yet.
const NO_INVOICE_DAYS: i64 = 31;

/// A customer is billed at least every second month; what is older was billed elsewhere.
const LOOK_BACK_DAYS: i64 = 62;

/// Unbilled amounts, at the reseller's cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unbilled {
    pub amounts: Purse,
    /// The first day that is taken as not billed.
    pub since: Day,
    /// There was no recent invoice from which to count.
    pub since_is_assumed: bool,
}

/// Usage and billing periods that began after the newest invoice, up to today.
#[must_use]
pub fn unbilled(account: &Account, frame: &Frame<'_>) -> Unbilled {
    unbilled_of(&Holding::all(account), last_issued(account, frame.today), frame)
}

/// The day of the newest invoice up to a day.
pub(super) fn last_issued(account: &Account, today: Day) -> Option<Day> {
    let issued = account.invoices.values().map(|kept| kept.value.issued);
    issued.filter(|issued| *issued <= today).max()
}

pub(super) fn unbilled_of(
    holdings: &[Holding],
    last_issued: Option<Day>,
    frame: &Frame<'_>,
) -> Unbilled {
    let floor = frame.today.plus_days_clamped(LOOK_BACK_DAYS.saturating_neg());
    let (since, since_is_assumed) = match last_issued {
        Some(issued) if issued >= floor => (issued.plus_days_clamped(1), false),
        Some(_) => (floor, true),
        None => (frame.today.plus_days_clamped(NO_INVOICE_DAYS.saturating_neg()), true),
    };
    let mut amounts = Purse::new();
    for holding in holdings {
        if holding.contract.meter == Meter::None {
            if let Some(cost) = periods_cost(&holding.contract, since, frame.today) {
                amounts.add_capped(cost);
            }
        } else {
            for (_, cost) in between(&holding.usage, since, frame.today) {
                amounts.add_capped(*cost);
            }
        }
    }
    Unbilled { amounts, since, since_is_assumed }
}

/// The cost of the billing periods that began from `since` to `today`.
fn periods_cost(contract: &Contract, since: Day, today: Day) -> Option<Money> {
    if !contract.is_billed {
        return None;
    }
    let cost = contract.cost_per_period?;
    let anchor = contract.start?;
    let last = contract.end.map_or(today, |end| end.min(today));
    let Some(months) = contract.billing_months else {
        let once = since <= anchor && anchor <= today;
        return once.then_some(cost);
    };
    let before = periods_started(anchor, months, since.plus_days_clamped(-1));
    let begun = periods_started(anchor, months, last).saturating_sub(before);
    (begun > 0).then(|| cost.times(i64::from(begun)).unwrap_or(cost))
}
