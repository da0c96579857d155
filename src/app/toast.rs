//! Short messages about what was just recorded, with undo.

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
}

/// The toasts on the screen, the newest last; at most five.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toasts {
    list: Vec<Toast>,
    next: u64,
}

const TOASTS_MAX: usize = 5;

impl Toasts {
    pub fn push(&mut self, message: Message, undo: Vec<EntryId>) {
        self.next = self.next.saturating_add(1);
        self.list.push(Toast {
            id: self.next,
            message,
            undo,
        });
        if self.list.len() > TOASTS_MAX {
            self.list.remove(0);
        }
    }

    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|t| t.id != id);
    }

    #[must_use]
    pub fn list(&self) -> &[Toast] {
        &self.list
    }
}
