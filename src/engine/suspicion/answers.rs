//! How fast alerts are answered, the way Microsoft scores it.

use super::clock_rules::ClockRules;
use crate::book::{AlertRecord, Book};
use crate::domain::Instant;

/// The mean time from alert to first answer over the days that Microsoft looks back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeanAnswer {
    /// Whole minutes; none when nothing was answered in the period.
    pub minutes: Option<i64>,
    pub answered: u32,
    /// Alerts without an answer, of any age.
    pub open: u32,
    /// What the mean would become if all open alerts were answered this moment.
    pub minutes_if_answered_now: Option<i64>,
    /// Answers dated before their alert: left out, since one of the two moments is wrong.
    pub contradictory: u32,
    /// The most that Microsoft allows, in minutes.
    pub minutes_max: i64,
}

impl MeanAnswer {
    /// None when there is nothing to judge.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        self.minutes.map(|m| m <= self.minutes_max)
    }
}

/// The mean over the answers given in the days before `now`. Test alerts are left out.
#[must_use]
pub fn mean_answer(book: &Book, rules: &ClockRules, now: Instant) -> MeanAnswer {
    let since = now.plus_days(rules.mean_days.saturating_neg());
    let mut sums = Sums::default();
    for record in book.alerts.values().filter(|r| !r.alert.value.is_test) {
        sums.take(record, since, now);
    }
    MeanAnswer {
        minutes: mean(sums.answered, sums.answered_count),
        answered: sums.answered_count,
        open: sums.open_count,
        minutes_if_answered_now: mean(
            sums.answered.saturating_add(sums.open),
            sums.answered_count.saturating_add(sums.open_count),
        ),
        contradictory: sums.contradictory,
        minutes_max: rules.mean_hours_max.saturating_mul(60),
    }
}

#[derive(Default)]
struct Sums {
    answered: i64,
    answered_count: u32,
    open: i64,
    open_count: u32,
    contradictory: u32,
}

impl Sums {
    fn take(&mut self, record: &AlertRecord, since: Instant, now: Instant) {
        let detected = record.alert.value.detected;
        match record.answered_at() {
            None if record.is_open() => {
                let waited = detected.minutes_until(now).max(0);
                self.open = self.open.saturating_add(waited);
                self.open_count = self.open_count.saturating_add(1);
            }
            Some(at) if at < detected => {
                self.contradictory = self.contradictory.saturating_add(1);
            }
            Some(at) if since < at && at <= now => {
                self.answered = self.answered.saturating_add(detected.minutes_until(at));
                self.answered_count = self.answered_count.saturating_add(1);
            }
            _ => {}
        }
    }
}

fn mean(sum: i64, count: u32) -> Option<i64> {
    sum.checked_div(i64::from(count))
}
