//! The journal: a set of entries, kept in one order whatever way they came.

use std::collections::{BTreeMap, BTreeSet};

use super::body::Body;
use super::entry::{Entry, EntryError, Operator, Parts};
use super::hash::Hash;
use super::ulid::FreshIds;
use super::withdrawn::withdrawn;
use crate::domain::ids::{EntryId, WriterId};
use crate::domain::{Day, Instant};

/// A set of entries, by the hash of their text. Merging is union.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// In the order of [`place`].
    entries: Vec<Entry>,
    known: BTreeSet<Hash>,
    heads: BTreeMap<WriterId, Head>,
}

#[derive(Clone, Debug)]
struct Head {
    seq: u64,
    hash: Hash,
}

/// The end of a writer's chain: entries can be written on it before any of them is taken in.
#[derive(Clone, Debug)]
pub struct Chain {
    head: Option<Head>,
}

impl Chain {
    /// Writes the next entry of the chain.
    ///
    /// # Errors
    /// When the body cannot be written as JSON.
    pub fn write(&mut self, with: Append<'_>, body: Body) -> Result<Entry, EntryError> {
        let head = self.head.as_ref();
        let id = with.ids.entry().map_err(|e| EntryError::Unreadable(e.to_string()))?;
        let entry = Entry::write(Parts {
            id,
            writer: with.writer.clone(),
            seq: head.map_or(1, |h| h.seq.saturating_add(1)),
            prev: head.map(|h| h.hash),
            at: with.at,
            on: with.on,
            by: with.by.clone(),
            body,
        })?;
        self.head = Some(Head { seq: entry.seq, hash: entry.hash() });
        Ok(entry)
    }
}

/// What a new entry needs beside its body.
pub struct Append<'a> {
    pub writer: &'a WriterId,
    pub ids: &'a mut FreshIds,
    pub at: Instant,
    pub on: Option<Day>,
    pub by: &'a Operator,
}

/// What became of an entry that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inserted {
    New,
    Known,
}

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    pub new: usize,
    pub known: usize,
}

/// Order of reading: by time of recording, ties broken to the end, never by luck.
pub(super) fn place(entry: &Entry) -> (Instant, &WriterId, u64, Hash) {
    (entry.at, &entry.writer, entry.seq, entry.hash())
}

impl Journal {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// All entries, in the order of reading.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The same, without a copy.
    #[must_use]
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    #[must_use]
    pub fn find(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.iter().find(|e| e.id == *id)
    }

    #[must_use]
    pub fn knows(&self, hash: &Hash) -> bool {
        self.known.contains(hash)
    }

    /// The latest moment of recording; none for an empty journal.
    #[must_use]
    pub fn latest(&self) -> Option<Instant> {
        self.entries.last().map(|e| e.at)
    }

    /// The end of a writer's chain.
    #[must_use]
    pub fn chain(&self, writer: &WriterId) -> Chain {
        Chain { head: self.heads.get(writer).cloned() }
    }

    /// Appends to the writer's chain and returns the new entry's copy.
    ///
    /// # Errors
    /// When the body cannot be written as JSON.
    pub fn append(&mut self, with: Append<'_>, body: Body) -> Result<Entry, EntryError> {
        let entry = self.chain(with.writer).write(with, body)?;
        self.insert(entry.clone());
        Ok(entry)
    }

    /// Takes in an entry that was read; one that is there already changes nothing.
    pub fn insert(&mut self, entry: Entry) -> Inserted {
        if !self.known.insert(entry.hash()) {
            return Inserted::Known;
        }
        self.raise_head(&entry);
        let at = self.entries.partition_point(|e| place(e) < place(&entry));
        self.entries.insert(at, entry);
        Inserted::New
    }

    /// Takes in many entries at once: one sort instead of one search each.
    pub fn extend(&mut self, entries: impl IntoIterator<Item = Entry>) -> Merge {
        let mut merge = Merge::default();
        let before = self.entries.len();
        for entry in entries {
            if self.known.insert(entry.hash()) {
                merge.new = merge.new.saturating_add(1);
                self.raise_head(&entry);
                self.entries.push(entry);
            } else {
                merge.known = merge.known.saturating_add(1);
            }
        }
        // Where the new ones follow what was there, as they mostly do, that stays as it stands.
        let new = self.entries.get_mut(before..).unwrap_or_default();
        new.sort_by(|a, b| place(a).cmp(&place(b)));
        let follows = |(last, first)| place(last) < place(first);
        let seam = before.checked_sub(1).and_then(|last| self.entries.get(last));
        if !seam.zip(self.entries.get(before)).is_none_or(follows) {
            self.entries.sort_by(|a, b| place(a).cmp(&place(b)));
        }
        merge
    }

    /// Union with another journal.
    pub fn merge(&mut self, other: &Self) -> Merge {
        self.extend(other.entries.iter().cloned())
    }

    /// The ids that some withdrawal names and no later withdrawal gives back.
    ///
    /// A withdrawal counts when no counting withdrawal names it. What names an entry was recorded
    /// after it, whatever its clock said, so the answer follows from the names alone.
    /// With a moment, withdrawals recorded after it do not count.
    #[must_use]
    pub fn withdrawn(&self, until: Option<Instant>) -> BTreeSet<EntryId> {
        withdrawn(&self.entries, until)
    }

    fn raise_head(&mut self, entry: &Entry) {
        let newer = self
            .heads
            .get(&entry.writer)
            .is_none_or(|h| (h.seq, h.hash) < (entry.seq, entry.hash()));
        if newer {
            let head = Head { seq: entry.seq, hash: entry.hash() };
            self.heads.insert(entry.writer.clone(), head);
        }
    }
}
