//! Packing older updates into segments, a bounded piece of work at a time.
//!
//! A segment is written under a key made from its own text and read back before anything is removed,
//! so a crash at any point leaves every entry in at least one value. A segment is removed only when
//! another holds more than it does; two tabs packing at once therefore never remove each other's last copy.

use std::collections::BTreeSet;

use super::envelope::open;
use super::keeper::{Changes, Keeper, SaveError};
use super::key::{Key, session_of};
use super::saving::PART_TEXT_BYTES;
use super::storage::Storage;
use crate::journal::sha256_hex;

/// From this many small values on it is worth packing them.
const SMALL_VALUES_MAX: usize = 24;

/// A value with less text than this is small, and is packed again with others.
const SMALL_TEXT_BYTES: usize = 96 * 1024;

/// From this many heads of other sessions on they are gathered into one.
const HEADS_MAX: usize = 16;

impl<S: Storage> Keeper<S> {
    /// Does one bounded piece of packing, for an idle moment. None when there is nothing to do.
    ///
    /// # Errors
    /// [`SaveError`], with every entry still kept.
    pub fn compact_step(&mut self) -> Result<Option<Changes>, SaveError> {
        self.may_write()?;
        match self.pack_updates(SMALL_VALUES_MAX)? {
            Some(changes) => Ok(Some(changes)),
            None => self.gather_heads(),
        }
    }

    /// Packs small values together when there are at least so many.
    pub(super) fn pack_updates(&mut self, at_least: usize) -> Result<Option<Changes>, SaveError> {
        let mut small = self.small_values();
        if small.len() < at_least {
            return Ok(None);
        }
        loop {
            match self.pack(&small) {
                // Fewer values make a smaller segment, which may still fit.
                Err(SaveError::Full { .. }) if small.len() > 3 => small.truncate(small.len() / 2),
                other => return other,
            }
        }
    }

    fn pack(&mut self, small: &[Key]) -> Result<Option<Changes>, SaveError> {
        let (sources, text) = self.gather(small);
        let segment = self.free_segment(&text);
        let Some(segment) = segment.filter(|_| sources.len() > 1) else {
            return Ok(None);
        };
        let write = self.put(&segment, (1, 1), &text)?;
        let mut changes = Changes::default();
        if self.reads_back(&write.key, &write.value) {
            changes.removed = self.remove_all(sources.iter().filter(|k| **k != segment));
        }
        changes.written.push(write);
        Ok(Some(changes))
    }

    /// Whole, small values that are not parts of a larger update, oldest sessions mixed as they come.
    fn small_values(&self) -> Vec<Key> {
        self.shelf
            .pieces
            .iter()
            .filter(|(key, piece)| {
                let kind = matches!(key, Key::Update { .. } | Key::Segment { .. });
                kind && piece.whole && piece.parts == 1 && piece.text_bytes < SMALL_TEXT_BYTES
            })
            .map(|(key, _)| key.clone())
            .collect()
    }

    /// The lines of as many values as fit into one segment: sorted, each once.
    fn gather(&self, keys: &[Key]) -> (Vec<Key>, String) {
        let (mut sources, mut lines, mut bytes) = (Vec::new(), BTreeSet::new(), 0_usize);
        for key in keys {
            let value = self.storage.get(&key.text(self.namespace));
            let Some(envelope) = value.ok().flatten().and_then(|v| open(self.namespace, &v).ok())
            else {
                continue;
            };
            bytes = bytes.saturating_add(envelope.text.len());
            if bytes > PART_TEXT_BYTES {
                break;
            }
            lines.extend(envelope.lines().map(str::to_owned));
            sources.push(key.clone());
        }
        let lines: Vec<String> = lines.into_iter().collect();
        (sources, lines.join("\n"))
    }

    /// The key of a segment by its text; none when a damaged value stands there, which is not overwritten.
    fn free_segment(&self, text: &str) -> Option<Key> {
        let mut id = sha256_hex(text.as_bytes());
        id.truncate(24);
        let key = Key::Segment { id };
        let taken = self.shelf.pieces.get(&key).is_some_and(|p| !p.whole);
        (!taken).then_some(key)
    }

    fn reads_back(&self, key: &str, value: &str) -> bool {
        matches!(self.storage.get(key), Ok(Some(found)) if found == value)
    }

    /// Removes what is kept elsewhere by now. A key that cannot be removed only takes room.
    fn remove_all<'a>(&mut self, keys: impl Iterator<Item = &'a Key>) -> Vec<String> {
        keys.filter_map(|key| self.remove(key).ok()).collect()
    }

    /// Gathers the heads of many sessions into one value.
    fn gather_heads(&mut self) -> Result<Option<Changes>, SaveError> {
        let own = session_of(&self.session);
        let key = Key::Heads { session: own.clone() };
        let others = self
            .shelf
            .heads
            .keys()
            .filter(|k| **k != key && !matches!(k, Key::Head { session, .. } if *session == own))
            .count();
        if others < HEADS_MAX {
            return Ok(None);
        }
        let all = self.reach();
        let write = self.put(&key, (1, 1), &all.write())?;
        self.shelf.heads.insert(key.clone(), all.clone());
        let mut changes = Changes::default();
        if self.reads_back(&write.key, &write.value) {
            let gathered: Vec<Key> = self
                .shelf
                .heads
                .iter()
                .filter(|(k, heads)| {
                    // Two sessions that gathered the same: the later name keeps it.
                    let ours = match k {
                        Key::Heads { session } => *session < own,
                        Key::Head { session, .. } => *session != own,
                        _ => false,
                    };
                    ours && heads.is_within(&all)
                })
                .map(|(k, _)| k.clone())
                .collect();
            changes.removed = self.remove_all(gathered.iter());
        }
        changes.written.push(write);
        Ok(Some(changes))
    }
}
