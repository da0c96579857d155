//! The whole book as one file: documented, versioned, exact to the byte.
//!
//! The form is described in `docs/format.md`.

mod compare;
mod error;
mod nesting;
mod read;
mod selection;
mod steps;
mod verdict;
mod write;

pub use compare::{Preview, preview};
pub use error::BundleError;
pub use read::{BYTES_MAX, Bundle, Meta, read, read_bytes};
pub use selection::{Part, Selection};
pub use steps::Reading;
pub use verdict::{BundleFault, CANNOT_SHOW, Verdict, verify};
pub use write::{ReportFile, write, write_part, write_report};
