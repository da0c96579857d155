//! How much is done in one step, so that the page answers between two of them.

use crate::app::State;
use crate::journal::Journal;

/// A book of more customers than this, or news of more facts, is worked on in steps.
pub const LARGE: usize = 200;

/// Facts that are compared or folded in one step.
pub const FACTS: usize = 400;

/// Customers of whom everything is computed in one step.
pub const CUSTOMERS: usize = 2;

/// A journal of fewer facts is folded at once, in some ten milliseconds.
const FOLDED_AT_ONCE: usize = 4_000;

/// Whether the book is made anew in steps.
pub fn is_large(state: &State) -> bool {
    state.book.accounts.len() > LARGE || is_long(&state.journal)
}

/// Whether there is so much in a journal that it is folded in steps.
pub fn is_long(journal: &Journal) -> bool {
    journal.entries().iter().map(|entry| entry.body.weight()).sum::<usize>() > FOLDED_AT_ONCE
}
