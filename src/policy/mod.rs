//! The policy document: decision tables, ladder, signal thresholds; read, checked and compiled.

mod analysis;
pub mod bounds;
pub mod canonical;
mod checker;
mod compile;
mod compile_table;
pub mod compiled;
pub mod diff;
pub mod document;
pub mod fault;
pub mod feel;
pub mod guards;
pub mod ladder;
mod members;
mod place;
mod read_document;
mod reader;
pub mod regions;
pub mod shipped;
pub mod signals;
pub mod signed;
pub mod table;
mod table_index;
pub mod vocabulary;
pub mod words;

pub use checker::value_of;
pub use compile::{check, compile};
pub use compiled::Compiled;
pub use diff::{Change, diff};
pub use document::Document;
pub use fault::Fault;
pub use vocabulary::hit_word;
pub use words::Words;
