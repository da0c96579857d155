use std::sync::Arc;

use super::answers::Answers;
use super::count::Count;
use super::intake::{BookFile, Given};
use super::job::Origin;

/// What is being read, typed or looked at here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub stage: Stage,
    pub check: Check,
    pub paste: Paste,
    pub answers: Answers,
    /// What was given last, so that it can be read again with an answer.
    pub origin: Option<Origin>,
    /// The number of the import's job, and of the check's; answers of any other come too late.
    pub import_job: u64,
    pub check_job: u64,
    /// How many jobs there were.
    pub jobs: u64,
}

/// Text to be read as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paste {
    pub name: String,
    pub text: String,
}

/// How far an import is.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    #[default]
    Waiting,
    Reading(Progress),
    Understood(Arc<Found>),
    Taken(Taken),
}

/// What was read, and what of it is news to the book.
#[derive(Clone, Debug)]
pub struct Found {
    pub given: Given,
    pub count: Count,
}

/// What was appended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub facts: usize,
    pub known: usize,
    /// Entries out of book files.
    pub entries: usize,
}

/// How far a check of a book file is.
#[derive(Clone, Debug, Default)]
pub enum Check {
    #[default]
    Waiting,
    Reading,
    Done(Vec<BookFile>),
}

/// What is counted while reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    #[default]
    Bytes,
    Rows,
}

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub file: String,
    pub unit: Unit,
    pub done: u64,
    pub total: u64,
}
