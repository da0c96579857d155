//! What cannot be told is referred with its place, and never approved: long, short and all at once.

use recourse::domain::decision::Outcome;
use recourse::domain::{Currency, Day};
use recourse::engine::credit::decision::Origin;
use recourse::engine::credit::{Decision, Inputs};
use recourse::policy::{Compiled, compile, shipped};
use serde_json::{Value, json};

use super::good::{GOOD, both_ways};

fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

/// The standard policy with a field that may be missing without a word, and with one part edited.
fn edited(edit: impl Fn(&mut Value)) -> Compiled {
    let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    let label = json!({ "en": "-", "zh-Hant": "-" });
    for id in ["x.silent", "x.known"] {
        document["fields"].as_array_mut().unwrap().push(json!({
            "id": id, "label": label, "type": "number", "source": "test",
            "missing": { "do": "skip-candidate" },
        }));
    }
    edit(&mut document);
    compile(&document.to_string()).unwrap()
}

/// What an otherwise approved customer is told, both ways alike.
fn decided(policy: &Compiled) -> Decision {
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, text) in GOOD.iter().chain(&[("x.known", "0")]) {
        inputs.set_text(policy, field, text, ("test", Some(0))).unwrap();
    }
    both_ways(policy, &inputs, today())
}

/// The places and fields for which a decision was referred.
fn causes(decision: &Decision) -> Vec<String> {
    let of = |origin: &Origin| match origin {
        Origin::Failure { place, problem } => Some(format!("{place}: {problem}")),
        Origin::MissingField { field } => Some(field.clone()),
        _ => None,
    };
    decision.reasons.iter().filter_map(|reason| of(&reason.origin)).collect()
}

fn referred(edit: impl Fn(&mut Value), wanted: &[&str]) {
    let decision = decided(&edited(edit));
    assert_eq!((decision.outcome.clone(), causes(&decision)), (Outcome::Refer, owned(wanted)));
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The first row of the table gives this in a column; a good customer meets it.
fn gives(column: usize, cell: &'static str) -> impl Fn(&mut Value) {
    move |document| {
        let table = &mut document["stages"][2];
        table["hit"] = json!("first");
        table["rules"][0]["then"][column] = json!(cell);
    }
}

#[test]
fn an_outcome_that_cannot_be_worked_out_is_none() {
    referred(gives(1, r#"if x.silent > 5 then "decline" else "approve""#), &["x.silent"]);
    let zero = "grade.G1: o.outcome: at character 6: division by zero";
    referred(gives(1, r#"if 1 / x.known > 5 then "decline" else "approve""#), &[zero]);
    referred(gives(1, "null"), &["grade.G1: o.outcome: there is no value"]);
}

#[test]
fn days_a_deposit_and_a_review_that_cannot_be_worked_out_are_not_left_out() {
    for (column, name) in [(3, "o.termDays"), (4, "o.deposit"), (5, "o.review")] {
        let place = format!("grade.G1: {name}: at character 3: division by zero");
        referred(gives(column, "1 / (x.known - x.known)"), &[&place]);
        referred(gives(column, "x.silent + 1"), &["x.silent"]);
        // A row may give nothing: then there is no deposit, and no date of its own.
        assert_eq!(decided(&edited(gives(column, "null"))).outcome, Outcome::Approve);
    }
}

#[test]
fn a_default_of_another_column_is_no_outcome() {
    let edit = |document: &mut Value| {
        let table = &mut document["stages"][2];
        table["hit"] = json!("first");
        table["rules"].as_array_mut().unwrap().truncate(1);
        table["rules"][0]["when"] = json!(["< 0"]);
        table["outputs"][0]["default"] = json!("\"A\"");
    };
    let decision = decided(&edited(edit));
    assert_eq!(decision.outcome, Outcome::Refer);
    assert_eq!(causes(&decision)[0], "grade.: o.outcome: there is no value");
}

#[test]
fn a_null_that_a_rule_or_a_limit_rests_on_is_said() {
    let derived = |expr: &'static str| {
        move |document: &mut Value| {
            let label = json!({ "en": "-", "zh-Hant": "-" });
            let step = json!({ "id": "x.null", "label": label, "expr": expr });
            document["derived"].as_array_mut().unwrap().push(step);
        }
    };
    let null = derived("if x.known > 5 then 9 else null");
    referred(
        |document| {
            null(document);
            document["stages"][1]["rules"][0]["when"] = json!([{ "field": "x.null", "is": "> 5" }]);
        },
        &["knockout.K1: there is no value"],
    );
    referred(
        |document| {
            null(document);
            document["stages"][3]["candidates"][0]["expr"] = json!("x.null");
        },
        &["limit.L4: there is no value"],
    );
}

#[test]
fn a_limit_of_which_every_candidate_is_left_out_is_none_that_anybody_gave() {
    let edit = |document: &mut Value| {
        let candidates = document["stages"][3]["candidates"].as_array_mut().unwrap();
        candidates.truncate(1);
        candidates[0]["expr"] = json!("p.houseCap * x.silent");
    };
    referred(edit, &["x.silent"]);
    assert_eq!(decided(&edited(edit)).limit, None);
}

#[test]
fn by_priority_the_row_that_ranks_first_decides_and_gives_the_reason() {
    let policy = edited(|document| {
        let table = &mut document["stages"][2];
        table["hit"] = json!("priority");
        table["outputs"][1]["allowed"] = json!(r#""decline", "refer", "approve""#);
        table["rules"] = json!([
            { "id": "P1", "when": ["-"], "then": ["\"A\"", "\"approve\"", "3", "30", "0", "90"],
              "reason": "R-NEW" },
            { "id": "P2", "when": [">= 1"], "then": ["\"E\"", "\"decline\"", "0", "0", "0", "90"],
              "reason": "R-SCORE" },
        ]);
    });
    let decision = decided(&policy);
    assert_eq!(decision.outcome, Outcome::Decline);
    let codes: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
    assert!(codes.contains(&"R-SCORE") && !codes.contains(&"R-NEW"), "{codes:?}");
}
