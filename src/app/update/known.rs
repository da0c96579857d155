//! From the journal to what is shown: the book as known, and every customer's figures.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::in_force::Rules;
use crate::app::state::end_of;
use crate::app::{Desk, Effect, Event, State};
use crate::book::{Book, fold};
use crate::engine::credit::in_force;
use crate::journal::{Entry, Hash};

/// Folds the journal again and computes all figures.
pub fn refold(state: &mut State) {
    let until = state.known_at.map(end_of);
    state.book = Arc::new(fold(&state.journal, until));
    use_policy(state);
    refresh(state);
}

/// Computes all figures again, as after midnight.
pub fn refresh(state: &mut State) {
    let rules = Arc::new(Rules::of(state.policy_in_force.as_deref()));
    let desk = Desk::compute(&state.book, rules, (state.as_of(), state.moment()));
    state.desk = Arc::new(desk);
}

/// Puts a book that was made in steps into the place of the one before.
pub fn put_book(state: &mut State, book: Book) {
    let before = std::mem::replace(&mut state.book, Arc::new(book));
    state.leftovers.take_book(before);
}

/// The same with the figures.
pub fn put_desk(state: &mut State, desk: Desk) {
    let before = std::mem::replace(&mut state.desk, Arc::new(desk));
    state.leftovers.take_desk(before);
}

/// Gives some of what was replaced back to memory, and asks for its next turn while there is more.
pub fn clear(state: &mut State) -> Vec<Effect> {
    if state.leftovers.step() {
        return Vec::new();
    }
    vec![Effect::Again(Box::new(Event::ClearFurther))]
}

/// Takes in entries that were just appended: only the customers they touch are computed again
/// where that is enough.
pub fn take_in(state: &mut State, entries: &[Entry]) {
    let latest = state.journal.entries().iter().rev().take(entries.len());
    let are_last = latest.zip(entries.iter().rev()).all(|(a, b)| a.id == b.id);
    if state.known_at.is_some() || !are_last {
        refold(state);
        return;
    }
    let now = state.moment();
    for entry in entries {
        let Some(touched) = Arc::make_mut(&mut state.book).absorb(entry) else {
            refold(state);
            return;
        };
        if let Some(id) = touched {
            Arc::make_mut(&mut state.desk).refresh(&state.book, &id, now);
        }
    }
}

/// Takes in entries of others: those that come last in the journal as if they were recorded here.
pub fn take_foreign(state: &mut State, entries: Vec<Entry>) {
    let unknown = |hash: &Hash| !state.journal.knows(hash);
    let offered: BTreeSet<Hash> = entries.iter().map(Entry::hash).filter(unknown).collect();
    let new = state.journal.extend(entries).new;
    if new == 0 {
        return;
    }
    let all = state.journal.entries();
    let last = all.get(all.len().saturating_sub(new)..).unwrap_or_default().to_vec();
    if last.iter().all(|entry| offered.contains(&entry.hash())) {
        take_in(state, &last);
    } else {
        refold(state);
    }
}

/// Finds the policy that decides on the day shown; compiled again only when it may be another.
pub fn use_policy(state: &mut State) {
    let shipped_again = state.book.policies.is_empty() && state.policy_is_shipped;
    if state.policy_in_force.is_none() || !shipped_again {
        state.policy_in_force = in_force(&state.book, state.as_of()).ok().map(Arc::new);
        state.policy_is_shipped = state.book.policies.is_empty();
    }
}
