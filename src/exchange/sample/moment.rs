//! Days and moments of the sample, from offsets.

use super::records::SampleError;
use crate::domain::{Day, Instant};

/// The day and the moment from which the sample is told.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub today: Day,
    pub now: Instant,
}

impl Clock {
    pub fn day(&self, offset: i64) -> Day {
        self.today.plus_days_clamped(offset)
    }

    /// The moment at which something of a day was recorded: half past nine, but never in the future.
    pub fn recorded(&self, offset: i64, minutes: i64) -> Instant {
        let morning =
            Instant::start_of(self.day(offset)).plus_minutes(570_i64.saturating_add(minutes));
        morning.min(self.now.plus_minutes(minutes.saturating_sub(60).min(-1)))
    }

    /// Reads `-3d13h20m`, counted from now.
    pub fn moment(&self, text: &str) -> Result<Instant, SampleError> {
        let fail = || SampleError::new(&format!("`{text}` is not a time such as -3d13h20m"));
        let body = text.strip_prefix('-').ok_or_else(fail)?;
        let mut minutes = 0_i64;
        let mut number = 0_i64;
        for c in body.chars() {
            let factor = match c {
                'd' => 1440,
                'h' => 60,
                'm' => 1,
                _ => {
                    let digit = c.to_digit(10).ok_or_else(fail)?;
                    number = number.saturating_mul(10).saturating_add(i64::from(digit));
                    continue;
                }
            };
            minutes = minutes.saturating_add(number.saturating_mul(factor));
            number = 0;
        }
        Ok(self.now.plus_minutes(minutes.saturating_neg()))
    }

    /// A moment still to come today, so that a window closes on the day of opening at any hour.
    pub fn later_today(&self) -> Instant {
        let soon = self.now.plus_minutes(340);
        let end = Instant::start_of(self.day(1)).plus_minutes(-1);
        if end > self.now.plus_minutes(2) { soon.min(end) } else { soon }
    }
}
