//! From the journal to what is shown: the book as known, and every customer's figures.

use std::sync::Arc;

use crate::app::state::end_of;
use crate::app::{Desk, State};
use crate::book::fold;

/// Folds the journal again and computes all figures.
pub fn refold(state: &mut State) {
    let until = state.known_at.map(end_of);
    state.book = Arc::new(fold(&state.journal, until));
    refresh(state);
}

/// Computes all figures again, as after midnight.
pub fn refresh(state: &mut State) {
    let desk = Desk::compute(&state.book, state.as_of(), state.moment());
    state.desk = Arc::new(desk);
}
