//! Finding things again by a hash, without keeping more of them than help.

/// So many that nothing is gained by keeping more. A power of two.
const PLACES: usize = 1 << 15;
/// How many places a thing may take if others have taken its own.
const TRIES: usize = 6;

/// Places in a list kept elsewhere, by the hash of what stands there.
#[derive(Default)]
pub(super) struct Places {
    /// One more than the place in the list, or 0.
    at: Vec<u32>,
}

impl Places {
    /// The place of the thing that is wanted.
    pub fn find(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        for place in tries(hash) {
            let at = (*self.at.get(place)?).checked_sub(1)? as usize;
            if is_it(at) {
                return Some(at);
            }
        }
        None
    }

    /// Keeps the place of a new thing; none where there is no room.
    pub fn add(&mut self, hash: u64, place: usize) -> Option<()> {
        if self.at.is_empty() {
            self.at.resize(PLACES, 0);
        }
        let number = u32::try_from(place).ok()?.checked_add(1)?;
        let free = tries(hash).find(|place| self.at.get(*place) == Some(&0))?;
        *self.at.get_mut(free)? = number;
        Some(())
    }
}

/// A hash of two numbers.
pub(super) const fn mixed(one: u64, other: u64) -> u64 {
    // An odd number near the golden share of the range: the upper bits depend on all bits.
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    one.wrapping_mul(GOLDEN).rotate_left(32).wrapping_add(other).wrapping_mul(GOLDEN)
}

fn tries(hash: u64) -> impl Iterator<Item = usize> {
    let first = usize::try_from(hash >> (u64::BITS - PLACES.trailing_zeros())).unwrap_or_default();
    (0..TRIES).map(move |step| (first + step) % PLACES)
}
