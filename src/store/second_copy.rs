//! What the second copy needs so that it holds what local storage holds.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::open;
use super::keeper::{Changes, Keeper, Write};
use super::key::Key;
use super::storage::Storage;

impl<S: Storage> Keeper<S> {
    /// The values of a second copy that are not here to the letter: only these need to be read.
    ///
    /// The parts of one update are read together or not at all, since none counts without the others.
    pub(super) fn differing<'c>(&self, copy: &'c [Write]) -> Vec<&'c Write> {
        let update = |write: &Write| match Key::parse(self.namespace, &write.key) {
            Some(Key::Update { session, number, .. }) => Some((session, number)),
            _ => None,
        };
        let torn: BTreeSet<(String, u64)> =
            copy.iter().filter(|w| !self.is_here(w)).filter_map(update).collect();
        let unread =
            |w: &&Write| !self.is_here(w) || update(w).is_some_and(|of| torn.contains(&of));
        copy.iter().filter(unread).collect()
    }

    /// Heads never are: they tell which updates of the copy were finished.
    fn is_here(&self, write: &Write) -> bool {
        let key = Key::parse(self.namespace, &write.key);
        let key = key.filter(|k| matches!(k, Key::Update { .. } | Key::Segment { .. }));
        let read = key.and_then(|key| self.shelf.pieces.get(&key)).is_some_and(|p| p.whole);
        read && self.storage.get(&write.key).is_ok_and(|v| v.as_deref() == Some(&*write.value))
    }

    /// The difference to a second copy whose entries were adopted already.
    ///
    /// Only whole values are copied, so damage here never spreads; only values that can be read are
    /// removed there, so what might still be rescued stays.
    #[must_use]
    pub fn difference(&self, copy: &[Write]) -> Changes {
        let there: BTreeMap<&str, &str> =
            copy.iter().map(|w| (w.key.as_str(), w.value.as_str())).collect();
        let here: BTreeSet<String> =
            self.shelf.pieces.keys().map(|key| key.text(self.namespace)).collect();
        let whole = self.shelf.pieces.iter().filter(|(_, piece)| piece.whole);
        let written = whole.filter_map(|(key, _)| {
            let key = key.text(self.namespace);
            let value = self.storage.get(&key).ok().flatten()?;
            let same = there.get(key.as_str()) == Some(&value.as_str());
            (!same).then_some(Write { key, value })
        });
        let removed = copy
            .iter()
            .filter(|w| !here.contains(&w.key) && open(self.namespace, &w.value).is_ok())
            .map(|w| w.key.clone());
        Changes { written: written.collect(), removed: removed.collect() }
    }
}
