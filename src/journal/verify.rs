//! Whether a journal is whole: every writer's chain from its first entry, each link by its hash.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::entry::Entry;
use super::hash::Hash;
use super::log::{Journal, place};
use crate::domain::ids::{EntryId, WriterId};

/// What is wrong with a chain, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Entries of a writer are missing before this one.
    Gap { writer: WriterId, before: EntryId, missing_from: u64, missing_to: u64 },
    /// The entry does not follow from the one before it: one of the two was changed.
    BrokenLink { writer: WriterId, entry: EntryId },
    /// Two different entries claim one place in a chain.
    Fork { writer: WriterId, seq: u64, entries: (EntryId, EntryId) },
    /// Two different entries carry one id.
    SameId { entry: EntryId },
}

/// What was checked and what was found.
///
/// Without a signature or an anchor elsewhere this cannot show that a whole chain
/// was not written anew from its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    pub entries: usize,
    pub writers: usize,
    pub faults: Vec<Fault>,
}

impl Verification {
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Checks every chain.
#[must_use]
pub fn verify(journal: &Journal) -> Verification {
    check(&journal.entries().iter().collect::<Vec<_>>())
}

/// Checks every chain of entries that stand in any order, and perhaps twice.
#[must_use]
pub fn verify_entries(entries: &[Entry]) -> Verification {
    let mut known = BTreeSet::new();
    let mut ordered: Vec<&Entry> = entries.iter().filter(|e| known.insert(e.hash())).collect();
    ordered.sort_by(|a, b| place(a).cmp(&place(b)));
    check(&ordered)
}

fn check(entries: &[&Entry]) -> Verification {
    let mut chains: BTreeMap<&WriterId, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        chains.entry(&entry.writer).or_default().push(entry);
    }
    let mut faults = same_ids(entries);
    for chain in chains.values_mut() {
        chain.sort_by_key(|e| (e.seq, e.hash()));
        check_chain(chain, &mut faults);
    }
    Verification { entries: entries.len(), writers: chains.len(), faults }
}

fn same_ids(entries: &[&Entry]) -> Vec<Fault> {
    let mut by_id: BTreeMap<&EntryId, Hash> = BTreeMap::new();
    let mut faults = Vec::new();
    for entry in entries {
        if by_id.insert(&entry.id, entry.hash()).is_some() {
            faults.push(Fault::SameId { entry: entry.id.clone() });
        }
    }
    faults
}

fn check_chain(chain: &[&Entry], faults: &mut Vec<Fault>) {
    let mut before: Option<&Entry> = None;
    for entry in chain {
        let expected = before.map_or(1, |b| b.seq.saturating_add(1));
        if let Some(previous) = before.filter(|b| b.seq == entry.seq) {
            faults.push(Fault::Fork {
                writer: entry.writer.clone(),
                seq: entry.seq,
                entries: (previous.id.clone(), entry.id.clone()),
            });
            continue;
        }
        if entry.seq > expected {
            faults.push(Fault::Gap {
                writer: entry.writer.clone(),
                before: entry.id.clone(),
                missing_from: expected,
                missing_to: entry.seq.saturating_sub(1),
            });
        } else if entry.prev != before.map(Entry::hash) {
            faults
                .push(Fault::BrokenLink { writer: entry.writer.clone(), entry: entry.id.clone() });
        }
        before = Some(entry);
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { writer, before, missing_from, missing_to } => write!(
                f,
                "entries {missing_from} to {missing_to} of writer `{writer}` are missing before `{before}`"
            ),
            Self::BrokenLink { writer, entry } => write!(
                f,
                "entry `{entry}` of writer `{writer}` does not follow from the one before it: \
                 one of the two was changed"
            ),
            Self::Fork { writer, seq, entries: (one, two) } => {
                write!(f, "`{one}` and `{two}` both claim place {seq} of writer `{writer}`")
            }
            Self::SameId { entry } => write!(f, "two different entries carry the id `{entry}`"),
        }
    }
}
