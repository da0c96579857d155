//! A draft is checked, asked its own tests, tried on the whole book, and each of its changes by
//! itself: in pieces, while typing goes on.

use std::ops::Bound;
use std::sync::Arc;

use serde_json::Value;

use super::draft::Draft;
use super::event::Event as Act;
use super::form::{Checked, Effects, OneChange};
use crate::app::effect::{Progress, Work};
use crate::app::{Event, State};
use crate::book::Book;
use crate::domain::ids::CustomerId;
use crate::domain::{Day, order};
use crate::engine::credit::{Known, Moved, Simulation, moves, run_tests};
use crate::policy::diff::{Change, apply};
use crate::policy::fault::Weight;
use crate::policy::{Compiled, compile, diff};

/// Customers gathered in one piece.
const GATHERED: usize = 200;

/// Customers decided in one piece.
const DECIDED: usize = 5_000;

/// Changes that are tried by themselves; more than this nobody reads one by one.
const CHANGES_MAX: usize = 40;

/// The work on one state of a draft.
pub struct Study {
    number: u64,
    edits: u64,
    json: Arc<Value>,
    base: Arc<Value>,
    in_force: Option<Arc<Compiled>>,
    book: Arc<Book>,
    as_of: Day,
    known: Option<Arc<Known>>,
    gathering: Known,
    last: Option<CustomerId>,
    draft: Option<Arc<Compiled>>,
    is_checked: bool,
    moved: Vec<Moved>,
    is_tried: bool,
    changes: Vec<Change>,
    done: Vec<OneChange>,
    /// The policy in force with one change, and who was decided under it.
    alone: Option<(Box<Compiled>, Vec<Moved>)>,
}

impl Study {
    #[must_use]
    pub fn of(state: &State, draft: &Draft) -> Self {
        let as_of = state.as_of();
        Self {
            number: draft.number,
            edits: draft.edits,
            json: Arc::clone(&draft.json),
            base: Arc::clone(&draft.base),
            in_force: state.policy_in_force.clone(),
            book: Arc::clone(&state.book),
            as_of,
            known: state.policy.known(&state.book, as_of),
            gathering: Known::nobody(as_of),
            last: None,
            draft: None,
            is_checked: false,
            moved: Vec::new(),
            is_tried: false,
            changes: Vec::new(),
            done: Vec::new(),
            alone: None,
        }
    }

    fn check(&mut self) -> Progress {
        let checked = checked(&self.json.to_string());
        self.draft.clone_from(&checked.policy);
        self.changes = diff(&self.base, &self.json);
        self.is_checked = true;
        tell(Act::CheckDone(self.number, self.edits, Arc::new(checked)))
    }

    fn gather(&mut self) -> Progress {
        let from = self.last.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let rest = self.book.accounts.range((from, Bound::Unbounded)).take(GATHERED);
        let mut last = None;
        let accounts = rest.map(|(id, account)| {
            last = Some(id.clone());
            account
        });
        self.gathering.add(&self.book, accounts);
        if last.is_some() {
            self.last = last;
            return Progress::More;
        }
        let empty = Known::nobody(self.as_of);
        let known = Arc::new(std::mem::replace(&mut self.gathering, empty));
        self.known = Some(Arc::clone(&known));
        tell(Act::Gathered(Arc::downgrade(&self.book), known))
    }

    /// One piece of the book under both policies.
    fn decide(&mut self, known: &Known, (before, after): (&Compiled, &Compiled)) -> Progress {
        let from = self.moved.len();
        if from < known.people.len() {
            let until = from.saturating_add(DECIDED).min(known.people.len());
            self.moved.extend(moves((before, after), known, from..until));
            return Progress::More;
        }
        self.is_tried = true;
        let simulation = Simulation::of(self.as_of, std::mem::take(&mut self.moved));
        tell(Act::TryDone(self.number, self.edits, Arc::new(simulation)))
    }

    /// One piece of the book under the policy in force with one change.
    fn one_change(&mut self, known: &Known, before: &Compiled) -> Progress {
        let Some(change) = self.changes.get(self.done.len()) else {
            let effects = Effects { changes: std::mem::take(&mut self.done) };
            let told = Act::ChangesDone(self.number, self.edits, Arc::new(effects));
            return Progress::Done(Box::new(Event::Policy(told)));
        };
        let tried = self.done.len() < CHANGES_MAX && change.section.decides();
        let Some((alone, moved)) = self.alone.as_mut().filter(|_| tried) else {
            let alone = tried.then(|| apply(&self.base, &self.json, change).to_string());
            match alone.and_then(|text| compile(&text).ok()) {
                Some(policy) => self.alone = Some((Box::new(policy), Vec::new())),
                None => self.done.push(OneChange { change: change.clone(), moved: None }),
            }
            return Progress::More;
        };
        if moved.len() < known.people.len() {
            let until = moved.len().saturating_add(DECIDED).min(known.people.len());
            let piece = moves((before, alone), known, moved.len()..until);
            moved.extend(piece);
            return Progress::More;
        }
        let moved = std::mem::take(moved).into_iter().filter(Moved::changes).collect();
        self.done.push(OneChange { change: change.clone(), moved: Some(moved) });
        self.alone = None;
        Progress::More
    }

    /// Nothing can be tried: the changes are told as they are.
    fn untried(&mut self) -> Progress {
        let changes = std::mem::take(&mut self.changes);
        let untried = |change| OneChange { change, moved: None };
        let effects = Effects { changes: changes.into_iter().map(untried).collect() };
        let told = Act::ChangesDone(self.number, self.edits, Arc::new(effects));
        Progress::Done(Box::new(Event::Policy(told)))
    }
}

fn tell(act: Act) -> Progress {
    Progress::Tell(Box::new(Event::Policy(act)))
}

impl Work for Study {
    fn step(&mut self) -> Progress {
        if !self.is_checked {
            return self.check();
        }
        let (Some(after), Some(before)) = (self.draft.clone(), self.in_force.clone()) else {
            return self.untried();
        };
        match self.known.clone() {
            None => self.gather(),
            Some(known) if !self.is_tried => self.decide(&known, (&before, &after)),
            Some(known) => self.one_change(&known, &before),
        }
    }
}

/// Reads and checks a text, and runs the tests it carries.
pub(super) fn checked(text: &str) -> Checked {
    match compile(text) {
        Ok(mut policy) => Checked {
            faults: std::mem::take(&mut policy.warnings),
            tests: run_tests(&policy),
            policy: Some(Arc::new(policy)),
        },
        Err(mut faults) => {
            order::sort_by_key(&mut faults, |f| std::cmp::Reverse(f.weight == Weight::Error));
            Checked { faults, ..Checked::default() }
        }
    }
}
