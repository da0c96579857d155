//! Names that a document declares: which are taken, and giving one another name wherever it is used.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The lists whose items each declare a name for cells and expressions.
const DECLARING: &[&str] = &["fields", "parameters", "lists", "derived", "scorecards"];

/// Where cells, expressions and bare names stand.
const USING: &[&str] =
    &["when", "unless", "is", "field", "expr", "allowed", "default", "roundDownTo"];

/// Whether the items of a list declare names that hold in the whole document.
pub(super) fn declares(list: &str) -> bool {
    DECLARING.contains(&list) || list.ends_with(".outputs")
}

/// Every declared name.
pub(super) fn declared(document: &Value) -> BTreeSet<String> {
    let list = |of: &Value, key: &str| -> Vec<String> {
        let items = of.get(key).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|item| item.get("id")?.as_str().map(str::to_owned)).collect()
    };
    let stages = document.get("stages").and_then(Value::as_array).into_iter().flatten();
    let outputs = stages.flat_map(|stage| list(stage, "outputs"));
    DECLARING.iter().flat_map(|key| list(document, key)).chain(outputs).collect()
}

/// Gives a name another one in every cell and expression, and among the inputs of the tests.
pub(super) fn rename_uses(document: &mut Value, from: &str, to: &str) {
    match document {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                match key.as_str() {
                    "input" => rename_key(value, from, to),
                    // An outcome stands here in rules, and expressions in the rows of a table.
                    "then" if value.is_array() => rename_texts(value, from, to),
                    key if USING.contains(&key) => rename_texts(value, from, to),
                    _ => rename_uses(value, from, to),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename_uses(item, from, to)),
        _ => {}
    }
}

fn rename_texts(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::String(text) => *text = renamed(text, from, to),
        Value::Array(items) => items.iter_mut().for_each(|item| rename_texts(item, from, to)),
        Value::Object(_) => rename_uses(value, from, to),
        _ => {}
    }
}

fn rename_key(value: &mut Value, from: &str, to: &str) {
    if let Some(members) = value.as_object_mut() {
        let all = std::mem::replace(members, Map::new());
        let named = |key: String| if key == from { to.to_owned() } else { key };
        *members = all.into_iter().map(|(key, value)| (named(key), value)).collect();
    }
}

/// A text with one name in the place of another, outside of quotation marks.
fn renamed(text: &str, from: &str, to: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            out.push('"');
        }
        // Every second part stands between quotation marks.
        if at % 2 == 0 { rename_words(part, from, to, &mut out) } else { out.push_str(part) }
    }
    out
}

fn rename_words(mut rest: &str, from: &str, to: &str, out: &mut String) {
    while !rest.is_empty() {
        let length = word_length(rest);
        let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        out.push_str(if word == from { to } else { word });
        rest = after;
    }
}

/// The length of the name that a text begins with, or of the first character that is none:
/// `a.b` of `a.b..c`, since two points part the ends of an interval.
fn word_length(text: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut length = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let point = c == '.' && length > 0 && chars.peek().copied().is_some_and(is_part);
        if !is_part(c) && !point {
            break;
        }
        length += c.len_utf8();
    }
    length.max(text.chars().next().map_or(0, char::len_utf8))
}
