//! Tables in text: separator, quotation marks, preamble, header and footer are found
//! in the text itself, and everything odd about it is reported.

mod building;
mod cells;
mod detect;
mod dialect;
mod fit;
mod frame;
mod odd_rows;
mod print;
mod remark;
mod scan;
mod split;
mod table;

pub use building::Building;
pub use dialect::Dialect;
pub use print::{print, to_rfc4180};
pub use remark::{RemarkKind, Remarks, Seen};
pub use table::{Row, Table, TableError};
