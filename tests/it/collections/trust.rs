//! F and G: service actions, freshness, explanations.

use recourse::domain::RuleId;
use recourse::engine::collections::{
    Access, Billing, Cause, Change, Code, Lane, Stage, Tense, What, rules, stage,
};
use recourse::policy::shipped;

use super::{blocked, due_now, plan_as_is, plan_on};
use crate::support::{Story, day};

fn overdue() -> Story {
    Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00")
}

fn noticed() -> Story {
    overdue()
        .licence("sub-1")
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-08", &["S-1"])
        .sent("final-notice", "2026-10-15", &["S-1"])
}

#[test]
fn f1_suspending_says_that_access_ends_and_the_bill_does_not() {
    let plan = plan_on(noticed(), "2026-10-22");
    let step = &plan.due_now[0];
    assert_eq!(step.step.key, "suspend");
    assert!(step.affects_access);
    assert_eq!(step.billing, Billing::GoesOn { subscriptions: 1 });
    let access: Vec<(Tense, &What)> = plan
        .timeline
        .iter()
        .filter(|m| m.lane == Lane::Access)
        .map(|m| (m.tense, &m.what))
        .collect();
    let lane = |access, off| What::Access { access, off, of: 1 };
    assert_eq!(
        access,
        [(Tense::Done, &lane(Access::Full, 0)), (Tense::Planned, &lane(Access::None, 1))]
    );
}

#[test]
fn f5_a_payment_seen_before_takes_the_step_away() {
    let paid = noticed().paid("S-1", "2026-10-21", "100.00");
    let plan = plan_on(paid, "2026-10-22");
    assert_eq!((&plan.next, stage(&plan)), (&None, Stage::Clear));
}

#[test]
fn g1_every_plan_names_its_next_change_and_the_cause() {
    let plan = plan_on(noticed(), "2026-10-16");
    let step = plan.next.as_ref().unwrap().step.clone();
    let change = Change { day: day("2026-10-22"), cause: Cause::StepDue { step } };
    assert_eq!(plan.next_change, Some(change));
}

#[test]
fn g2_every_reason_has_an_id_that_is_explained() {
    let known: Vec<RuleId> = rules::ALL.iter().map(|(id, _)| RuleId::fixed(id)).collect();
    let plans = [
        plan_on(overdue(), "2026-10-03"),
        plan_on(noticed(), "2026-10-16"),
        plan_as_is(&overdue(), "2026-10-22"),
    ];
    for reason in plans.iter().flat_map(|p| &p.blocked) {
        assert!(known.contains(&reason.rule), "{reason:?}");
    }
}

#[test]
fn g3_old_cash_data_stops_notices_and_names_its_age() {
    let story = overdue().bank_seen("2026-10-05");
    assert_eq!(due_now(&plan_as_is(&story, "2026-10-08")), ["first-notice"]);
    let plan = plan_as_is(&story, "2026-10-09");
    assert_eq!(due_now(&plan), Vec::<&str>::new());
    let reason = blocked(&plan, |c| matches!(c, Code::CashDataStale { .. }));
    let code = Code::CashDataStale { seen: Some(day("2026-10-05")), working_days: 4, limit: 3 };
    assert_eq!(reason.code, code);
    assert_eq!(stage(&plan), Stage::CashDataStale);
}

#[test]
fn g5_the_same_journal_gives_the_same_plan() {
    let story = noticed();
    assert_eq!(plan_as_is(&story, "2026-10-22"), plan_as_is(&story, "2026-10-22"));
}

#[test]
fn g7_every_step_of_the_shipped_ladder_has_its_own_rule() {
    let ladder = shipped::ladder().unwrap();
    let mut rules: Vec<&RuleId> = ladder.steps.iter().map(|s| &s.rule).collect();
    rules.sort();
    rules.dedup();
    assert_eq!(rules.len(), ladder.steps.len());
}

#[test]
fn g9_the_timeline_tells_past_and_future_in_order() {
    let plan = plan_on(noticed(), "2026-10-16");
    let told: Vec<String> = plan
        .timeline
        .iter()
        .filter(|m| m.lane == Lane::Notices)
        .map(|m| match &m.what {
            What::Notice { key, .. } => format!("{} {key}", m.start),
            What::Planned(step) => format!("{} plan {}", m.start, step.step.key),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            "2026-10-02 first-notice",
            "2026-10-08 second-notice",
            "2026-10-15 final-notice",
            "2026-10-22 plan suspend",
        ]
    );
}
