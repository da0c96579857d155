//! What the second copy needs so that it holds what local storage holds.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::open;
use super::keeper::{Changes, Keeper, Write};
use super::storage::Storage;

impl<S: Storage> Keeper<S> {
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
