//! Keeping entries a value at a time, so that a page can live between two of them.
//!
//! An update counts only when its last part is written, for this tab and for every other one. Whenever it
//! ends before, the book is as it was.

use super::keeper::{Changes, Keeper, SaveError, Saved, Write};
use super::key::{Key, session_of};
use super::storage::Storage;
use crate::journal::Entry;

/// Text of one value: about 30,000 units once packed, a few milliseconds to pack and write.
pub(super) const PART_TEXT_BYTES: usize = 256 * 1024;

/// An update on its way into the storage.
#[derive(Default)]
pub(super) struct Saving {
    entries: Vec<Entry>,
    /// Where the entries of each part end.
    ends: Vec<usize>,
    written: Vec<Write>,
    room: MoreRoom,
}

/// What is done about a storage that is full: older updates are packed while that gives room.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum MoreRoom {
    #[default]
    NotAsked,
    /// So many UTF-16 units are to be free.
    Wanted(usize),
    /// Nothing more can be packed.
    Exhausted,
}

impl<S: Storage> Keeper<S> {
    /// Begins to keep entries; those that are kept already are passed over. What is under way begins anew
    /// together with them, since one update follows the other.
    pub fn begin_save(&mut self, entries: Vec<Entry>) {
        let mut all = self.abandon();
        all.extend(entries.into_iter().filter(|entry| !self.keeps(entry)));
        self.under_way = Some(Saving::of(all));
    }

    /// Whether an update was begun and is not kept yet.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.under_way.is_some()
    }

    /// Writes one value of what is under way; none while there is more to write.
    ///
    /// # Errors
    /// [`SaveError`], with nothing of the update kept. It stays under way: the next step begins it anew.
    pub fn save_step(&mut self) -> Result<Option<Saved>, SaveError> {
        let Some(mut saving) = self.under_way.take() else {
            return Ok(Some(self.saved(0)));
        };
        let step = self.write_next(&mut saving);
        if step == Ok(true) {
            return Ok(Some(self.complete(saving)));
        }
        if step.is_err() {
            saving.room = MoreRoom::NotAsked;
            self.take_back(&mut saving);
        }
        self.under_way = Some(saving);
        step.map(|_| None)
    }

    /// Gives up what is under way: its parts are taken back. The entries that are not kept.
    pub fn abandon(&mut self) -> Vec<Entry> {
        let Some(mut saving) = self.under_way.take() else {
            return Vec::new();
        };
        self.take_back(&mut saving);
        saving.entries
    }

    /// Keeps entries: all of them, or none. Those that are kept already are passed over. What is under way
    /// is finished first.
    ///
    /// # Errors
    /// [`SaveError`], with the storage as it was before.
    pub fn save(&mut self, entries: &[Entry]) -> Result<Saved, SaveError> {
        let before = self.finish_save()?;
        self.begin_save(entries.to_vec());
        let kept = self.finish_save().inspect_err(|_| {
            self.abandon();
        })?;
        Ok(self.saved(before.saturating_add(kept)))
    }

    /// Steps until nothing is under way. What changed is told with the next [`Saved`].
    fn finish_save(&mut self) -> Result<usize, SaveError> {
        let mut kept = 0_usize;
        while self.is_saving() {
            if let Some(saved) = self.save_step()? {
                kept = kept.saturating_add(saved.entries);
                self.unreported = saved.changes;
            }
        }
        Ok(kept)
    }

    /// One part, or one piece of packing where there was no room for it; true when all parts are written.
    fn write_next(&mut self, saving: &mut Saving) -> Result<bool, SaveError> {
        if saving.entries.is_empty() {
            return Ok(true);
        }
        self.may_write()?;
        if let MoreRoom::Wanted(units) = saving.room {
            saving.room = self.make_room(units);
            return Ok(false);
        }
        match self.write_part(saving) {
            Err(SaveError::Full { needed, .. }) if saving.room != MoreRoom::Exhausted => {
                let before = self.room().free();
                self.take_back(saving);
                let freed = self.room().free().saturating_sub(before);
                saving.room = MoreRoom::Wanted(needed.saturating_add(freed));
                Ok(false)
            }
            step => step,
        }
    }

    fn write_part(&mut self, saving: &mut Saving) -> Result<bool, SaveError> {
        let part = saving.written.len();
        let key = self.part_key(part);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let place = (count(part.saturating_add(1)), count(saving.ends.len()));
        let write = self.put(&key, place, &saving.text(part))?;
        saving.written.push(write);
        Ok(saving.written.len() == saving.ends.len())
    }

    /// Removes the parts that were written.
    fn take_back(&mut self, saving: &mut Saving) {
        for part in 0..saving.written.len() {
            // A part that cannot be removed does not count: its update is never finished.
            let _ = self.remove(&self.part_key(part));
        }
        saving.written.clear();
    }

    /// The key of a part, counted from 0, of the update that comes next.
    fn part_key(&self, part: usize) -> Key {
        Key::Update {
            session: session_of(&self.session),
            number: self.updates.saturating_add(1),
            part: u32::try_from(part.saturating_add(1)).unwrap_or(u32::MAX),
        }
    }

    /// Packs one piece, even where there should be room: another program may have taken it.
    fn make_room(&mut self, wanted: usize) -> MoreRoom {
        let Ok(Some(more)) = self.pack_updates(2) else {
            return MoreRoom::Exhausted;
        };
        self.unreported.extend(more);
        if self.room().free() < wanted { MoreRoom::Wanted(wanted) } else { MoreRoom::NotAsked }
    }

    fn complete(&mut self, saving: Saving) -> Saved {
        if !saving.entries.is_empty() {
            self.updates = self.updates.saturating_add(1);
            self.unreported.written.extend(saving.written);
            self.note(&saving.entries);
            self.write_head();
        }
        self.saved(saving.entries.len())
    }

    fn saved(&mut self, entries: usize) -> Saved {
        Saved { entries, changes: std::mem::take(&mut self.unreported), room: self.room() }
    }
}

impl Saving {
    /// Parts of bounded length; one entry is never cut in two.
    fn of(entries: Vec<Entry>) -> Self {
        let (mut ends, mut bytes) = (Vec::new(), 0_usize);
        for (place, entry) in entries.iter().enumerate() {
            let more = entry.raw().len();
            if place > 0 && bytes.saturating_add(more) > PART_TEXT_BYTES {
                ends.push(place);
                bytes = 0;
            }
            bytes = bytes.saturating_add(more);
        }
        ends.push(entries.len());
        Self { entries, ends, ..Self::default() }
    }

    /// The lines of a part, counted from 0.
    fn text(&self, part: usize) -> String {
        let end = |part: usize| self.ends.get(part).copied().unwrap_or_default();
        let begin = part.checked_sub(1).map_or(0, end);
        let entries = self.entries.get(begin..end(part)).unwrap_or_default();
        let lines: Vec<&str> = entries.iter().map(Entry::raw).collect();
        lines.join("\n")
    }
}

impl Changes {
    /// Adds what changed later.
    pub(super) fn extend(&mut self, later: Self) {
        self.written.extend(later.written);
        self.removed.extend(later.removed);
    }
}
