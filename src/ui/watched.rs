//! A value that many short-lived parts of the page read, for as long as the page is open.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Observer, Source as _};

/// A signal that forgets readers which are gone.
///
/// A plain signal keeps the name of every reader it ever had and calls all of them at each change. For
/// what lives as long as the page that would be every row of every table that was ever on the screen:
/// each edit would be slower than the one before.
pub struct Watched<T: Send + Sync + 'static> {
    signal: RwSignal<T>,
    readers: StoredValue<Readers>,
}

impl<T: Send + Sync> Clone for Watched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Watched<T> {}

impl<T: Send + Sync + 'static> Watched<T> {
    /// Belongs to whoever makes it, as a signal does.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { signal: RwSignal::new(value), readers: StoredValue::new(Readers::default()) }
    }

    /// Looks at the value; who looks is told of the next change.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        if let Some(reader) = Observer::get() {
            let left = self.readers.try_update_value(|readers| readers.take(reader)).flatten();
            if let Some(left) = left {
                self.signal.clear_subscribers();
                left.into_iter().for_each(|reader| self.signal.add_subscriber(reader));
            }
        }
        self.signal.with(look)
    }

    /// Looks at the value of this moment only.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.signal.with_untracked(look)
    }

    /// Changes the value and tells all readers.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.signal.update(change);
    }

    /// Changes the value; readers are told when the change says so. What it keeps from them they see with the
    /// next change of which they are told.
    pub fn update_if(self, change: impl FnOnce(&mut T) -> bool) {
        self.signal.maybe_update(change);
    }
}

/// Who looked, in the order of their last look, now and then without those that are gone.
#[derive(Default)]
struct Readers {
    list: Vec<AnySubscriber>,
    left: usize,
}

/// So many looks are noted before the list is gone through, and as many as are left again.
const LOOKS: usize = 512;

impl Readers {
    /// Notes a look. Says who is left when the list was gone through.
    fn take(&mut self, reader: AnySubscriber) -> Option<Vec<AnySubscriber>> {
        self.list.push(reader);
        if self.list.len() < self.left.saturating_mul(2).saturating_add(LOOKS) {
            return None;
        }
        let mut met = std::collections::BTreeSet::new();
        let mut left: Vec<AnySubscriber> = self.list.drain(..).rev().collect();
        left.retain(|reader| reader.1.strong_count() > 0 && met.insert(reader.0));
        left.reverse();
        self.left = left.len();
        self.list.clone_from(&left);
        Some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::{LOOKS, Watched};
    use leptos::prelude::*;

    #[test]
    fn readers_that_are_gone_are_forgotten_and_the_others_are_still_told() {
        let page = Owner::new();
        page.set();
        let number = Watched::new(1);
        let stays = Memo::new(move |_| number.with(|n| n * 10));
        assert_eq!(stays.get_untracked(), 10);
        for _ in 0..LOOKS * 5 {
            let part = Owner::new();
            let short = part.with(|| Memo::new(move |_| number.with(|n| *n)));
            assert_eq!(short.get_untracked(), 1);
            part.cleanup();
        }
        let noted = number.readers.with_value(|readers| readers.list.len());
        assert!(noted <= LOOKS + 2, "{noted}");
        number.update(|n| *n = 2);
        assert_eq!(stays.get_untracked(), 20);
    }

    #[test]
    fn a_change_that_is_not_told_is_seen_with_the_next_that_is() {
        let page = Owner::new();
        page.set();
        let number = Watched::new(1);
        let seen = Memo::new(move |_| number.with(|n| *n));
        assert_eq!(seen.get_untracked(), 1);
        let raise = |told: bool| {
            number.update_if(|n| {
                *n += 1;
                told
            });
        };
        raise(false);
        assert_eq!((seen.get_untracked(), number.with_untracked(|n| *n)), (1, 2));
        raise(true);
        assert_eq!(seen.get_untracked(), 3);
    }

    #[test]
    fn all_that_read_are_told_however_many_they_are() {
        let page = Owner::new();
        page.set();
        let number = Watched::new(1);
        let all: Vec<_> =
            (0..LOOKS * 3).map(|k| Memo::new(move |_| number.with(|n| n + k))).collect();
        for round in 1..4 {
            number.update(|n| *n = round);
            for (k, memo) in all.iter().enumerate() {
                assert_eq!(memo.get_untracked(), round + k);
            }
        }
    }
}
