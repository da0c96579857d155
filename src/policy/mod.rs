//! The policy document: decision tables, ladder, signal thresholds; read, checked and compiled.

pub mod fault;
pub mod ladder;
mod reader;
pub mod shipped;
pub mod signals;
pub mod words;

pub use fault::Fault;
pub use words::Words;
