//! The fold in steps, for a page that must not stand still while much is folded.

use super::fold::{Book, Folding};
use crate::domain::Instant;
use crate::domain::ids::CustomerId;
use crate::journal::{Entry, Journal};

/// A fold on its way.
#[derive(Clone, Debug)]
pub struct FoldSteps {
    /// The places in the journal of the entries that count.
    live: Vec<usize>,
    next: usize,
    /// How many entries the journal had: with another number the places mean nothing.
    journal: usize,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Folding(Box<Folding>),
    /// Made ready for questions, customer by customer.
    Readying(Box<Book>, Vec<CustomerId>),
}

impl FoldSteps {
    #[must_use]
    pub fn begin(journal: &Journal, known_at: Option<Instant>) -> Self {
        let gone = journal.withdrawn(known_at);
        let counts = |e: &Entry| known_at.is_none_or(|t| e.at <= t) && !gone.contains(&e.id);
        let entries = journal.entries();
        let live: Vec<usize> =
            entries.iter().enumerate().filter(|(_, e)| counts(e)).map(|(at, _)| at).collect();
        let folding = Folding::new(live.iter().filter_map(|at| entries.get(*at)));
        Self { live, next: 0, journal: journal.len(), stage: Stage::Folding(Box::new(folding)) }
    }

    /// Takes in entries with some `facts` in all, or makes a tenth as many customers ready; true when nothing is left.
    /// It begins anew when the journal has grown meanwhile.
    pub fn step(&mut self, journal: &Journal, known_at: Option<Instant>, facts: usize) -> bool {
        if journal.len() != self.journal {
            *self = Self::begin(journal, known_at);
        }
        match &mut self.stage {
            Stage::Folding(folding) => {
                let mut left = facts;
                while let Some(entry) =
                    self.live.get(self.next).and_then(|at| journal.entries().get(*at))
                {
                    folding.take(entry);
                    self.next = self.next.saturating_add(1);
                    left = left.saturating_sub(entry.body.weight());
                    if left == 0 {
                        return false;
                    }
                }
                let book = whole(folding);
                let ids = book.accounts.keys().rev().cloned().collect();
                self.stage = Stage::Readying(Box::new(book), ids);
                self.ready(facts)
            }
            Stage::Readying(..) => self.ready(facts),
        }
    }

    fn ready(&mut self, facts: usize) -> bool {
        let Stage::Readying(book, ids) = &mut self.stage else {
            return true;
        };
        let terms = book.partner.terms_days;
        for id in ids.split_off(ids.len().saturating_sub((facts / 10).max(1))) {
            if let Some(account) = book.accounts.get_mut(&id) {
                account.make_ready(terms);
            }
        }
        ids.is_empty()
    }

    /// How much is done, and how much there is: making customers ready counts as a fifth of the whole.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        match &self.stage {
            Stage::Folding(_) => (self.next.saturating_mul(4), self.live.len().saturating_mul(5)),
            Stage::Readying(book, left) => {
                let all = book.accounts.len().saturating_mul(5);
                (all.saturating_sub(left.len()), all)
            }
        }
    }

    /// The book; one that was not folded to its end has only what was.
    #[must_use]
    pub fn finish(&mut self) -> Book {
        match &mut self.stage {
            Stage::Folding(folding) => whole(folding),
            Stage::Readying(book, _) => std::mem::take(book),
        }
    }
}

/// The book of a folding, which has nothing left.
fn whole(folding: &mut Folding) -> Book {
    std::mem::replace(folding, Folding::new(std::iter::empty())).finish()
}
