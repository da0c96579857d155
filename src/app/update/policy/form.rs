//! What the policy page remembers between two events.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use serde_json::Value;

use super::draft::Draft;
use super::event::Hand;
use crate::book::Book;
use crate::domain::Day;
use crate::engine::credit::{Known, Moved, Simulation, TestResult};
use crate::policy::{Change, Compiled, Fault};

/// What stands beside the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Faults and the policy's own tests.
    #[default]
    Tests,
    /// The whole book under the draft.
    Book,
    /// What changed, in sentences.
    Changes,
}

/// A document that was read, checked and asked its own tests.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    pub faults: Vec<Fault>,
    /// None when an error keeps it from being used.
    pub policy: Option<Arc<Compiled>>,
    pub tests: Vec<TestResult>,
}

/// What each change does by itself.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    pub changes: Vec<OneChange>,
}

/// One change, and the customers it moves; none where it cannot be tried alone or decides nothing.
#[derive(Clone, Debug)]
pub struct OneChange {
    pub change: Change,
    pub moved: Option<Vec<Moved>>,
}

/// The latest results for a draft, each with the count of edits it is of.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    pub draft: u64,
    pub checked: Option<(u64, Arc<Checked>)>,
    pub book: Option<(u64, Arc<Simulation>)>,
    pub changes: Option<(u64, Arc<Effects>)>,
}

/// The policy in force, read for being shown.
#[derive(Clone, Debug)]
pub struct Read {
    pub sha256: String,
    pub json: Arc<Value>,
    pub tests: Vec<TestResult>,
}

/// A file that is not taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refused {
    pub name: String,
    pub faults: Vec<Fault>,
    /// Why it is none at all, where it is not even read.
    pub sentence: Option<String>,
    /// The text, where it can be mended in a draft.
    pub text: Option<String>,
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub hand: Option<Hand>,
    pub draft: Option<Draft>,
    /// A proposal that is being looked at; it cannot be edited.
    pub review: Option<Draft>,
    pub discarded: Option<Draft>,
    pub tried: Tried,
    pub sheet: String,
    pub rows_from: usize,
    pub pane: Pane,
    pub typing: Option<(String, String)>,
    pub note: String,
    /// Reasons for guards that are let pass, by guard.
    pub waived: BTreeMap<String, String>,
    pub refused: Option<Refused>,
    /// The policy in force as it is written, with its hash; read when the page is opened.
    pub in_force: Option<Read>,
    /// What is known of every customer of a book, as long as that book stands.
    pub gathered: Option<(Weak<Book>, Arc<Known>)>,
    /// Counts drafts, so that results find theirs.
    pub drafts: u64,
}

impl Form {
    /// What is shown and tried: the proposal that is looked at, or else the draft.
    #[must_use]
    pub fn subject(&self) -> Option<&Draft> {
        self.review.as_ref().or(self.draft.as_ref())
    }

    /// The check of what is shown; the flag says whether it is of the latest edit.
    #[must_use]
    pub fn checked(&self) -> Option<(&Arc<Checked>, bool)> {
        let subject = self.subject()?;
        let (of, checked) = self.tried.checked.as_ref()?;
        (self.tried.draft == subject.number).then_some((checked, *of == subject.edits))
    }

    /// What is known of every customer, where it was gathered from this book for this day.
    #[must_use]
    pub fn known(&self, book: &Arc<Book>, as_of: Day) -> Option<Arc<Known>> {
        let (of, known) = self.gathered.as_ref()?;
        let same = of.upgrade().is_some_and(|of| Arc::ptr_eq(&of, book)) && known.as_of == as_of;
        same.then(|| Arc::clone(known))
    }

    /// What each change does; the flag says whether it is of the latest edit.
    #[must_use]
    pub fn effects(&self) -> Option<(&Arc<Effects>, bool)> {
        let subject = self.subject()?;
        let (of, effects) = self.tried.changes.as_ref()?;
        (self.tried.draft == subject.number).then_some((effects, *of == subject.edits))
    }

    /// The book under what is shown; the flag says whether it is of the latest edit.
    #[must_use]
    pub fn book(&self) -> Option<(&Arc<Simulation>, bool)> {
        let subject = self.subject()?;
        let (of, book) = self.tried.book.as_ref()?;
        (self.tried.draft == subject.number).then_some((book, *of == subject.edits))
    }
}
