//! A reading in pieces, each as bytes: how it travels from the worker that reads files to the page
//! that shows them. What the files are comes first, so that it is shown while the facts still travel.
//! No piece is so large that opening it keeps the page waiting.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::read::import::{FileReading, Understanding};
use super::read::preview::FactKind;
use super::read::sink::Refused;
use crate::journal::FactRow;

/// How many facts or refused rows travel together.
const TOGETHER: usize = 200;

/// How many facts of a file are shown as examples.
const FIRST: usize = 3;

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
    /// What a file is; its facts and refused rows follow when all files were told.
    File(Box<Listed>),
    /// All files were told; the names are of what the browser would not give.
    Listed {
        unreadable: Vec<String>,
    },
    /// Of the file that is the so manieth.
    Facts(usize, Vec<FactRow>),
    Refused(usize, Vec<Refused>),
    /// Everything was told.
    Done,
}

/// A file without its facts and refused rows, and what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Without facts and refused rows.
    pub file: FileReading,
    /// How many facts there are of each kind.
    pub kinds: BTreeMap<FactKind, usize>,
    pub refused: usize,
    /// Examples.
    pub first: Vec<FactRow>,
}

impl Listed {
    #[must_use]
    pub fn of(reading: &FileReading) -> Self {
        let mut kinds: BTreeMap<FactKind, usize> = BTreeMap::new();
        for row in &reading.facts {
            let count = kinds.entry(FactKind::of(&row.fact)).or_default();
            *count = count.saturating_add(1);
        }
        Self { kinds, refused: reading.refused.len(), first: first(reading), file: head(reading) }
    }

    #[must_use]
    pub fn facts(&self) -> usize {
        self.kinds.values().sum()
    }
}

/// The first facts of a file.
#[must_use]
pub fn first(reading: &FileReading) -> Vec<FactRow> {
    reading.facts.iter().take(FIRST).cloned().collect()
}

fn head(reading: &FileReading) -> FileReading {
    let FileReading {
        name,
        archive,
        sha256,
        bytes,
        encoding,
        kind,
        facts: _,
        problems,
        refused: _,
        table,
        questions,
    } = reading;
    FileReading {
        name: name.clone(),
        archive: archive.clone(),
        sha256: sha256.clone(),
        bytes: *bytes,
        encoding: *encoding,
        kind: *kind,
        facts: Vec::new(),
        problems: problems.clone(),
        refused: Vec::new(),
        table: table.clone(),
        questions: questions.clone(),
    }
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
pub fn parcels(
    understanding: Understanding,
    unreadable: Vec<String>,
) -> impl Iterator<Item = Parcel> {
    let told: Vec<Parcel> =
        understanding.files.iter().map(|file| Parcel::File(Box::new(Listed::of(file)))).collect();
    let rest = understanding.files.into_iter().enumerate().flat_map(|(at, file)| {
        let facts = some(file.facts).map(move |facts| Parcel::Facts(at, facts));
        let refused = some(file.refused).map(move |rows| Parcel::Refused(at, rows));
        facts.chain(refused)
    });
    told.into_iter().chain([Parcel::Listed { unreadable }]).chain(rest).chain([Parcel::Done])
}

/// A few at a time.
fn some<T>(all: Vec<T>) -> impl Iterator<Item = Vec<T>> {
    let mut rest = all.into_iter();
    std::iter::from_fn(move || {
        let some: Vec<T> = rest.by_ref().take(TOGETHER).collect();
        (!some.is_empty()).then_some(some)
    })
}

/// Puts a reading together again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathering {
    pub understanding: Understanding,
    facts: usize,
    facts_told: usize,
}

impl Gathering {
    /// A file without its facts, for which room is made.
    pub fn file(&mut self, listed: &Listed) {
        let facts = Vec::with_capacity(listed.facts());
        self.facts_told = self.facts_told.saturating_add(listed.facts());
        self.understanding.files.push(FileReading { facts, ..head(&listed.file) });
    }

    pub fn facts(&mut self, at: usize, facts: Vec<FactRow>) {
        self.facts = self.facts.saturating_add(facts.len());
        if let Some(file) = self.understanding.files.get_mut(at) {
            file.facts.extend(facts);
        }
    }

    pub fn refused(&mut self, at: usize, rows: Vec<Refused>) {
        if let Some(file) = self.understanding.files.get_mut(at) {
            file.refused.extend(rows);
        }
    }

    /// How many facts have come, and how many there are.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        (self.facts, self.facts_told)
    }
}
