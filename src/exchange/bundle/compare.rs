//! What taking in a book file would do, before anything is taken in.

use std::collections::{BTreeMap, BTreeSet};

use super::read::Bundle;
use crate::domain::ids::EntryId;
use crate::journal::{Entry, Journal};

/// What a file holds that the journal does not, and what it holds already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Entries that would be added, in the order of the file.
    pub new: Vec<EntryId>,
    /// Entries that are there already.
    pub known: usize,
    /// How many of the new ones there are of each kind.
    pub new_by_kind: BTreeMap<String, usize>,
    /// Ids under which the journal holds an entry with another text: one of the two was changed.
    pub in_conflict: Vec<EntryId>,
}

/// Compares a file with a journal; changes neither.
#[must_use]
pub fn preview(bundle: &Bundle, journal: &Journal) -> Preview {
    let ids: BTreeSet<&EntryId> = journal.entries().iter().map(|e| &e.id).collect();
    let mut preview = Preview::default();
    let mut seen = BTreeSet::new();
    for entry in &bundle.entries {
        if journal.knows(&entry.hash()) || !seen.insert(entry.hash()) {
            preview.known = preview.known.saturating_add(1);
        } else {
            preview.add(entry, ids.contains(&entry.id));
        }
    }
    preview
}

impl Preview {
    fn add(&mut self, entry: &Entry, id_is_taken: bool) {
        self.new.push(entry.id.clone());
        let count = self.new_by_kind.entry(entry.body.kind().to_owned()).or_default();
        *count = count.saturating_add(1);
        if id_is_taken {
            self.in_conflict.push(entry.id.clone());
        }
    }
}
