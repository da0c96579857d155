//! Reading a whole book at the start.

use std::fmt;

use super::envelope::Damage;
use super::heads::Heads;
use super::key::{Key, Namespace};
use super::shelf::{SetAside, Shelf};
use super::storage::{Storage, StorageError, units};
use crate::domain::ids::WriterId;
use crate::journal::{Entry, Fault, Journal, verify};

/// What was found at the start, and what is to be said about it.
#[derive(Debug, Default)]
pub struct Loaded {
    pub journal: Journal,
    pub remarks: Vec<Remark>,
    /// Values that cannot be used, by name. They stay where they are.
    pub set_aside: Vec<SetAside>,
    /// A newer program wrote here: everything can be looked at and exported, nothing is written.
    pub read_only_because_newer: bool,
    /// Nothing can be kept: work goes on in memory, and only an export lasts.
    pub unavailable: Option<StorageError>,
}

/// Something that a person should be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// An update was cut off before its last part; none of it counts.
    Interrupted { key: String },
    /// Entries that were kept once are no longer there.
    Lost { writer: WriterId, kept: u64, found: u64 },
    /// A chain is not whole.
    Chain(Fault),
    /// The book was being erased when the page closed; it is erased now.
    EraseFinished,
}

/// The shelf and the units taken, beside what was loaded.
pub(super) struct Opening {
    pub loaded: Loaded,
    pub shelf: Shelf,
    pub used: usize,
}

/// Removes all keys of a book, the mark that it is being erased last.
pub(super) fn finish_erasing<S: Storage>(
    storage: &S,
    namespace: Namespace,
    keys: &[String],
) -> bool {
    let erasing = Key::Erasing.text(namespace);
    keys.iter()
        .filter(|k| namespace.owns(k) && **k != erasing)
        .chain(std::iter::once(&erasing))
        .all(|key| storage.remove(key).is_ok())
}

impl Opening {
    pub(super) fn new(namespace: Namespace) -> Self {
        Self { loaded: Loaded::default(), shelf: Shelf::new(namespace), used: 0 }
    }

    /// Reads the value under one key, whosever it is, since all of them take room.
    pub(super) fn read<S: Storage>(&mut self, storage: &S, key: &str) -> Vec<Entry> {
        match storage.get(key) {
            Ok(Some(value)) => {
                self.used = self.used.saturating_add(units(key, &value));
                if self.shelf.namespace.owns(key) {
                    let taken = self.shelf.take(key, &value);
                    self.loaded.set_aside.extend(taken.set_aside);
                    return taken.entries;
                }
            }
            Ok(None) => {}
            Err(e) => self.withheld(key, &e),
        }
        Vec::new()
    }

    /// Everything was read: what of it counts, and what is to be said about it.
    pub(super) fn settle(&mut self, mut entries: Vec<Entry>) {
        let (rest, interrupted) = self.shelf.settle();
        entries.extend(rest);
        self.finish(entries, interrupted);
    }

    fn withheld(&mut self, key: &str, error: &StorageError) {
        if self.shelf.namespace.owns(key) {
            self.loaded.set_aside.push(SetAside {
                key: key.to_owned(),
                why: Damage::Withheld(error.to_string()),
                raw: String::new(),
            });
        }
    }

    fn finish(&mut self, entries: Vec<Entry>, interrupted: Vec<String>) {
        let loaded = &mut self.loaded;
        loaded.journal.extend(entries);
        loaded.read_only_because_newer =
            loaded.set_aside.iter().any(|s| matches!(s.why, Damage::Newer { .. }));
        loaded.remarks.extend(interrupted.into_iter().map(|key| Remark::Interrupted { key }));
        let found = Heads::of(&loaded.journal);
        loaded.remarks.extend(lost(&self.shelf.promised, &found));
        let faults = verify(&loaded.journal).faults;
        loaded.remarks.extend(faults.into_iter().map(Remark::Chain));
    }
}

/// Writers of whom less is there than was kept.
pub(super) fn lost(promised: &Heads, found: &Heads) -> Vec<Remark> {
    promised
        .iter()
        .filter_map(|(writer, kept)| {
            let here = found.get(writer);
            let less = here.entries < kept.entries || here.seq < kept.seq;
            less.then(|| Remark::Lost {
                writer: writer.clone(),
                kept: kept.entries,
                found: here.entries,
            })
        })
        .collect()
}

impl Remark {
    /// What the remark is about: a key, a writer or an entry.
    #[must_use]
    pub fn about(&self) -> String {
        match self {
            Self::Interrupted { key } => key.clone(),
            Self::Lost { writer, .. } => writer.to_string(),
            Self::Chain(Fault::SameId { entry }) => entry.to_string(),
            Self::Chain(
                Fault::Gap { writer, .. }
                | Fault::BrokenLink { writer, .. }
                | Fault::Fork { writer, .. },
            ) => writer.to_string(),
            Self::EraseFinished => String::new(),
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Interrupted { key } => write!(
                f,
                "the update `{key}` was cut off before its end: nothing of it counts, repeat it"
            ),
            Self::Lost { writer, kept, found } => write!(
                f,
                "the browser kept {kept} entries of writer `{writer}` and gave back {found}: \
                 import a file that has them"
            ),
            Self::Chain(fault) => write!(f, "{fault}: import a file that has them whole"),
            Self::EraseFinished => {
                f.write_str("the book was being removed when the page closed, and is removed now")
            }
        }
    }
}
