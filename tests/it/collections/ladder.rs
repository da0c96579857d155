//! B: the ladder.

use recourse::domain::Day;
use recourse::domain::action::ActionKind;
use recourse::domain::notice::Delivery;
use recourse::engine::collections::{Because, Code, Stage, outline, plan, stage};
use recourse::policy::ladder::{Anchor, DelayUnit, Ladder};
use recourse::policy::shipped;

use super::{blocked, due_now, next, plan_on, severity};
use crate::support::{Story, day, eur, number_of, tenant, weekdays};

fn overdue() -> Story {
    Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00")
}

fn three_notices() -> Story {
    overdue()
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-08", &["S-1"])
        .sent("final-notice", "2026-10-15", &["S-1"])
}

#[test]
fn b1_severity_is_the_most_severe_step_whose_condition_holds() {
    assert_eq!(severity(&plan_on(overdue(), "2026-10-23")), "suspend");
    let small = Story::from("2026-09-01").invoice("S-1", "2026-10-01", "49.99");
    assert_eq!(severity(&plan_on(small, "2026-10-23")), "second-notice");
}

#[test]
fn b2_a_gap_never_skips_a_required_notice() {
    let plan = plan_on(overdue(), "2026-10-23");
    assert_eq!(severity(&plan), "suspend");
    assert_eq!(due_now(&plan), ["first-notice"]);
    let days: Vec<(&str, String)> =
        plan.later.iter().map(|s| (s.step.key.as_str(), s.day.to_string())).collect();
    assert_eq!(
        days,
        [
            ("second-notice", "2026-10-26".to_owned()),
            ("final-notice", "2026-11-02".to_owned()),
            ("suspend", "2026-11-09".to_owned()),
        ]
    );
}

#[test]
fn b3_a_draft_or_a_returned_notice_does_not_count() {
    for delivery in [Delivery::Draft, Delivery::Bounced] {
        let returned = delivery == Delivery::Bounced;
        let story = overdue().notice("first-notice", "2026-10-02", &["S-1"], delivery);
        let plan = plan_on(story, "2026-10-09");
        assert_eq!(due_now(&plan), ["first-notice"]);
        let reason = blocked(&plan, |c| matches!(c, Code::NoticeNotSent { .. }));
        let on = day("2026-10-02");
        assert_eq!(reason.code, Code::NoticeNotSent { returned, on });
        assert_eq!(reason.entries.len(), 1);
    }
}

#[test]
fn b4_two_steps_are_never_taken_on_one_day() {
    let story = overdue().invoice("S-2", "2026-10-12", "80.00").sent(
        "first-notice",
        "2026-10-02",
        &["S-1"],
    );
    let plan = plan_on(story, "2026-10-13");
    assert_eq!(due_now(&plan), ["second-notice"]);
    assert_eq!(plan.also[0].step.key, "first-notice");
    assert_eq!(plan.also[0].day, day("2026-10-14"));
    blocked(&plan, |c| matches!(c, Code::OneADay { .. }));
}

#[test]
fn b5_the_next_step_waits_for_the_delay_the_printed_deadline_and_the_notice() {
    let sent_late = overdue().sent("first-notice", "2026-10-07", &["S-1"]);
    let plan = plan_on(sent_late, "2026-10-07");
    assert_eq!(next(&plan), ("second-notice", "2026-10-12".to_owned()));
    let because = &plan.next.as_ref().unwrap().because;
    assert!(because.contains(&Because::NoticeGave {
        step: "first-notice".to_owned(),
        sent: day("2026-10-07"),
        days: 3
    }));
}

#[test]
fn b6_a_late_final_notice_moves_the_suspension() {
    assert_eq!(next(&plan_on(three_notices(), "2026-10-16")), ("suspend", "2026-10-22".to_owned()));
    let late = overdue()
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-08", &["S-1"])
        .sent("final-notice", "2026-10-21", &["S-1"]);
    let plan = plan_on(late, "2026-10-22");
    assert_eq!(next(&plan), ("suspend", "2026-10-28".to_owned()));
    assert_eq!(stage(&plan), Stage::MaySuspend { from: day("2026-10-28") });
    blocked(&plan, |c| matches!(c, Code::NoticeRunning { .. }));
}

#[test]
fn b7_asking_twice_gives_no_second_notice() {
    let story = overdue().sent("first-notice", "2026-10-02", &["S-1"]);
    let plan = plan_on(story, "2026-10-02");
    assert_eq!(due_now(&plan), Vec::<&str>::new());
    assert_eq!(next(&plan), ("second-notice", "2026-10-08".to_owned()));
}

#[test]
fn b8_a_step_of_n_days_is_due_on_day_n() {
    let story = overdue().sent("first-notice", "2026-10-02", &["S-1"]);
    assert_eq!(due_now(&plan_on(story, "2026-10-08")), ["second-notice"]);
}

#[test]
fn b9_a_missed_day_loses_nothing() {
    let plan = plan_on(overdue(), "2026-10-05");
    assert_eq!(due_now(&plan), ["first-notice"]);
    let because = &plan.next.as_ref().unwrap().because;
    assert!(because.contains(&Because::Late { since: day("2026-10-02") }));
}

#[test]
fn b10_a_suspension_counts_only_when_it_was_done() {
    let plan = plan_on(three_notices(), "2026-10-30");
    assert_eq!(due_now(&plan), ["suspend"]);
    let done = three_notices().done(ActionKind::SuspendSubscription, "2026-10-23");
    let plan = plan_on(done, "2026-10-30");
    assert_eq!(due_now(&plan), Vec::<&str>::new());
    blocked(
        &plan,
        |c| matches!(c, Code::BelowMinimum { minimum, .. } if *minimum == eur("250.00")),
    );
    let undone = three_notices()
        .done(ActionKind::SuspendSubscription, "2026-10-23")
        .done(ActionKind::ResumeSubscription, "2026-10-26");
    assert_eq!(due_now(&plan_on(undone, "2026-10-30")), ["suspend"]);
}

#[test]
fn b12_after_full_payment_a_later_invoice_starts_at_the_first_step() {
    let story =
        three_notices().paid("S-1", "2026-10-20", "100.00").invoice("S-2", "2026-11-02", "60.00");
    let plan = plan_on(story, "2026-11-10");
    assert_eq!(due_now(&plan), ["first-notice"]);
}

#[test]
fn b13_notices_stay_valid_only_for_the_invoices_they_listed() {
    let story =
        three_notices().invoice("S-2", "2026-10-03", "60.00").paid("S-1", "2026-10-23", "100.00");
    let plan = plan_on(story, "2026-10-26");
    assert_eq!(severity(&plan), "suspend");
    assert_eq!(due_now(&plan), ["first-notice"]);
    assert_eq!(plan.next.unwrap().invoices, [number_of("S-2")]);
}

#[test]
fn b14_without_a_ladder_nobody_is_bothered() {
    let book = overdue().book();
    let none = Ladder::default();
    let plan = plan(&book, &tenant(), &none, &weekdays(), day("2027-03-01")).unwrap();
    assert_eq!((&plan.next, &plan.blocked), (&None, &vec![]));
    assert_eq!(severity(&plan), "clear");
}

#[test]
fn b15_a_reminder_before_the_due_day_comes_a_week_ahead_and_not_after_it() {
    let early = plan_on(overdue(), "2026-09-10");
    assert_eq!(next(&early), ("reminder", "2026-09-24".to_owned()));
    assert_eq!(early.later[0].step.key, "first-notice");
    let over = plan_on(overdue(), "2026-10-01");
    assert_eq!(due_now(&over), ["reminder"]);
    assert_eq!(next(&plan_on(overdue(), "2026-10-02")).0, "first-notice");
}

/// The picture of a ladder shows the very days of the plan, on whatever weekday the invoice is due.
#[test]
fn the_outline_of_a_ladder_is_the_plan_of_an_invoice_that_nobody_pays() {
    let mut anchored = shipped::ladder().unwrap();
    anchored.steps[2].anchor = Anchor::PreviousDeadline;
    anchored.steps[3].anchor = Anchor::PreviousSent;
    anchored.steps[3].delay_unit = DelayUnit::Working;
    for ladder in [shipped::ladder().unwrap(), anchored] {
        for due in 1..=14 {
            let due = day(&format!("2026-10-{due:02}"));
            let before = due.plus_days(-12).unwrap().to_string();
            let story = Story::from("2026-08-01").invoice("S-1", &due.to_string(), "90000.00");
            let book = story.bank_seen(&before).book();
            let plan = plan(&book, &tenant(), &ladder, &weekdays(), day(&before)).unwrap();
            let planned: Vec<(usize, Day)> =
                plan.next.iter().chain(&plan.later).map(|s| (s.index, s.day)).collect();
            assert_eq!(outline(&ladder, &weekdays(), due), planned, "{due}");
            assert_eq!(planned.len(), ladder.steps.len());
        }
    }
    assert_eq!(outline(&Ladder::default(), &weekdays(), day("2026-10-01")), []);
}
