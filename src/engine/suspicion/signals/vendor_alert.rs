//! SUS-R22, an alert of Microsoft without an answer.
//!
//! **What.** Active for more than an hour: medium; for more than 24 hours, or of high severity: high.
//!
//! **Why.** Microsoft asks for an answer within the hour, and a mean of at most 24 hours over 30
//! days is a condition of the partner's authorisation.
//!
//! **Example.** Detected at 09:00, nothing answered at 11:30: a medium hit.
//!
//! **Settings.** `suspicion.vendorAlert`: amber and red hours.

use super::list::Answer;
use super::signal::{Gap, Hit, Outcome, Reading, Reason, Scene, Subject, Value};
use crate::book::AlertRecord;
use crate::domain::alert::Level;
use crate::engine::suspicion::clocks::is_answered;

pub(super) fn evaluate(scene: &Scene<'_>) -> Vec<Answer> {
    if scene.book.alerts.is_empty() {
        let outcome = Outcome::NotEvaluable(Gap::NoAlerts);
        return vec![(Subject::Customer, None, outcome)];
    }
    let alerts = scene.account.alerts.iter();
    alerts
        .filter_map(|id| scene.book.alerts.get(id))
        .filter(|record| !record.alert.value.is_test)
        .map(|record| {
            let alert = &record.alert.value;
            let window = Some((alert.detected.day(), scene.today()));
            (Subject::Alert(alert.id.clone()), window, judge(scene, record))
        })
        .collect()
}

fn judge(scene: &Scene<'_>, record: &AlertRecord) -> Outcome {
    let alert = &record.alert.value;
    let answered = record.answered_at().is_some_and(|at| at <= scene.now);
    if !record.is_open() || answered || is_answered(&alert.status) {
        return Outcome::NoHit(None);
    }
    let minutes = alert.detected.minutes_until(scene.now).max(0);
    let settings = &scene.settings.vendor_alert;
    let passed = |hours: u32| minutes > i64::from(hours).saturating_mul(60);
    let severe = alert.severity == Level::High;
    let reading = Reading {
        observed: Value::Hours(minutes / 60),
        expected: Value::Hours(i64::from(settings.amber_hours)),
    };
    if !severe && !passed(settings.amber_hours) {
        return Outcome::NoHit(Some(reading));
    }
    let high = severe || passed(settings.red_hours);
    Outcome::Hit(Hit {
        severity: if high { Level::High } else { Level::Medium },
        reading,
        reason: Reason::AlertOpen { hours: minutes / 60, severe },
    })
}
