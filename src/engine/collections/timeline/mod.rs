//! What was done and what comes, as marks on lanes.

mod access;
mod build;
mod holds;
mod mark;
mod money;
mod notices;
mod windows;

pub(super) use build::timeline;
pub use mark::{Access, Lane, Mark, Tense, What};
