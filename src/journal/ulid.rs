//! Ids that sort by time: 48 bits of milliseconds and 80 random bits, in Crockford's base 32.

use crate::domain::Instant;
use crate::domain::ids::{CaseId, EntryId, IdError};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A supply of fresh ids, made once from a moment and 80 bits of randomness that come from outside.
///
/// Ids of one supply ascend: each is the one before plus one.
#[derive(Clone, Debug)]
pub struct FreshIds {
    next: u128,
}

impl FreshIds {
    /// `random` should hold at least 80 unpredictable bits; the rest is ignored.
    #[must_use]
    pub const fn new(now: Instant, random: u128) -> Self {
        let millis = now.millis().unsigned_abs() as u128 & ((1 << 48) - 1);
        // The top random bit stays clear, so that counting up never runs into the time.
        let tail = random & ((1 << 79) - 1);
        Self { next: (millis << 80) | tail }
    }

    /// The next id, as 26 characters.
    pub fn text(&mut self) -> String {
        let value = self.next;
        self.next = self.next.wrapping_add(1);
        (0..26)
            .rev()
            .map(|place| {
                let digit = usize::try_from((value >> (place * 5)) & 31).unwrap_or(0);
                char::from(ALPHABET.get(digit).copied().unwrap_or(b'0'))
            })
            .collect()
    }

    /// # Errors
    /// Never in practice: the text is always a valid id.
    pub fn entry(&mut self) -> Result<EntryId, IdError> {
        EntryId::new(&self.text())
    }

    /// # Errors
    /// Never in practice: the text is always a valid id.
    pub fn case(&mut self) -> Result<CaseId, IdError> {
        CaseId::new(&self.text())
    }
}
