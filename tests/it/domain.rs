//! Money, days and calendars.

use proptest::prelude::*;
use recourse::domain::{Currency, Day, Money, order};

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

/// A plus before it sends a number the long way.
#[test]
fn both_ways_of_reading_an_amount_agree() {
    let numbers = [
        "0",
        "-0",
        "7",
        "1912.5",
        "1912.50",
        "-0.10",
        "0.1",
        ".5",
        "5.",
        "-",
        "",
        ".",
        "1.2.3",
        "1912.505",
        "99999999999999",
        "999999999999999",
        "92233720368547758.07",
        "92233720368547758.08",
        "12a",
        "1 2",
        "１２",
        "00012.30",
        "1.0000",
        "1.1000",
        "--1",
    ];
    for code in ["EUR", "JPY", "KWD", "UYW", "XYZ"] {
        let currency = Currency::parse(code).unwrap();
        for number in numbers {
            let long = match number.strip_prefix('-') {
                Some(rest) => Money::parse(&format!("+{rest}"), currency)
                    .map(|m| Money::new(-m.minor(), currency)),
                None => Money::parse(&format!("+{number}"), currency),
            };
            assert_eq!(Money::parse(number, currency).ok(), long.ok(), "{code} {number}");
        }
    }
}

proptest! {
    /// Short lists and long ones go different ways; many equal keys show whether equals keep their order.
    #[test]
    fn order_is_that_of_the_library(keys in proptest::collection::vec(0_u8..24, 0..200)) {
        let items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
        let (mut ours, mut theirs) = (items.clone(), items);
        order::sort_by_key(&mut ours, |item| std::cmp::Reverse(item.0));
        theirs.sort_by_key(|item| std::cmp::Reverse(item.0));
        prop_assert_eq!(&ours, &theirs);
        order::sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
        theirs.sort_by_key(|item| item.0);
        prop_assert_eq!(&ours, &theirs);
        ours.reverse();
        order::sort(&mut ours);
        prop_assert_eq!(ours, theirs);
    }
}
