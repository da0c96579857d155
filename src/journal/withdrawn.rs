//! What no longer counts: entries that are named by a withdrawal which itself counts.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::body::Body;
use super::entry::Entry;
use crate::domain::Instant;
use crate::domain::ids::EntryId;

/// A withdrawal, and whether it is settled that it counts.
struct Naming<'a> {
    names: &'a [EntryId],
    /// Withdrawals not settled yet that name this one.
    unsettled: usize,
    settled: bool,
}

pub(super) fn withdrawn(entries: &[Entry], until: Option<Instant>) -> BTreeSet<EntryId> {
    let mut gone = BTreeSet::new();
    let mut namings = namings(entries, until);
    let mut ready: VecDeque<EntryId> =
        namings.iter().filter(|(_, n)| n.unsettled == 0).map(|(id, _)| id.clone()).collect();
    loop {
        while let Some(id) = ready.pop_front() {
            settle(&id, &mut namings, &mut gone, &mut ready);
        }
        // Withdrawals in a ring cannot be written by any program of ours: the newest of them counts.
        let left = entries.iter().rev().find(|e| namings.get(&e.id).is_some_and(|n| !n.settled));
        match left {
            Some(entry) => ready.push_back(entry.id.clone()),
            None => break,
        }
    }
    parts_of_imports(entries, &mut gone);
    gone
}

fn namings(entries: &[Entry], until: Option<Instant>) -> BTreeMap<EntryId, Naming<'_>> {
    let mut namings = BTreeMap::new();
    for entry in entries.iter().filter(|e| until.is_none_or(|t| e.at <= t)) {
        if let Body::Withdrawal(withdrawal) = &*entry.body {
            let naming = Naming { names: &withdrawal.entries, unsettled: 0, settled: false };
            namings.insert(entry.id.clone(), naming);
        }
    }
    let named: Vec<EntryId> = namings.values().flat_map(|n| n.names.iter().cloned()).collect();
    for id in named {
        if let Some(naming) = namings.get_mut(&id) {
            naming.unsettled = naming.unsettled.saturating_add(1);
        }
    }
    namings
}

fn settle(
    id: &EntryId,
    namings: &mut BTreeMap<EntryId, Naming<'_>>,
    gone: &mut BTreeSet<EntryId>,
    ready: &mut VecDeque<EntryId>,
) {
    let Some(naming) = namings.get_mut(id).filter(|n| !n.settled) else {
        return;
    };
    naming.settled = true;
    let (names, counts) = (naming.names, !gone.contains(id));
    for named in names {
        if counts {
            gone.insert(named.clone());
        }
        if let Some(other) = namings.get_mut(named).filter(|n| !n.settled) {
            other.unsettled = other.unsettled.saturating_sub(1);
            if other.unsettled == 0 {
                ready.push_back(named.clone());
            }
        }
    }
}

/// An import is withdrawn as one: what names its first entry stands for all of its parts, and for
/// every extract of it.
fn parts_of_imports(entries: &[Entry], gone: &mut BTreeSet<EntryId>) {
    for entry in entries {
        if let Body::Observed(observed) = &*entry.body
            && observed.import.as_ref().is_some_and(|first| gone.contains(first))
        {
            gone.insert(entry.id.clone());
        }
    }
}
