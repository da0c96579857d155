//! Readers: text or bytes in, understood records and named problems out.

mod ageing;
mod alert;
pub mod bytes;
mod charges;
pub mod csv;
pub mod date;
mod document;
mod fixed;
mod graph;
pub mod import;
pub mod json;
pub mod kind;
mod ledger;
pub mod number;
pub mod options;
mod partner_center;
pub mod plain;
pub mod preview;
pub mod problem;
mod problem_words;
pub mod recognise;
mod recognise_table;
mod recon;
mod record;
mod sheet;
pub mod sink;
mod usage;
