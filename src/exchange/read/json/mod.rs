//! A JSON reader that knows where everything stood, and that reads the
//! slightly broken JSON which people really paste, saying what it put right.
//! Strict JSON is read strictly and without remarks.

mod fault;
mod mend;
mod parser;
mod steps;
mod text;
mod value;

pub use fault::{JsonError, JsonFault, Wanted};
pub use mend::{MendKind, Mends, Met};
pub use parser::{DEPTH_MAX, Document, parse};
pub use steps::Parsing;
pub use value::{Member, Node, Span, Value};
