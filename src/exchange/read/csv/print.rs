//! A table that was understood, printed as plain RFC 4180.

use super::table::{Table, TableError};

/// Reads any table and prints it with commas, doubled quotes and CRLF,
/// header first; preamble and footer are left out.
///
/// # Errors
/// [`TableError`] when there is no table in the text.
pub fn to_rfc4180(text: &str) -> Result<String, TableError> {
    let table = Table::read(text)?;
    let mut out = String::with_capacity(text.len());
    if table.has_header() {
        line(table.headers().iter().map(String::as_str), &mut out);
    }
    for row in table.rows() {
        let cells: Vec<_> =
            (0..row.len().max(table.headers().len())).map(|column| row.cell(column)).collect();
        line(cells.iter().map(AsRef::as_ref), &mut out);
    }
    Ok(out)
}

fn line<'c>(cells: impl Iterator<Item = &'c str>, out: &mut String) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}
