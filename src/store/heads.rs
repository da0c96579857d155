//! How far each chain is known to reach, so that a loss is noticed.
//!
//! A browser that loses or rolls back values says nothing. What must be there is therefore
//! written down beside it: for each writer the highest place in its chain and the number of its
//! entries, and for each session the number of updates it finished. All three only ever grow, so
//! copies are joined by taking the larger, whatever order they come in.

use std::collections::BTreeMap;

use crate::domain::ids::WriterId;
use crate::journal::{Entry, Journal};

/// What is known of one writer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reach {
    /// The highest place in the chain.
    pub seq: u64,
    /// Entries known; less than `seq` when only a part of the chain was received.
    pub entries: u64,
    /// Updates that the writer's session finished writing.
    pub updates: u64,
}

/// What is known of all writers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads {
    reach: BTreeMap<WriterId, Reach>,
}

impl Heads {
    pub(super) fn of(journal: &Journal) -> Self {
        let mut heads = Self::default();
        for entry in journal.entries() {
            heads.count(entry);
        }
        heads
    }

    /// Takes in an entry that was not known before.
    pub(super) fn count(&mut self, entry: &Entry) {
        let reach = self.reach.entry(entry.writer.clone()).or_default();
        reach.seq = reach.seq.max(entry.seq);
        reach.entries = reach.entries.saturating_add(1);
    }

    pub(super) fn finished(&mut self, session: &WriterId, updates: u64) {
        let reach = self.reach.entry(session.clone()).or_default();
        reach.updates = reach.updates.max(updates);
    }

    pub(super) fn get(&self, writer: &WriterId) -> Reach {
        self.reach.get(writer).copied().unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&WriterId, &Reach)> {
        self.reach.iter()
    }

    pub(super) fn join(&mut self, other: &Self) {
        for (writer, theirs) in &other.reach {
            let ours = self.reach.entry(writer.clone()).or_default();
            ours.seq = ours.seq.max(theirs.seq);
            ours.entries = ours.entries.max(theirs.entries);
            ours.updates = ours.updates.max(theirs.updates);
        }
    }

    /// Whether these heads say nothing that the others do not.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.reach.iter().all(|(writer, ours)| {
            let theirs = other.get(writer);
            ours.seq <= theirs.seq
                && ours.entries <= theirs.entries
                && ours.updates <= theirs.updates
        })
    }

    pub(super) fn only(&self, writers: &[WriterId]) -> Self {
        Self { reach: writers.iter().map(|w| (w.clone(), self.get(w))).collect() }
    }

    /// One line per writer.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        for (writer, r) in &self.reach {
            out.push_str(&format!("{}\t{}\t{}\t{writer}\n", r.seq, r.entries, r.updates));
        }
        out
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let mut heads = Self::default();
        for line in text.lines() {
            let mut fields = line.splitn(4, '\t');
            let mut number = || fields.next()?.parse().ok();
            let reach = Reach { seq: number()?, entries: number()?, updates: number()? };
            let writer = WriterId::new(fields.next()?).ok()?;
            heads.reach.insert(writer, reach);
        }
        Some(heads)
    }
}
