//! The document as a whole: faults with place and mend, canonical bytes, approvals.

use proptest::prelude::*;
use recourse::policy::bounds::{GROUPS, is_threshold};
use recourse::policy::canonical::{canonical, sha256};
use recourse::policy::fault::Weight;
use recourse::policy::{check, compile, shipped};
use serde_json::{Value, json};

fn standard() -> Value {
    serde_json::from_str(shipped::STANDARD).unwrap()
}

/// The faults of the standard policy after a change at one place.
fn after(pointer: &str, value: Value) -> Vec<String> {
    let mut document = standard();
    *document.pointer_mut(pointer).unwrap() = value;
    let faults = check(&document.to_string());
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_names_its_place_and_the_mend() {
    for (pointer, value, wanted) in [
        (
            "/stages/0/rules/0/when/0/field",
            json!("cases.fraudConfirmd"),
            "stages[0].rules[0].when[0].field: nothing declares `cases.fraudConfirmd`: did you mean `cases.fraudConfirmed`?",
        ),
        (
            "/stages/0/rules/0/when/0/is",
            json!("> \"many\""),
            "stages[0].rules[0].when[0].is: at character 1: a number and text do not go together",
        ),
        (
            "/stages/0/rules/0/when/0/is",
            json!("> "),
            "stages[0].rules[0].when[0].is: at character 3: found the end where a value is wanted",
        ),
        (
            "/stages/0/rules/0/then",
            json!("reject"),
            "stages[0].rules[0].then: `reject` is not allowed: use one of `approve`, `prepay`, `refer`, `hold`, `decline`",
        ),
        (
            "/stages/0/rules/0/reason",
            json!("F-NONE"),
            "stages[0].rules[0].reason: nothing declares `F-NONE`",
        ),
        (
            "/stages/2/rules/0/then/1",
            json!("\"maybe\""),
            "stages[2].rules[0].then[1]: `maybe` is not allowed",
        ),
        (
            "/stages/2/rules/0/when/0",
            json!("> 60"),
            "stages[2].rules[1]: rows G1 and G2 both hold for s.risk = ",
        ),
        (
            "/stages/2/rules/0/when/0",
            json!("> 70"),
            "stages[2]: no row holds for s.risk = 70: add one",
        ),
        (
            "/stages/2/rules/0/then",
            json!(["\"A\""]),
            "stages[2].rules[0]: 1 and 1 cells for 1 and 6 columns: write one cell for each column",
        ),
        (
            "/stages/3/candidates/1/expr",
            json!("\"all\""),
            "an amount of money is wanted, this is text",
        ),
        (
            "/stages/3/candidates/1/expr",
            json!("spend.monthly * request.limit"),
            "an amount of money and an amount of money do not go together",
        ),
        (
            "/derived/0/expr",
            json!("calc.asked"),
            "derived: `calc.exposure`, `calc.asked` need each other",
        ),
        ("/derived/0/id", json!("calc exposure"), "`calc exposure` is not a name"),
        ("/fields/1/id", json!("payment.overdue"), "fields[1].id: `payment.overdue` is used twice"),
        (
            "/fields/5/missing/value",
            json!("none"),
            "fields[5].missing.value: `none` is not a plain number",
        ),
        (
            "/fields/0/missing",
            json!({ "do": "guess" }),
            "fields[0].missing.do: `guess` is not allowed",
        ),
        (
            "/parameters/0/values/0/value",
            json!(0.25),
            "parameters[0].values[0].value: `0.25` is not a whole number, or a decimal written as text",
        ),
        (
            "/scorecards/0/characteristics/0/bins/0/is",
            json!("<= 4"),
            "no row holds for payment.worstDaysLate12m = 4.5: add one",
        ),
        ("/scorecards/0/characteristics/0/bins/5/points", json!(9), "keeping it back pays"),
        ("/formatVersion", json!(2), "format 2 is newer than 1"),
        ("/language", json!("zen"), "language: `zen` is not allowed: use one of `s-feel/1`"),
        ("/outcome/severity", json!(["approve", "refer"]), "`prepay, hold, decline` is missing"),
        (
            "/outcome/utilisationWarnings",
            json!([85, 70]),
            "each must be greater than the one before",
        ),
        (
            "/tests/0/input",
            json!({ "spend.monthly": "lots" }),
            "tests[0].input.spend.monthly: `lots` is not a plain number",
        ),
        ("/tests/0/input", json!({ "spend.weekly": "1" }), "nothing declares `spend.weekly`"),
        (
            "/outcome/utilisationWarnings",
            json!([70, 2_000]),
            "`2000` is out of range: it must be from 1 to 1000",
        ),
        (
            "/suspicion/spendSpike/baselineDays",
            json!(3),
            "suspicion.spendSpike.baselineDays: `3` is out of range: it must be from 7 to 366",
        ),
        (
            "/suspicion/vendorAlert/redHours",
            json!(1_000),
            "suspicion.vendorAlert.redHours: `1000` is out of range",
        ),
        (
            "/suspicion/scoring/containPoints",
            json!(50),
            "suspicion.scoring.containPoints: `50` is out of range: it must be at least 100",
        ),
        (
            "/collections/tolerance/EUR",
            json!("-5.00"),
            "collections.tolerance.EUR: `-5.00` is out of range: it must be at least 0",
        ),
        (
            "/suspicion/spendSpike/excessHigh/EUR",
            json!("50.00"),
            "suspicion.spendSpike.excessHigh.EUR: `50.00` is out of range: it must be at least 100.00",
        ),
        ("/authority/1/role", json!("analyst"), "authority[1].role: `analyst` is used twice"),
        (
            "/overrideReasons/1/code",
            json!("O-GUARANTEE"),
            "overrideReasons[1].code: `O-GUARANTEE` is used twice",
        ),
        ("/guards/1/id", json!("in"), "guards[1].id: `in` is used twice"),
        ("/guards/0/max", Value::Null, "guards[0]: `min` or `max` is missing"),
        (
            "/stages/2/rules/2/reason",
            json!("R-NONE"),
            "stages[2].rules[2].reason: nothing declares `R-NONE`",
        ),
        ("/stages/2/rules/1/id", json!("G1"), "stages[2].rules[1].id: `G1` is used twice"),
        (
            "/stages/2/rules/0/when/0",
            json!("\"A\""),
            "stages[2].rules[0].when[0]: at character 1: a number and text do not go together",
        ),
        (
            "/stages/2/rules/1/then/2",
            json!("\"three\""),
            "stages[2].rules[1].then[2]: a number is wanted, this is text",
        ),
        (
            "/stages/2/outputs/0/role",
            json!("term-days"),
            "stages[2].outputs[0]: a number is wanted, this is text",
        ),
        (
            "/stages/1/rules/3/when/0/is",
            json!("\"much\""),
            "stages[1].rules[3].when[0].is: at character 1: a number and text do not go together",
        ),
        ("/stages/2/rules/0/when/0", json!("> >"), "stages[2].rules[0].when[0]: at character 3: "),
        (
            "/stages/2/rules/0/when/0",
            json!("> calc.cheks"),
            "stages[2].rules[0].when[0]: nothing declares `calc.cheks`: did you mean `calc.checks`?",
        ),
        (
            "/stages/2/inputs/0/field",
            json!("s.rsk"),
            "stages[2].inputs[0].field: nothing declares `s.rsk`: did you mean `s.risk`?",
        ),
        (
            "/derived/0/expr",
            json!("exposure.opn + 1"),
            "derived[0].expr: nothing declares `exposure.opn`: did you mean `exposure.open`?",
        ),
        ("/parameters/0/values", json!([]), "parameters[0].values: the values must be all"),
        (
            "/parameters/0/values",
            json!([
                { "from": "2020-01-01", "value": "1" },
                { "from": "2021-01-01", "amounts": { "EUR": "1.00" } },
            ]),
            "parameters[0].values: the values must be all numbers or all amounts",
        ),
        ("/derived/0/id", json!("1calc"), "`1calc` is not a name"),
        ("/derived/0/id", json!("calc-1"), "`calc-1` is not a name"),
        ("/derived/0/id", json!("calc..x"), "`calc..x` is not a name"),
        ("/stages/1/id", json!("fraud"), "stages[1].id: `fraud` is used twice"),
        ("/collections/steps/4/requires", json!([]), "`suspend` comes without a final notice"),
        ("/collections/steps/3/delayDays", json!(3), "day 3 is before day 7 of `second-notice`"),
    ] {
        let faults = after(pointer, value);
        assert!(faults.iter().any(|f| f.contains(wanted)), "{pointer}: {faults:#?}");
    }
}

#[test]
fn what_is_odd_but_no_fault_is_taken() {
    for (pointer, value, never) in [
        ("/derived/0/id", json!("_calc1"), "is not a name"),
        (
            "/stages/1/rules/0/when/0",
            json!({ "field": "l.embargo", "is": "l.embargo" }),
            "do not go together",
        ),
    ] {
        let faults = after(pointer, value);
        assert!(!faults.iter().any(|f| f.contains(never)), "{pointer}: {faults:#?}");
    }
}

#[test]
fn what_is_no_json_is_told_by_line_and_character() {
    let faults = check("{\n  \"id\": }");
    assert_eq!(faults[0].to_string(), "this is not JSON: it breaks off at line 2, character 9");
    let early = check("{ \"id\": 1");
    assert!(early[0].to_string().contains("it ends too early"), "{early:?}");
}

#[test]
fn every_policy_that_ships_keeps_its_thresholds_within_bounds() {
    for policy in shipped::ALL {
        assert_eq!(compile(policy.text).unwrap().warnings, [], "{}", policy.id);
    }
    let known: Vec<&str> = GROUPS.iter().flat_map(|(_, all)| *all).map(|t| t.place).collect();
    let document = standard();
    for place in known {
        let pointer = format!("/{}", place.replace('.', "/"));
        assert!(document.pointer(&pointer).is_some(), "{place} is in the document");
    }
}

/// Every number of the document outside its rows is a threshold with bounds, or has a form of its own.
#[test]
fn no_threshold_is_without_a_form() {
    let document = standard();
    let mut places = Vec::new();
    for key in ["suspicion", "collections", "outcome"] {
        numbers(&document[key], key, &mut places);
    }
    let own = ["collections.steps", "suspicion.scoring.scenarios"];
    places.retain(|p| !is_threshold(p) && !own.iter().any(|o| p.starts_with(o)));
    assert_eq!(places, Vec::<String>::new());
}

fn numbers(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(all) => {
            all.iter().for_each(|(key, v)| numbers(v, &format!("{place}.{key}"), found));
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(at, v)| numbers(v, &format!("{place}[{at}]"), found));
        }
        Value::Number(_) => found.push(place.to_owned()),
        _ => {}
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let mut document = standard();
    document["stages"][0]["rules"][0]["when"][0]["is"] = json!("<");
    document["stages"][1]["rules"][0]["reason"] = json!("R-NONE");
    document["colour"] = json!("blue");
    let faults = check(&document.to_string());
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert!(faults.iter().all(|f| f.weight == Weight::Error));
}

#[test]
fn what_is_no_policy_is_refused_in_a_sentence() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for text in ["", "{", "[]", "null", "\"policy\"", "{}", deep.as_str()] {
        let faults = compile(text).unwrap_err();
        assert!(!faults.is_empty());
        assert!(faults.iter().all(|f| !f.to_string().is_empty()));
    }
}

/// The same document with its keys in another order.
fn turned(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let mut parts: Vec<String> =
                object.iter().map(|(k, v)| format!("{} : {}", json!(k), turned(v))).collect();
            parts.reverse();
            format!("{{ {} }}", parts.join(" ,\n"))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(turned).collect();
            format!("[ {} ]", items.join(", "))
        }
        other => other.to_string(),
    }
}

#[test]
fn the_hash_is_that_of_the_content_not_of_its_layout() {
    let hash = compile(shipped::STANDARD).unwrap().sha256;
    assert_eq!(compile(&turned(&standard())).unwrap().sha256, hash);
    let mut signed = standard();
    signed["approvals"] =
        json!([{ "by": "a", "role": "cfo", "at": "2026-11-20T09:12:00Z", "sha256": hash }]);
    signed["status"] = json!("approved");
    assert_eq!(compile(&signed.to_string()).unwrap().sha256, hash);
    let mut changed = standard();
    changed["stages"][0]["rules"][0]["when"][0]["is"] = json!("> 1");
    assert_ne!(compile(&changed.to_string()).unwrap().sha256, hash);
}

#[test]
fn canonical_text_sorts_keys_and_drops_white_space() {
    let value: Value =
        serde_json::from_str(r#"{ "b": [1, true, null], "a": "\u0007é\n", "status": 1 }"#).unwrap();
    assert_eq!(canonical(&value), r#"{"a":"\u0007é\n","b":[1,true,null]}"#);
    assert_eq!(
        sha256(&json!({})),
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    );
}

#[test]
fn an_approval_counts_for_this_text_and_from_another_person_only() {
    let mut document = standard();
    document["minApprovals"] = json!(1);
    document["author"] = json!("Ada Vermeer");
    let hash = compile(&document.to_string()).unwrap().sha256;
    let mut approved_by = |by: &str, sha256: &str| {
        document["approvals"] =
            json!([{ "by": by, "role": "cfo", "at": "2026-11-20T09:12:00Z", "sha256": sha256 }]);
        compile(&document.to_string()).unwrap().is_approved()
    };
    assert!(approved_by("Lin Jia-Ying", &hash));
    assert!(!approved_by("ada  vermeer", &hash));
    assert!(!approved_by("Lin Jia-Ying", &"0".repeat(64)));
}

#[test]
fn ten_thousand_rows_are_read_and_decided() {
    let mut document = standard();
    let rows: Vec<Value> = (0..10_000)
        .map(|n| {
            let cell = if n == 0 { "< 1".to_owned() } else { format!("[{n}..{})", n + 1) };
            let cell = if n == 9_999 { ">= 9999".to_owned() } else { cell };
            json!({ "id": format!("G{n}"), "when": [cell], "then": ["\"A\"", "\"approve\"", "3", "30", "0", "365"] })
        })
        .collect();
    document["stages"][2]["rules"] = json!(rows);
    let policy = compile(&document.to_string()).unwrap();
    let results = recourse::engine::credit::run_tests(&policy);
    assert!(results.iter().any(|r| r.passed()));
}

/// All places of a document.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                places(
                    value,
                    &format!("{place}/{}", key.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, &format!("{place}/{at}"), found);
            }
        }
        _ => {}
    }
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!({})),
        Just(json!([])),
        Just(json!([[[]]])),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever stands at any place, the document is compiled or refused, and the hash never
    /// that of the whole one.
    #[test]
    fn any_value_at_any_place_is_taken_or_refused(at in any::<prop::sample::Index>(), odd in odd_value()) {
        let mut document = standard();
        let mut found = Vec::new();
        places(&document, "", &mut found);
        let place = at.get(&found);
        let before = document.pointer(place).unwrap().clone();
        prop_assume!(before != odd && place != "/status" && !place.starts_with("/approvals"));
        *document.pointer_mut(place).unwrap() = odd;
        match compile(&document.to_string()) {
            Ok(compiled) => prop_assert_ne!(compiled.sha256, sha256(&standard())),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}

/// The standard policy with another grade table.
fn with_rows(hit: &str, complete: bool, cells: impl Iterator<Item = String>) -> Value {
    let mut document = standard();
    let rows: Vec<Value> = cells
        .enumerate()
        .map(|(at, cell)| {
            let then = ["\"A\"", "\"approve\"", "1", "30", "0", "90"];
            json!({ "id": format!("R{at}"), "when": [cell], "then": then })
        })
        .collect();
    document["stages"][2]["rules"] = json!(rows);
    document["stages"][2]["hit"] = json!(hit);
    document["stages"][2]["complete"] = json!(complete);
    document["tests"] = json!([]);
    document
}

#[test]
fn a_table_that_must_be_complete_is_refused_with_a_gap() {
    let cells = || ["< 50", "> 50"].into_iter().map(str::to_owned);
    let warned = compile(&with_rows("unique", false, cells()).to_string()).unwrap();
    assert_eq!(warned.warnings.len(), 1);
    let faults = compile(&with_rows("unique", true, cells()).to_string()).unwrap_err();
    assert_eq!(faults[0].to_string(), "stages[2]: no row holds for s.risk = 50: add one");
    let whole = ["<= 50", "> 50"].into_iter().map(str::to_owned);
    assert_eq!(compile(&with_rows("unique", true, whole).to_string()).unwrap().warnings, []);
}

#[test]
fn a_row_that_stands_twice_is_found_in_a_table_of_any_size() {
    let cells = |n: usize| (0..n).map(move |at| (at % (n - 1)).to_string());
    for n in [3, 10_000] {
        let faults = compile(&with_rows("unique", false, cells(n)).to_string()).unwrap_err();
        let told = faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        let wanted = format!("stages[2].rules[{}]: rows R0 and R{}", n - 1, n - 1);
        assert!(told.contains(&wanted), "{told}");
        let first = compile(&with_rows("first", false, cells(n)).to_string()).unwrap();
        assert!(!first.warnings.is_empty());
    }
}

#[test]
fn ten_thousand_rows_are_checked_compiled_and_looked_up() {
    use recourse::domain::Currency;
    use recourse::engine::credit::{Inputs, decide};
    let document = with_rows("unique", false, (0..10_000).map(|at| format!("[{at}..{})", at + 1)));
    let policy = compile(&document.to_string()).unwrap();
    let test = &shipped::standard().unwrap().document.tests[0];
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, text) in &test.input {
        inputs.set_text(&policy, field, text, ("test", None)).unwrap();
    }
    let decision = decide(&policy, &inputs, test.as_of.unwrap());
    assert_eq!(decision.grade.as_deref(), Some("A"));
    let mut broken = document;
    broken["stages"][2]["rules"][9_876]["when"][0] = json!("[9876..");
    let faults = compile(&broken.to_string()).unwrap_err();
    assert!(faults[0].to_string().starts_with("stages[2].rules[9876].when[0]: at character"));
}
