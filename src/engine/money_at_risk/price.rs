//! What comes back when something is cancelled, by Microsoft's worked examples.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::{MidpointAwayFromZero, ToZero};

use super::periods::{Period, subscription_period};
use crate::domain::subscription::Subscription;
use crate::domain::{Day, Money};

/// The refund of a cancelled licence (PLT-202): the price of one unit for the days left,
/// cut to the minor unit, times the quantity.
///
/// None when the quantity is zero or the amounts are too large.
#[must_use]
pub fn cancel_refund(
    cost_per_period: Money,
    quantity: i64,
    days_left: i64,
    days: i64,
) -> Option<Money> {
    let unit = cost_per_period.to_decimal().checked_div(Decimal::from(quantity))?;
    let part = unit.checked_mul(Decimal::from(days_left))?.checked_div(Decimal::from(days))?;
    let currency = cost_per_period.currency();
    let cut = part.round_dp_with_strategy(currency.digits(), ToZero);
    Money::from_decimal(cut, currency).ok()?.times(quantity).ok()
}

/// The charge for seats of a changed subscription (PLT-205): exact to the end, and only the total cut.
#[must_use]
pub fn seat_charge(
    unit_price: Decimal,
    seats: i64,
    period: Period,
    from: Day,
    currency: crate::domain::Currency,
) -> Option<Money> {
    let left = Decimal::from(period.days_left(from));
    let exact = unit_price
        .checked_mul(Decimal::from(seats))?
        .checked_mul(left)?
        .checked_div(Decimal::from(period.days()))?;
    Money::from_decimal(exact.round_dp_with_strategy(currency.digits(), ToZero), currency).ok()
}

/// The credit for a suspended legacy licence (PLT-204): the share of days to the hundredth, times the price.
#[must_use]
pub fn legacy_credit(cost_per_period: Money, days_left: i64, days: i64) -> Option<Money> {
    let share = Decimal::from(days_left)
        .checked_div(Decimal::from(days))?
        .round_dp_with_strategy(2, MidpointAwayFromZero);
    cost_per_period.scaled(share).ok()
}

/// What a cancellation on a day gives back of the running period.
#[must_use]
pub fn refund_of(subscription: &Subscription, day: Day) -> Option<Money> {
    let cost = subscription.cost_per_period?;
    let period = subscription_period(subscription, day)?;
    cancel_refund(cost, subscription.quantity, period.days_left(day), period.days())
}

/// What the next term would cost: as many periods as a term has.
#[must_use]
pub fn next_term_cost(subscription: &Subscription) -> Option<Money> {
    let term = subscription.term.as_ref()?.months()?;
    let period = subscription.billing.months()?;
    let count = term.checked_div(period)?.max(1);
    subscription.cost_per_period?.times(i64::from(count)).ok()
}
