//! Reading a document: what must be there, what may be, and what is no value of its kind.

use recourse::policy::{check, compile, shipped};
use serde_json::{Value, json};

fn standard() -> Value {
    serde_json::from_str(shipped::STANDARD).unwrap()
}

/// What is told of the standard policy after a change.
fn told(edit: impl Fn(&mut Value)) -> Vec<String> {
    let mut document = standard();
    edit(&mut document);
    check(&document.to_string()).iter().map(ToString::to_string).collect()
}

#[test]
fn what_stands_twice_or_could_approve_what_cannot_be_told_is_refused() {
    let duplicate =
        |place: &str, id: &str| format!("{place}: `{id}` is used twice: rename one of them");
    let mild = "outcome.severity: `refer` must come after `approve` and `prepay`: \
                what cannot be told is never approved";
    for (pointer, value, wanted) in [
        ("/stages/1/rules/1/id", json!("K1"), duplicate("stages[1].rules[1].id", "K1")),
        ("/stages/3/candidates/1/id", json!("L4"), duplicate("stages[3].candidates[1].id", "L4")),
        (
            "/outcome/severity",
            json!(["refer", "approve", "prepay", "hold", "decline"]),
            mild.to_owned(),
        ),
        (
            "/outcome/severity",
            json!(["approve", "prepay", "refer", "hold", "decline", "hold"]),
            duplicate("outcome.severity", "hold"),
        ),
        (
            "/formatVersion",
            json!(0),
            "formatVersion: `0` is not allowed: use one of `1`".to_owned(),
        ),
        (
            "/effective",
            json!({ "from": "2026-02-01", "to": "2026-01-31" }),
            "effective.to: `2026-01-31` is out of range: each must be greater than the one before"
                .to_owned(),
        ),
        (
            "/tests/0/currency",
            json!("EURO"),
            "tests[0].currency: `EURO` is not a currency such as EUR".to_owned(),
        ),
        (
            "/tests/0/input/payment.overdue",
            json!("249.99999999999999999999999999999"),
            "tests[0].input.payment.overdue: at character 33: a number has at most 28 digits"
                .to_owned(),
        ),
        (
            "/scorecards/0/characteristics/0/bins/0/points",
            json!("1.00000000000000000000000000000000001"),
            "at most 28 digits".to_owned(),
        ),
    ] {
        let told = told(|document| *document.pointer_mut(pointer).unwrap() = value.clone());
        assert!(told.iter().any(|t| t.contains(&wanted)), "{wanted}: {told:#?}");
    }
}

#[test]
fn a_member_that_stands_twice_is_named_wherever_it_is() {
    let text =
        shipped::STANDARD.replacen("\"id\": \"K1\",", "\"id\": \"K1\", \"then\": \"approve\",", 1);
    let told: Vec<String> = check(&text).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["stages[1].rules[0].then: `then` is used twice: rename one of them"]);
    assert!(compile(&text).is_err());
}

#[test]
fn a_word_of_the_language_is_no_name() {
    for name in ["null", "true", "min", "not", "date"] {
        let told = told(|document| document["fields"][0]["id"] = json!(name));
        assert!(told.iter().any(|t| t.starts_with("fields[0].id: ")), "{name}: {told:#?}");
    }
}

#[test]
fn who_reads_a_faulty_value_is_in_no_circle_with_it() {
    let told = told(|document| document["derived"][0]["expr"] = json!("exposure.open +"));
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("derived[0].expr: "), "{told:#?}");
}

#[test]
fn a_key_that_must_be_there_is_named_with_its_place() {
    for (pointer, place, key) in [
        ("", "", "id"),
        ("", "", "formatVersion"),
        ("", "", "minApprovals"),
        ("", "", "name"),
        ("", "", "outcome"),
        ("", "", "collections"),
        ("", "", "suspicion"),
        ("/name", "name.", "zh-Hant"),
        ("/fields/0", "fields[0].", "id"),
        ("/fields/0", "fields[0].", "type"),
        ("/fields/0", "fields[0].", "source"),
        ("/fields/0", "fields[0].", "missing"),
        ("/fields/0/missing", "fields[0].missing.", "do"),
        ("/fields/0/missing", "fields[0].missing.", "reason"),
        ("/parameters/0/values/0", "parameters[0].values[0].", "value"),
        ("/scorecards/0", "scorecards[0].", "base"),
        ("/scorecards/0", "scorecards[0].", "maxReasons"),
        ("/stages/0", "stages[0].", "kind"),
        ("/stages/0/rules/0", "stages[0].rules[0].", "then"),
        ("/stages/2", "stages[2].", "hit"),
        ("/outcome", "outcome.", "reviewDays"),
        ("/tests/0", "tests[0].", "expect"),
        ("/tests/0", "tests[0].", "input"),
    ] {
        let told = told(|d| {
            let object = d.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
            object.remove(key).unwrap();
        });
        let wanted = format!("{place}{key}: `{key}` is missing: add it");
        assert!(told.contains(&wanted), "{wanted}: {told:?}");
    }
}

#[test]
fn what_may_be_left_out_is_no_fault() {
    for (pointer, key) in [
        ("", "status"),
        ("", "effective"),
        ("", "approvals"),
        ("", "tests"),
        ("", "guards"),
        ("/fields/0", "maxAgeDays"),
        ("/parameters/0/values/0", "from"),
        ("/outcome", "reactionHours"),
        ("/outcome", "utilisationWarnings"),
        ("/authority/0", "upTo"),
        ("/tests/0", "asOf"),
        ("/tests/0/expect", "grade"),
        ("/tests/0/expect", "reasons"),
        ("/stages/3", "roundDownTo"),
        ("/stages/3/candidates/0", "reason"),
        ("/stages/2/outputs/2", "role"),
        ("/stages/2/rules/2", "reason"),
    ] {
        let mut document = standard();
        let object = document.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
        object.remove(key);
        let faults = check(&document.to_string());
        assert_eq!(faults, [], "{pointer} without {key}");
        // Null says the same.
        document.pointer_mut(pointer).unwrap()[key] = Value::Null;
        assert_eq!(check(&document.to_string()), [], "{pointer} with {key} null");
    }
}

#[test]
fn what_is_no_value_of_its_kind_is_told_where_it_stands() {
    for (pointer, value, wanted) in [
        ("/lists/0/values/1", json!(7), "lists[0].values[1]: `7` is not text"),
        ("/stages/2/rules/0/when/0", json!(7), "stages[2].rules[0].when[0]: `7` is not text"),
        (
            "/tests/0/input/payment.overdue",
            json!(7),
            "tests[0].input.payment.overdue: `7` is not text, true or false",
        ),
        (
            "/outcome/utilisationWarnings/1",
            json!("85"),
            "outcome.utilisationWarnings[1]: `85` is not a whole number",
        ),
        (
            "/outcome/utilisationWarnings/1",
            json!(-85),
            "outcome.utilisationWarnings[1]: `-85` is not a whole number",
        ),
        (
            "/authority/0/upTo/EUR",
            json!(5),
            "authority[0].upTo.EUR: `5` is not an amount written as text, such as \"5.00\"",
        ),
        (
            "/authority/0/upTo/EUR",
            json!("5.005"),
            "authority[0].upTo.EUR: `5.005` is not an amount written as text, such as \"5.00\"",
        ),
        ("/authority/0/upTo", json!([]), "authority[0].upTo: `[]` is not amounts by currency"),
        ("/authority/2/second", json!("yes"), "authority[2].second: `yes` is not true or false"),
        (
            "/authority/1/overrides/0",
            json!("refer"),
            "authority[1].overrides: `refer` is not a change such as `refer->approve`",
        ),
        ("/reasons", json!([]), "reasons: `[]` is not an object"),
        ("/reasons/R-SLOW", json!("slow"), "reasons.R-SLOW: `slow` is not an object"),
        ("/fields", json!({}), "fields: `{}` is not a list"),
        ("/fields/0", json!("x"), "fields[0]: `x` is not an object"),
        ("/version", json!(1), "version: `1` is not text"),
        ("/formatVersion", json!("1"), "formatVersion: `1` is not a whole number"),
        ("/minApprovals", json!(-1), "minApprovals: `-1` is not a whole number, zero or more"),
        (
            "/minApprovals",
            json!(5_000_000_000_u64),
            "minApprovals: `5000000000` is not a whole number, zero or more",
        ),
        (
            "/tests/0/asOf",
            json!("24.11.2026"),
            "tests[0].asOf: `24.11.2026` is not a day written like 2026-11-24",
        ),
        (
            "/scorecards/0/base",
            json!("1e3"),
            "scorecards[0].base: `1e3` is not a whole number, or a decimal written as text such as \"0.25\"",
        ),
    ] {
        let told = told(|d| *d.pointer_mut(pointer).unwrap() = value.clone());
        assert!(told.iter().any(|t| t == wanted), "{wanted}: {told:?}");
    }
}

#[test]
fn a_word_that_is_not_known_is_told_with_those_that_are() {
    for (pointer, value, wanted) in [
        (
            "/stages/2/hit",
            json!("last"),
            "stages[2].hit: `last` is not allowed: use one of `any`, `collect`, `collect-count`, ",
        ),
        (
            "/stages/2/outputs/0/role",
            json!("mark"),
            "stages[2].outputs[0].role: `mark` is not allowed: use one of `deposit-share`, `grade`, ",
        ),
        (
            "/fields/0/type",
            json!("date"),
            "fields[0].type: `date` is not allowed: use one of `bool`, `day`, `money`, `number`, `text`",
        ),
        (
            "/fields/0/missing/do",
            json!("skip"),
            "fields[0].missing.do: `skip` is not allowed: use one of `refer`, `prepay`, ",
        ),
        (
            "/stages/2/kind",
            json!("tables"),
            "stages[2].kind: `tables` is not allowed: use one of `rules`, `table`, `limit`",
        ),
        (
            "/lists/0/colour",
            json!("blue"),
            "lists[0].colour: `colour` means nothing here: use one of `id`, `label`, `values`",
        ),
    ] {
        let told = told(|d| {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            d.pointer_mut(parent).unwrap()[key] = value.clone();
        });
        assert!(told.iter().any(|t| t.starts_with(wanted)), "{wanted}: {told:?}");
    }
}

#[test]
fn a_default_that_is_true_or_false_may_be_written_either_way() {
    let at = |field: &str| {
        standard()["fields"].as_array().unwrap().iter().position(|f| f["id"] == field).unwrap()
    };
    let phone = at("checks.phone");
    let hash = |value: Value| {
        let mut document = standard();
        document["fields"][phone]["missing"]["value"] = value;
        let policy = compile(&document.to_string()).unwrap();
        policy.document.fields[phone].missing.clone()
    };
    assert_eq!(hash(json!(true)), hash(json!("true")));
    assert_ne!(hash(json!(true)), hash(json!(false)));
}

#[test]
fn a_policy_is_in_force_from_its_first_day_to_its_last() {
    let in_force = |from: Value, to: Value| {
        let mut document = standard();
        document["effective"] = json!({ "from": from, "to": to });
        let policy = compile(&document.to_string()).unwrap().document;
        ["2025-12-31", "2026-01-01", "2026-06-30", "2026-12-31", "2027-01-01"]
            .map(|day| policy.in_force_on(recourse::domain::Day::parse(day).unwrap()))
    };
    let (from, to) = (json!("2026-01-01"), json!("2026-12-31"));
    assert_eq!(in_force(from.clone(), to.clone()), [false, true, true, true, false]);
    assert_eq!(in_force(from, Value::Null), [false, true, true, true, true]);
    assert_eq!(in_force(Value::Null, to), [true, true, true, true, false]);
    assert_eq!(in_force(Value::Null, Value::Null), [true; 5]);
}

#[test]
fn an_approval_of_another_text_is_told() {
    let mut document = standard();
    let hash = compile(shipped::STANDARD).unwrap().sha256;
    let sign = |sha256: &str| json!({ "by": "Ada Vermeer", "role": "cfo", "at": "2026-11-20", "sha256": sha256 });
    document["approvals"] = json!([sign(&hash), sign("00ff")]);
    let told = |document: &Value| -> Vec<String> {
        recourse::policy::signed::edited(document).iter().map(ToString::to_string).collect()
    };
    let wanted = format!(
        "approvals[1].sha256: the hash 00ff is not that of this text ({hash}): \
         it was changed after it was approved"
    );
    assert_eq!(told(&document), [wanted]);
    document["approvals"] = json!([sign(&hash)]);
    assert_eq!(told(&document), Vec::<String>::new());
    assert_eq!(told(&standard()), Vec::<String>::new());
}

#[test]
fn every_word_is_found_again_for_what_it_means() {
    use recourse::policy::guards::METRICS;
    use recourse::policy::vocabulary::{HITS, hit_word};
    for (word, hit) in HITS {
        assert_eq!(hit_word(*hit), *word);
    }
    for (word, metric) in METRICS {
        assert_eq!(metric.word(), *word);
    }
}

#[test]
fn a_scorecard_without_points_for_a_missing_value_is_told() {
    let told = told(|d| {
        let bins = d["scorecards"][0]["characteristics"][0]["bins"].as_array_mut().unwrap();
        bins.pop();
    });
    assert!(told.iter().any(|t| t.ends_with(": a bin for `null` is missing: add it")), "{told:?}");
}

#[test]
fn a_circle_through_a_test_is_told() {
    for expr in [
        "if spend.trend in (> calc.b) then 1 else 2",
        "if spend.trend in [calc.b..9] then 1 else 2",
        "if spend.trend in [0..calc.b] then 1 else 2",
    ] {
        let told = told(|d| {
            d["derived"][0]["id"] = json!("calc.a");
            d["derived"][0]["expr"] = json!(expr);
            d["derived"][1]["id"] = json!("calc.b");
            d["derived"][1]["expr"] = json!("calc.a + 1");
        });
        let circle = "derived: `calc.a`, `calc.b` need each other: take one out of the circle";
        assert!(told.iter().any(|t| t.starts_with(circle)), "{expr}: {told:?}");
    }
}
