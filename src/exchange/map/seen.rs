//! A table as it is shown to whoever says what its columns hold.

use serde::{Deserialize, Serialize};

use super::columns::{Columns, Confidence};
use super::field::Field;
use super::propose::propose;

/// The headers, the first rows, and what each column is taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSeen {
    pub rows: Vec<Vec<String>>,
    pub columns: Vec<Column>,
    /// The kind is known, so the columns are used as they stand here; otherwise they are only proposed.
    pub is_used: bool,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub header: String,
    pub holds: Option<(Field, Confidence)>,
}

/// How many rows are shown.
pub const ROWS_SHOWN: usize = 6;

impl TableSeen {
    /// A table with the columns as they are taken, and with proposals where its kind is not known.
    #[must_use]
    pub fn of(
        headers: &[String],
        rows: Vec<Vec<String>>,
        columns: &Columns,
        is_used: bool,
    ) -> Self {
        let mut seen: Vec<Column> =
            headers.iter().map(|header| Column { header: header.clone(), holds: None }).collect();
        for (field, at) in columns.iter() {
            if let Some(column) = seen.get_mut(at.column) {
                column.holds = Some((field, at.confidence));
            }
        }
        if !is_used {
            propose(&mut seen, &rows);
        }
        Self { rows, columns: seen, is_used }
    }

    /// The names of the columns.
    #[must_use]
    pub fn headers(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.header.clone()).collect()
    }
}
