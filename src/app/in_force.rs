//! What collections go by: the ladder of the policy in force, and the calendar it names.

use crate::domain::calendar::Calendar;
use crate::policy::compiled::Compiled;
use crate::policy::ladder::Ladder;

/// The ladder and the calendar in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    pub ladder: Ladder,
    pub calendar: Calendar,
}

impl Rules {
    /// The rules of a policy. Without one the ladder is empty: nobody is bothered.
    ///
    /// Holidays are not known yet, only weekends; every plan says so.
    #[must_use]
    pub fn of(policy: Option<&Compiled>) -> Self {
        let ladder = policy.map_or_else(Ladder::default, |p| p.document.collections.clone());
        let calendar = Calendar::weekends_only(&ladder.calendar);
        Self { ladder, calendar }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::of(None)
    }
}
