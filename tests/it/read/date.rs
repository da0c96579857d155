use proptest::prelude::*;
use recourse::exchange::read::date::{DateFault, DateOrder, Orders, day, instant};
use recourse::exchange::read::number::Settled;

fn plain(text: &str) -> Result<Option<String>, DateFault> {
    day(text, None).map(|d| d.map(|d| d.to_string()))
}

#[test]
fn dates_that_can_be_read_one_way_only() {
    let cases = [
        ("2026-07-15", "2026-07-15"),
        ("2026/7/5", "2026-07-05"),
        ("20260715", "2026-07-15"),
        ("15 Jul 2026", "2026-07-15"),
        ("July 15, 2026", "2026-07-15"),
        ("Wednesday, September 30, 2026", "2026-09-30"),
        ("15-Sept-26", "2026-09-15"),
        ("2026年7月15日", "2026-07-15"),
        ("115/07/15", "2026-07-15"),
        ("15.07.2026", "2026-07-15"),
        ("03.04.2026", "2026-04-03"),
        ("25/12/2026", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
        ("5/5/2026", "2026-05-05"),
        ("2/28/2019 23:59", "2019-02-28"),
        ("2015-11-25T06: 41: 12Z", "2015-11-25"),
        ("2026-07-15T23:59:59.9970000", "2026-07-15"),
    ];
    for (text, wanted) in cases {
        assert_eq!(plain(text), Ok(Some(wanted.to_owned())), "{text}");
    }
}

#[test]
fn the_order_of_day_and_month_is_never_guessed() {
    assert_eq!(plain("03/04/2026"), Err(DateFault::Order));
    let read = |order| day("03/04/2026", Some(order)).unwrap().unwrap().to_string();
    assert_eq!(read(DateOrder::DayFirst), "2026-04-03");
    assert_eq!(read(DateOrder::MonthFirst), "2026-03-04");
}

#[test]
fn a_file_settles_its_order_or_is_asked() {
    let settle = |texts: &[&str]| {
        let mut orders = Orders::default();
        for text in texts {
            orders.see(text);
        }
        orders.settle()
    };
    assert_eq!(settle(&["03/04/2026", "25/04/2026"]), Settled::One(DateOrder::DayFirst));
    assert_eq!(
        settle(&["03/04/2026", "2/1/2019 0:00", "04/30/2026"]),
        Settled::One(DateOrder::MonthFirst)
    );
    assert_eq!(settle(&["03/04/2026"]), Settled::Undecided("03/04/2026".to_owned()));
    assert_eq!(settle(&["25/04/2026", "04/25/2026"]), Settled::Contradictory);
    assert_eq!(settle(&["2026-07-15", "15 Jul 2026", "5/5/2026"]), Settled::Any);
}

#[test]
fn days_that_mean_none_are_none() {
    for text in
        ["", " ", "0001-01-01T00:00:00", "9999-12-31T23:59:59.9970000", "9999-12-10T00:00:00Z"]
    {
        assert_eq!(plain(text), Ok(None), "{text}");
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for text in [
        "2026-02-30",
        "31/31/2026",
        "2026-13-01",
        "yesterday",
        "1,200.00",
        "12",
        "Jul 2026",
        "99/99/99",
    ] {
        assert_eq!(plain(text), Err(DateFault::NotADate), "{text}");
    }
}

#[test]
fn moments_keep_their_zone_and_are_utc_without_one() {
    let at = |text: &str| instant(text, None).unwrap().unwrap().to_string();
    assert_eq!(at("2023-07-10T12:34:27.8016635+05:30"), "2023-07-10T07:04:27.801Z");
    assert_eq!(at("2021-12-08T00:25:45.69"), "2021-12-08T00:25:45.690Z");
    assert_eq!(at("2015-11-25T06: 41: 12Z"), "2015-11-25T06:41:12.000Z");
    assert_eq!(at("2019-08-28T00:00:00-07:00"), "2019-08-28T07:00:00.000Z");
    assert_eq!(at("Wednesday, September 30, 2026 01:49 PM GMT-05:00"), "2026-09-30T18:49:00.000Z");
    assert_eq!(at("2026-07-15"), "2026-07-15T00:00:00.000Z");
    assert!(instant("2026-07-15T25:00:00Z", None).is_err());
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in ".{0,40}") {
        let _ = instant(&text, Some(DateOrder::DayFirst));
        Orders::default().see(&text);
    }

    #[test]
    fn any_mixture_of_its_signs_gets_an_answer(text in "[0-9TZ:/. +JanPM-]{0,30}") {
        let _ = instant(&text, Some(DateOrder::MonthFirst));
        Orders::default().see(&text);
    }
}
