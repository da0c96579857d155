//! How much is done in one step, so that the page answers between two of them.

use crate::app::State;

/// A book of more customers than this, or news of more facts, is worked on in steps.
pub const LARGE: usize = 200;

/// Facts that are compared or folded in one step.
pub const FACTS: usize = 400;

/// Customers of whom everything is computed in one step.
pub const CUSTOMERS: usize = 2;

/// Facts of a journal from which on a book is large, however few customers it shows on an earlier day.
const MANY: usize = 10_000;

/// Whether the book is made anew in steps.
pub fn is_large(state: &State) -> bool {
    let facts = || state.journal.entries().iter().map(|entry| entry.body.weight()).sum::<usize>();
    state.book.accounts.len() > LARGE || facts() > MANY
}
