//! Refunds, seat changes and credits to the cent.

use recourse::domain::subscription::{BillingCycle, Product};
use recourse::domain::{Currency, Decimal};
use recourse::engine::money_at_risk::{
    Period, cancel_refund, legacy_credit, next_term_cost, refund_of, seat_charge,
};

use super::sold::{day, eur, sold};

#[test]
fn a_cancelled_licence_gives_back_the_price_of_one_unit_cut_to_the_cent() {
    assert_eq!(cancel_refund(eur("77.70"), 7, 22, 30), Some(eur("56.98")));
    assert_eq!(cancel_refund(eur("100.00"), 0, 22, 30), None);
}

#[test]
fn a_change_of_seats_cuts_only_the_total() {
    let period = Period { start: day("2026-06-04"), end: day("2026-07-03") };
    let price = Decimal::new(1370, 2);
    let charge = |seats, from: &str| seat_charge(price, seats, period, day(from), Currency::EUR);
    assert_eq!(charge(7, "2026-06-04"), Some(eur("95.90")));
    assert_eq!(charge(7, "2026-06-13"), Some(eur("67.13")));
    assert_eq!(charge(7, "2026-07-04"), Some(eur("0.00")));
}

#[test]
fn a_suspended_legacy_licence_is_credited_by_the_share_of_days() {
    assert_eq!(legacy_credit(eur("9.00"), 10, 30), Some(eur("2.97")));
    assert_eq!(legacy_credit(eur("9.00"), 0, 30), Some(eur("0.00")));
}

#[test]
fn the_running_period_counts_the_day_itself() {
    // 1 to 31 March: on the 3rd, 29 of 31 days are left. 10.00 / 31 × 29 = 9.35.
    assert_eq!(refund_of(&sold(Product::NceLicence), day("2026-03-03")), Some(eur("93.50")));
}

#[test]
fn the_next_term_costs_as_many_periods_as_it_has() {
    let mut value = sold(Product::NceLicence);
    assert_eq!(next_term_cost(&value), Some(eur("1200.00")));
    value.billing = BillingCycle::Annual;
    assert_eq!(next_term_cost(&value), Some(eur("100.00")));
    value.term = None;
    assert_eq!(next_term_cost(&value), None);
}
