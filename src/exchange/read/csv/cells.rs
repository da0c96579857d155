//! Cells are places in the text, not copies of it.

use std::borrow::Cow;

use super::dialect::Dialect;

/// How a cell's text has to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// Between quotation marks, with nothing to undo.
    Quoted,
    /// Between quotation marks, with doubled or escaped marks inside.
    Escaped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) form: Form,
}

/// A row's cells, where it begins, and the line (from 1) on which it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowAt {
    pub(super) first: u32,
    pub(super) count: u32,
    pub(super) line: u32,
    pub(super) start: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Split {
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<RowAt>,
    /// Lines where a quotation mark was opened and never closed.
    pub(super) open_quotes: Vec<u32>,
    /// Lines where text followed a closing quotation mark.
    pub(super) stray_quotes: Vec<u32>,
    /// Lines whose quotation marks were read so that the row has as many cells as the others.
    pub(super) fitted: Vec<u32>,
    /// The first line that ended with a carriage return alone.
    pub(super) bare_return: Option<u32>,
}

impl Split {
    #[inline]
    pub(super) fn cells_of(&self, row: &RowAt) -> &[Cell] {
        let first = row.first as usize;
        self.cells.get(first..first + row.count as usize).unwrap_or(&[])
    }

    pub(super) fn faults(&self) -> usize {
        self.open_quotes.len() + self.stray_quotes.len()
    }
}

/// Offsets fit: texts over 4 GB never come this far.
pub(super) fn small(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The cell's text as it stands in the file.
#[inline]
pub(super) fn raw(text: &str, cell: Cell) -> &str {
    text.get(cell.start as usize..cell.end as usize).unwrap_or("")
}

/// Whether the cell holds more than white space.
#[inline]
pub(super) fn is_filled(text: &str, cell: Cell) -> bool {
    match text.as_bytes().get(cell.start as usize) {
        _ if cell.end <= cell.start => false,
        Some(b'!'..=b'~') => true,
        _ => !raw(text, cell).trim().is_empty(),
    }
}

/// The cell's own text.
#[inline]
pub(super) fn cell_text<'t>(text: &'t str, cell: Cell, dialect: Dialect) -> Cow<'t, str> {
    let raw = raw(text, cell);
    match cell.form {
        Form::Escaped => Cow::Owned(unescaped(raw, dialect)),
        Form::Plain | Form::Quoted => Cow::Borrowed(raw),
    }
}

fn unescaped(raw: &str, dialect: Dialect) -> String {
    let quote = char::from(dialect.quote.unwrap_or(b'"'));
    let escape = if dialect.backslash { '\\' } else { quote };
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == escape && (*next == quote || *next == escape) => {
                out.push(*next);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    out
}
