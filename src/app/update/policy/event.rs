//! What can happen on the policy page.

use std::sync::{Arc, Weak};

use super::edit::Edit;
use super::form::{Checked, Effects, Pane};
use crate::app::state::Namespace;
use crate::app::{Effect, Now, State};
use crate::book::Book;
use crate::domain::ids::EntryId;
use crate::engine::credit::{Known, Simulation};

/// What carries the page's events out. It comes with the page, so that the start does not wait for it.
#[derive(Clone, Copy, Debug)]
pub struct Hand(pub fn(&mut State, Event, &mut Now) -> Vec<Effect>);

/// What a draft begins from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    InForce,
    /// One that comes with the program, by its id.
    Shipped(String),
    /// The file that was refused: its faults are mended in the draft.
    Refused,
    /// A proposal, by its hash: to change it again.
    Proposal(String),
}

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// The page is shown.
    Opened(Hand),
    /// What this browser kept of a draft of a book.
    DraftFound(Namespace, String),
    Begun(From),
    Edited(Edit),
    /// The cell that was typed in was left.
    CellLeft,
    /// What stands in the cell that has the focus, for what may be meant.
    Typing {
        place: String,
        text: String,
    },
    Undone,
    Redone,
    Discarded,
    BroughtBack,
    SheetChosen(String),
    PaneChosen(Pane),
    /// A long table is shown from this row on.
    RowsFrom(usize),
    /// A file was chosen, by its number.
    FileChosen(u64),
    /// A file was read: its name and its text, or why not.
    FileRead {
        name: String,
        text: Result<String, String>,
    },
    RefusalClosed,
    /// A draft was checked: by its number and its count of edits.
    CheckDone(u64, u64, Arc<Checked>),
    /// A draft was tried on the whole book.
    TryDone(u64, u64, Arc<Simulation>),
    /// What is known of every customer was gathered from a book.
    Gathered(Weak<Book>, Arc<Known>),
    /// Each change of a draft was tried by itself.
    ChangesDone(u64, u64, Arc<Effects>),
    NoteTyped(String),
    /// A guard that is not met is let pass, for a reason.
    Waived {
        guard: String,
        reason: String,
    },
    Proposed,
    /// A proposal is to be looked at, by its hash.
    ReviewOpened(String),
    ReviewClosed,
    Approved(String),
    /// What is shown, a draft or a proposal, is asked at every decision from now on.
    ChallengerNamed,
    /// No version is asked any more beside the one in force.
    ChallengerEnded,
    /// A proposal is withdrawn or sent back.
    SentBack(EntryId),
    ExportedJson,
    /// As DMN; the older standard is what dmn-js and Camunda Modeler open.
    ExportedDmn {
        older: bool,
    },
}
