//! E: disputes, holds, promises.

use recourse::book::HoldRecord;
use recourse::domain::hold::HoldReason;
use recourse::engine::collections::{
    Because, Code, HoldFault, Stage, check_hold, check_release, collection_age, effective_periods,
    stage,
};
use recourse::policy::shipped;

use super::{blocked, due_now, next, plan_on, severity};
use crate::support::{Story, day, eur, tenant};

fn overdue() -> Story {
    Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00")
}

fn holds(story: &Story) -> Vec<HoldRecord> {
    story.book().accounts[&tenant()].holds.clone()
}

#[test]
fn e1_a_dispute_about_a_part_leaves_the_rest() {
    let plan = plan_on(overdue().dispute("S-1", Some("30.00"), "2026-10-02"), "2026-10-05");
    assert_eq!(due_now(&plan), ["first-notice"]);
    assert_eq!(plan.next.as_ref().unwrap().clears_if, eur("70.00"));
    let reason = blocked(&plan, |c| matches!(c, Code::Disputed { .. }));
    assert_eq!((reason.until, reason.entries.len()), (None, 1));
    let all = plan_on(overdue().dispute("S-1", None, "2026-10-02"), "2026-10-05");
    assert_eq!(stage(&all), Stage::Disputed);
}

#[test]
fn e2_a_hold_stops_everything_and_ends_by_itself() {
    let story = || overdue().hold(HoldReason::Agreement, "2026-10-05", "2026-10-20");
    let plan = plan_on(story(), "2026-10-06");
    assert_eq!(due_now(&plan), Vec::<&str>::new());
    let reason = blocked(&plan, |c| matches!(c, Code::Held { .. }));
    assert_eq!(reason.until, Some(day("2026-10-20")));
    assert_eq!(next(&plan), ("first-notice", "2026-10-20".to_owned()));
    assert_eq!(due_now(&plan_on(story(), "2026-10-20")), ["first-notice"]);
}

#[test]
fn e2_a_claimed_payment_is_its_own_reason() {
    let story = overdue().hold(HoldReason::PaymentClaimed, "2026-10-05", "2026-10-12");
    let plan = plan_on(story, "2026-10-06");
    let reason = blocked(&plan, |c| matches!(c, Code::PaymentClaimed { .. }));
    assert_eq!(reason.rule.as_str(), "COL-205");
}

#[test]
fn e3_overlap_is_refused_touching_is_not_and_an_empty_hold_is_none() {
    let rules = shipped::ladder().unwrap().hold;
    let story = overdue().hold(HoldReason::Agreement, "2026-10-05", "2026-10-20");
    let existing = holds(&story);
    let check =
        |start, end| check_hold(&existing, (day(start), day(end)), &rules, day("2026-10-06"));
    assert_eq!(check("2026-10-20", "2026-10-25"), Ok(()));
    assert_eq!(
        check("2026-10-19", "2026-10-25"),
        Err(HoldFault::Overlaps { start: day("2026-10-05"), end: day("2026-10-20") })
    );
    assert_eq!(check("2026-10-22", "2026-10-22"), Err(HoldFault::Empty));
    assert_eq!(check("2026-10-20", "2026-11-20"), Err(HoldFault::TooLong { days: 31, max: 30 }));
    let over = check_hold(&[], (day("2026-10-01"), day("2026-10-06")), &rules, day("2026-10-06"));
    assert_eq!(over, Err(HoldFault::Over { end: day("2026-10-06") }));
}

#[test]
fn e3_an_early_release_shortens_only_its_own_hold() {
    let story = overdue()
        .hold(HoldReason::Agreement, "2026-10-05", "2026-10-20")
        .release("2026-10-08")
        .hold(HoldReason::Agreement, "2026-10-10", "2026-10-15");
    let periods: Vec<String> = effective_periods(&holds(&story))
        .iter()
        .map(|p| format!("{} {}", p.start, p.end))
        .collect();
    assert_eq!(periods, ["2026-10-05 2026-10-08", "2026-10-10 2026-10-15"]);
    let released = &holds(&story)[0];
    let id = released.placed.mark.entry.clone();
    assert_eq!(
        check_release(&holds(&story), &id, day("2026-10-08")),
        Err(HoldFault::ReleasedBefore { on: day("2026-10-08") })
    );
}

#[test]
fn e4_only_held_days_after_the_due_day_are_deducted() {
    let story = overdue().hold(HoldReason::Agreement, "2026-09-25", "2026-10-05");
    let periods = effective_periods(&holds(&story));
    // 25 September to 5 October are ten held days, four of them after the due day.
    assert_eq!(collection_age(&periods, day("2026-10-01"), day("2026-10-11")), 6);
}

#[test]
fn e5_days_past_due_run_on_while_the_collection_age_pauses() {
    let story = overdue().hold(HoldReason::Agreement, "2026-10-05", "2026-10-15");
    let plan = plan_on(story, "2026-10-23");
    assert_eq!(plan.positions[0].days_past_due, Some(22));
    assert_eq!(plan.positions[0].collection_age, Some(12));
    assert_eq!(severity(&plan), "second-notice");
}

#[test]
fn e6_after_a_hold_the_notice_gives_its_days_afresh() {
    let story = overdue()
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-08", &["S-1"])
        .sent("final-notice", "2026-10-15", &["S-1"])
        .hold(HoldReason::Agreement, "2026-10-19", "2026-11-09");
    let plan = plan_on(story, "2026-11-09");
    assert_eq!(due_now(&plan), Vec::<&str>::new());
    assert_eq!(next(&plan), ("suspend", "2026-11-16".to_owned()));
    assert!(plan.next.unwrap().because.contains(&Because::FreshNotice {
        step: "final-notice".to_owned(),
        from: day("2026-11-09"),
        days: 7
    }));
}

#[test]
fn e7_a_payment_during_a_hold_counts_at_once() {
    let story = overdue().hold(HoldReason::Agreement, "2026-10-05", "2026-10-20").paid(
        "S-1",
        "2026-10-07",
        "100.00",
    );
    assert_eq!(stage(&plan_on(story, "2026-10-08")), Stage::Clear);
}

#[test]
fn e8_a_backdated_hold_never_unsends_a_notice() {
    let story = overdue().sent("first-notice", "2026-10-02", &["S-1"]).on("2026-10-12").hold(
        HoldReason::Agreement,
        "2026-10-01",
        "2026-10-14",
    );
    let plan = plan_on(story, "2026-10-14");
    assert_eq!(next(&plan).0, "second-notice");
}

#[test]
fn e9_a_promise_holds_until_its_grace_days_end_and_is_kept_within_the_tolerance() {
    let promised = || overdue().promise("100.00", "2026-10-05", "2026-10-12");
    let open = plan_on(promised(), "2026-10-15");
    assert_eq!(due_now(&open), Vec::<&str>::new());
    let reason = blocked(&open, |c| matches!(c, Code::Promise { .. }));
    assert_eq!(reason.until, Some(day("2026-10-16")));
    let broken = plan_on(promised(), "2026-10-16");
    assert_eq!((due_now(&broken), broken.broken_promises), (vec!["first-notice"], 1));
    let kept = plan_on(promised().paid("S-1", "2026-10-14", "98.00"), "2026-10-20");
    assert_eq!((kept.broken_promises, stage(&kept)), (0, Stage::Tolerated));
    let short = plan_on(promised().paid("S-1", "2026-10-14", "97.99"), "2026-10-20");
    assert_eq!(short.broken_promises, 1);
}

#[test]
fn e12_invoices_outside_a_promise_follow_the_ladder() {
    let story = overdue().invoice("S-2", "2026-10-06", "80.00").promise(
        "100.00",
        "2026-10-05",
        "2026-10-19",
    );
    let plan = plan_on(story, "2026-10-08");
    assert_eq!(due_now(&plan), ["first-notice"]);
    assert_eq!(plan.due_now[0].clears_if, eur("80.00"));
}

#[test]
fn e6_after_a_dispute_the_notice_gives_its_days_afresh_too() {
    let story = overdue()
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-08", &["S-1"])
        .sent("final-notice", "2026-10-15", &["S-1"])
        .dispute("S-1", None, "2026-10-16")
        .dispute_closed("2026-11-10");
    assert_eq!(next(&plan_on(story, "2026-11-10")), ("suspend", "2026-11-17".to_owned()));
}
