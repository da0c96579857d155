//! The ring of backups: when one is made, and which old one makes room.
//!
//! A generation is a copy of everything that is kept, each value under its own sum. The ring stands
//! beside the book and its second copy, and nothing in it is ever changed.

use std::collections::{BTreeMap, BTreeSet};

use super::keeper::Write;
use super::key::Namespace;
use super::shelf::{SetAside, Shelf};
use crate::domain::{Day, Instant};
use crate::journal::{Entry, Journal};

/// A new generation is made when the newest is this old.
const MINUTES_BETWEEN: i64 = 15;

/// Of the newest day so many are kept, of each day before it one.
const OF_NEWEST_DAY: usize = 3;

/// Generations in all.
const GENERATIONS_MAX: usize = 10;

/// One backup, without what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    pub at: Instant,
    pub entries: usize,
    /// UTF-16 units of keys and values.
    pub units: usize,
}

/// Whether a book of so many entries is to be backed up now.
///
/// A clock that was set back makes a newest generation of the future: then one is due.
#[must_use]
pub fn is_due(ring: &[Generation], entries: usize, now: Instant) -> bool {
    let Some(newest) = ring.iter().max_by_key(|g| g.at) else {
        return entries > 0;
    };
    let wait = MINUTES_BETWEEN.saturating_mul(60_000);
    let age = now.millis().saturating_sub(newest.at.millis());
    entries > 0 && entries != newest.entries && !(0..wait).contains(&age)
}

/// The generations that are to go.
///
/// The fullest never goes: a book that lost entries would otherwise push out the copy that has them.
#[must_use]
pub fn surplus(ring: &[Generation]) -> Vec<Instant> {
    let fullest = ring.iter().max_by_key(|g| (g.entries, g.at)).map(|g| g.at);
    let mut moments: BTreeSet<Instant> = ring.iter().map(|g| g.at).collect();
    let mut kept: BTreeSet<Instant> = fullest.into_iter().collect();
    let mut of_day: BTreeMap<Day, usize> = BTreeMap::new();
    let newest_day = moments.last().map(|at| at.day());
    for at in moments.iter().rev() {
        let count = of_day.entry(at.day()).or_default();
        let most = if Some(at.day()) == newest_day { OF_NEWEST_DAY } else { 1 };
        if *count < most && kept.len() < GENERATIONS_MAX {
            *count = count.saturating_add(1);
            kept.insert(*at);
        }
    }
    moments.retain(|at| !kept.contains(at));
    moments.into_iter().collect()
}

/// A backup on its way, a value at a time, so that a page can live between two of them.
pub struct BackupReading {
    shelf: Shelf,
    values: std::vec::IntoIter<Write>,
    entries: Vec<Entry>,
    set_aside: Vec<SetAside>,
}

impl BackupReading {
    #[must_use]
    pub fn begin(namespace: Namespace, values: Vec<Write>) -> Self {
        let (entries, set_aside) = (Vec::new(), Vec::new());
        Self { shelf: Shelf::new(namespace), values: values.into_iter(), entries, set_aside }
    }

    /// Reads one value; true when none is left.
    pub fn step(&mut self) -> bool {
        let Some(value) = self.values.next() else {
            return true;
        };
        let taken = self.shelf.take(&value.key, &value.value);
        self.entries.extend(taken.entries);
        self.set_aside.extend(taken.set_aside);
        false
    }

    /// The entries of the backup, and what in it cannot be used.
    #[must_use]
    pub fn finish(mut self) -> (Journal, Vec<SetAside>) {
        self.entries.extend(self.shelf.settle().0);
        let mut journal = Journal::new();
        journal.extend(self.entries);
        (journal, self.set_aside)
    }
}
