//! Billing periods: counted from the first day, month ends clamped, end days inclusive.

use proptest::prelude::*;
use recourse::domain::Day;
use recourse::engine::money_at_risk::{period_of, periods_started};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn periods_from_the_thirty_first_end_where_months_do() {
    let anchor = day("2021-01-31");
    let charges = [
        ("2021-01-31", "2021-01-31", "2021-02-27"),
        ("2021-03-01", "2021-02-28", "2021-03-30"),
        ("2021-03-31", "2021-03-31", "2021-04-29"),
        ("2021-05-30", "2021-04-30", "2021-05-30"),
        ("2021-06-01", "2021-05-31", "2021-06-29"),
    ];
    for (inside, start, end) in charges {
        let period = period_of(anchor, 1, day(inside)).unwrap();
        assert_eq!((period.start, period.end), (day(start), day(end)), "{inside}");
    }
    assert_eq!(period_of(anchor, 1, day("2021-01-30")), None);
}

#[test]
fn a_period_counts_both_of_its_ends() {
    let period = period_of(day("2021-07-15"), 1, day("2021-07-17")).unwrap();
    assert_eq!(period.days(), 31);
    assert_eq!(period.days_left(day("2021-07-17")), 29);
    assert_eq!(period.days_left(day("2021-08-14")), 1);
    assert_eq!(period.days_left(day("2021-08-15")), 0);
}

proptest! {
    #[test]
    fn periods_follow_each_other_without_gap_or_overlap(
        offset in 0_i64..800, months in 1_i32..13, later in 0_i64..2_000,
    ) {
        let anchor = day("2024-01-15").plus_days(offset).unwrap();
        let inside = anchor.plus_days(later).unwrap();
        let period = period_of(anchor, months, inside).unwrap();
        prop_assert!(period.start <= inside && inside <= period.end);
        let next = period_of(anchor, months, period.end.plus_days(1).unwrap()).unwrap();
        prop_assert_eq!(next.start, period.end.plus_days(1).unwrap());
        let count = periods_started(anchor, months, inside);
        prop_assert_eq!(periods_started(anchor, months, next.start), count + 1);
    }
}
