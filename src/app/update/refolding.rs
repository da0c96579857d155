//! Folding a large book anew after something was withdrawn: in steps, between which the page has its
//! turn. Until the last of them the book on the screen is the one before.

use std::sync::Arc;

use super::pace::{CUSTOMERS, FACTS};
use super::{clear, put_desk, refresh, use_policy};
use crate::app::desk::DeskSteps;
use crate::app::state::end_of;
use crate::app::toast::Message;
use crate::app::{Desk, Effect, Event, State};
use crate::book::{Book, FoldSteps};
use crate::domain::Instant;
use crate::policy::Compiled;

/// A book that is being folded anew.
#[derive(Clone, Debug)]
pub struct Refolding {
    /// What it is the book of: so many entries, as known then.
    of: (usize, Option<Instant>),
    stage: Stage,
    /// How many withdrawals are told of when it is done.
    undone: usize,
}

#[derive(Clone, Debug)]
enum Stage {
    Folding(Box<FoldSteps>),
    Figuring(Beneath, Box<DeskSteps>),
}

/// What figures are made of.
#[derive(Clone, Debug)]
struct Beneath {
    book: Arc<Book>,
    policy: Option<Arc<Compiled>>,
    policy_is_shipped: bool,
}

impl Beneath {
    /// Puts it into the state, and gives what was there.
    fn swap(self, state: &mut State) -> Self {
        Self {
            book: std::mem::replace(&mut state.book, self.book),
            policy: std::mem::replace(&mut state.policy_in_force, self.policy),
            policy_is_shipped: std::mem::replace(
                &mut state.policy_is_shipped,
                self.policy_is_shipped,
            ),
        }
    }
}

/// Begins, after a withdrawal was appended.
pub fn begin(state: &mut State) -> Vec<Effect> {
    let before = state.refolding.take().map_or(0, |refolding| refolding.undone);
    state.refolding = Some(Box::new(set_out(state, before.saturating_add(1))));
    again()
}

/// The next step.
pub fn go_on(state: &mut State) -> Vec<Effect> {
    let Some(mut refolding) = state.refolding.take() else {
        return Vec::new();
    };
    if refolding.of != of(state) {
        *refolding = set_out(state, refolding.undone);
    }
    let until = refolding.of.1;
    match &mut refolding.stage {
        Stage::Folding(fold) => {
            if fold.step(&state.journal, until, FACTS) {
                refolding.stage = folded(state, fold.finish());
            }
        }
        Stage::Figuring(beneath, desk) => {
            if desk.step(&beneath.book, CUSTOMERS) {
                let desk = desk.finish();
                return finish(state, *refolding, desk);
            }
        }
    }
    state.refolding = Some(refolding);
    again()
}

/// The book is made; what is on the screen stays until its figures are made too.
fn folded(state: &mut State, book: Book) -> Stage {
    let new = Beneath {
        book: Arc::new(book),
        policy: state.policy_in_force.clone(),
        policy_is_shipped: state.policy_is_shipped,
    };
    let shown = new.swap(state);
    use_policy(state);
    let desk = DeskSteps::begin(state);
    Stage::Figuring(shown.swap(state), Box::new(desk))
}

fn finish(state: &mut State, refolding: Refolding, desk: Desk) -> Vec<Effect> {
    if let Stage::Figuring(beneath, _) = refolding.stage {
        let before = beneath.swap(state);
        state.leftovers.take_book(before.book);
    }
    let is_of_today = desk.as_of == Some(state.as_of());
    put_desk(state, desk);
    if !is_of_today {
        refresh(state);
    }
    for _ in 0..refolding.undone {
        state.toasts.push(Message::Undone, Vec::new());
    }
    clear(state)
}

fn set_out(state: &State, undone: usize) -> Refolding {
    let of = of(state);
    let fold = FoldSteps::begin(&state.journal, of.1);
    Refolding { of, stage: Stage::Folding(Box::new(fold)), undone }
}

fn of(state: &State) -> (usize, Option<Instant>) {
    (state.journal.len(), state.known_at.map(end_of))
}

fn again() -> Vec<Effect> {
    vec![Effect::Again(Box::new(Event::RefoldFurther))]
}
