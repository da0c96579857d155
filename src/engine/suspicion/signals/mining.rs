//! SUS-R19, contact with a mining pool.
//!
//! **What.** An alert of Microsoft's mining family is open, or was answered as fraud within
//! the days of the mean.
//!
//! **Why.** It is the one alert that hardly ever errs, and every hour of it costs.
//!
//! **Example.** `NetworkConnectionsToCryptoMiningPools`, active: a high hit.
//!
//! **Settings.** None of its own; the days are those of `suspicion.vendorAlert`.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::book::AlertRecord;
use crate::domain::alert::{AlertFamily, Level, Verdict};

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.book.alerts.is_empty() {
        let outcome = Outcome::NotEvaluable(Gap::NoAlerts);
        return vec![(Subject::Customer, None, outcome)];
    }
    let alerts = scene.account.alerts.iter();
    let hits: Vec<Answer> = alerts
        .filter_map(|id| scene.book.alerts.get(id))
        .filter(|record| counts(scene, record))
        .map(|record| {
            let alert = &record.alert.value;
            let window = Some((alert.detected.day(), scene.today()));
            (Subject::Alert(alert.id.clone()), window, Outcome::Hit(hit(record)))
        })
        .collect();
    if hits.is_empty() {
        return vec![(Subject::Customer, None, Outcome::NoHit(None))];
    }
    hits
}

fn counts(scene: &Scene<'_>, record: &AlertRecord) -> bool {
    let alert = &record.alert.value;
    if alert.is_test || alert.family != AlertFamily::CryptoMining {
        return false;
    }
    if record.is_open() {
        return true;
    }
    let days = i64::from(scene.settings.vendor_alert.mean_days);
    let since = scene.now.plus_days(days.saturating_neg());
    let fraud = alert.verdict == Verdict::Fraud
        || record.answers.iter().any(|a| a.value.verdict == Verdict::Fraud);
    fraud && alert.last_seen.unwrap_or(alert.detected) >= since
}

fn hit(record: &AlertRecord) -> Hit {
    let alert = &record.alert.value;
    Hit {
        severity: Level::High,
        reading: Reading { observed: Value::Words(alert.kind.clone()), expected: Value::Count(0) },
        reason: Reason::Mining { family: alert.family.clone() },
    }
}
