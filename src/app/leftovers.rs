//! What nobody needs any more. To give a large book back to memory takes as long as a step of making one, so that
//! too goes in steps.

use std::sync::Arc;

use super::desk::Desk;
use super::update::exchange::Given;
use crate::book::Book;
use crate::journal::FactRow;

/// Customers, or tens of facts, that are given back in one step.
const CUSTOMERS: usize = 50;

/// What waits to be given back.
#[derive(Clone, Debug, Default)]
pub struct Leftovers(Vec<Leftover>);

#[derive(Clone, Debug)]
enum Leftover {
    Book(Box<Book>),
    Desk(Desk),
    Facts(Vec<FactRow>),
}

impl Leftovers {
    /// A book that another has replaced. What somebody still holds is his.
    pub fn take_book(&mut self, book: Arc<Book>) {
        self.0.extend(Arc::into_inner(book).map(|book| Leftover::Book(Box::new(book))));
    }

    pub fn take_desk(&mut self, desk: Arc<Desk>) {
        self.0.extend(Arc::into_inner(desk).map(Leftover::Desk));
    }

    /// What was read and is taken in.
    pub fn take_given(&mut self, given: Arc<Given>) {
        let files = Arc::into_inner(given).map(|given| given.understanding.files);
        let facts = files.into_iter().flatten().map(|file| Leftover::Facts(file.facts));
        self.0.extend(facts);
    }

    /// Gives some of it back; true when nothing is left.
    pub fn step(&mut self) -> bool {
        if self.0.last_mut().is_some_and(Leftover::step) {
            self.0.pop();
        }
        self.0.is_empty()
    }
}

impl Leftover {
    fn step(&mut self) -> bool {
        match self {
            Self::Book(book) => {
                (0..CUSTOMERS).for_each(|_| drop(book.accounts.pop_first()));
                book.accounts.is_empty()
            }
            Self::Desk(desk) => {
                (0..CUSTOMERS).for_each(|_| drop(desk.summaries.pop_first()));
                desk.summaries.is_empty()
            }
            Self::Facts(facts) => {
                facts.truncate(facts.len().saturating_sub(10 * CUSTOMERS));
                facts.is_empty()
            }
        }
    }
}
