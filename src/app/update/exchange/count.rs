//! What of an import is news to a book. Nothing is touched.

use std::collections::{BTreeMap, BTreeSet};

use super::intake::{BookFile, Given};
use super::outlook::Outlook;
use super::refusal::sealed;
use crate::app::State;
use crate::book::{Book, customer_of};
use crate::domain::ids::CustomerId;
use crate::exchange::bundle;
use crate::exchange::read::import::{FileReading, Key, key};
use crate::exchange::read::preview::{Counts, FactKind, Novelty, novelty};
use crate::journal::{FactRow, Journal};

/// What one file would bring.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileCount {
    pub kinds: BTreeMap<FactKind, Counts>,
    /// The places of the facts that would be appended, in the order of the file.
    pub news: Vec<usize>,
    /// Facts of names that are left out.
    pub left_out: usize,
}

impl FileCount {
    /// The facts that would be appended.
    pub fn facts<'f>(&'f self, file: &'f FileReading) -> impl Iterator<Item = &'f FactRow> {
        self.news.iter().filter_map(|at| file.facts.get(*at))
    }
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
    /// What would read otherwise on the pages; none while that is tried, and where it is too much to try.
    pub outlook: Option<Outlook>,
}

impl Count {
    /// Counts everything at once, and tries nothing.
    #[must_use]
    pub fn of(given: &Given, state: &State) -> Self {
        let mut counting = Counting::new(given, state);
        while !counting.step(given, state, usize::MAX) {}
        counting.finish(given, state)
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

/// A count on its way, a few facts at a time.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    count: Count,
    /// What this import says otherwise than the book.
    told: BTreeSet<Key>,
    /// Names of which nothing is taken in.
    left_out: BTreeSet<CustomerId>,
    /// The file and the fact that come next.
    next: (usize, usize),
}

impl Counting {
    #[must_use]
    pub fn new(given: &Given, state: &State) -> Self {
        let count = Count {
            journal: state.journal.len(),
            files: vec![FileCount::default(); given.understanding.files.len()],
            ..Count::default()
        };
        let left_out = state.exchange.naming.left_out(&state.book);
        Self { count, left_out, ..Self::default() }
    }

    /// Counts up to `facts` further facts; true when all are counted.
    pub fn step(&mut self, given: &Given, state: &State, facts: usize) -> bool {
        let mut left = facts;
        while let Some(file) = given.understanding.files.get(self.next.0) {
            let end = if is_open(file) { 0 } else { file.facts.len() };
            let until = self.next.1.saturating_add(left).min(end);
            for at in self.next.1..until {
                self.one(file, at, &state.book);
            }
            left = left.saturating_sub(until.saturating_sub(self.next.1));
            if until < end {
                self.next.1 = until;
                return false;
            }
            self.next = (self.next.0.saturating_add(1), 0);
        }
        true
    }

    fn one(&mut self, file: &FileReading, at: usize, book: &Book) {
        let (Some(row), Some(count)) = (file.facts.get(at), self.count.files.get_mut(self.next.0))
        else {
            return;
        };
        let left_out = |id: &CustomerId| self.left_out.contains(id);
        if !self.left_out.is_empty() && customer_of(&row.fact).is_some_and(left_out) {
            count.left_out = count.left_out.saturating_add(1);
            return;
        }
        let counts = count.kinds.entry(FactKind::of(&row.fact)).or_default();
        let novelty = novelty(&row.fact, book);
        *match novelty {
            Novelty::New => &mut counts.new,
            Novelty::Known => &mut counts.known,
            Novelty::Changed => &mut counts.changed,
        } += 1;
        if novelty == Novelty::Changed {
            self.told.insert(key(&row.fact));
        }
        // What the book knows is news all the same after this import said otherwise: the last word counts.
        if novelty != Novelty::Known
            || (!self.told.is_empty() && self.told.contains(&key(&row.fact)))
        {
            count.news.push(at);
        }
    }

    /// How many entries the journal had when counting began.
    #[must_use]
    pub const fn journal(&self) -> usize {
        self.count.journal
    }

    /// How many facts are counted, and how many there are.
    #[must_use]
    pub fn progress(&self, given: &Given) -> (usize, usize) {
        let lens = given.understanding.files.iter().map(|f| f.facts.len());
        let before: usize = lens.clone().take(self.next.0).sum();
        (before.saturating_add(self.next.1), lens.sum())
    }

    #[must_use]
    pub fn finish(self, given: &Given, state: &State) -> Count {
        let mut count = self.count;
        count.books = given.books.iter().map(|b| compare(b, &state.journal)).collect();
        count
    }
}

fn compare(file: &BookFile, journal: &Journal) -> Option<bundle::Preview> {
    let checked = file.read.as_ref().ok()?;
    sealed(checked).ok()?;
    Some(bundle::preview(&checked.bundle, journal))
}
