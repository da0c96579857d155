//! D: money.

use recourse::domain::{Currency, Purse};
use recourse::engine::collections::{Caution, Code, Stage, stage};

use super::{blocked, due_now, next, plan_on, severity};
use crate::support::{Story, day, eur, money};

fn overdue() -> Story {
    Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00")
}

#[test]
fn d1_thresholds_compare_what_is_outstanding_and_not_the_total() {
    let plan = plan_on(overdue().paid("S-1", "2026-10-10", "60.00"), "2026-10-20");
    assert_eq!(severity(&plan), "second-notice");
    assert_eq!(plan.positions[0].collectable, eur("40.00"));
}

#[test]
fn d2_currencies_are_never_added() {
    let story = overdue().invoice("S-2", "2026-10-11", "USD 40.00");
    let plan = plan_on(story, "2026-10-23");
    let severities: Vec<(Currency, &str)> = plan
        .positions
        .iter()
        .map(|p| (p.currency, p.severity.as_ref().unwrap().step.key.as_str()))
        .collect();
    assert_eq!(severities, [(Currency::EUR, "suspend"), (Currency::USD, "second-notice")]);
    assert_eq!(due_now(&plan), ["first-notice"]);
    assert_eq!(plan.also[0].clears_if, money("USD 40.00"));
}

#[test]
fn d3_a_part_payment_lowers_and_never_resets() {
    let story =
        overdue().sent("first-notice", "2026-10-02", &["S-1"]).paid("S-1", "2026-10-05", "10.00");
    let plan = plan_on(story, "2026-10-06");
    assert_eq!(next(&plan), ("second-notice", "2026-10-08".to_owned()));
    assert_eq!(plan.next.unwrap().clears_if, eur("90.00"));
}

#[test]
fn d4_cash_that_names_no_invoice_stops_the_notice_and_is_said_to_be_assumed() {
    let plan = plan_on(overdue().cash("2026-10-05", "100.00"), "2026-10-06");
    assert_eq!((stage(&plan), due_now(&plan)), (Stage::Clear, vec![]));
    let part = plan_on(overdue().cash("2026-10-05", "30.00"), "2026-10-06");
    assert_eq!(part.next.as_ref().unwrap().clears_if, eur("70.00"));
    assert!(part.cautions.contains(&Caution::AllocationAssumed));
}

#[test]
fn d5_credit_notes_count_linked_or_not() {
    for corrects in [Some("S-1"), None] {
        let story = overdue().credit_note("C-1", corrects, "2026-10-04", "100.00");
        assert_eq!(plan_on(story, "2026-10-06").next, None);
    }
}

#[test]
fn d6_a_chargeback_opens_at_the_original_age_and_notices_start_afresh() {
    let story = overdue()
        .sent("first-notice", "2026-10-02", &["S-1"])
        .sent("second-notice", "2026-10-08", &["S-1"])
        .sent("final-notice", "2026-10-15", &["S-1"])
        .paid("S-1", "2026-10-20", "100.00")
        .charged_back("S-1", "2026-11-02", "100.00");
    let plan = plan_on(story, "2026-11-02");
    assert_eq!(severity(&plan), "suspend");
    assert_eq!(plan.positions[0].days_past_due, Some(32));
    assert_eq!(due_now(&plan), ["first-notice"]);
}

#[test]
fn d7_taking_back_a_chargeback_clears_at_once() {
    let story = overdue()
        .paid("S-1", "2026-10-20", "100.00")
        .charged_back("S-1", "2026-11-02", "100.00")
        .paid("S-1", "2026-11-02", "100.00");
    assert_eq!(stage(&plan_on(story, "2026-11-02")), Stage::Clear);
}

#[test]
fn d9_within_the_tolerance_no_notice_but_still_in_the_ageing() {
    let on = |total| {
        let story = Story::from("2026-09-01").invoice("S-1", "2026-10-01", total);
        plan_on(story, "2026-10-20")
    };
    let small = on("5.00");
    assert_eq!((severity(&small), &small.next), ("clear", &None));
    assert_eq!(small.positions[0].overdue, eur("5.00"));
    assert_eq!(stage(&small), Stage::Tolerated);
    blocked(&small, |c| matches!(c, Code::Tolerance { .. }));
    assert_eq!(due_now(&on("5.01")), ["first-notice"]);
}

#[test]
fn d12_the_buckets_add_up_to_what_is_owed() {
    let story = overdue()
        .invoice("S-2", "2026-08-01", "33.33")
        .invoice("S-3", "2026-12-01", "66.67")
        .paid("S-1", "2026-10-10", "0.01");
    let plan = plan_on(story, "2026-11-15");
    let position = &plan.positions[0];
    let owed: Purse = [position.owed].into_iter().collect();
    assert_eq!(position.ageing.total(), owed);
    assert_eq!(position.owed, eur("199.99"));
}

#[test]
fn d13_a_past_day_uses_only_payments_up_to_it() {
    let story = overdue().paid("S-1", "2026-10-10", "100.00");
    let plan = super::plan_as_is(&story, "2026-10-09");
    assert_eq!(plan.positions[0].overdue, eur("100.00"));
    assert_eq!(plan.as_of, day("2026-10-09"));
}
