//! Decision tables as DMN XML, for other editors, and back.

mod read;
mod table;
mod write;
mod xml;

pub use read::read;
pub use table::DmnTable;
pub use write::{Standard, write};
pub use xml::XmlError;
