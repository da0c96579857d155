//! Decision tables as DMN XML, for other editors, and back.

mod read;
mod write;
mod xml;

pub use read::read;
pub use write::{Standard, write};
pub use xml::XmlError;

use crate::policy::table::{HitPolicy, TableText};

/// A table with its name, as one decision of a DMN file.
#[derive(Clone, Debug, PartialEq)]
pub struct DmnTable {
    /// Letters, digits, `_`, `-` and points; unique within the file.
    pub id: String,
    pub name: String,
    pub hit: HitPolicy,
    pub text: TableText,
}
