//! When something stops being possible.

use crate::domain::{Day, Instant};

/// The end of a window: a moment, or the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// Until, and without, this moment.
    Moment(Instant),
    /// Until the end of this day, UTC.
    EndOf(Day),
}

impl Closing {
    /// The first moment at which it is over.
    #[must_use]
    pub fn over_at(self) -> Instant {
        match self {
            Self::Moment(at) => at,
            Self::EndOf(day) => Instant::start_of(day).plus_days(1),
        }
    }

    #[must_use]
    pub fn is_open(self, now: Instant) -> bool {
        now < self.over_at()
    }

    /// The last day on which it is still open, at least for a part of the day.
    #[must_use]
    pub fn last_day(self) -> Day {
        match self {
            Self::Moment(at) => Instant::from_millis(at.millis().saturating_sub(1)).day(),
            Self::EndOf(day) => day,
        }
    }

    /// Whole minutes left; none when it is over.
    #[must_use]
    pub fn minutes_left(self, now: Instant) -> Option<i64> {
        self.is_open(now).then(|| now.minutes_until(self.over_at()))
    }
}
