//! Money, days and calendars.

use recourse::domain::{Currency, Day, Money};

#[test]
fn money_keeps_the_minor_units_of_its_currency() {
    assert_eq!(Money::parse("1912.5", Currency::EUR).unwrap().minor(), 191_250);
    assert_eq!(Money::parse("1912", Currency::JPY).unwrap().minor(), 1_912);
    assert!(Money::parse("0.005", Currency::EUR).is_err());
    assert!(Money::parse("1e3", Currency::EUR).is_err());
    assert_eq!(Money::parse("-0.10", Currency::EUR).unwrap().to_string(), "EUR -0.10");
}

#[test]
fn months_are_clamped_to_their_end() {
    let day = Day::new(2026, 1, 31).unwrap();
    assert_eq!(day.plus_months(1).unwrap().to_string(), "2026-02-28");
    assert_eq!(Day::new(2024, 2, 1).unwrap().month_end().to_string(), "2024-02-29");
}
