use proptest::prelude::*;
use recourse::exchange::read::number::{DecimalMark, Marks, NotANumber, Settled, decimal};

fn point(text: &str) -> Result<Option<String>, NotANumber> {
    decimal(text, DecimalMark::Point).map(|n| n.map(|n| n.normalize().to_string()))
}

fn comma(text: &str) -> Result<Option<String>, NotANumber> {
    decimal(text, DecimalMark::Comma).map(|n| n.map(|n| n.normalize().to_string()))
}

#[test]
fn amounts_as_people_write_them() {
    let cases = [
        ("1,912.50", "1912.5"),
        ("$1,000.00", "1000"),
        ("EUR 1 000.00", "1000"),
        ("NT$12,000", "12000"),
        ("'22.000000000000000000", "22"),
        ("'0E-20", "0"),
        ("1.5e+3", "1500"),
        ("(15.20)", "-15.2"),
        ("15.20-", "-15.2"),
        ("\u{2212}15.20", "-15.2"),
        ("-$5.00", "-5"),
        ("1'912.50", "1912.5"),
        ("12,34,567.00", "1234567"),
        ("120.5682999999995904716", "120.5682999999995904716"),
        (".5", "0.5"),
    ];
    for (text, number) in cases {
        assert_eq!(point(text), Ok(Some(number.to_owned())), "{text}");
    }
    assert_eq!(comma("1.912,50"), Ok(Some("1912.5".to_owned())));
    assert_eq!(comma("1.912"), Ok(Some("1912".to_owned())));
}

#[test]
fn nothing_and_a_dash_are_nothing() {
    for text in ["", "  ", "-", "—", "'"] {
        assert_eq!(point(text), Ok(None), "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in ["12,3.4.5", "1,2", "1,23,4", "12a4", "2026-07-01", "1..2", "1e", "0x10", "１２"]
    {
        assert_eq!(point(text), Err(NotANumber), "{text}");
    }
}

#[test]
fn a_file_settles_its_decimal_mark_or_is_asked() {
    let settle = |texts: &[&str], places| {
        let mut marks = Marks::default();
        for text in texts {
            marks.see(text, places);
        }
        marks.settle()
    };
    assert_eq!(settle(&["1,234", "5.50"], None), Settled::One(DecimalMark::Point));
    assert_eq!(settle(&["1.234", "5,50"], None), Settled::One(DecimalMark::Comma));
    assert_eq!(settle(&["1,234,567"], None), Settled::One(DecimalMark::Point));
    assert_eq!(settle(&["12", "7"], None), Settled::Any);
    assert_eq!(settle(&["1,234"], None), Settled::Undecided("1,234".to_owned()));
    assert_eq!(settle(&["1,234"], Some(3)), Settled::Undecided("1,234".to_owned()));
    // Two decimals at most: a comma before three digits can only part thousands.
    assert_eq!(settle(&["1,234"], Some(2)), Settled::One(DecimalMark::Point));
    assert_eq!(settle(&["1.50", "1,50"], None), Settled::Contradictory);
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in ".{0,30}") {
        let _ = point(&text);
        let _ = comma(&text);
        Marks::default().see(&text, None);
    }

    #[test]
    fn digits_survive_exactly(whole in 0_u64..1_000_000_000, cents in 0_u32..100) {
        let text = format!("{whole}.{cents:02}");
        let read = decimal(&text, DecimalMark::Point).unwrap().unwrap();
        prop_assert_eq!(read.to_string(), text);
    }
}
