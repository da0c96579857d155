//! The sample reseller: an invented book in which every situation occurs, told relative to the day it is opened.
//!
//! The data stands in `samples/reseller.json`. Nothing here is random: the same day and
//! moment always give the same entries.

mod acts;
mod cases;
mod facts;
mod form;
mod imports;
mod moment;
mod records;

pub use records::{Draft, SampleError, WRITER, drafts};
