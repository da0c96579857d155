//! What a file of cases is, told by what it holds.

use serde_json::Value as Json;

use super::worked::Example;

pub enum Shape {
    Lifecycle(Json),
    Overdue(Json),
    Delinquency(Json),
    Tables(Json),
    Literals(Json),
    Signals(Json),
    Policy(Json),
    Trace(Json),
    /// The rows of one of Microsoft's worked examples, without the head.
    Worked(Example, Vec<Vec<String>>),
    Unknown,
}

pub fn of(bytes: &[u8]) -> Shape {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Shape::Unknown;
    };
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str(text) {
        Ok(json) => of_json(json),
        Err(_) => of_table(text),
    }
}

fn of_json(json: Json) -> Shape {
    let has = |key: &str| json.get(key).is_some();
    let some = |key: &str| json[key].as_array().is_some_and(|list| !list.is_empty());
    let first = |key: &str| json.get(0).is_some_and(|item| item.get(key).is_some());
    if some("timelines") || some("unit") {
        Shape::Overdue(json)
    } else if some("scenarios") || some("pause_validation") || some("effective_pause_periods") {
        Shape::Delinquency(json)
    } else if some("spend_spike") || some("seasonal_spike") || some("sku") {
        Shape::Signals(json)
    } else if has("stages") && has("tests") {
        Shape::Policy(json)
    } else if has("steps") && has("input") && has("asOf") {
        Shape::Trace(json)
    } else if first("hitPolicy") || (first("rules") && first("cases")) {
        Shape::Tables(json)
    } else if first("expression") {
        Shape::Literals(json)
    } else if json["cases"].as_array().is_some_and(|all| all.iter().any(is_life)) {
        Shape::Lifecycle(json)
    } else {
        Shape::Unknown
    }
}

/// A case about a subscription: what is expected, and a day of its life.
fn is_life(case: &Json) -> bool {
    const DAYS: &[&str] = &[
        "purchase",
        "term",
        "term_end",
        "events",
        "overdue_step",
        "term_end_in_days",
        "renewal_completed",
    ];
    case.get("expect").is_some() && DAYS.iter().any(|key| case.get(key).is_some())
}

fn of_table(text: &str) -> Shape {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(str::to_owned).collect(),
        Err(_) => return Shape::Unknown,
    };
    let Some(example) = Example::of(&head) else {
        return Shape::Unknown;
    };
    let rows = reader.records().filter_map(Result::ok);
    Shape::Worked(example, rows.map(|row| row.iter().map(str::to_owned).collect()).collect())
}
