//! Decision tables as DMN XML, for other editors, and back.

mod problem;
mod put;
mod read;
mod table;
mod write;
mod xml;

pub use problem::{XmlError, XmlProblem};
pub use put::{Names, Put, TableChange, put};
pub use read::read;
pub use table::DmnTable;
pub use write::{Standard, write};
