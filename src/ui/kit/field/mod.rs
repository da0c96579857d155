//! Form fields: label, hint, error, control, wired for screen readers.

mod area;
mod check;
mod choice;
mod error_summary;
mod frame;
mod radio;
mod select;
mod text;

pub use area::TextArea;
pub use check::CheckField;
pub use choice::Choice;
pub use error_summary::{ErrorLink, ErrorSummary};
pub use radio::RadioGroup;
pub use select::SelectField;
pub use text::{InputKind, TextField};
