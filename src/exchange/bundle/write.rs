//! Writing a book file, an entry a line, each to the byte as it was recorded.

use std::fmt::Write as _;

use super::read::{FORMAT, Meta, VERSION, seal};
use super::selection::Selection;
use crate::journal::Journal;

/// The whole journal as a file.
///
/// The same journal and the same [`Meta`] give the same bytes.
#[must_use]
pub fn write(journal: &Journal, meta: &Meta) -> String {
    write_file(journal, meta, None)
}

/// A part of a journal as a file that says what was asked for.
#[must_use]
pub fn write_part(part: &Journal, meta: &Meta, asked: &Selection) -> String {
    let customers: Vec<&str> = asked.customers.iter().map(|c| c.as_str()).collect();
    let said = serde_json::json!({
        "customers": customers,
        "case": asked.case.as_ref().map(|c| c.as_str()),
        "from": asked.from.map(|d| d.to_string()),
        "until": asked.until.map(|d| d.to_string()),
    });
    write_file(part, meta, Some(&said))
}

fn write_file(journal: &Journal, meta: &Meta, selection: Option<&serde_json::Value>) -> String {
    let size: usize = journal.entries().iter().map(|e| e.raw().len()).sum();
    let mut out = String::with_capacity(size.saturating_add(journal.len().saturating_mul(70)));
    let exported = serde_json::json!({
        "at": meta.at.to_string(),
        "by": { "name": meta.by.name, "role": meta.by.role },
        "program": meta.program,
    });
    // Writing to a text cannot fail.
    let _ =
        write!(out, "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\n\"exported\":{exported},\n");
    if let Some(selection) = selection {
        let _ = writeln!(out, "\"selection\":{selection},");
    }
    out.push_str("\"entries\":[");
    list(&mut out, journal.entries().iter().map(|e| e.raw().to_owned()));
    out.push_str("],\n\"hashes\":[");
    list(&mut out, journal.entries().iter().map(|e| format!("\"{}\"", e.hash())));
    out.push_str("],\n");
    let end = seal(&out);
    out.push_str(&end);
    out
}

fn list(out: &mut String, items: impl Iterator<Item = String>) {
    for (place, item) in items.enumerate() {
        out.push_str(if place == 0 { "\n" } else { ",\n" });
        out.push_str(&item);
    }
    out.push('\n');
}
