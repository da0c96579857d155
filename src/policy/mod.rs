//! The policy document: decision tables, ladder, signal thresholds; read, checked and compiled.

pub mod fault;
pub mod feel;
pub mod ladder;
mod reader;
pub mod shipped;
pub mod signals;
pub mod table;
pub mod words;

pub use fault::Fault;
pub use words::Words;
