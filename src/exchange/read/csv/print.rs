//! A table that was understood, printed as plain RFC 4180.

use std::borrow::Cow;

use super::table::{Table, TableError};

/// Reads any table and prints it with commas, doubled quotes and CRLF,
/// header first; preamble and footer are left out.
///
/// # Errors
/// [`TableError`] when there is no table in the text.
pub fn to_rfc4180(text: &str) -> Result<String, TableError> {
    Table::read(text).map(|table| print(&table))
}

/// Prints a table with commas, doubled quotes and CRLF: the header where there is one, then every
/// row of data, as wide as the header at least.
#[must_use]
pub fn print(table: &Table) -> String {
    let mut out = String::new();
    if table.has_header() {
        line(table.headers().iter().map(|name| Cow::Borrowed(name.as_str())), &mut out);
    }
    for row in table.rows() {
        let width = row.len().max(table.headers().len());
        line((0..width).map(|column| row.cell(column)), &mut out);
    }
    out
}

fn line<'c>(cells: impl Iterator<Item = Cow<'c, str>>, out: &mut String) {
    let begin = out.len();
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    // A bare line break would be no line at all.
    if out.len() == begin {
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
}
