//! What the outside gives to one turn: the day, the moment, and fresh ids.

use crate::domain::{Day, Instant};
use crate::journal::ulid::FreshIds;

/// Read once for each event, by the shell or the terminal program.
#[derive(Clone, Debug)]
pub struct Now {
    /// The day where the person sits.
    pub today: Day,
    pub instant: Instant,
    pub ids: FreshIds,
}

impl Now {
    /// `random` should hold at least 80 unpredictable bits.
    #[must_use]
    pub const fn new(today: Day, instant: Instant, random: u128) -> Self {
        Self { today, instant, ids: FreshIds::new(instant, random) }
    }
}
