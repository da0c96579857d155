//! From the columns of a table to the fields that are understood.

mod columns;
mod field;
pub mod names;

pub use columns::{Columns, Confidence, Match, guess};
pub use field::{Field, bare_name, currency_in_name, fold_header};
