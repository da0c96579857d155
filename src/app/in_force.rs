//! What collections go by: the ladder of the policy in force, and the calendar it names.

use crate::domain::calendar::Calendar;
use crate::policy::compiled::Compiled;
use crate::policy::document::REACTION_HOURS;
use crate::policy::ladder::Ladder;
use crate::policy::signals::Thresholds;

/// The ladder and the calendar in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    pub ladder: Ladder,
    pub calendar: Calendar,
    /// Hours until a running loss is seen and stopped.
    pub reaction_hours: u32,
    /// The thresholds of signals; none where no policy can be used.
    pub suspicion: Option<Thresholds>,
}

impl Rules {
    /// The rules of a policy. Without one the ladder is empty: nobody is bothered.
    ///
    /// Holidays are not known yet, only weekends; every plan says so.
    #[must_use]
    pub fn of(policy: Option<&Compiled>) -> Self {
        let ladder = policy.map_or_else(Ladder::default, |p| p.document.collections.clone());
        let calendar = Calendar::weekends_only(&ladder.calendar);
        let reaction_hours = policy.map_or(REACTION_HOURS, |p| p.document.outcome.reaction_hours);
        let suspicion = policy.map(|p| p.document.suspicion.clone());
        Self { ladder, calendar, reaction_hours, suspicion }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::of(None)
    }
}
