//! The timeline as CSV (RFC 4180), safe to open in a spreadsheet.

use super::document::{Block, Cell, Document};

/// Writes every table of the document that has a heading of the columns wanted, the first that fits.
///
/// A cell that a spreadsheet would take for a formula gets a leading apostrophe.
#[must_use]
pub fn table(document: &Document, section: &str) -> Option<String> {
    let found = document.sections.iter().find(|s| s.heading == section)?;
    found.blocks.iter().find_map(|block| match block {
        Block::Table { head, rows } => Some(rows_of(head, rows)),
        _ => None,
    })
}

fn rows_of(head: &[Cell], rows: &[Vec<Cell>]) -> String {
    let mut out = String::new();
    line(head, &mut out);
    for row in rows {
        line(row, &mut out);
    }
    out
}

fn line(cells: &[Cell], out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let text = match &cell.small {
            Some(small) => format!("{} ({small})", cell.text),
            None => cell.text.clone(),
        };
        out.push_str(&field(&text));
    }
    out.push_str("\r\n");
}

/// One field: guarded against formulas, quoted where it must be.
#[must_use]
pub fn field(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = if risky { format!("'{text}") } else { text.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}
