//! A reading in pieces, each as bytes: how it travels from the worker that reads files to the page
//! that shows them. No piece is so large that opening it keeps the page waiting.

use serde::{Deserialize, Serialize};

use super::read::import::{FileReading, Understanding};
use crate::journal::FactRow;

/// How many facts travel together.
const FACTS: usize = 250;

/// One piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parcel {
    /// How far reading has come.
    Progress {
        file: String,
        rows: bool,
        done: u64,
        total: u64,
    },
    /// A file begins; its facts follow.
    File(Box<FileReading>),
    Facts(Vec<FactRow>),
    /// Everything was told; the names are of what the browser would not give.
    Done {
        unreadable: Vec<String>,
    },
}

impl Parcel {
    /// As bytes; none when a value cannot be written, which no reading holds.
    #[must_use]
    pub fn pack(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(self).ok()
    }

    /// None for bytes that are no parcel of this program.
    #[must_use]
    pub fn open(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// Everything that was read, in the order in which it is put together again. Facts are dropped as they go.
pub fn parcels(understanding: Understanding) -> impl Iterator<Item = Parcel> {
    understanding.files.into_iter().flat_map(|mut file| {
        let mut facts = std::mem::take(&mut file.facts).into_iter();
        let head = std::iter::once(Parcel::File(Box::new(file)));
        head.chain(std::iter::from_fn(move || {
            let some: Vec<FactRow> = facts.by_ref().take(FACTS).collect();
            (!some.is_empty()).then_some(Parcel::Facts(some))
        }))
    })
}

/// Puts a reading together again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathering {
    pub understanding: Understanding,
}

impl Gathering {
    pub fn file(&mut self, file: FileReading) {
        self.understanding.files.push(file);
    }

    /// Facts belong to the file that was told last.
    pub fn facts(&mut self, facts: Vec<FactRow>) {
        if let Some(file) = self.understanding.files.last_mut() {
            file.facts.extend(facts);
        }
    }
}
