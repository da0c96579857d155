//! What of an import is news to a book. Nothing is touched.

use std::collections::{BTreeMap, BTreeSet};

use super::intake::{BookFile, Given};
use super::outlook::{Outlook, outlook};
use super::refusal::sealed;
use crate::app::State;
use crate::book::Book;
use crate::exchange::bundle;
use crate::exchange::read::import::{FileReading, key};
use crate::exchange::read::preview::{Counts, FactKind, Novelty, novelty};
use crate::journal::{FactRow, Journal};

/// What one file would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileCount {
    pub kinds: BTreeMap<FactKind, Counts>,
    /// What would be appended, in the order of the file.
    pub news: Vec<FactRow>,
}

/// What everything that was given would bring to the book as it was when counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many entries the journal had; another number means that the count is stale.
    pub journal: usize,
    /// One for each data file.
    pub files: Vec<FileCount>,
    /// One for each book file; none where it cannot be taken in.
    pub books: Vec<Option<bundle::Preview>>,
    /// What would read otherwise on the pages; none where that is too much to try beforehand.
    pub outlook: Option<Outlook>,
}

impl Count {
    #[must_use]
    pub fn of(given: &Given, state: &State) -> Self {
        let (book, journal) = (&state.book, &state.journal);
        let mut told = BTreeSet::new();
        let files = given.understanding.files.iter();
        let mut counted = Self {
            journal: journal.len(),
            files: files.map(|f| count(f, book, &mut told)).collect(),
            books: given.books.iter().map(|b| compare(b, journal)).collect(),
            outlook: None,
        };
        counted.outlook = outlook(given, &counted, state);
        counted
    }

    /// Facts that would be appended.
    #[must_use]
    pub fn news(&self) -> usize {
        self.files.iter().map(|f| f.news.len()).sum()
    }

    /// Facts that the book knows as they are.
    #[must_use]
    pub fn known(&self) -> usize {
        let counts = self.files.iter().flat_map(|f| f.kinds.values());
        let known: u64 = counts.map(|c| u64::from(c.known)).sum();
        usize::try_from(known).unwrap_or(usize::MAX)
    }

    /// Entries of book files that would be added.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.books.iter().flatten().map(|b| b.new.len()).sum()
    }
}

/// Whether nothing of a file is taken: it was not understood, or a question is open.
#[must_use]
pub fn is_open(file: &FileReading) -> bool {
    file.failed() || !file.questions.is_empty()
}

fn count(
    file: &FileReading,
    book: &Book,
    told: &mut BTreeSet<crate::exchange::read::import::Key>,
) -> FileCount {
    let mut count = FileCount::default();
    if is_open(file) {
        return count;
    }
    for row in &file.facts {
        let counts = count.kinds.entry(FactKind::of(&row.fact)).or_default();
        let novelty = novelty(&row.fact, book);
        *match novelty {
            Novelty::New => &mut counts.new,
            Novelty::Known => &mut counts.known,
            Novelty::Changed => &mut counts.changed,
        } += 1;
        // What the book knows is news all the same after this import said otherwise: the last word counts.
        if novelty != Novelty::Known || told.contains(&key(&row.fact)) {
            told.insert(key(&row.fact));
            count.news.push(row.clone());
        }
    }
    count
}

fn compare(file: &BookFile, journal: &Journal) -> Option<bundle::Preview> {
    let checked = file.read.as_ref().ok()?;
    sealed(checked).ok()?;
    Some(bundle::preview(&checked.bundle, journal))
}
