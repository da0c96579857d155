//! The suspicious-activity report: its record as JSON, its page as HTML, its timeline as CSV.

pub mod csv;
pub mod document;
pub mod html;
mod inert;
pub mod json;
mod json_signals;

pub use document::{Block, Cell, CellKind, Document, Line, Section};
pub use inert::{defang, visible};
