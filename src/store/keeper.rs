//! The keeper of one book in one open tab.

use std::collections::BTreeSet;
use std::fmt;

use super::envelope::{Damage, seal};
use super::heads::Heads;
use super::key::{Key, Namespace, session_of};
use super::loading::{Loaded, Opening, Remark, finish_erasing, lost};
use super::reading::Reading;
use super::room::Room;
use super::saving::Saving;
use super::shelf::{Piece, SetAside, Shelf, Taken};
use super::storage::{Storage, StorageError, units};
use crate::domain::ids::WriterId;
use crate::journal::{Entry, Hash};

/// Keeps one book for one writer.
pub struct Keeper<S> {
    pub(super) storage: S,
    pub(super) namespace: Namespace,
    pub(super) session: WriterId,
    pub(super) shelf: Shelf,
    pub(super) used: usize,
    pub(super) known: Heads,
    pub(super) updates: u64,
    pub(super) under_way: Option<Saving>,
    /// What changed in the storage and was not told yet.
    pub(super) unreported: Changes,
    hashes: BTreeSet<Hash>,
    touched: BTreeSet<WriterId>,
    refusal: Option<SaveError>,
}

/// A value that was written, for the second copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    pub key: String,
    pub value: String,
}

/// What a save did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Entries that were not kept before.
    pub entries: usize,
    pub changes: Changes,
    pub room: Room,
}

/// What changed in the storage: the second copy repeats it in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub written: Vec<Write>,
    pub removed: Vec<String>,
}

/// Why entries were not kept. None of them was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// No room for this many more UTF-16 units.
    Full { needed: usize, room: Room },
    /// A newer program wrote here.
    Newer,
    /// The storage cannot be used.
    Unavailable(StorageError),
}

/// What another tab did.
#[derive(Debug, Default)]
pub struct Foreign {
    /// Entries that were not known here.
    pub entries: Vec<Entry>,
    pub set_aside: Vec<SetAside>,
    /// Updates of many parts that are whole now, as [`Remark::Interrupted`] names them.
    pub whole: Vec<String>,
    /// The book was erased: read it again from the start.
    pub erased: bool,
}

impl<S: Storage> Keeper<S> {
    /// Reads the book and checks all of it. `session` is this tab's own writer id, new each time.
    pub fn open(storage: S, namespace: Namespace, session: WriterId) -> (Self, Loaded) {
        let mut reading = Reading::begin(storage, namespace, session);
        while !reading.step() {}
        reading.finish()
    }

    /// The keeper of what was read.
    pub(super) fn of(storage: S, session: WriterId, opening: Opening) -> (Self, Loaded) {
        let known = Heads::of(&opening.loaded.journal);
        let refusal = match &opening.loaded {
            Loaded { unavailable: Some(e), .. } => Some(SaveError::Unavailable(e.clone())),
            Loaded { read_only_because_newer: true, .. } => Some(SaveError::Newer),
            _ => None,
        };
        let keeper = Self {
            storage,
            namespace: opening.shelf.namespace,
            updates: opening.shelf.promised.get(&session).updates,
            session,
            shelf: opening.shelf,
            used: opening.used,
            hashes: opening.loaded.journal.entries().iter().map(Entry::hash).collect(),
            known,
            under_way: None,
            unreported: Changes::default(),
            touched: BTreeSet::new(),
            refusal,
        };
        (keeper, opening.loaded)
    }

    /// How much room is taken, by this book and everything else of the page.
    #[must_use]
    pub fn room(&self) -> Room {
        Room::new(self.used)
    }

    /// How many entries are kept.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.hashes.len()
    }

    pub(super) fn keeps(&self, entry: &Entry) -> bool {
        self.hashes.contains(&entry.hash())
    }

    /// Why nothing can be kept; none when it can.
    #[must_use]
    pub fn refusal(&self) -> Option<&SaveError> {
        self.refusal.as_ref()
    }

    /// Removes the book. Interrupted, it is finished at the next start.
    ///
    /// # Errors
    /// When a key could not be removed; the book then counts as being erased.
    pub fn erase(&mut self) -> Result<(), SaveError> {
        let keys = self.storage.keys().map_err(SaveError::Unavailable)?;
        let mark = Key::Erasing.text(self.namespace);
        match self.storage.set(&mark, "1") {
            // A full storage has no room even for the mark; removing makes some.
            Ok(()) | Err(StorageError::Full) => {}
            Err(e) => return Err(SaveError::Unavailable(e)),
        }
        if !finish_erasing(&self.storage, self.namespace, &keys) {
            let words = "not every value could be removed".to_owned();
            return Err(SaveError::Unavailable(StorageError::Other(words)));
        }
        self.under_way = None;
        let taken: usize = self.shelf.pieces.values().map(|p| p.units).sum();
        self.used = self.used.saturating_sub(taken);
        self.shelf = Shelf::new(self.namespace);
        self.known = Heads::default();
        self.hashes.clear();
        self.touched.clear();
        self.refusal = None;
        Ok(())
    }

    /// Takes in what another tab wrote (the `storage` event); a value of `None` means removed.
    pub fn foreign_key_changed(&mut self, key: &str, value: Option<&str>) -> Foreign {
        let mut foreign = Foreign::default();
        if let Some(parsed) = Key::parse(self.namespace, key) {
            foreign.erased = parsed == Key::Erasing && value.is_some();
            if foreign.erased && self.is_saving() {
                // Half of an update would be left: it begins anew in the empty book.
                let unsaved = self.abandon();
                self.begin_save(unsaved);
            }
            let gone = self.shelf.drop_key(&parsed);
            self.used = self.used.saturating_sub(gone);
            if let Some(value) = value.filter(|_| parsed != Key::Erasing) {
                self.take(key, value, &mut foreign);
            }
        }
        foreign
    }

    /// Looks for what other tabs wrote since: events can be lost, so a tab looks when it is shown again.
    ///
    /// # Errors
    /// When the keys cannot be listed.
    pub fn refresh(&mut self) -> Result<Foreign, StorageError> {
        let keys: BTreeSet<String> = self.storage.keys()?.into_iter().collect();
        let mut foreign = Foreign::default();
        let gone: Vec<Key> = self
            .shelf
            .pieces
            .keys()
            .filter(|k| !keys.contains(&k.text(self.namespace)))
            .cloned()
            .collect();
        for key in gone {
            let freed = self.shelf.drop_key(&key);
            self.used = self.used.saturating_sub(freed);
        }
        let namespace = self.namespace;
        for key in keys.iter().filter(|k| namespace.owns(k)) {
            let unseen = Key::parse(namespace, key).is_some_and(|k| self.may_be_new(&k));
            if let Some(value) = unseen.then(|| self.storage.get(key)).transpose()?.flatten() {
                self.take(key, &value, &mut foreign);
            }
        }
        Ok(foreign)
    }

    /// Entries of the second copy that are missing here; each once.
    #[must_use]
    pub fn missing(&self, copy: &[Write]) -> Vec<Entry> {
        let mut shelf = Shelf::new(self.namespace);
        let differing = self.differing(copy);
        let mut found: Vec<Entry> =
            differing.into_iter().flat_map(|w| shelf.take(&w.key, &w.value).entries).collect();
        found.extend(shelf.settle().0);
        let mut seen = BTreeSet::new();
        found.retain(|e| !self.hashes.contains(&e.hash()) && seen.insert(e.hash()));
        found
    }

    /// Takes in the second copy's values: entries that are missing here are kept here again.
    ///
    /// # Errors
    /// [`SaveError`] when they were found and could not be kept.
    pub fn adopt(&mut self, copy: &[Write]) -> Result<(Vec<Entry>, Saved), SaveError> {
        let found = self.missing(copy);
        let saved = self.save(&found)?;
        Ok((found, saved))
    }

    /// Writers of whom less is here than was kept once, now.
    #[must_use]
    pub fn losses(&self) -> Vec<Remark> {
        lost(&self.shelf.promised, &self.known)
    }

    /// Removes one value that was set aside, once a person has said so.
    ///
    /// # Errors
    /// When the key holds a value that can be used, or could not be removed.
    pub fn discard(&mut self, key: &str) -> Result<Changes, SaveError> {
        let parsed = Key::parse(self.namespace, key);
        let piece = parsed.as_ref().and_then(|k| self.shelf.pieces.get(k));
        if piece.is_some_and(|p| p.whole) || !self.namespace.owns(key) {
            let words = format!("`{key}` can be read and is not removed");
            return Err(SaveError::Unavailable(StorageError::Other(words)));
        }
        self.storage.remove(key).map_err(SaveError::Unavailable)?;
        if let Some(parsed) = parsed {
            let freed = self.shelf.drop_key(&parsed);
            self.used = self.used.saturating_sub(freed);
        }
        Ok(Changes { written: Vec::new(), removed: vec![key.to_owned()] })
    }

    /// How far the chains reach: what is here, and what was kept once though it is lost now.
    pub(super) fn reach(&self) -> Heads {
        let mut reach = self.known.clone();
        reach.join(&self.shelf.promised);
        reach
    }

    pub(super) fn may_write(&self) -> Result<(), SaveError> {
        self.refusal.clone().map_or(Ok(()), Err)
    }

    /// Whether a key may hold what was not seen yet: updates are written once, heads of others again and again.
    fn may_be_new(&mut self, key: &Key) -> bool {
        let own = session_of(&self.session);
        if matches!(key, Key::Head { session, .. } | Key::Heads { session } if *session != own) {
            let before = self.shelf.drop_key(key);
            self.used = self.used.saturating_sub(before);
        }
        !self.shelf.pieces.contains_key(key)
    }

    /// Writes one value and counts its room.
    pub(super) fn put(
        &mut self,
        key: &Key,
        part: (u32, u32),
        text: &str,
    ) -> Result<Write, SaveError> {
        let write =
            Write { key: key.text(self.namespace), value: seal(self.namespace, part, text) };
        let needed = units(&write.key, &write.value);
        let before = self.shelf.pieces.get(key).map_or(0, |p| p.units);
        self.storage.set(&write.key, &write.value).map_err(|e| match e {
            StorageError::Full => SaveError::Full { needed, room: self.room() },
            e => SaveError::Unavailable(e),
        })?;
        self.used = self.used.saturating_sub(before).saturating_add(needed);
        let piece = Piece { units: needed, text_bytes: text.len(), parts: part.1, whole: true };
        self.shelf.put(key.clone(), piece);
        Ok(write)
    }

    /// Removes a key and gives its room back.
    pub(super) fn remove(&mut self, key: &Key) -> Result<String, StorageError> {
        let name = key.text(self.namespace);
        self.storage.remove(&name)?;
        let freed = self.shelf.drop_key(key);
        self.used = self.used.saturating_sub(freed);
        Ok(name)
    }

    /// What was written is kept from here on.
    pub(super) fn note(&mut self, fresh: &[Entry]) {
        for entry in fresh {
            if self.hashes.insert(entry.hash()) {
                self.known.count(entry);
            }
            self.touched.insert(entry.writer.clone());
        }
        self.known.finished(&self.session, self.updates);
        self.touched.insert(self.session.clone());
    }

    /// Notes beside the update how far the chains reach. The update counts without it, so a failure
    /// here is not one of the save; the next save writes it again.
    pub(super) fn write_head(&mut self) {
        let key =
            Key::Head { session: session_of(&self.session), slot: u8::from(self.updates % 2 == 1) };
        let writers: Vec<WriterId> = self.touched.iter().cloned().collect();
        let heads = self.reach().only(&writers);
        if let Ok(write) = self.put(&key, (1, 1), &heads.write()) {
            self.unreported.written.push(write);
            self.shelf.heads.insert(key, heads);
        }
    }

    fn take(&mut self, key: &str, value: &str, foreign: &mut Foreign) {
        let Taken { entries, set_aside, whole } = self.shelf.take(key, value);
        foreign.whole.extend(whole);
        self.used = self.used.saturating_add(units(key, value));
        for entry in entries {
            if self.hashes.insert(entry.hash()) {
                self.known.count(&entry);
                foreign.entries.push(entry);
            }
        }
        if set_aside.iter().any(|s| matches!(s.why, Damage::Newer { .. })) {
            self.refusal = Some(SaveError::Newer);
        }
        foreign.set_aside.extend(set_aside);
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full { needed, room } => write!(
                f,
                "no room for {needed} more characters ({} of {} are taken): export the book to a \
                 file, then remove what is no longer needed",
                room.used, room.quota
            ),
            Self::Newer => f.write_str(
                "a newer Recourse wrote here: open that version, or export the book and go on there",
            ),
            Self::Unavailable(e) => write!(f, "{e}: export the book to keep it"),
        }
    }
}

impl std::error::Error for SaveError {}
