//! What every question here is asked against.

use crate::book::Book;
use crate::domain::partner::Partner;
use crate::domain::{Day, Instant};
use crate::platform::{Rulebook, SHIPPED, azure};
use crate::policy::document::REACTION_HOURS;

/// The day, the moment and the reseller for which something is computed.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub partner: &'a Partner,
    /// Microsoft's rules as this reseller reads them.
    pub rules: &'a Rulebook,
    pub today: Day,
    /// For windows that close at a moment. Its UTC day may differ from `today`.
    pub now: Instant,
    /// Hours that pass before a running loss is seen and stopped, beyond the lag of the data.
    pub reaction_hours: i64,
    /// Whole hours by which usage data lags, as of today.
    pub usage_lag_hours: i64,
}

impl<'a> Frame<'a> {
    /// With the rules as shipped and the reaction time of the standard policy.
    #[must_use]
    pub fn new(partner: &'a Partner, today: Day, now: Instant) -> Self {
        Self::by_rules(&SHIPPED, partner, (today, now))
    }

    /// With the rules as the book reads them.
    #[must_use]
    pub fn of(book: &'a Book, today: Day, now: Instant) -> Self {
        Self::by_rules(&book.rules, &book.partner, (today, now))
    }

    fn by_rules(rules: &'a Rulebook, partner: &'a Partner, (today, now): (Day, Instant)) -> Self {
        // Asked for every subscription that consumes, so it is looked up once.
        let lag = rules.on(today, azure::USAGE_LAG, None, None).and_then(|row| row.minutes());
        let usage_lag_hours = lag.map_or(0, |minutes| minutes.div_euclid(60));
        let reaction_hours = i64::from(REACTION_HOURS);
        Self { partner, rules, today, now, reaction_hours, usage_lag_hours }
    }

    /// With the reaction time that a policy sets.
    #[must_use]
    pub fn reacting_in(self, hours: u32) -> Self {
        Self { reaction_hours: i64::from(hours), ..self }
    }

    /// Judged at the first moment of a day, for days other than today.
    #[must_use]
    pub fn at_day(book: &'a Book, day: Day) -> Self {
        Self::of(book, day, Instant::start_of(day))
    }
}
