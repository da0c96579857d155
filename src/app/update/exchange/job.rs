//! Work for the shell: read these files, in pieces, and tell how far it has come.

use super::answers::Answers;

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Files that wait in the shell under this number.
    Files(u64),
    /// Text that was pasted.
    Text { name: String, text: String },
}

/// What files are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Import,
    /// Only to say whether a book file is as it was exported.
    Check,
}

/// One piece of reading; its number comes back with every answer, so that late answers are known as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub number: u64,
    pub origin: Origin,
    pub purpose: Purpose,
    pub answers: Answers,
}
