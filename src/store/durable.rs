//! What the word "Saved" rests on.
//!
//! A browser writes local storage to the disk seconds or minutes after it said that it had. So an edit
//! counts as saved only when a second copy with strict durability has it; without a second copy the
//! page says less.

use std::collections::BTreeSet;

use super::keeper::SaveError;

/// What may be said on the screen about the last edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Badge {
    /// Every edit is on the disk.
    Saved,
    /// Edits are in local storage, and their second copy is being written.
    Saving,
    /// Edits are in local storage, and there is no second copy: up to a minute may be lost
    /// when the browser is killed.
    KeptByBrowser,
    /// Edits are only in this page's memory, and why.
    NotSaved(SaveError),
}

/// Follows edits from the page to the disk.
#[derive(Clone, Debug, Default)]
pub struct Durability {
    last: u64,
    under_way: BTreeSet<u64>,
    mirror_failed: bool,
    unsaved: Option<SaveError>,
}

/// One write of the second copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

impl Durability {
    /// Local storage has the edits; their second copy begins under this ticket.
    pub fn kept(&mut self) -> Ticket {
        self.unsaved = None;
        self.last = self.last.saturating_add(1);
        self.under_way.insert(self.last);
        Ticket(self.last)
    }

    /// Local storage refused the edits.
    pub fn refused(&mut self, why: SaveError) {
        self.unsaved = Some(why);
    }

    /// The second copy has the edits of this ticket on the disk.
    pub fn mirrored(&mut self, ticket: Ticket) {
        self.under_way.remove(&ticket.0);
    }

    /// The second copy cannot be written, now or ever in this page.
    pub fn mirror_failed(&mut self) {
        self.mirror_failed = true;
    }

    /// The second copy was written whole again.
    pub fn mirror_whole(&mut self) {
        self.mirror_failed = false;
        self.under_way.clear();
    }

    #[must_use]
    pub fn badge(&self) -> Badge {
        if let Some(why) = &self.unsaved {
            Badge::NotSaved(why.clone())
        } else if self.mirror_failed {
            Badge::KeptByBrowser
        } else if self.under_way.is_empty() {
            Badge::Saved
        } else {
            Badge::Saving
        }
    }
}
