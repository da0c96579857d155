//! Thresholds of signals, collections and outcomes: each within its bounds, and none below the one it follows.

use recourse::policy::bounds::{Counts, GROUPS, Threshold, is_threshold, threshold_at};
use recourse::policy::{check, shipped};
use serde_json::{Value, json};

fn standard() -> Value {
    serde_json::from_str(shipped::STANDARD).unwrap()
}

fn pointer(place: &str) -> String {
    format!("/{}", place.replace('.', "/"))
}

/// What is told of a place when it has this value.
fn told(place: &str, value: Value) -> Vec<String> {
    let mut document = standard();
    *document.pointer_mut(&pointer(place)).unwrap() = value;
    let faults = check(&document.to_string());
    let faults = faults.iter().filter(|f| f.place.starts_with(place));
    faults.map(|f| f.kind.to_string()).collect()
}

fn all() -> impl Iterator<Item = &'static Threshold> {
    GROUPS.iter().flat_map(|(_, all)| *all)
}

/// What is told when every number is at its bound, or by so much past it.
fn all_at(greatest: bool, past: i64) -> Vec<(String, String)> {
    let mut document = standard();
    for threshold in all().filter(|t| t.counts != Counts::Percents) {
        if let Some((least, most)) = threshold.bounds {
            let bound = if greatest { most } else { least };
            *document.pointer_mut(&pointer(threshold.place)).unwrap() =
                json!((i64::from(bound) + past).max(0));
        }
    }
    let faults = check(&document.to_string());
    faults.into_iter().map(|fault| (fault.place, fault.kind.to_string())).collect()
}

#[test]
fn a_number_is_taken_up_to_its_bounds_and_refused_beyond() {
    for greatest in [true, false] {
        assert_eq!(all_at(greatest, 0), [], "all at their bounds");
        let past = if greatest { 1 } else { -1 };
        let wanted = all().filter(|t| t.counts != Counts::Percents).filter_map(|threshold| {
            let (least, most) = threshold.bounds?;
            let n = i64::from(if greatest { most } else { least }) + past;
            let kind = format!("`{n}` is out of range: it must be from {least} to {most}");
            (n >= 0).then(|| (threshold.place.to_owned(), kind))
        });
        let wanted: Vec<_> = wanted.collect();
        assert!(wanted.len() > 25, "{}", wanted.len());
        assert_eq!(all_at(greatest, past), wanted);
    }
}

#[test]
fn a_number_is_not_below_the_one_it_follows() {
    let follow = all().filter_map(|t| Some((t.place, t.at_least?)));
    let numbers = follow.filter(|(_, least)| !least.contains("excess"));
    let mut seen = 0;
    for (place, least) in numbers {
        seen += 1;
        let document = standard();
        let value = document.pointer(&pointer(least)).unwrap();
        let n: i64 = value.as_i64().or_else(|| value.as_str()?.parse().ok()).unwrap();
        assert_eq!(told(place, value.clone()), Vec::<String>::new(), "{place} as {least}");
        let wanted = format!("`{}` is out of range: it must be ", n - 1);
        let told = told(place, json!(n - 1));
        assert!(told.iter().any(|t| t.starts_with(&wanted)), "{place}: {told:?}");
    }
    assert!(seen > 4, "{seen}");
}

#[test]
fn an_amount_is_not_negative_and_not_below_that_of_its_currency() {
    let high = "suspicion.spendSpike.excessHigh";
    let least = standard()["suspicion"]["spendSpike"]["excessMin"]["EUR"].clone();
    assert_eq!(told(high, json!({ "EUR": least })), Vec::<String>::new());
    assert_eq!(
        told(high, json!({ "EUR": "1.00" })),
        [format!("`1.00` is out of range: it must be at least {}", least.as_str().unwrap())]
    );
    // Nothing stands below it in this currency.
    assert_eq!(told(high, json!({ "ISK": "1" })), Vec::<String>::new());
    assert_eq!(told("collections.tolerance", json!({ "EUR": "0.00" })), Vec::<String>::new());
    assert_eq!(
        told("collections.tolerance", json!({ "EUR": "-0.01" })),
        ["`-0.01` is out of range: it must be at least 0"]
    );
}

#[test]
fn percents_rise_within_their_bounds() {
    let place = "outcome.utilisationWarnings";
    let falls = |list: &str| {
        vec![format!("`{list}` is out of range: each must be greater than the one before")]
    };
    for (percents, wanted) in [
        (json!([70, 85, 100]), vec![]),
        (json!([1, 1000]), vec![]),
        (json!([70]), vec![]),
        (json!([]), vec![]),
        (json!([70, 70]), falls("70, 70")),
        (json!([85, 70, 100]), falls("85, 70, 100")),
        (json!([70, 1001]), vec!["`1001` is out of range: it must be from 1 to 1000".to_owned()]),
        (json!([0, 70]), vec!["`0` is out of range: it must be from 1 to 1000".to_owned()]),
    ] {
        assert_eq!(told(place, percents.clone()), wanted, "{percents}");
    }
    // A list of words has no order.
    assert_eq!(told("suspicion.newTenant.families", json!(["9", "1"])), Vec::<String>::new());
}

#[test]
fn a_place_belongs_to_the_threshold_in_which_it_lies() {
    for (place, wanted) in [
        ("suspicion.budget.percents[1]", Some(("suspicion.budget.percents", "[1]"))),
        ("collections.tolerance.EUR", Some(("collections.tolerance", ".EUR"))),
        ("outcome.reviewDays", Some(("outcome.reviewDays", ""))),
        ("outcome.reviewDaysOf", None),
        ("outcome", None),
    ] {
        assert_eq!(threshold_at(place).map(|(t, rest)| (t.place, rest)), wanted, "{place}");
        assert_eq!(is_threshold(place), wanted.is_some(), "{place}");
    }
    assert!(is_threshold("outcome.why"));
    assert!(is_threshold("suspicion.budget.why.zh-Hant"));
    assert!(!is_threshold("outcome.whyever"));
    assert!(!is_threshold("fields[0].source"));
}
