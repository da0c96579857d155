//! Putting lists in order, with one sort for all of them.
//!
//! The sort of the standard library is written out anew, some four thousand bytes of it, for every type and every
//! comparison. Here the sort stands once and asks through [`Items`] what comes after what; only that question and
//! the exchange of two items are written out for each list. It is stable, as the library's is. Lists of hundreds
//! of thousands that are sorted while somebody waits may use the library's.

use std::cmp::Ordering;

/// Lists up to this length are sorted in their place.
const FEW: usize = 20;

/// Sorts by a comparison; items that compare equal keep their order.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    // Most lists are in order when they come here, and asking that in place is fastest.
    if items.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    sort_items(&mut Sorting { items, compare });
}

/// Sorts by a key that is worked out for each comparison; items with equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts ascending; equal items keep their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Every item that equals one before it: the place of the nearest of those, and its own. In the order of the list.
pub fn repeats<T: Ord>(items: &[T]) -> Vec<(usize, usize)> {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_by(&mut places, |a, b| items.get(*a).cmp(&items.get(*b)));
    let mut repeats: Vec<(usize, usize)> = Vec::new();
    for two in places.windows(2) {
        if let [before, again] = two
            && items.get(*before) == items.get(*again)
        {
            repeats.push((*before, *again));
        }
    }
    sort_by_key(&mut repeats, |(_, again)| *again);
    repeats
}

/// A list under sorting, whatever is in it.
trait Items {
    fn len(&self) -> usize;

    /// Whether the item at the first place belongs after the one at the second.
    fn is_after(&mut self, first: usize, second: usize) -> bool;

    fn swap(&mut self, first: usize, second: usize);
}

struct Sorting<'a, T, C> {
    items: &'a mut [T],
    compare: C,
}

impl<T, C: FnMut(&T, &T) -> Ordering> Items for Sorting<'_, T, C> {
    fn len(&self) -> usize {
        self.items.len()
    }

    fn is_after(&mut self, first: usize, second: usize) -> bool {
        match (self.items.get(first), self.items.get(second)) {
            (Some(first), Some(second)) => (self.compare)(first, second).is_gt(),
            _ => false,
        }
    }

    fn swap(&mut self, first: usize, second: usize) {
        self.items.swap(first, second);
    }
}

fn sort_items(items: &mut dyn Items) {
    let len = items.len();
    if len > FEW {
        return arrange(merged(items), items);
    }
    for at in 1..len {
        for to in (1..=at).rev() {
            if !items.is_after(to - 1, to) {
                break;
            }
            items.swap(to - 1, to);
        }
    }
}

/// The places of the items in the order they belong in: runs of two, four, eight … are merged.
fn merged(items: &mut dyn Items) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    let mut next = order.clone();
    let mut run = 1;
    while run < order.len() {
        for (from, to) in order.chunks(run * 2).zip(next.chunks_mut(run * 2)) {
            let (left, right) = from.split_at(run.min(from.len()));
            merge(left, right, to, items);
        }
        std::mem::swap(&mut order, &mut next);
        run *= 2;
    }
    order
}

fn merge<'a>(
    mut left: &'a [usize],
    mut right: &'a [usize],
    to: &mut [usize],
    items: &mut dyn Items,
) {
    for place in to {
        let is_right = match (left.first(), right.first()) {
            (Some(left), Some(right)) => items.is_after(*left, *right),
            (left, _) => left.is_none(),
        };
        let side = if is_right { &mut right } else { &mut left };
        if let Some((first, rest)) = side.split_first() {
            *place = *first;
            *side = rest;
        }
    }
}

/// Moves each item to its place. `order` names for each place the item that belongs there.
fn arrange(mut order: Vec<usize>, items: &mut dyn Items) {
    for start in 0..order.len() {
        let mut at = start;
        // What belongs here may have been moved away; where it went is followed round the circle.
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at)) {
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}
