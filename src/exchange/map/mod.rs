//! From the columns of a table to the fields that are understood.

mod columns;
mod field;
pub mod names;
mod propose;
mod seen;

pub use columns::{Columns, Confidence, Match, guess};
pub use field::{Field, bare_name, currency_in_name, fold_header};
pub use propose::propose;
pub use seen::{Column, ROWS_SHOWN, TableSeen};
