//! What every question here is asked against.

use crate::domain::partner::Partner;
use crate::domain::{Day, Instant};

/// Hours that pass before a running loss is seen and stopped, beyond the lag of the data.
/// One working day: somebody looks every morning.
pub const REACTION_HOURS: i64 = 24;

/// The day, the moment and the reseller for which something is computed.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub partner: &'a Partner,
    pub today: Day,
    /// For windows that close at a moment. Its UTC day may differ from `today`.
    pub now: Instant,
    pub reaction_hours: i64,
}

impl<'a> Frame<'a> {
    /// With the usual reaction time.
    #[must_use]
    pub fn new(partner: &'a Partner, today: Day, now: Instant) -> Self {
        Self { partner, today, now, reaction_hours: REACTION_HOURS }
    }

    /// Judged at the first moment of a day, for days other than today.
    #[must_use]
    pub fn at_day(partner: &'a Partner, day: Day) -> Self {
        Self::new(partner, day, Instant::start_of(day))
    }
}
