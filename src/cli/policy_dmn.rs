//! `recourse policy to-dmn` and `from-dmn`: the tables of a policy for other editors, and back.

use serde_json::{Value, json};

use super::args::{DmnStandard, FromDmnArgs, ToDmnArgs};
use super::book_file;
use super::end::{Done, End, Stop};
use super::policy::{document, text};
use crate::app::Lang;
use crate::app::words::terminal as words;
use crate::exchange::dmn::{DmnTable, Standard, read, write};
use crate::policy::fault::Weight;
use crate::policy::table::TableText;
use crate::policy::{check, hit_word};

/// All tables of a policy as one DMN file.
pub fn run_to(args: &ToDmnArgs, lang: Lang) -> End {
    let policy = super::policy::usable(&args.file, lang)?;
    let tables = DmnTable::all_of(&policy.document);
    let standard = match args.standard {
        DmnStandard::Dmn15 => Standard::Dmn15,
        DmnStandard::Dmn13 => Standard::Dmn13,
    };
    let xml = write(&policy.document.id, &tables, standard).map_err(Stop::Findings)?;
    match &args.out {
        None => Ok(Done { text: xml, ..Done::default() }),
        Some(out) => {
            book_file::text(out, &xml)?;
            Ok(Done {
                notes: vec![words::saved(lang, &out.display().to_string())],
                ..Done::default()
            })
        }
    }
}

/// A policy with the tables of a DMN file in the place of its own of the same id.
pub fn run_from(args: &FromDmnArgs, lang: Lang) -> End {
    let mut policy = document(&args.policy)?;
    let xml = text(&args.dmn)?;
    let tables = read(&xml).map_err(|e| {
        Stop::Findings(format!("{}: line {}: {}", args.dmn.display(), e.line, e.problem))
    })?;
    for table in &tables {
        take(&mut policy, table)?;
    }
    let json = format!("{policy:#}\n");
    let faults = check(&json);
    if let Some(fault) = faults.iter().find(|f| f.weight == Weight::Error) {
        return Err(Stop::Findings(format!("{}: {fault}", args.dmn.display())));
    }
    let notes = faults.iter().map(ToString::to_string).collect();
    match &args.out {
        None => Ok(Done { text: json, notes, findings: !faults.is_empty() }),
        Some(out) => {
            book_file::text(out, &json)?;
            let saved = words::saved(lang, &out.display().to_string());
            Ok(Done {
                notes: notes_with(notes, saved),
                findings: !faults.is_empty(),
                ..Done::default()
            })
        }
    }
}

fn notes_with(mut notes: Vec<String>, last: String) -> Vec<String> {
    notes.push(last);
    notes
}

/// Puts the rows of a table into the stage of its id. Labels, roles and reasons of rows stay.
fn take(policy: &mut Value, table: &DmnTable) -> Result<(), Stop> {
    let id = &table.id;
    let stages = policy.get_mut("stages").and_then(Value::as_array_mut);
    let stage = stages.into_iter().flatten().find(|stage| {
        stage.get("id").and_then(Value::as_str) == Some(id) && stage["kind"] == "table"
    });
    let stage = stage.ok_or_else(|| {
        Stop::Findings(format!("the policy has no table `{id}`: give the table the id of a stage"))
    })?;
    same_columns(stage, table)?;
    let rows: Vec<Value> = table.text.rows.iter().map(|row| row_json(stage, row)).collect();
    stage["rules"] = Value::Array(rows);
    stage["hit"] = json!(hit_word(table.hit));
    allowed(stage, &table.text);
    Ok(())
}

fn same_columns(stage: &Value, table: &DmnTable) -> Result<(), Stop> {
    let names = |side: &str, key: &str| -> Vec<String> {
        let columns = stage.get(side).and_then(Value::as_array).into_iter().flatten();
        columns.filter_map(|c| c.get(key)?.as_str().map(str::to_owned)).collect()
    };
    let inputs: Vec<String> = table.text.inputs.iter().map(|i| i.expression.clone()).collect();
    let outputs: Vec<String> = table.text.outputs.iter().map(|o| o.name.clone()).collect();
    if names("inputs", "field") == inputs && names("outputs", "id") == outputs {
        return Ok(());
    }
    let id = &table.id;
    Err(Stop::Findings(format!(
        "table `{id}` has other columns than the policy's: change columns in the policy, rows in the editor"
    )))
}

fn row_json(stage: &Value, row: &crate::policy::table::RowText) -> Value {
    let mut rows = stage.get("rules").and_then(Value::as_array).into_iter().flatten();
    let old = rows.find(|r| r.get("id").and_then(Value::as_str) == Some(&row.id));
    let mut new = json!({ "id": row.id, "when": row.when, "then": row.then });
    if let Some(reason) = old.and_then(|r| r.get("reason")) {
        new["reason"] = reason.clone();
    }
    new
}

fn allowed(stage: &mut Value, text: &TableText) {
    let inputs = text.inputs.iter().map(|i| ("allowed", i.allowed.clone()));
    set_each(stage, "inputs", inputs.collect());
    let outputs = text.outputs.iter().map(|o| ("allowed", o.allowed.clone()));
    set_each(stage, "outputs", outputs.collect());
    let defaults = text.outputs.iter().map(|o| ("default", o.default.clone()));
    set_each(stage, "outputs", defaults.collect());
}

fn set_each(stage: &mut Value, side: &str, values: Vec<(&str, Option<String>)>) {
    let columns = stage.get_mut(side).and_then(Value::as_array_mut).into_iter().flatten();
    for (column, (key, value)) in columns.zip(values) {
        if let Some(object) = column.as_object_mut() {
            match value {
                Some(value) => _ = object.insert(key.to_owned(), json!(value)),
                None => _ = object.remove(key),
            }
        }
    }
}
