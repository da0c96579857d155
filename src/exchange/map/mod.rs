//! From the columns of a table to the fields that are understood.

mod columns;
mod field;
pub mod names;

pub use columns::{Columns, Confidence, Match, guess};
pub use field::{Field, fold_header};
