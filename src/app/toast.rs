//! Short messages about what was just recorded, with undo.

use crate::domain::Instant;
use crate::domain::ids::EntryId;

/// What a toast says; the sentence is made in `words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Something was recorded; the kind of its entry says what.
    Recorded {
        kind: String,
    },
    /// Something recorded was withdrawn.
    Undone,
    Imported {
        new: usize,
        known: usize,
    },
    SampleRemoved,
    Copied,
    /// A file was handed to the browser to save.
    Downloaded {
        name: String,
    },
    /// Something was done that has a sentence of its own.
    Told {
        sentence: String,
    },
    /// Something failed; the sentence comes with it.
    Failed {
        sentence: String,
    },
    NewVersion,
}

/// One toast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub id: u64,
    pub message: Message,
    /// Entries that an undo would withdraw; empty when there is nothing to undo.
    pub undo: Vec<EntryId>,
    /// The first tick at which it was on the screen.
    pub seen: Option<Instant>,
}

/// The toasts on the screen, the newest last; at most five.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toasts {
    list: Vec<Toast>,
    next: u64,
    held: bool,
}

const TOASTS_MAX: usize = 5;

impl Toasts {
    pub fn push(&mut self, message: Message, undo: Vec<EntryId>) {
        self.next = self.next.saturating_add(1);
        self.list.push(Toast { id: self.next, message, undo, seen: None });
        if self.list.len() > TOASTS_MAX {
            self.list.remove(0);
        }
    }

    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|t| t.id != id);
    }

    /// Takes a toast away and gives what its undo would withdraw.
    pub fn take(&mut self, id: u64) -> Vec<EntryId> {
        let undo =
            self.list.iter().find(|t| t.id == id).map(|t| t.undo.clone()).unwrap_or_default();
        self.dismiss(id);
        undo
    }

    /// While held, none goes away by itself.
    pub fn hold(&mut self, held: bool) {
        self.held = held;
    }

    /// Lets toasts go that have been read long enough: seen at an earlier tick already.
    /// What failed stays until it is closed.
    pub fn age(&mut self, now: Option<Instant>) {
        if self.held {
            return;
        }
        self.list.retain(|t| {
            matches!(t.message, Message::Failed { .. }) || t.seen.is_none_or(|s| Some(s) == now)
        });
        for toast in &mut self.list {
            toast.seen = toast.seen.or(now);
        }
    }

    #[must_use]
    pub fn list(&self) -> &[Toast] {
        &self.list
    }
}
