//! A: anchor and age.

use recourse::domain::invoice::InvoiceStatus;
use recourse::engine::collections::Caution;
use recourse::journal::Fact;

use super::{next, plan_on, severity};
use crate::support::{Story, day, eur, invoice, number_of};

#[test]
fn a1_due_today_is_not_overdue() {
    let story = || Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00");
    let today = plan_on(story(), "2026-10-01");
    assert_eq!(today.positions[0].days_past_due, None);
    assert_eq!(today.positions[0].overdue, eur("0.00"));
    let tomorrow = plan_on(story(), "2026-10-02");
    assert_eq!(tomorrow.positions[0].days_past_due, Some(1));
}

#[test]
fn a2_age_counts_from_the_due_date_and_never_from_the_invoice_date() {
    let Fact::Invoice(mut long) = invoice("S-1", "2026-10-01", "100.00") else { unreachable!() };
    long.issued = day("2026-01-01");
    let plan = plan_on(Story::from("2026-01-01").fact(Fact::Invoice(long)), "2026-10-03");
    assert_eq!(plan.positions[0].days_past_due, Some(2));
    assert_eq!(severity(&plan), "first-notice");
}

#[test]
fn a3_a_missing_due_date_is_issue_plus_terms_and_said_to_be_assumed() {
    let Fact::Invoice(mut bare) = invoice("S-1", "2026-10-01", "100.00") else { unreachable!() };
    bare.due = None;
    let plan = plan_on(Story::from("2026-09-01").fact(Fact::Invoice(bare)), "2026-10-02");
    assert_eq!(plan.positions[0].days_past_due, Some(1));
    assert!(
        plan.cautions
            .contains(&Caution::DueAssumed { invoice: number_of("S-1"), due: day("2026-10-01") })
    );
}

#[test]
fn a4_a_threshold_of_n_days_is_reached_exactly_on_day_n() {
    let on = |as_of| {
        let story = Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00");
        severity(&plan_on(story, as_of)).to_owned()
    };
    assert_eq!(on("2026-10-07"), "first-notice");
    assert_eq!(on("2026-10-08"), "second-notice");
    assert_eq!(on("2026-10-14"), "second-notice");
    assert_eq!(on("2026-10-15"), "final-notice");
    assert_eq!(on("2026-10-22"), "suspend");
}

#[test]
fn a5_the_age_is_that_of_the_oldest_invoice_with_something_to_collect() {
    let story = Story::from("2026-08-01")
        .invoice("S-1", "2026-09-01", "100.00")
        .invoice("S-2", "2026-10-01", "100.00")
        .paid("S-1", "2026-09-20", "100.00");
    let plan = plan_on(story, "2026-10-06");
    assert_eq!(plan.positions[0].days_past_due, Some(5));
}

#[test]
fn a6_ties_on_the_due_day_are_broken_by_number_whatever_came_first() {
    let one = Story::from("2026-08-01").invoice("S-2", "2026-10-01", "100.00").invoice(
        "S-1",
        "2026-10-01",
        "50.00",
    );
    let plan = plan_on(one, "2026-10-02");
    let numbers = &plan.next.as_ref().unwrap().invoices;
    assert_eq!(numbers, &[number_of("S-1"), number_of("S-2")]);
}

#[test]
fn a7_drafts_void_written_off_and_wholly_disputed_invoices_do_not_age() {
    for status in [InvoiceStatus::Draft, InvoiceStatus::Void, InvoiceStatus::WrittenOff] {
        let Fact::Invoice(mut gone) = invoice("S-1", "2026-10-01", "100.00") else {
            unreachable!()
        };
        gone.status = status;
        let story = Story::from("2026-09-01").fact(Fact::Invoice(gone));
        assert_eq!(plan_on(story, "2026-12-01").next, None);
    }
    let disputed = Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00").dispute(
        "S-1",
        None,
        "2026-10-03",
    );
    let plan = plan_on(disputed, "2026-12-01");
    assert_eq!((severity(&plan), &plan.next), ("clear", &None));
    assert_eq!(plan.positions[0].overdue, eur("100.00"));
}

#[test]
fn a10_only_what_is_overdue_is_asked_for() {
    let story = Story::from("2026-09-01").invoice("S-1", "2026-10-01", "100.00").invoice(
        "S-2",
        "2026-11-30",
        "900.00",
    );
    let plan = plan_on(story, "2026-10-02");
    assert_eq!(next(&plan), ("first-notice", "2026-10-02".to_owned()));
    assert_eq!(plan.next.unwrap().clears_if, eur("100.00"));
}
