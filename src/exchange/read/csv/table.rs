//! A table: its header, its rows with their lines, and what was odd about it.

use std::borrow::Cow;
use std::fmt;

use super::building::Building;
use super::cells::{RowAt, Split, cell_text};
use super::dialect::Dialect;
use super::remark::Remarks;

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
    pub(super) text: String,
    pub(super) dialect: Dialect,
    pub(super) headers: Vec<String>,
    pub(super) has_header: bool,
    pub(super) split: Split,
    pub(super) rows: Vec<RowAt>,
    pub(super) preamble: Vec<String>,
    pub(super) remarks: Remarks,
}

/// One row of data.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    pub(super) table: &'t Table,
    pub(super) at: RowAt,
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
        let mut building = Building::begin(text)?;
        while !building.step(usize::MAX) {}
        Ok(building.finish())
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
        self.at.held.filled
    }

    /// Whether it repeats the names of the columns.
    pub(super) fn is_same(self, headers: &[String]) -> bool {
        self.len() >= headers.len()
            && headers.iter().enumerate().all(|(column, name)| self.cell(column).trim() == name)
    }
}
