//! The ladder and the signal thresholds of the policy that ships.

use recourse::policy::ladder::{Also, StepKind};
use recourse::policy::shipped;

#[test]
fn the_shipped_ladder_reads_without_a_fault() {
    let ladder = shipped::ladder().unwrap();
    let days: Vec<(&str, i64)> =
        ladder.steps.iter().map(|s| (s.key.as_str(), s.delay_days)).collect();
    assert_eq!(
        days,
        [
            ("reminder", -7),
            ("first-notice", 1),
            ("second-notice", 7),
            ("final-notice", 14),
            ("suspend", 21),
            ("hand-off", 60)
        ]
    );
    let suspend = &ladder.steps[4];
    assert_eq!(suspend.kind, StepKind::DisableAccess);
    assert_eq!(suspend.also, [Also::CancelAtTermEnd]);
    assert!(ladder.steps.iter().all(|s| !s.why.zh_hant.is_empty()));
}

#[test]
fn the_shipped_thresholds_read_without_a_fault() {
    let thresholds = shipped::thresholds().unwrap();
    assert_eq!(thresholds.spend_spike.score_min.to_string(), "3.5");
    assert_eq!(thresholds.vendor_alert.red_hours, 24);
    assert_eq!(thresholds.scoring.scenarios.len(), 4);
}
