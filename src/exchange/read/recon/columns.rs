//! Columns of a table by their folded names.

use std::collections::BTreeMap;

use crate::exchange::map::fold_header;
use crate::exchange::read::csv::{Row, Table};
use crate::exchange::read::problem::Place;

/// Finds cells by any of a column's names.
#[derive(Debug)]
pub(super) struct ByName(BTreeMap<String, usize>);

impl ByName {
    pub(super) fn of(table: &Table) -> Self {
        let mut columns = BTreeMap::new();
        for (column, header) in table.headers().iter().enumerate() {
            columns.entry(fold_header(header)).or_insert(column);
        }
        Self(columns)
    }

    /// The place of a column, by its folded name.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// The first of the named cells that holds something, without a guarding apostrophe.
    pub(super) fn text(&self, row: Row<'_>, names: &[&str]) -> Option<String> {
        names
            .iter()
            .filter_map(|name| self.0.get(*name))
            .map(|column| row.cell(*column))
            .map(|cell| cell.trim().trim_start_matches('\'').trim().to_owned())
            .find(|text| !text.is_empty())
    }
}

/// The place of a named cell.
pub(super) fn place(row: Row<'_>, field: &str) -> Place {
    Place::line(row.line()).with_field(field)
}

/// The row's cells for the list of refused rows.
pub(super) fn cells(row: Row<'_>) -> Vec<String> {
    (0..row.len()).map(|c| row.cell(c).into_owned()).collect()
}
