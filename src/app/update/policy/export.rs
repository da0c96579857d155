//! A policy as files: the document as JSON, its tables as DMN and back.

use serde_json::{Value, json};

use super::begin::in_force_text;
use crate::app::State;
use crate::exchange::dmn::{DmnTable, Standard, write};
use crate::policy::{Compiled, compile, hit_word};

/// The text that is shown: the draft, a proposal, or the policy in force as it was recorded.
pub(super) fn shown_text(state: &State) -> Option<String> {
    match state.policy.subject() {
        Some(draft) => serde_json::to_string_pretty(&*draft.json).ok(),
        None => in_force_text(state),
    }
}

/// The name of a file of what is shown.
pub(super) fn file_name(text: &str, ending: &str) -> String {
    let json: Value = serde_json::from_str(text).unwrap_or_default();
    let part = |key: &str| {
        let text = json.get(key).and_then(Value::as_str).unwrap_or_default();
        text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '.')).take(40).collect()
    };
    let (id, version): (String, String) = (part("id"), part("version"));
    format!("recourse-policy-{id}-{version}.{ending}")
}

/// The decision tables as DMN.
///
/// # Errors
/// When the document cannot be used, or a text cannot stand in XML.
pub(super) fn tables(text: &str, older: bool) -> Result<String, String> {
    let policy: Compiled = compile(text)
        .map_err(|faults| faults.first().map(ToString::to_string).unwrap_or_default())?;
    let tables = DmnTable::all_of(&policy.document);
    let standard = if older { Standard::Dmn13 } else { Standard::Dmn15 };
    write(&policy.document.name.en, &tables, standard)
}

/// Puts a table in the place of the one with its id; what DMN has no place for stays:
/// labels and roles of columns by their names, reasons of rows by their ids.
pub(super) fn take_table(document: &mut Value, table: &DmnTable) -> bool {
    let stages = document.get_mut("stages").and_then(Value::as_array_mut).into_iter().flatten();
    let is_it = |s: &&mut Value| {
        s.get("kind") == Some(&json!("table")) && s.get("id") == Some(&json!(table.id))
    };
    let Some(stage) = stages.into_iter().find(is_it) else {
        return false;
    };
    let known = |list: &str, key: &str, name: &str| -> Option<Value> {
        let items = stage.get(list)?.as_array()?;
        items.iter().find(|i| i.get(key).and_then(Value::as_str) == Some(name)).cloned()
    };
    let inputs: Vec<Value> = table
        .text
        .inputs
        .iter()
        .map(|i| with(json!({ "field": i.expression }), &[("allowed", &i.allowed)]))
        .collect();
    let outputs: Vec<Value> = table
        .text
        .outputs
        .iter()
        .map(|o| {
            let label = json!({ "en": o.name, "zh-Hant": o.name });
            let new = json!({ "id": o.name, "label": label, "role": "value" });
            let kept = known("outputs", "id", &o.name).unwrap_or(new);
            with(kept, &[("allowed", &o.allowed), ("default", &o.default)])
        })
        .collect();
    let rows: Vec<Value> = table
        .text
        .rows
        .iter()
        .map(|r| {
            let reason = known("rules", "id", &r.id)
                .and_then(|row| row.get("reason")?.as_str().map(str::to_owned));
            with(json!({ "id": r.id, "when": r.when, "then": r.then }), &[("reason", &reason)])
        })
        .collect();
    if let Some(stage) = stage.as_object_mut() {
        stage.insert("hit".to_owned(), json!(hit_word(table.hit)));
        stage.insert("inputs".to_owned(), Value::Array(inputs));
        stage.insert("outputs".to_owned(), Value::Array(outputs));
        stage.insert("rules".to_owned(), Value::Array(rows));
    }
    true
}

fn with(mut value: Value, keys: &[(&str, &Option<String>)]) -> Value {
    if let Some(object) = value.as_object_mut() {
        for (key, text) in keys {
            match text {
                Some(text) => _ = object.insert((*key).to_owned(), json!(text)),
                None => _ = object.remove(*key),
            }
        }
    }
    value
}
