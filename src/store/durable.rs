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
    /// The newest write there was when one was known to have failed.
    failed_at: Option<u64>,
    unsaved: Option<SaveError>,
    /// Edits are on their way into local storage.
    keeping: bool,
}

/// One write of the second copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

impl Durability {
    /// Edits go into local storage a value at a time; until all are there nothing is called saved.
    pub fn keeping(&mut self) {
        self.keeping = true;
    }

    /// Local storage has every edit.
    pub fn kept(&mut self) {
        self.keeping = false;
        self.unsaved = None;
    }

    /// A write of the second copy begins under this ticket. What was packed or brought up to date is
    /// copied too: that alone says nothing of an edit that local storage refused.
    pub fn copying(&mut self) -> Ticket {
        self.last = self.last.saturating_add(1);
        self.under_way.insert(self.last);
        Ticket(self.last)
    }

    /// Local storage refused the edits.
    pub fn refused(&mut self, why: SaveError) {
        self.keeping = false;
        self.unsaved = Some(why);
    }

    /// The second copy has the edits of this ticket on the disk.
    pub fn mirrored(&mut self, ticket: Ticket) {
        self.under_way.remove(&ticket.0);
    }

    /// The second copy cannot be written, now or ever in this page.
    pub fn mirror_failed(&mut self) {
        self.failed_at = Some(self.last);
    }

    /// The second copy was compared whole and brought up to date under this ticket: it has every
    /// edit that was kept when the ticket was given out. What came later speaks for itself.
    pub fn mirror_whole(&mut self, ticket: Ticket) {
        self.under_way.retain(|under_way| *under_way > ticket.0);
        self.failed_at = self.failed_at.filter(|failed| *failed > ticket.0);
    }

    /// Whether the second copy lacks something that no write under way brings.
    #[must_use]
    pub fn mirror_lacks(&self) -> bool {
        self.failed_at.is_some()
    }

    #[must_use]
    pub fn badge(&self) -> Badge {
        if let Some(why) = &self.unsaved {
            Badge::NotSaved(why.clone())
        } else if self.keeping {
            Badge::Saving
        } else if self.mirror_lacks() {
            Badge::KeptByBrowser
        } else if self.under_way.is_empty() {
            Badge::Saved
        } else {
            Badge::Saving
        }
    }
}
