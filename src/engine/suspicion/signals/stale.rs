//! SUS-R24, usage data too old to judge by.
//!
//! **What.** The newest imported day of usage was over more than 36 hours ago.
//!
//! **Why.** Usage comes about a day late; half a day more is a missed file, and a tenant that
//! burns money looks calm. All signals of spend then say that they cannot be evaluated.
//!
//! **Example.** Newest day Thursday, asked on Saturday at 13:00: stale.
//!
//! **Settings.** `suspicion.staleData`.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value, hours_since};
use crate::domain::alert::Level;

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.spend.is_empty() {
        return Vec::new();
    }
    let Some(newest) = scene.book.usage_data_as_of else {
        return vec![(Subject::Customer, None, Outcome::NotEvaluable(Gap::NoUsage))];
    };
    let hours = hours_since(newest, scene.now);
    let max = i64::from(scene.settings.stale_data.newest_usage_hours_max);
    let reading = Reading { observed: Value::Hours(hours), expected: Value::Hours(max) };
    let outcome = if hours > max {
        Outcome::Hit(Hit {
            severity: Level::Low,
            reading,
            reason: Reason::UsageStale { newest, hours },
        })
    } else {
        Outcome::NoHit(Some(reading))
    };
    vec![(Subject::Customer, Some((newest, scene.today())), outcome)]
}
