//! Tables of a DMN file in the places of a policy's own, and what that changes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::DmnTable;
use super::xml::trimmed;
use crate::policy::hit_word;
use crate::policy::table::{InputText, OutputText, RowText};

/// What putting tables into a policy did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// The tables that have a place in the policy, in the order of the file.
    pub taken: Vec<TableChange>,
    /// Ids of tables that no stage of the policy has; they are left out.
    pub unknown: Vec<String>,
}

/// How a table is otherwise than the one whose place it took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableChange {
    pub id: String,
    pub columns: Names,
    pub rows: Names,
    /// Rows of the same id whose cells are others.
    pub rows_changed: Vec<String>,
    /// The hit policy, the order, or what a column allows is another one.
    pub otherwise: bool,
}

/// What came and what went, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub added: Vec<String>,
    pub removed: Vec<String>,
}

impl TableChange {
    /// Whether the table is as it was.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self { id: self.id.clone(), ..Self::default() }
    }
}

/// Puts each table in the place of the stage of its id. What DMN has no place for stays: labels
/// and roles of columns by their names, reasons of rows by their ids.
pub fn put(document: &mut Value, tables: &[DmnTable]) -> Put {
    let mut put = Put::default();
    for table in tables {
        match stage_of(document, &table.id) {
            Some(stage) => put.taken.push(take(stage, table)),
            None => put.unknown.push(table.id.clone()),
        }
    }
    put
}

fn stage_of<'d>(document: &'d mut Value, id: &str) -> Option<&'d mut Value> {
    let stages = document.get_mut("stages").and_then(Value::as_array_mut);
    stages.into_iter().flatten().find(|s| {
        s.get("kind") == Some(&json!("table")) && s.get("id").and_then(Value::as_str) == Some(id)
    })
}

fn take(stage: &mut Value, table: &DmnTable) -> TableChange {
    let before = stage.clone();
    if let Some(members) = stage.as_object_mut() {
        members.insert("hit".to_owned(), json!(hit_word(table.hit)));
        members.insert("inputs".to_owned(), inputs(&before, table));
        members.insert("outputs".to_owned(), outputs(&before, table));
        members.insert("rules".to_owned(), rows(&before, table));
    }
    change(&before, stage, &table.id)
}

fn inputs(before: &Value, table: &DmnTable) -> Value {
    let input = |i: &InputText| {
        let new = json!({ "field": i.expression });
        let kept = known(before, "inputs", ("field", &i.expression)).cloned().unwrap_or(new);
        with(kept, &[("allowed", &i.allowed)])
    };
    table.text.inputs.iter().map(input).collect()
}

fn outputs(before: &Value, table: &DmnTable) -> Value {
    // DMN lets the only output of a table go without a name.
    let only = match (list(before, "outputs"), table.text.outputs.as_slice()) {
        ([own], [output]) if output.name.is_empty() => own.get("id").and_then(Value::as_str),
        _ => None,
    };
    let output = |o: &OutputText| {
        let name = only.unwrap_or(&o.name);
        let label = json!({ "en": name, "zh-Hant": name });
        let new = json!({ "id": name, "label": label, "role": "value" });
        let kept = known(before, "outputs", ("id", name)).cloned().unwrap_or(new);
        with(kept, &[("allowed", &o.allowed), ("default", &o.default)])
    };
    table.text.outputs.iter().map(output).collect()
}

fn rows(before: &Value, table: &DmnTable) -> Value {
    // Once for the table and not once for the row: tables may have ten thousand.
    let own = list(before, "rules");
    let own: BTreeMap<&str, &Value> =
        own.iter().rev().filter_map(|row| Some((trimmed(row.get("id")?.as_str()?), row))).collect();
    let row = |r: &RowText| {
        let mut kept = own.get(r.id.as_str()).map_or_else(|| json!({}), |row| (*row).clone());
        if let Some(members) = kept.as_object_mut() {
            members.entry("id").or_insert_with(|| json!(r.id));
            for (key, cells) in [("when", &r.when), ("then", &r.then)] {
                let own = members.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                let cells = in_own_spelling(own, cells);
                members.insert(key.to_owned(), cells);
            }
        }
        kept
    };
    table.text.rows.iter().map(row).collect()
}

/// Cells as the policy spells them, where they differ by nothing but the white space that reading takes away.
fn in_own_spelling(own: &[Value], cells: &[String]) -> Value {
    let cell = |(at, text): (usize, &String)| {
        let same = own.get(at).filter(|own| own.as_str().is_some_and(|own| trimmed(own) == text));
        same.cloned().unwrap_or_else(|| json!(text))
    };
    cells.iter().enumerate().map(cell).collect()
}

fn list<'v>(stage: &'v Value, key: &str) -> &'v [Value] {
    stage.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn known<'v>(stage: &'v Value, key: &str, (name, value): (&str, &str)) -> Option<&'v Value> {
    let named = |i: &&Value| i.get(name).and_then(Value::as_str).map(trimmed) == Some(value);
    list(stage, key).iter().find(named)
}

fn with(mut value: Value, keys: &[(&str, &Option<String>)]) -> Value {
    if let Some(object) = value.as_object_mut() {
        for (key, text) in keys {
            let own = object.get(*key).and_then(Value::as_str).map(trimmed);
            match text {
                Some(text) if own == Some(text) => {}
                Some(text) => _ = object.insert((*key).to_owned(), json!(text)),
                None => _ = object.remove(*key),
            }
        }
    }
    value
}

fn change(before: &Value, after: &Value, id: &str) -> TableChange {
    let mut change = TableChange { id: id.to_owned(), ..TableChange::default() };
    if before == after {
        return change;
    }
    for (key, name) in [("inputs", "field"), ("outputs", "id")] {
        let columns = names(list(before, key), list(after, key), name);
        change.columns.added.extend(columns.added);
        change.columns.removed.extend(columns.removed);
    }
    change.rows = names(list(before, "rules"), list(after, "rules"), "id");
    let own: BTreeMap<&str, &Value> =
        list(before, "rules").iter().filter_map(|r| Some((r.get("id")?.as_str()?, r))).collect();
    let is_other = |row: &&Value| {
        let old = row.get("id").and_then(Value::as_str).and_then(|id| own.get(id));
        old.is_some_and(|old| old != row)
    };
    change.rows_changed = list(after, "rules")
        .iter()
        .filter(is_other)
        .filter_map(|row| row.get("id")?.as_str().map(str::to_owned))
        .collect();
    change.otherwise = change.is_none();
    change
}

fn names(before: &[Value], after: &[Value], key: &str) -> Names {
    let all = |items: &[Value]| -> BTreeSet<String> {
        items.iter().filter_map(|i| i.get(key)?.as_str().map(str::to_owned)).collect()
    };
    let (before, after) = (all(before), all(after));
    Names {
        added: after.difference(&before).cloned().collect(),
        removed: before.difference(&after).cloned().collect(),
    }
}
