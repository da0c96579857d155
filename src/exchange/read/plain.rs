//! Any file that holds a table, as plain RFC 4180.

use super::bytes::{Binary, BytesError, NamedBytes, to_text, unpack};
use super::csv::{self, Table};
use super::options::Options;
use super::problem::{Place, Problem, Weight, What};

/// The table that was understood, and what was odd about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Header and rows with commas, doubled quotes and CRLF; nothing for a file without a table.
    pub csv: String,
    /// What was put right, one for each kind, with counts.
    pub notes: Vec<Problem>,
}

/// Opens, decodes and reads a file, and prints the table that was understood. A file that holds
/// nothing is an empty table, with a note.
///
/// # Errors
/// The problem that stops the file; documents and archives of several files are refused.
pub fn csv_of_file(file: NamedBytes, options: &Options<'_>) -> Result<Plain, Problem> {
    let members = match unpack(file) {
        Ok(members) => members,
        Err(BytesError::Empty) => return Ok(nothing(What::Bytes(BytesError::Empty))),
        Err(error) => return Err(Problem::of_file(What::Bytes(error))),
    };
    let Ok([one]) = <[NamedBytes; 1]>::try_from(members) else {
        return Err(Problem::of_file(What::SeveralFiles));
    };
    let texted = to_text(&one.bytes, options.encoding, options.decoder)
        .map_err(|e| Problem::of_file(What::Text(e)))?;
    if texted.text.contains('\0') {
        return Err(Problem::of_file(What::Bytes(BytesError::Binary(Binary::Data))));
    }
    if is_document(&texted.text) {
        return Err(Problem::of_file(What::Document));
    }
    let Ok(table) = Table::of(texted.text) else {
        return Ok(nothing(What::NoTable));
    };
    let plain = Plain { csv: csv::print(&table), notes: notes(&table) };
    // A line of separators alone has no cell: that too is no table.
    let is_nothing = plain.csv.is_empty() && plain.notes.is_empty();
    Ok(if is_nothing { nothing(What::NoTable) } else { plain })
}

fn nothing(what: What) -> Plain {
    Plain { csv: String::new(), notes: vec![Problem::new(Weight::Note, Place::default(), what)] }
}

/// Everything odd about a table, each kind once with its count and its first line.
pub(super) fn notes(table: &Table) -> Vec<Problem> {
    let note = |(remark, seen): (_, csv::Seen)| Problem {
        count: seen.count,
        ..Problem::new(Weight::Note, Place::line(seen.line), What::Table(remark))
    };
    table.remarks().iter().map(note).collect()
}

/// JSON or markup, by its first sign. A table may begin with a bracket, but hardly with a brace.
fn is_document(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || crate::domain::text::is_invisible(c);
    let start = text.trim_start_matches(odd);
    start.starts_with(['{', '<']) || start.starts_with("[{") || start.starts_with("[\n")
}
