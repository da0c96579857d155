//! Writing a book file, an entry a line, each to the byte as it was recorded.

use std::fmt::Write as _;

use super::read::{Bundle, FORMAT, Meta, VERSION, seal};
use super::selection::Selection;
use super::verdict::{CANNOT_SHOW, verify};
use crate::journal::{Journal, sha256_hex};

/// The whole journal as a file.
///
/// The same journal and the same [`Meta`] give the same bytes.
#[must_use]
pub fn write(journal: &Journal, meta: &Meta) -> String {
    write_file(journal, meta, &[])
}

/// A part of a journal as a file that says what was asked for.
#[must_use]
pub fn write_part(part: &Journal, meta: &Meta, asked: &Selection) -> String {
    write_file(part, meta, &[("selection", selection(asked))])
}

/// One file of a report: its name, what it is, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    pub name: String,
    pub mime: &'static str,
    pub text: String,
}

/// A report with the entries it rests on: a part of a book that carries the report's files, each with
/// its hash, and what checking the entries gave when it was written.
#[must_use]
pub fn write_report(
    part: &Journal,
    meta: &Meta,
    asked: &Selection,
    files: &[ReportFile],
) -> String {
    let bundle = Bundle { is_part: true, ..Bundle::of_journal(part.clone(), meta.clone()) };
    let verdict = verify(&bundle);
    let faults: Vec<String> = verdict.faults.iter().map(ToString::to_string).collect();
    let file = |file: &ReportFile| {
        serde_json::json!({
            "name": file.name,
            "mime": file.mime,
            "sha256": sha256_hex(file.text.as_bytes()),
            "text": file.text,
        })
    };
    let report = serde_json::json!({
        "files": files.iter().map(file).collect::<Vec<_>>(),
        "verified": {
            "entries": verdict.entries,
            "writers": verdict.writers,
            "leftOut": verdict.left_out,
            "whole": verdict.is_verified(),
            "faults": faults,
            "cannotShow": CANNOT_SHOW,
        },
    });
    write_file(part, meta, &[("selection", selection(asked)), ("report", report)])
}

fn selection(asked: &Selection) -> serde_json::Value {
    let customers: Vec<&str> = asked.customers.iter().map(|c| c.as_str()).collect();
    serde_json::json!({
        "customers": customers,
        "case": asked.case.as_ref().map(|c| c.as_str()),
        "from": asked.from.map(|d| d.to_string()),
        "until": asked.until.map(|d| d.to_string()),
    })
}

fn write_file(journal: &Journal, meta: &Meta, also: &[(&str, serde_json::Value)]) -> String {
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
    for (name, value) in also {
        let _ = writeln!(out, "\"{name}\":{value},");
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
