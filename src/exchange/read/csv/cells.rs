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

/// What the cells of a row hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// How many hold more than white space.
    pub(super) filled: u32,
    /// How many begin with an apostrophe before a number.
    pub(super) guarded: u32,
}

impl Held {
    #[inline]
    pub(super) fn of(bytes: &[u8], cells: &[Cell]) -> Self {
        let mut held = Self::default();
        for cell in cells.iter().filter(|cell| cell.end > cell.start) {
            match bytes.get(cell.start as usize) {
                Some(b'\'') => {
                    held.filled += 1;
                    held.guarded += u32::from(is_guarded(bytes, *cell));
                }
                Some(b'!'..=b'~') => held.filled += 1,
                _ => held.filled += u32::from(!is_blank(bytes, *cell)),
            }
        }
        held
    }
}

/// `'22.000000000000000000`
fn is_guarded(bytes: &[u8], cell: Cell) -> bool {
    let inner = bytes.get(cell.start as usize + 1..cell.end as usize);
    let next = inner.and_then(|inner| inner.first());
    next.is_some_and(|next| next.is_ascii_digit() || *next == b'-')
}

fn is_blank(bytes: &[u8], cell: Cell) -> bool {
    let inner = bytes.get(cell.start as usize..cell.end as usize).unwrap_or(&[]);
    // Cells end at signs of one byte, so that their bytes are whole characters.
    std::str::from_utf8(inner).unwrap_or("").trim().is_empty()
}

/// A row's cells, where it begins, and the line (from 1) on which it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowAt {
    pub(super) first: u32,
    pub(super) count: u32,
    pub(super) line: u32,
    pub(super) start: u32,
    pub(super) held: Held,
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
