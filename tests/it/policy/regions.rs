//! The regions of a column: within one of them no cell changes its mind.

use proptest::prelude::*;
use recourse::domain::Decimal;
use recourse::policy::feel::{Cell, Expr, Scope, Type, Unit, Value, parse_cell};
use recourse::policy::regions::{Regions, millionths, number_of, written};

fn scope() -> Scope {
    let mut scope = Scope::default();
    scope.declare("fixed", Type::Number(Unit::Plain));
    scope
}

/// The only name stands still, at twelve.
fn fixed(expr: &Expr) -> Option<Value> {
    match expr {
        Expr::Name(..) => Some(Value::number(12)),
        other => written(other),
    }
}

fn cells(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| parse_cell(text, &scope()).unwrap()).collect()
}

fn regions(texts: &[&str]) -> Option<Regions> {
    Regions::of(cells(texts).iter(), &fixed)
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn millionths_are_exact_or_none() {
    for (text, wanted) in [
        ("0", Some(0)),
        ("1", Some(1_000_000)),
        ("-1.5", Some(-1_500_000)),
        ("0.000001", Some(1)),
        ("-0.000001", Some(-1)),
        ("0.0000001", None),
        ("9223372036854.775807", Some(i64::MAX)),
        ("-9223372036854.775807", Some(-i64::MAX)),
        ("9223372036854.775808", None),
        ("2147483648", Some(2_147_483_648_000_000)),
        ("9223372036855", None),
        ("-9223372036855", None),
        ("9223372036854775807", None),
        // More digits than a machine word, all but six of them zeros after the point.
        ("9223372036854.000000", Some(9_223_372_036_854_000_000)),
        ("1844674407370.955161600000", Some(1_844_674_407_370_955_161)),
        ("18446744073709551616", None),
        ("1.000000000000000000000000", Some(1_000_000)),
        ("-2.500000000000000000000000", Some(-2_500_000)),
    ] {
        let found = millionths(decimal(text));
        match wanted {
            // What does not end within six places is no whole count.
            Some(count) if decimal(text) != number_of(count) => assert_eq!(found, None, "{text}"),
            wanted => assert_eq!(found, wanted, "{text}"),
        }
    }
    assert_eq!(number_of(-1_500_000), decimal("-1.5"));
}

#[test]
fn numbers_fall_below_on_and_between_the_constants() {
    let regions = regions(&["< 10", "[20..30)", "fixed, 10"]).unwrap();
    assert_eq!(regions.count(), 9);
    for (text, wanted) in [
        ("9.999999", 0),
        ("10", 1),
        ("11", 2),
        ("12", 3),
        ("19.9999999", 4),
        ("20", 5),
        ("20.0000001", 6),
        ("30.000000000", 7),
        ("99999999999999999999", 8),
        ("-99999999999999999999", 0),
    ] {
        assert_eq!(regions.of_value(&Value::Number(decimal(text))), Some(wanted), "{text}");
    }
    assert_eq!(regions.of_millionths(10_000_000), Some(1));
    assert_eq!(regions.of_millionths(10_000_001), Some(2));
    assert_eq!(regions.of_share(60, 5), Some(3));
    assert_eq!(regions.of_share(61, 5), Some(4));
    assert_eq!(regions.of_share(59, 5), Some(2));
    assert_eq!(regions.of_share(i64::MAX, 1), Some(8));
    assert_eq!(regions.of_share(i64::MIN, i64::MAX), Some(0));
    assert_eq!(regions.of_value(&Value::text("10")), None);
    assert_eq!(regions.of_value(&Value::Bool(true)), None);
}

#[test]
fn texts_truths_and_what_is_never_looked_at() {
    let texts = regions(&[r#""DE", "AT""#, r#"not("TW")"#]).unwrap();
    assert_eq!(texts.count(), 4);
    for (text, wanted) in [("AT", 0), ("DE", 1), ("TW", 2), ("FR", 3), ("", 3)] {
        assert_eq!(texts.of_value(&Value::text(text)), Some(wanted), "{text}");
    }
    assert_eq!(texts.of_value(&Value::number(1)), None);
    assert_eq!(texts.of_millionths(0), None);
    assert_eq!(texts.of_share(1, 1), None);
    let truths = regions(&["true", "null"]).unwrap();
    assert_eq!(truths.count(), 2);
    assert_eq!(truths.of_value(&Value::Bool(false)), Some(0));
    assert_eq!(truths.of_value(&Value::Bool(true)), Some(1));
    assert_eq!(truths.of_share(1, 1), None);
    let whole = regions(&["-", "null"]).unwrap();
    assert_eq!((whole.count(), whole.samples().len()), (1, 1));
    assert_eq!(whole.of_value(&Value::text("any")), Some(0));
    assert_eq!((whole.of_millionths(5), whole.of_share(1, 3)), (Some(0), Some(0)));
}

#[test]
fn what_has_no_regions() {
    for texts in [
        &["< \"M\""][..],
        &["5", "\"DE\""],
        &["\"DE\"", "5"],
        &["\"DE\"", "true"],
        &["true", "\"DE\""],
        &["date(\"2026-01-01\")"],
        &["< 0.0000001"],
        &["[\"A\"..\"B\"]"],
    ] {
        assert_eq!(regions(texts), None, "{texts:?}");
    }
    let open = cells(&["> fixed"]);
    assert_eq!(Regions::of(open.iter(), &written), None);
}

proptest! {
    #[test]
    fn within_a_region_no_cell_changes_its_mind(
        cuts in prop::collection::vec(-40_i64..40, 1..40),
        numerator in -2_000_i64..2_000, places in 0_u32..9, whole in 1_i64..60,
    ) {
        let texts: Vec<String> = cuts.iter().enumerate().map(|(at, cut)| match at % 5 {
            0 => format!("< {cut}"),
            1 => format!("[{cut}..{})", cut + 3),
            2 => format!("{cut}.5"),
            3 => format!("not(> {cut})"),
            _ => format!("{cut}, fixed"),
        }).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (cells, regions) = (cells(&texts), regions(&texts).unwrap());
        let samples = regions.samples();
        prop_assert_eq!(samples.len(), regions.count());
        for (at, sample) in samples.iter().enumerate() {
            prop_assert_eq!(regions.of_value(sample.as_ref().unwrap()), Some(at));
        }
        let inputs = [Ok(Value::number(12))];
        let number = Decimal::new(numerator, places);
        let region = regions.of_value(&Value::Number(number)).unwrap();
        let sample = Ok(samples[region].clone().unwrap());
        for (cell, text) in cells.iter().zip(&texts) {
            let held = cell.holds(&Ok(Value::Number(number)), &inputs);
            prop_assert_eq!(held, cell.holds(&sample, &inputs), "{} for {}", text, number);
        }
        if let Some(count) = millionths(number) {
            prop_assert_eq!(regions.of_millionths(count), Some(region));
        }
        // A share stands where the whole would, were everything multiplied.
        let share = regions.of_share(numerator, whole).unwrap();
        let Regions::Numbers { cuts, .. } = &regions else { panic!("numbers") };
        let times = |cut: &Decimal| *cut * Decimal::from(whole);
        let below = cuts.iter().filter(|cut| times(cut) < Decimal::from(numerator)).count();
        let on = cuts.iter().any(|cut| times(cut) == Decimal::from(numerator));
        prop_assert_eq!(share, 2 * below + usize::from(on));
    }
}
