//! The short way to a decision: who takes it, and that it answers as the long way does.

use recourse::domain::{Currency, Day};
use recourse::engine::credit::{Decision, Inputs, Placed, Sitting, Verdict, decide};
use recourse::policy::{Compiled, compile, shipped};
use serde_json::{Value, json};

use super::good::{GOOD, without};

pub fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

pub fn edited(edit: impl Fn(&mut Value)) -> Compiled {
    let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    document["tests"] = json!([]);
    edit(&mut document);
    compile(&document.to_string()).unwrap_or_else(|why| panic!("{why:?}"))
}

fn assert_same(verdict: &Verdict<'_, '_>, alone: &Decision, case: &str) {
    assert_eq!(verdict.outcome, alone.outcome, "{case}");
    assert_eq!(verdict.limit, alone.limit, "{case}");
    assert_eq!((verdict.term_days, verdict.deposit), (alone.term_days, alone.deposit), "{case}");
    assert_eq!(verdict.grade, alone.grade.as_deref(), "{case}");
    assert_eq!(
        (verdict.next_review(), verdict.expires()),
        (alone.next_review, alone.expires),
        "{case}"
    );
    let grounds = verdict.reasons.iter();
    let grounds: Vec<_> = grounds
        .map(|g| (g.code, g.points_lost, g.outcome.clone(), format!("{:?}", g.origin)))
        .collect();
    let reasons = alone.reasons.iter();
    let reasons: Vec<_> = reasons
        .map(|r| (r.code.as_str(), r.points_lost, r.outcome.clone(), format!("{:?}", r.origin)))
        .collect();
    assert_eq!(grounds, reasons, "{case}");
}

/// Whether it went the short way; the answers must be those of the long one.
pub fn is_short(policy: &Compiled, sitting: &mut Sitting<'_>, inputs: &Inputs, case: &str) -> bool {
    let before = sitting.decided_short();
    let verdict = sitting.decide(&Placed::new(policy, inputs));
    assert_same(&verdict, &decide(policy, inputs, today()), case);
    sitting.decided_short() > before
}

pub fn good(policy: &Compiled, changes: &[(&str, &str)]) -> Inputs {
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, text) in GOOD.iter().chain(changes) {
        inputs.set_text(policy, field, text, ("test", Some(0))).unwrap();
    }
    inputs
}

/// Every test of every policy, and each with every one of its values left out.
#[test]
fn what_ships_is_decided_the_short_way_whatever_is_missing() {
    for shipped in shipped::ALL {
        let policy = compile(shipped.text).unwrap();
        let mut sitting = Sitting::new(&policy, today());
        for test in &policy.document.tests {
            for left_out in 0..=test.input.len() {
                let inputs = without(&policy, test, left_out);
                let case = format!("{}, {} without {left_out}", shipped.id, test.id);
                // In a currency without amounts nothing can be rounded.
                let wanted = test.currency != Currency::parse("CHF").ok();
                assert_eq!(is_short(&policy, &mut sitting, &inputs, &case), wanted, "{case}");
            }
        }
    }
}

/// So many rows of a table of grades, the last for all above.
fn rows(n: usize) -> Value {
    let row = |at: usize| {
        let cell = match at {
            0 => "< 1".to_owned(),
            at if at + 1 == n => format!(">= {at}"),
            at => format!("[{at}..{})", at + 1),
        };
        let then = [format!("\"G{at}\""), "\"approve\"".to_owned(), "2".to_owned()];
        json!({ "id": format!("R{at}"), "when": [cell], "then": then.iter().map(String::as_str).chain(["30", "0", "365"]).collect::<Vec<_>>() })
    };
    (0..n).map(row).collect()
}

/// So many rules beside those of the standard policy's second stage.
fn more_rules(document: &mut Value, all: usize) {
    let rules = document["stages"][1]["rules"].as_array_mut().unwrap();
    for at in rules.len()..all {
        let mut rule = rules[2].clone();
        rule["id"] = json!(format!("more-{at}"));
        rules.push(rule);
    }
}

#[test]
fn what_only_the_long_way_can_tell_goes_the_long_way() {
    type Edit = fn(&mut Value);
    let cases: &[(&str, bool, Edit)] = &[
        ("as it ships", true, |_| {}),
        ("a rule that compares two fields", false, |d| {
            d["stages"][0]["rules"][0]["when"][0]["is"] = json!("> spend.trend - 2");
        }),
        ("a rule that spares by two fields", false, |d| {
            d["stages"][0]["rules"][0]["when"][0]["is"] = json!(">= 0");
            d["stages"][0]["rules"][0]["unless"] =
                json!([{ "field": "spend.jump", "is": "> spend.trend - 2" }]);
        }),
        ("a rule that compares with a parameter", true, |d| {
            d["stages"][0]["rules"][0]["when"][0]["is"] = json!("> p.overdueShare * 2");
        }),
        ("a rule that asks a list", true, |d| {
            d["stages"][0]["rules"][0]["when"] =
                json!([{ "field": "customer.country", "is": "l.embargo" }]);
        }),
        ("64 rules", true, |d| more_rules(d, 64)),
        ("65 rules", false, |d| more_rules(d, 65)),
        ("64 rows", true, |d| d["stages"][2]["rules"] = rows(64)),
        ("65 rows", false, |d| d["stages"][2]["rules"] = rows(65)),
        ("the first row", true, |d| d["stages"][2]["hit"] = json!("first")),
        ("any row", false, |d| d["stages"][2]["hit"] = json!("any")),
        ("allowed values", false, |d| {
            d["stages"][2]["inputs"][0]["allowed"] = json!("[0..200]");
        }),
        ("a column that is worked out", false, |d| {
            d["stages"][2]["inputs"][0]["field"] = json!("s.risk + 0");
        }),
        ("a cell that reads another value", false, |d| {
            d["stages"][2]["rules"][4]["when"][0] = json!("< 20 + spend.trend - spend.trend");
        }),
        ("an output that reads a value", false, |d| {
            d["stages"][2]["rules"][0]["then"][2] = json!("spend.trend + 2");
        }),
        ("an output that reads a parameter", true, |d| {
            d["stages"][2]["rules"][0]["then"][2] = json!("p.overdueShare * 8");
        }),
        ("a table without columns", false, |d| {
            d["stages"][2]["inputs"] = json!([]);
            let mut row = d["stages"][2]["rules"][0].clone();
            row["when"] = json!([]);
            d["stages"][2]["rules"] = json!([row]);
        }),
        ("a power", false, |d| {
            d["derived"][6]["expr"] = json!("customer.monthsWithUs ** 2");
        }),
        ("a candidate with a power", false, |d| {
            d["stages"][3]["candidates"][1]["expr"] = json!("p.houseCap * 2 ** 2");
        }),
        ("a bin that reads another value", false, |d| {
            d["scorecards"][0]["characteristics"][0]["bins"][0]["is"] =
                json!("<= 5 + spend.trend - spend.trend");
        }),
        ("a base of seven places", false, |d| {
            d["scorecards"][0]["base"] = json!("0.0000001");
        }),
        ("points of seven places", false, |d| {
            d["scorecards"][0]["characteristics"][0]["bins"][0]["points"] = json!("35.0000001");
        }),
        ("no stage of limits", true, |d| {
            d["stages"].as_array_mut().unwrap().truncate(3);
        }),
    ];
    for (case, wanted, edit) in cases {
        let policy = edited(edit);
        let mut sitting = Sitting::new(&policy, today());
        for (changes, wants) in [
            (&[][..], *wanted),
            (&[("payment.worstDaysLate12m", "20"), ("bureau.score", "40")], *wanted),
            (&[("cases.fraudConfirmed", "1"), ("customer.country", "KP")], *wanted),
        ] {
            let inputs = good(&policy, changes);
            assert_eq!(is_short(&policy, &mut sitting, &inputs, case), wants, "{case} {changes:?}");
        }
        for gone in ["payment.worstDaysLate12m", "spend.trend", "customer.monthsWithUs"] {
            let mut inputs = good(&policy, &[]);
            inputs.values.remove(gone);
            is_short(&policy, &mut sitting, &inputs, &format!("{case} without {gone}"));
        }
    }
}

#[test]
fn one_condition_that_fails_spares_the_long_way() {
    let policy = edited(|d| {
        let field = "cases.fraudConfirmed";
        d["stages"][0]["rules"][0]["when"] = json!([
            { "field": field, "is": "> 0" },
            { "field": field, "is": "> spend.trend - 2" },
        ]);
    });
    let mut sitting = Sitting::new(&policy, today());
    let (euro, yen) = (Currency::EUR, Currency::JPY);
    for (currency, confirmed, trend, wanted) in [
        (euro, "0", "2.5", true),
        (euro, "1", "2.5", false),
        (euro, "0", "5", true),
        // What stands there from the customer before is no part of another currency's plan.
        (yen, "1", "5", false),
        (yen, "4", "5", false),
        (yen, "0", "5", true),
    ] {
        let case = format!("{currency} {confirmed} {trend}");
        let changes = [("cases.fraudConfirmed", confirmed), ("spend.trend", trend)];
        let mut inputs = good(&policy, &changes);
        inputs.currency = currency;
        assert_eq!(is_short(&policy, &mut sitting, &inputs, &case), wanted, "{case}");
    }
}

/// The grade table with other columns and rows.
fn graded(hit: &str, columns: &[&str], rows: &[&[&str]]) -> Compiled {
    edited(|d| *d = graded_of(d, hit, columns, rows))
}

fn graded_of(document: &Value, hit: &str, columns: &[&str], rows: &[&[&str]]) -> Value {
    let mut d = document.clone();
    let table = &mut d["stages"][2];
    let rows = rows.iter().enumerate().map(|(at, when)| {
        let then = [&format!("\"G{at}\""), "\"approve\"", "2", "30", "0", "365"];
        json!({ "id": format!("R{at}"), "when": when, "then": then })
    });
    table["rules"] = rows.collect();
    table["hit"] = json!(hit);
    table["inputs"] = columns.iter().map(|column| json!({ "field": column })).collect();
    d
}

/// The grade of somebody without these values, decided the short way.
fn grade_without(policy: &Compiled, gone: &[&str]) -> Option<String> {
    let mut sitting = Sitting::new(policy, today());
    let mut inputs = good(policy, &[]);
    gone.iter().for_each(|field| _ = inputs.values.remove(*field));
    assert!(is_short(policy, &mut sitting, &inputs, &format!("without {gone:?}")));
    decide(policy, &inputs, today()).grade
}

#[test]
fn a_row_that_cannot_be_told_is_decided_the_short_way() {
    let score = "bureau.score";
    for hit in ["unique", "first"] {
        let policy = graded(hit, &[score], &[&["< 50"], &[">= 50"]]);
        assert_eq!(grade_without(&policy, &[]).as_deref(), Some("G1"), "{hit}");
        assert_eq!(grade_without(&policy, &[score]), None, "{hit}");
    }
    let (null, low, high): (&[&str], &[&str], &[&str]) = (&["null"], &["< 50"], &[">= 50"]);
    for (hit, rows, wanted) in [
        ("first", [null, low, high], Some("G0")),
        ("first", [low, null, high], None),
        ("unique", [null, low, high], None),
        ("unique", [low, high, null], None),
    ] {
        let policy = graded(hit, &[score], &rows);
        assert_eq!(grade_without(&policy, &[score]).as_deref(), wanted, "{hit} {rows:?}");
    }
    let both = [score, "company.ageYears"];
    let policy = graded("unique", &both, &[&["-", "< 5"], &["< 50", ">= 5"], &[">= 50", ">= 5"]]);
    assert_eq!(grade_without(&policy, &both), None);
    assert_eq!(grade_without(&policy, &both[..1]), None);
    assert_eq!(grade_without(&policy, &both[1..]), None);
}

#[test]
fn null_meets_no_cell_but_its_own() {
    for (rows, wanted) in [
        ([&["null"][..], &["< 1"]], Some("G0")),
        ([&["< 1"], &["null"]], Some("G1")),
        ([&["< 1"], &[">= 1"]], None),
    ] {
        let policy = edited(|d| {
            d["derived"][6]["expr"] =
                json!("if identity.verified then null else customer.monthsWithUs");
            *d = graded_of(d, "first", &["calc.monthsWithUs"], &rows);
        });
        let inputs = good(&policy, &[]);
        let mut sitting = Sitting::new(&policy, today());
        is_short(&policy, &mut sitting, &inputs, &format!("{rows:?}"));
        assert_eq!(decide(&policy, &inputs, today()).grade.as_deref(), wanted, "{rows:?}");
    }
}
