//! `recourse verify`: whether a book file is as it was written.

use std::path::Path;

use serde_json::json;

use super::book_file;
use super::end::{Done, End, Text};
use super::shown;
use crate::app::Lang;
use crate::app::words::{book_files, terminal as words};
use crate::exchange::bundle::{self, Verdict};

pub fn run(file: &Path, as_json: bool, lang: Lang) -> End {
    let bundle = book_file::bundle(file)?;
    let verdict = bundle::verify(&bundle);
    let by = &bundle.meta.by.name;
    let text = if as_json {
        json_of(&verdict, by)
    } else {
        Text::People(text_of(&verdict, (by, &bundle.meta.at.to_string()), lang))
    };
    Ok(Done { text, findings: !verdict.is_verified(), ..Done::default() })
}

fn text_of(verdict: &Verdict, (by, at): (&str, &str), lang: Lang) -> String {
    let mut out = String::new();
    if verdict.is_verified() {
        out.push_str(&words::verified(lang, verdict.entries, verdict.writers));
    } else {
        out.push_str(&words::not_verified(lang, verdict.faults.len()));
        for fault in &verdict.faults {
            out.push_str(&format!("\n  {}", shown::line(&book_files::fault(lang, fault))));
        }
    }
    if verdict.left_out > 0 {
        out.push('\n');
        out.push_str(&book_files::left_out(lang, &verdict.left_out.to_string()));
    }
    let by = if by.is_empty() { words::nobody(lang) } else { by };
    out.push('\n');
    out.push_str(&shown::line(&words::exported(lang, by, at)));
    out.push('\n');
    out.push_str(words::cannot_show(lang));
    out.push('\n');
    out
}

fn json_of(verdict: &Verdict, by: &str) -> Text {
    let faults: Vec<String> = verdict.faults.iter().map(ToString::to_string).collect();
    Text::json(&json!({
        "verified": verdict.is_verified(),
        "entries": verdict.entries,
        "writers": verdict.writers,
        "exported_by": by,
        "faults": faults,
        "left_out": verdict.left_out,
        "cannot_show": bundle::CANNOT_SHOW,
    }))
}
