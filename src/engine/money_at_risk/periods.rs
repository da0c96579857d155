//! Billing periods of a term: counted in calendar months from the first day, month ends clamped,
//! the end day inclusive.

use crate::domain::Day;
use crate::domain::subscription::Subscription;

/// One billing period; both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub start: Day,
    pub end: Day,
}

impl Period {
    /// Days of the period, both ends counted.
    #[must_use]
    pub fn days(self) -> i64 {
        self.start.days_until(self.end).saturating_add(1)
    }

    /// Days from a day to the end of the period, that day counted.
    #[must_use]
    pub fn days_left(self, from: Day) -> i64 {
        from.days_until(self.end).saturating_add(1).clamp(0, self.days())
    }
}

/// How many periods of `months` have started from `anchor` up to and with `day`.
///
/// Each period starts on the day of the month of the anchor, or the last day of a shorter month:
/// from 31 January they start on 28 February, 31 March, 30 April.
#[must_use]
pub fn periods_started(anchor: Day, months: i32, day: Day) -> i32 {
    if day < anchor || months < 1 {
        return 0;
    }
    let between = month_number(day).saturating_sub(month_number(anchor));
    let passed = between.div_euclid(months);
    let starts_this_month = between.rem_euclid(months) == 0;
    let later_in_it = anchor.day_of_month() > day.day_of_month() && day != day.month_end();
    if starts_this_month && later_in_it { passed } else { passed.saturating_add(1) }
}

/// The period in which a day lies, counted from an anchor.
#[must_use]
pub fn period_of(anchor: Day, months: i32, day: Day) -> Option<Period> {
    let started = periods_started(anchor, months, day);
    if started < 1 {
        return None;
    }
    let start = start_of(anchor, months, started.saturating_sub(1))?;
    let end = start_of(anchor, months, started)?.plus_days_clamped(-1);
    Some(Period { start, end })
}

/// The billing period of a subscription in which a day lies; a one-time product has none.
#[must_use]
pub fn subscription_period(subscription: &Subscription, day: Day) -> Option<Period> {
    period_of(subscription.term_start?, subscription.billing.months()?, day)
}

fn start_of(anchor: Day, months: i32, count: i32) -> Option<Day> {
    anchor.plus_months(months.checked_mul(count)?).ok()
}

fn month_number(day: Day) -> i32 {
    let month = i32::try_from(day.month()).unwrap_or(1);
    day.year().saturating_mul(12).saturating_add(month)
}
