//! Values with their origin: which entry told them, when, and from which row of which file.

use std::sync::Arc;

use crate::domain::Instant;
use crate::domain::ids::EntryId;

/// The place in a file where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRef {
    pub file: Arc<str>,
    pub sha256: Arc<str>,
    pub row: u32,
}

/// Which entry told something, when and by whom it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub entry: EntryId,
    pub recorded: Instant,
    pub by: Arc<str>,
    /// None for what a person recorded by hand.
    pub source: Option<SourceRef>,
}

/// Something decided or done, as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<T> {
    pub mark: Mark,
    pub value: T,
}

/// An observed fact: the value that counts, and earlier or other values that differ from it.
///
/// The latest recorded value counts; ties are settled by the order of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<T> {
    pub mark: Mark,
    pub value: T,
    /// Values that differ, oldest first. Never dropped.
    pub superseded: Vec<Recorded<T>>,
}

impl<T: PartialEq> Kept<T> {
    #[must_use]
    pub fn new(mark: Mark, value: T) -> Self {
        Self { mark, value, superseded: Vec::new() }
    }

    /// Takes in a later observation. The same value again only refreshes the mark.
    pub fn observe(&mut self, mark: Mark, value: T) {
        if self.value == value {
            self.mark = mark;
            return;
        }
        let old = Recorded {
            mark: std::mem::replace(&mut self.mark, mark),
            value: std::mem::replace(&mut self.value, value),
        };
        self.superseded.push(old);
    }
}
