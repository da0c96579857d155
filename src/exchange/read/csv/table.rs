//! A table: its header, its rows with their lines, and what was odd about it.

use std::borrow::Cow;
use std::fmt;

use super::cells::{Cell, RowAt, Split, cell_text, is_filled};
use super::detect::detect;
use super::dialect::Dialect;
use super::frame::{Frame, Sketch, TOP_ROWS, frame};
use super::odd_rows::mend_odd_rows;
use super::remark::{RemarkKind, Remarks};
use super::split::split_all;

/// There is no table in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// Nothing but white space.
    Empty,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no table in the file: it holds nothing but white space")
    }
}

impl std::error::Error for TableError {}

/// A table that was understood. It keeps the text and the places of the cells.
#[derive(Clone, Debug)]
pub struct Table {
    text: String,
    dialect: Dialect,
    headers: Vec<String>,
    has_header: bool,
    split: Split,
    rows: Vec<RowAt>,
    preamble: Vec<String>,
    remarks: Remarks,
}

/// One row of data.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    table: &'t Table,
    at: RowAt,
}

impl Table {
    /// Reads a table without being told anything about it.
    ///
    /// # Errors
    /// [`TableError::Empty`] when there is nothing to read.
    pub fn read(text: &str) -> Result<Self, TableError> {
        Self::of(text.to_owned())
    }

    /// As [`Table::read`], and keeps the text that it is given.
    ///
    /// # Errors
    /// [`TableError::Empty`] when there is nothing to read.
    pub fn of(text: String) -> Result<Self, TableError> {
        if text.trim().is_empty() {
            return Err(TableError::Empty);
        }
        let (dialect, width) = detect(&text);
        Ok(Self::with_dialect(text, dialect, width))
    }

    fn with_dialect(text: String, dialect: Dialect, width: u32) -> Self {
        let mut split = split_all(&text, dialect, width);
        let odd_rows = mend_odd_rows(&mut split, &text, dialect, width);
        let mut remarks = dialect_remarks(dialect, &split);
        for line in odd_rows {
            remarks.note(RemarkKind::OtherSeparator, line);
        }
        let filled: Vec<(u32, u32)> =
            split.rows.iter().map(|row| (row.line, filled(&text, split.cells_of(row)))).collect();
        let top: Vec<Sketch> = split
            .rows
            .iter()
            .zip(&filled)
            .take(TOP_ROWS)
            .map(|(row, (_, filled))| sketch(&text, split.cells_of(row), row, *filled, dialect))
            .collect();
        let found = frame(&top, &filled, &mut remarks);
        let mut table = Self {
            headers: named(&found, &top),
            has_header: found.header.is_some(),
            rows: data_rows(&split, &filled, &found),
            preamble: preamble(&top, &found),
            text,
            dialect,
            split,
            remarks,
        };
        table.check_rows();
        table
    }

    /// Names of the columns, trimmed; `column 3` where there is no header row.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    #[must_use]
    pub const fn has_header(&self) -> bool {
        self.has_header
    }

    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    #[must_use]
    pub const fn remarks(&self) -> &Remarks {
        &self.remarks
    }

    /// The texts above the header: titles, "As at 30 September 2026".
    #[must_use]
    pub fn preamble(&self) -> &[String] {
        &self.preamble
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    #[must_use]
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        self.rows.get(index).map(|at| Row { table: self, at: *at })
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|at| Row { table: self, at: *at })
    }

    /// Leaves out repeated headers, and says which rows are odd.
    fn check_rows(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        let mut remarks = std::mem::take(&mut self.remarks);
        rows.retain(|at| {
            let again = self.has_header && Row { table: self, at: *at }.is_same(&self.headers);
            match again {
                true => remarks.note(RemarkKind::RepeatedHeader, at.line),
                false => self.note_odd(at, &mut remarks),
            }
            !again
        });
        self.rows = rows;
        self.remarks = remarks;
    }

    fn note_odd(&self, at: &RowAt, remarks: &mut Remarks) {
        let cells = self.split.cells_of(at);
        for _ in cells.iter().filter(|cell| is_guarded(&self.text, **cell)) {
            remarks.note(RemarkKind::Guarded, at.line);
        }
        let width = self.headers.len();
        let beyond = cells.get(width..).unwrap_or(&[]);
        if beyond.iter().any(|cell| cell.end > cell.start) {
            remarks.note(RemarkKind::LongRow, at.line);
        } else if cells.len() < width {
            remarks.note(RemarkKind::ShortRow, at.line);
        }
    }
}

impl<'t> Row<'t> {
    /// The line of the file (from 1) on which the row starts.
    #[must_use]
    pub const fn line(self) -> u32 {
        self.at.line
    }

    #[must_use]
    pub const fn len(self) -> usize {
        self.at.count as usize
    }

    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.at.count == 0
    }

    /// The cell's text as written; empty where the row is too short.
    #[must_use]
    #[inline]
    pub fn cell(self, column: usize) -> Cow<'t, str> {
        match self.table.split.cells_of(&self.at).get(column) {
            Some(cell) => cell_text(&self.table.text, *cell, self.table.dialect),
            None => Cow::Borrowed(""),
        }
    }

    /// How many cells hold something.
    #[must_use]
    pub fn filled(self) -> u32 {
        filled(&self.table.text, self.table.split.cells_of(&self.at))
    }

    fn is_same(self, headers: &[String]) -> bool {
        self.len() >= headers.len()
            && headers.iter().enumerate().all(|(column, name)| self.cell(column).trim() == name)
    }
}

/// `'22.000000000000000000`
#[inline]
fn is_guarded(text: &str, cell: Cell) -> bool {
    let bytes = text.as_bytes();
    let (start, end) = (cell.start as usize, cell.end as usize);
    bytes.get(start) == Some(&b'\'')
        && start + 1 < end
        && bytes.get(start + 1).is_some_and(|next| next.is_ascii_digit() || *next == b'-')
}

fn filled(text: &str, cells: &[Cell]) -> u32 {
    let count = cells.iter().filter(|c| is_filled(text, **c)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn sketch(text: &str, cells: &[Cell], row: &RowAt, filled: u32, dialect: Dialect) -> Sketch {
    Sketch {
        line: row.line,
        width: row.count,
        cells: cells.iter().map(|c| cell_text(text, *c, dialect).trim().to_owned()).collect(),
        filled,
    }
}

fn dialect_remarks(dialect: Dialect, split: &Split) -> Remarks {
    let mut remarks = Remarks::default();
    let several = split.rows.iter().any(|row| row.count > 1);
    if dialect.delimiter != b',' && several {
        remarks.note(RemarkKind::Separator(char::from(dialect.delimiter)), 1);
    }
    let odd = [
        (dialect.padded, RemarkKind::Padded),
        (dialect.quote == Some(b'\''), RemarkKind::SingleQuotes),
        (dialect.backslash, RemarkKind::BackslashEscapes),
    ];
    for (_, kind) in odd.iter().filter(|(is, _)| *is) {
        remarks.note(*kind, 1);
    }
    if let Some(line) = split.bare_return {
        remarks.note(RemarkKind::BareReturns, line);
    }
    for line in &split.fitted {
        remarks.note(RemarkKind::FittedQuotes, *line);
    }
    for line in &split.open_quotes {
        remarks.note(RemarkKind::OpenQuote, *line);
    }
    for line in &split.stray_quotes {
        remarks.note(RemarkKind::StrayQuote, *line);
    }
    remarks
}

fn preamble(top: &[Sketch], found: &Frame) -> Vec<String> {
    let above = found.data_from.saturating_sub(usize::from(found.header.is_some()));
    top.iter()
        .take(above)
        .flat_map(|row| row.cells.iter())
        .filter(|cell| !cell.is_empty())
        .cloned()
        .collect()
}

fn named(found: &Frame, top: &[Sketch]) -> Vec<String> {
    found.header.clone().unwrap_or_else(|| {
        let width = top.get(found.data_from).map_or(1, |row| row.width);
        (1..=width).map(|n| format!("column {n}")).collect()
    })
}

fn data_rows(split: &Split, filled: &[(u32, u32)], found: &Frame) -> Vec<RowAt> {
    split
        .rows
        .iter()
        .zip(filled)
        .take(found.data_to)
        .skip(found.data_from)
        .filter(|(_, (_, filled))| *filled > 0)
        .map(|(row, _)| *row)
        .collect()
}
