//! `recourse read`: what a file was understood to say.

use serde_json::json;

use super::args::{ReadArgs, ReadForm};
use super::book_file;
use super::end::{Done, End, Stop};
use super::import::{name_of, notes, options, tenant};
use crate::app::Lang;
use crate::exchange::read::bytes::NamedBytes;
use crate::exchange::read::import::{FileReading, understand};
use crate::journal::FactRow;

pub fn run(args: &ReadArgs, lang: Lang) -> End {
    let file = NamedBytes { name: name_of(&args.file), bytes: book_file::bytes(&args.file)? };
    let tenant = tenant(&args.answers)?;
    let readings = understand(vec![file], &options(&args.answers, tenant.as_ref())).files;
    let open = |f: &FileReading| f.failed() || !f.questions.is_empty() || !f.refused.is_empty();
    let rows = readings.iter().flat_map(|f| f.facts.iter().map(move |row| (f, row)));
    let text = match args.form {
        ReadForm::Csv => csv(rows),
        ReadForm::Json => lines(rows),
    };
    Ok(Done {
        text: text.map_err(|e| Stop::Use(e.to_string()))?,
        notes: notes(&readings, lang),
        findings: readings.iter().any(open),
    })
}

/// A row of the table for each field of each fact: one form for every kind of file.
fn csv<'a>(
    rows: impl Iterator<Item = (&'a FileReading, &'a FactRow)>,
) -> Result<String, serde_json::Error> {
    let mut out = String::from("file,row,kind,field,value\r\n");
    for (file, row) in rows {
        let value = serde_json::to_value(&row.fact)?;
        let Some((kind, fields)) = value.as_object().and_then(|o| o.iter().next()) else {
            continue;
        };
        let mut leaves = Vec::new();
        flatten("", fields, &mut leaves);
        for (field, text) in leaves {
            let cells = [&file.name, &row.row.to_string(), kind, &field, &text].map(|c| cell(c));
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
    }
    Ok(out)
}

/// A line of JSON for each fact.
fn lines<'a>(
    rows: impl Iterator<Item = (&'a FileReading, &'a FactRow)>,
) -> Result<String, serde_json::Error> {
    let mut out = String::new();
    for (file, row) in rows {
        let fact = serde_json::to_value(&row.fact)?;
        let line = json!({ "file": file.name, "row": row.row, "fact": fact });
        out.push_str(&line.to_string());
        out.push('\n');
    }
    Ok(out)
}

/// Leaves of a value by their path, such as `extra.city`.
fn flatten(path: &str, value: &serde_json::Value, leaves: &mut Vec<(String, String)>) {
    let join = |key: &str| {
        if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
    };
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                flatten(&join(key), value, leaves);
            }
        }
        serde_json::Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                flatten(&join(&at.to_string()), value, leaves);
            }
        }
        serde_json::Value::Null => {}
        serde_json::Value::String(text) => leaves.push((path.to_owned(), text.clone())),
        other => leaves.push((path.to_owned(), other.to_string())),
    }
}

/// A quoted cell; one that a spreadsheet would take for a formula gets an apostrophe in front.
fn cell(text: &str) -> String {
    let guard = text.starts_with(['=', '+', '-', '@', '\t', '\0']);
    let guarded = if guard { format!("'{text}") } else { text.to_owned() };
    format!("\"{}\"", guarded.replace('"', "\"\""))
}
