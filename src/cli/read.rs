//! `recourse read`: the table of a file, or what was understood of it.

use std::io::Read;
use std::path::Path;

use serde_json::json;

use super::args::{ReadArgs, ReadForm};
use super::book_file;
use super::end::{Done, End, Stop, Text};
use super::import::{name_of, note, notes, options, tenant};
use crate::app::Lang;
use crate::exchange::read::bytes::{FILE_BYTES_MAX, NamedBytes};
use crate::exchange::read::import::understand;
use crate::exchange::read::plain::csv_of_file;

pub fn run(args: &ReadArgs, lang: Lang) -> End {
    let file = given(&args.file)?;
    match args.form {
        ReadForm::Csv => table(file, args, lang),
        ReadForm::Json => facts(file, args, lang),
    }
}

/// The named file, or standard input for `-`.
fn given(path: &Path) -> Result<NamedBytes, Stop> {
    if path.as_os_str() != "-" {
        return Ok(NamedBytes { name: name_of(path), bytes: book_file::bytes(path)? });
    }
    let mut bytes = Vec::new();
    // One byte more than is read shows that there is more.
    let most = u64::try_from(FILE_BYTES_MAX).unwrap_or(u64::MAX).saturating_add(1);
    std::io::stdin()
        .lock()
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|e| Stop::Use(format!("standard input: {e}")))?;
    Ok(NamedBytes { name: "standard input".to_owned(), bytes })
}

/// The table that was understood, as plain CSV.
fn table(file: NamedBytes, args: &ReadArgs, lang: Lang) -> End {
    let name = file.name.clone();
    let tenant = tenant(&args.answers)?;
    let plain = csv_of_file(file, &options(&args.answers, tenant.as_ref()))
        .map_err(|problem| Stop::Findings(note(&name, &problem, lang)))?;
    Ok(Done {
        findings: plain.csv.is_empty(),
        text: Text::Data(plain.csv),
        notes: plain.notes.iter().map(|problem| note(&name, problem, lang)).collect(),
    })
}

/// A line of JSON for each fact.
fn facts(file: NamedBytes, args: &ReadArgs, lang: Lang) -> End {
    let tenant = tenant(&args.answers)?;
    let readings = understand(vec![file], &options(&args.answers, tenant.as_ref())).files;
    let mut text = String::new();
    for file in &readings {
        for row in &file.facts {
            let fact = serde_json::to_value(&row.fact).map_err(|e| Stop::Use(e.to_string()))?;
            let line = json!({ "file": file.name, "row": row.row, "fact": fact });
            text.push_str(&line.to_string());
            text.push('\n');
        }
    }
    let findings =
        readings.iter().any(|f| f.failed() || !f.questions.is_empty() || !f.refused.is_empty());
    Ok(Done { text: Text::Data(text), notes: notes(&readings, lang), findings })
}
