//! Reading a kept book a value at a time, so that a page can live between two of them.

use super::keeper::Keeper;
use super::key::{Key, Namespace};
use super::loading::{Loaded, Opening, Remark, finish_erasing};
use super::storage::Storage;
use crate::domain::ids::WriterId;
use crate::journal::Entry;

/// After so many beginnings the rest is read in one go: nobody else can write meanwhile.
const BEGINNINGS_MAX: u8 = 3;

/// A book on its way from the storage.
pub struct Reading<S> {
    storage: S,
    session: WriterId,
    opening: Opening,
    /// Every key of the storage as far as it is known, and how many of them were read.
    keys: Vec<String>,
    read: usize,
    entries: Vec<Entry>,
    beginnings: u8,
}

impl<S: Storage> Reading<S> {
    /// Lists what there is. `session` is this tab's own writer id, new each time.
    pub fn begin(storage: S, namespace: Namespace, session: WriterId) -> Self {
        let mut reading = Self {
            storage,
            session,
            opening: Opening::new(namespace),
            keys: Vec::new(),
            read: 0,
            entries: Vec::new(),
            beginnings: 0,
        };
        reading.list();
        reading
    }

    /// Reads and checks one value; true when nothing is left.
    ///
    /// Other tabs may write between two steps. What they add is read too; when they removed something,
    /// packed by then or erased, the reading begins anew.
    pub fn step(&mut self) -> bool {
        if self.read_next() {
            return false;
        }
        match self.since_listed() {
            Since::Same => true,
            Since::More(keys) => {
                self.keys.extend(keys);
                false
            }
            Since::Less => {
                self.list();
                if self.beginnings > BEGINNINGS_MAX {
                    while self.read_next() {}
                }
                self.beginnings > BEGINNINGS_MAX
            }
        }
    }

    /// How many of a hundred values are read.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let all = self.keys.len().max(1);
        u8::try_from(self.read.saturating_mul(100) / all).unwrap_or(100)
    }

    /// What was read, and the keeper of it.
    #[must_use]
    pub fn finish(mut self) -> (Keeper<S>, Loaded) {
        self.opening.settle(std::mem::take(&mut self.entries));
        Keeper::of(self.storage, self.session, self.opening)
    }

    fn list(&mut self) {
        let namespace = self.opening.shelf.namespace;
        self.beginnings = self.beginnings.saturating_add(1);
        self.opening = Opening::new(namespace);
        self.entries.clear();
        self.read = 0;
        self.keys = match self.storage.keys() {
            Ok(keys) => keys,
            Err(e) => {
                self.opening.loaded.unavailable = Some(e);
                Vec::new()
            }
        };
        self.keys.sort_unstable();
        let erasing = Key::Erasing.text(namespace);
        if self.keys.contains(&erasing) && finish_erasing(&self.storage, namespace, &self.keys) {
            self.keys.retain(|k| !namespace.owns(k));
            self.opening.loaded.remarks.push(Remark::EraseFinished);
        }
    }

    fn read_next(&mut self) -> bool {
        let Some(key) = self.keys.get(self.read) else {
            return false;
        };
        self.entries.extend(self.opening.read(&self.storage, key));
        self.read = self.read.saturating_add(1);
        true
    }

    /// What became of the book's keys since they were listed.
    fn since_listed(&self) -> Since {
        let Ok(mut now) = self.storage.keys() else {
            return Since::Same;
        };
        let namespace = self.opening.shelf.namespace;
        now.retain(|key| namespace.owns(key));
        now.sort_unstable();
        let mut known: Vec<&String> = self.keys.iter().filter(|k| namespace.owns(k)).collect();
        known.sort_unstable();
        let is_gone = |key: &&String| now.binary_search(key).is_err();
        // The mark that the book is being erased takes away all of it.
        let erasing = Key::Erasing.text(namespace);
        let is_erased = now.contains(&erasing) && !known.contains(&&erasing);
        if is_erased || known.iter().any(is_gone) {
            return Since::Less;
        }
        now.retain(|key| known.binary_search(&key).is_err());
        if now.is_empty() { Since::Same } else { Since::More(now) }
    }
}

enum Since {
    Same,
    More(Vec<String>),
    Less,
}
