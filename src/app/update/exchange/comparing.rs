//! What was read beside the book: what is news, and which names stand for no tenant yet.

use super::count::{Count, Counting};
use super::intake::Given;
use super::naming::{Naming, NamingSteps};
use crate::app::State;
use crate::app::update::pace::FACTS;

/// A comparison on its way, a few facts at a time.
#[derive(Clone, Debug)]
pub struct Comparing {
    counting: Counting,
    naming: Option<NamingSteps>,
}

impl Comparing {
    #[must_use]
    pub fn new(given: &Given, state: &State) -> Self {
        Self { counting: Counting::new(given, state), naming: None }
    }

    /// So little that it is compared in one turn.
    #[must_use]
    pub fn is_small(given: &Given, state: &State) -> bool {
        let facts: usize = given.understanding.files.iter().map(|file| file.facts.len()).sum();
        facts.saturating_add(state.book.accounts.len()) <= FACTS
    }

    /// True when all is compared. It begins anew when the journal has grown meanwhile.
    pub fn step(&mut self, given: &Given, state: &State) -> bool {
        if self.counting.journal() != state.journal.len() {
            *self = Self::new(given, state);
        }
        match &mut self.naming {
            Some(naming) => naming.step(given, &state.book, FACTS),
            None => {
                if self.counting.step(given, state, FACTS) {
                    self.naming = Some(NamingSteps::default());
                }
                false
            }
        }
    }

    /// How many facts are compared, and how many there are.
    #[must_use]
    pub fn progress(&self, given: &Given) -> (usize, usize) {
        self.counting.progress(given)
    }

    #[must_use]
    pub fn finish(self, given: &Given, state: &State) -> (Count, Naming) {
        let naming = self.naming.map(NamingSteps::finish).unwrap_or_default();
        (self.counting.finish(given, state), naming)
    }
}
