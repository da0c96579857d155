//! Finding things again by a hash, without keeping more of them than help.

/// So many that nothing is gained by keeping more.
const MOST: usize = 1 << 15;
/// A power of two.
const FIRST: usize = 1 << 6;

/// Places in a list kept elsewhere, by the hash of what stands there.
#[derive(Default)]
pub(super) struct Places {
    /// The hash, and one more than the place in the list, or 0. At most half of them are taken.
    at: Vec<(u64, u32)>,
    taken: usize,
}

impl Places {
    /// The place of the thing that is wanted.
    pub fn find(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        for place in self.tries(hash) {
            let (known, number) = *self.at.get(place)?;
            let at = number.checked_sub(1)? as usize;
            if known == hash && is_it(at) {
                return Some(at);
            }
        }
        None
    }

    /// Keeps the place of a new thing; none where there is no room.
    pub fn add(&mut self, hash: u64, place: usize) -> Option<()> {
        if self.taken >= MOST {
            return None;
        }
        let number = u32::try_from(place).ok()?.checked_add(1)?;
        if self.taken.saturating_mul(2) >= self.at.len() {
            let size = self.at.len().saturating_mul(2).max(FIRST);
            let before = std::mem::replace(&mut self.at, vec![(0, 0); size]);
            for (hash, number) in before.into_iter().filter(|(_, number)| *number > 0) {
                self.put(hash, number)?;
            }
        }
        self.put(hash, number)?;
        self.taken = self.taken.saturating_add(1);
        Some(())
    }

    fn put(&mut self, hash: u64, number: u32) -> Option<()> {
        let free = self.tries(hash).find(|at| self.at.get(*at).is_some_and(|(_, n)| *n == 0))?;
        *self.at.get_mut(free)? = (hash, number);
        Some(())
    }

    fn tries(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let size = self.at.len();
        // The upper bits of a product depend on all bits of its factors.
        let first = (hash >> 32) as usize;
        (0..size).map(move |step| (first.wrapping_add(step)) & size.wrapping_sub(1))
    }
}

/// A hash of two numbers.
pub(super) const fn mixed(one: u64, other: u64) -> u64 {
    // An odd number near the golden share of the range.
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    one.wrapping_mul(GOLDEN).rotate_left(32).wrapping_add(other).wrapping_mul(GOLDEN)
}
