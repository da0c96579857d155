//! A whole policy and a trace written for another engine, carried over into our language.

use std::collections::BTreeMap;

use recourse::domain::{Currency, Decimal, Money};
use recourse::engine::credit::trace::{Seen, Step};
use recourse::engine::credit::{Decision, Inputs, decide};
use recourse::policy::{Compiled, compile};
use serde_json::{Value as Json, json};

use super::agreement::Agreement;

/// A cell or expression of the other dialect in ours.
fn carried_over(text: &str) -> String {
    let text = text.replace('\'', "\"");
    if text == "missing" {
        return "null".to_owned();
    }
    if let Some(list) = text.strip_prefix("in ") {
        return list.to_owned();
    }
    match text.split_once(" ? ") {
        Some((condition, rest)) => {
            let (yes, no) = rest.split_once(" : ").unwrap();
            format!("if {condition} then {yes} else {no}")
        }
        None => text,
    }
}

/// Carries over every text under the keys that hold cells and expressions, and gives every
/// label both languages.
fn walk(value: &mut Json, key: &str) {
    match value {
        Json::String(text) if matches!(key, "is" | "expr" | "when" | "then") => {
            *text = carried_over(text);
        }
        Json::String(text) if matches!(key, "label" | "name" | "text") => {
            *value = json!({ "en": text, "zh-Hant": text });
        }
        Json::Array(items) => items.iter_mut().for_each(|item| walk(item, key)),
        Json::Object(object) => {
            for (key, value) in object.iter_mut() {
                walk(value, key);
            }
        }
        _ => {}
    }
}

fn policy(mut example: Json) -> Json {
    walk(&mut example, "");
    let both = json!({ "en": "-", "zh-Hant": "-" });
    let object = example.as_object_mut().unwrap();
    for key in ["basedOn", "fourEyes", "money", "guards", "tests", "authority", "approvals"] {
        object.remove(key);
    }
    object.insert("author".into(), json!("another"));
    object.insert("minApprovals".into(), json!(0));
    object.insert("language".into(), json!("s-feel/1"));
    let standard: Json = serde_json::from_str(recourse::policy::shipped::STANDARD).unwrap();
    for key in ["collections", "suspicion"] {
        object.insert(key.into(), standard[key].clone());
    }
    let reasons = object["reasons"].as_object_mut().unwrap();
    for code in ["M-ERROR", "M-DATA"] {
        reasons.insert(code.into(), json!({ "text": both, "factor": "data" }));
    }
    object.insert(
        "outcome".into(),
        json!({
            "severity": ["approve", "prepay", "refer", "hold", "decline"],
            "errorReason": "M-ERROR", "missingReason": "M-DATA",
            "zeroLimit": ["prepay", "hold", "decline"], "maxReasons": 4,
            "reviewDays": 180, "graceDays": 30, "utilisationWarnings": [70, 85, 100], "why": both,
        }),
    );
    for item in ["parameters", "lists", "derived", "scorecards"] {
        fill(&mut object[item], &both);
    }
    for derived in object["derived"].as_array_mut().unwrap() {
        derived.as_object_mut().unwrap().remove("type");
    }
    for parameter in object["parameters"].as_array_mut().unwrap() {
        fill(&mut parameter["values"], &json!("why"));
        for value in parameter["values"].as_array_mut().unwrap() {
            value.as_object_mut().unwrap().remove("label");
            value["why"] = both.clone();
        }
    }
    for stage in object["stages"].as_array_mut().unwrap() {
        stage["label"] = both.clone();
        let fields = stage.as_object_mut().unwrap();
        fields.remove("combine");
        if fields["kind"] == "rules" {
            fields.remove("hit");
        }
        let outputs = fields.get_mut("outputs").and_then(Json::as_array_mut);
        for output in outputs.into_iter().flatten() {
            output["label"] = both.clone();
            output["role"] = match output["id"].as_str().unwrap() {
                "o.grade" => json!("grade"),
                "o.outcome" => json!("outcome"),
                "o.depositShare" => json!("deposit-share"),
                _ => json!("value"),
            };
        }
    }
    for reason in object["reasons"].as_object_mut().unwrap().values_mut() {
        if reason.get("adverse").is_none() {
            reason["adverse"] = json!(false);
        }
    }
    for reason in object["overrideReasons"].as_array_mut().unwrap() {
        assert!(reason["text"].is_object());
    }
    example
}

/// Gives every item a label where it has none.
fn fill(items: &mut Json, label: &Json) {
    for item in items.as_array_mut().unwrap() {
        if item.get("label").is_none() {
            item["label"] = label.clone();
        }
    }
}

fn compiled(example: &Json) -> Compiled {
    let text = policy(example.clone()).to_string();
    compile(&text).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{faults:#?}")
    })
}

fn decided(policy: &Compiled, as_of: &Json, input: &Json) -> Decision {
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, value) in input.as_object().unwrap() {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        inputs.set_text(policy, field, &text, ("case", None)).unwrap();
    }
    let day = recourse::domain::Day::parse(as_of.as_str().unwrap()).unwrap();
    decide(policy, &inputs, day)
}

fn found(decision: &Decision) -> BTreeMap<&'static str, Json> {
    let codes: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
    let collect = decision.trace.iter().find_map(|step| match step {
        Step::Row { stage, outputs, .. } if stage == "collections" => outputs.first().cloned(),
        _ => None,
    });
    let collect = match collect {
        Some((_, Seen::Known(text))) => text.trim_matches('"').to_owned(),
        other => format!("{other:?}"),
    };
    BTreeMap::from([
        ("outcome", json!(decision.outcome.word())),
        ("grade", json!(decision.grade)),
        ("limit", json!(decision.limit.map(Money::number))),
        ("reasons", json!(codes)),
        ("collect", json!(collect)),
    ])
}

pub fn judge_tests(example: &Json) -> Agreement {
    let mut found = Agreement::default();
    found.guard("policy", |found| {
        let policy = compiled(example);
        for test in example["tests"].as_array().unwrap() {
            let id = test["id"].as_str().unwrap_or("test");
            found.guard(id, |found| one_test(&policy, test, found));
        }
    });
    found
}

fn one_test(policy: &Compiled, test: &Json, found: &mut Agreement) {
    let ours = self::found(&decided(policy, &test["asOf"], &test["input"]));
    let differs = test["expect"].as_object().unwrap().iter().any(|(part, wanted)| {
        // The other document gives terms as text in an output that has no role here.
        part != "terms" && ours.get(part.as_str()) != Some(wanted)
    });
    found.row(!differs, || format!("{}: {ours:?}", test["id"]));
}

fn same_number(seen: &Seen, wanted: &Json) -> bool {
    let number = |text: &str| text.parse::<Decimal>().ok();
    match (seen, wanted.as_str()) {
        (Seen::Known(a), Some(b)) => number(a).is_some() && number(a) == number(b),
        _ => false,
    }
}

/// Whether a step of ours is the step of the other trace.
fn agrees(step: &Step, wanted: &Json) -> bool {
    match step {
        Step::Derived { id, value } => {
            wanted["derived"] == json!(id) && same_number(value, &wanted["value"])
        }
        Step::Bin { field, bin, points, .. } => {
            wanted["field"] == json!(field)
                && wanted["bin"] == json!(bin)
                && wanted["points"] == json!(points.to_string())
        }
        Step::Rule { rule, fired, .. } => {
            wanted["rule"] == json!(rule) && wanted["fired"] == json!(fired)
        }
        Step::Row { stage, rows, .. } => {
            wanted["stage"] == json!(stage) && json!(rows) == json!([wanted["row"]])
        }
        Step::Candidate { id, value, .. } => {
            wanted["candidate"] == json!(id)
                && (same_number(value, &wanted["value"])
                    || (wanted.get("skipped").is_some() && matches!(value, Seen::Missing(_))))
        }
        Step::Limit { binding, limit, .. } => {
            let limit = limit.map(Money::number).map(Seen::Known);
            wanted["binding"] == json!(binding)
                && limit.is_some_and(|l| same_number(&l, &wanted["limit"]))
        }
        Step::Score { .. } | Step::NotInForce { .. } => false,
    }
}

/// Step by step; the policy of the trace is the one in the same folder.
pub fn judge_trace(trace: &Json, example: Option<&Json>) -> Agreement {
    let mut found = Agreement::default();
    let Some(example) = example else {
        found.row(false, || "its policy does not stand in the same folder".to_owned());
        return found;
    };
    found.guard("trace", |found| {
        let decision = decided(&compiled(example), &trace["asOf"], &trace["input"]);
        // The sum of a scorecard is a step of ours only.
        let mut steps = decision.trace.iter().filter(|s| !matches!(s, Step::Score { .. }));
        for wanted in trace["steps"].as_array().unwrap() {
            let ours = steps.next();
            let same = ours.is_some_and(|step| agrees(step, wanted));
            found.row(same, || format!("{ours:?}, expected {wanted}"));
        }
        let more = steps.count();
        found.row(more == 0, || format!("{more} steps more than expected"));
    });
    found
}
