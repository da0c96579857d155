//! The ladder and the signal thresholds of the policy that ships.

use recourse::policy::ladder::{Also, StepKind};
use recourse::policy::{check, shipped};
use serde_json::{Value, json};

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

/// What is told of the shipped ladder after a change.
fn of_ladder(edit: impl Fn(&mut Vec<Value>)) -> Vec<String> {
    let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    edit(document["collections"]["steps"].as_array_mut().unwrap());
    let faults = check(&document.to_string());
    faults.iter().map(|fault| fault.to_string().replace("collections.", "")).collect()
}

#[test]
fn each_step_of_the_ladder_stands_on_those_before_it() {
    let notice = |step: &str, key: &str| {
        vec![format!(
            "{step}: `{key}` comes without a final notice: put one before it and name it in `requires`"
        )]
    };
    assert_eq!(of_ladder(|_| {}), Vec::<String>::new());
    assert_eq!(
        of_ladder(|steps| steps[5]["key"] = json!("first-notice")),
        ["steps[5]: `first-notice` is used twice: rename one of them"]
    );
    assert_eq!(
        of_ladder(|steps| steps[1]["requires"] = json!(["reminder", "second-notice"])),
        [
            "steps[1]: it requires `second-notice`, which is no earlier step: name one that comes before"
        ]
    );
    assert_eq!(of_ladder(|steps| steps[4]["requires"] = json!([])), notice("steps[4]", "suspend"));
    // An earlier letter is no final notice.
    assert_eq!(
        of_ladder(|steps| steps[4]["requires"] = json!(["first-notice"])),
        notice("steps[4]", "suspend")
    );
    assert_eq!(
        of_ladder(|steps| steps[4]["kind"] = json!("restrict-changes")),
        Vec::<String>::new(),
        "what ends no access needs no notice"
    );
    assert_eq!(of_ladder(|steps| steps[5]["requires"] = json!([])), Vec::<String>::new());
    assert_eq!(
        of_ladder(|steps| {
            steps[3]["kind"] = json!("reminder");
            steps.truncate(4);
            let mut last = steps[0].clone();
            last["key"] = json!("agency");
            last["kind"] = json!("hand-off");
            last["delayDays"] = json!(60);
            steps.push(last);
        }),
        notice("steps[4]", "agency")
    );
}

#[test]
fn days_from_the_due_date_do_not_fall() {
    let early = |day: i64| {
        vec![format!(
            "steps[2]: day {day} is before day 1 of `first-notice`, which comes first: give it a later day"
        )]
    };
    assert_eq!(of_ladder(|steps| steps[2]["delayDays"] = json!(0)), early(0));
    assert_eq!(of_ladder(|steps| steps[2]["delayDays"] = json!(1)), Vec::<String>::new());
    // Another anchor has other days.
    assert_eq!(
        of_ladder(|steps| {
            steps[2]["delayDays"] = json!(0);
            steps[2]["anchor"] = json!("previous-sent");
        }),
        Vec::<String>::new()
    );
    assert_eq!(
        of_ladder(|steps| steps[4]["also"] = json!(["cancel-at-term-end", "close"])),
        ["steps[4].also: `close` is not allowed: use one of `cancel-at-term-end`"]
    );
}

#[test]
fn letters_and_ends_of_access_are_told_apart() {
    use StepKind as K;
    let all = [
        (K::Reminder, (true, false)),
        (K::FinalNotice, (true, false)),
        (K::RestrictChanges, (false, false)),
        (K::DisableAccess, (false, true)),
        (K::CancelSubscription, (false, true)),
        (K::WriteOff, (false, false)),
        (K::HandOff, (false, false)),
        (K::HumanTask, (false, false)),
    ];
    for (kind, wanted) in all {
        assert_eq!((kind.is_notice(), kind.affects_access()), wanted, "{kind:?}");
    }
}
