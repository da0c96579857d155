use recourse::domain::action::ActionKind;
use recourse::domain::alert::{Alert, AlertActivity, AlertStatus, Level, Verdict};
use recourse::domain::case::{CaseMove, CaseState, Disposition};
use recourse::domain::subscription::Product;
use recourse::engine::suspicion::{
    Clock, ClockKind, ClockState, Missing, alert_clock, case_clocks, mean_answer,
};
use recourse::journal::{Body, Fact};

use super::desk::*;

fn only(desk: &Desk, kind: ClockKind) -> Vec<Clock> {
    let book = desk.book();
    let clocks = case_clocks(&book.cases[&case("C-1")], &book, &rules());
    clocks.into_iter().filter(|c| c.kind == kind).collect()
}

fn clock_of(alert: Alert) -> Option<Clock> {
    let mut desk = Desk::new();
    let id = alert.id.clone();
    desk.alert(alert);
    alert_clock(&desk.book().alerts[&id], &rules())
}

#[test]
fn an_alert_is_amber_after_an_hour_and_late_after_a_day() {
    let clock = clock_of(alert("A-1", "2026-11-02T10:00:00Z")).unwrap();
    let at = |text| moment(text);
    assert_eq!(clock.rule().as_str(), "SUS-C01");
    assert!(!clock.is_amber(at("2026-11-02T11:00:00Z")));
    assert!(clock.is_amber(at("2026-11-02T11:00:01Z")));
    assert!(!clock.is_late(at("2026-11-03T10:00:00Z")));
    assert!(clock.is_late(at("2026-11-03T10:00:01Z")));
    assert!(!clock.is_amber(at("2026-11-03T10:00:01Z")));
    let left = clock.minutes_left(at("2026-11-03T06:40:00Z"));
    assert_eq!(left, Some(200));
}

#[test]
fn a_test_alert_has_no_clock() {
    let mut test = alert("A-1", "2026-11-02T10:00:00Z");
    test.is_test = true;
    assert_eq!(clock_of(test), None);
}

#[test]
fn microsofts_own_record_of_an_answer_stops_the_clock() {
    let mut answered = alert("A-1", "2026-11-02T10:00:00Z");
    answered.status = AlertStatus::Investigating;
    let step = |from: &str, to: &str, at| AlertActivity {
        at: Some(moment(at)),
        from: from.to_owned(),
        to: to.to_owned(),
        by: "sample@example.com".to_owned(),
    };
    answered.activity = vec![
        step("", "active", "2026-11-02T10:00:00Z"),
        step("active", "investigating", "2026-11-02T13:00:00Z"),
    ];
    let clock = clock_of(answered).unwrap();
    let at = moment("2026-11-02T13:00:00Z");
    assert_eq!(clock.state, ClockState::Stopped { at });
    assert!(!clock.is_late(moment("2027-01-01T00:00:00Z")));
}

#[test]
fn answered_at_an_unknown_moment_cannot_be_told() {
    let mut answered = alert("A-1", "2026-11-02T10:00:00Z");
    answered.status = AlertStatus::Investigating;
    let clock = clock_of(answered).unwrap();
    assert_eq!(clock.state, ClockState::CannotTell(Missing::AnswerMoment));
    assert_eq!(clock.minutes_left(moment("2026-11-09T00:00:00Z")), None);
}

#[test]
fn an_answer_recorded_here_stops_the_clock_and_shows_when_it_was_late() {
    let mut desk = Desk::new();
    desk.alert(alert("A-1", "2026-10-30T08:00:00Z"));
    desk.open(&["A-1"], &[]);
    desk.answer("A-1", Verdict::Fraud);
    let clock = &only(&desk, ClockKind::FirstAnswer)[0];
    assert!(matches!(clock.state, ClockState::Stopped { .. }));
    assert!(clock.is_late(desk.at));
}

#[test]
fn the_refund_clock_runs_sixty_days_from_the_first_fraudulent_usage() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    let unknown = &only(&desk, ClockKind::RefundRequest)[0];
    assert_eq!(unknown.state, ClockState::CannotTell(Missing::FirstFraudDay));
    desk.detail(|d| d.first_fraud_day = Some(day("2026-10-01")));
    let clock = &only(&desk, ClockKind::RefundRequest)[0];
    assert_eq!(clock.due.unwrap().day(), day("2026-11-30"));
    assert_eq!(clock.minutes_left(moment("2026-11-29T00:00:00Z")), Some(24 * 60));
    assert!(clock.is_amber(moment("2026-11-20T00:00:00Z")));
    assert!(clock.is_late(moment("2026-12-01T00:00:00Z")));
    desk.act(ActionKind::RequestRefund, None);
    assert!(!only(&desk, ClockKind::RefundRequest)[0].is_running());
}

#[test]
fn a_case_that_was_no_fraud_asks_for_no_refund() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    desk.decide(Disposition::FalsePositive);
    assert!(only(&desk, ClockKind::RefundRequest).is_empty());
}

#[test]
fn each_licence_has_its_cancel_window_and_azure_has_none() {
    let mut desk = Desk::new();
    let mut stated = subscription("sub-stated", Product::NceLicence);
    stated.cancel_until = Some(moment("2026-11-07T23:00:00Z"));
    let mut ordered = subscription("sub-ordered", Product::NceLicence);
    ordered.term_start = Some(day("2026-10-31"));
    let bare = subscription("sub-bare", Product::NceLicence);
    let azure = subscription("sub-azure", Product::AzureSubscription);
    let facts = [stated, ordered, bare, azure].map(Fact::Subscription);
    desk.observe(facts.to_vec());
    desk.open(&[], &["sub-stated", "sub-ordered", "sub-bare", "sub-azure", "sub-gone"]);
    let clocks = only(&desk, ClockKind::CancelWindow);
    let ends: Vec<_> = clocks.iter().map(|c| (c.due, c.state)).collect();
    assert_eq!(
        ends,
        vec![
            (Some(moment("2026-11-07T00:00:00Z")), ClockState::Running),
            (Some(moment("2026-11-07T23:00:00Z")), ClockState::Running),
            (None, ClockState::CannotTell(Missing::OrderDay)),
            (None, ClockState::CannotTell(Missing::Subscription)),
        ]
    );
    assert!(clocks[0].is_amber(moment("2026-11-05T00:00:01Z")));
    desk.act(ActionKind::CancelSubscription, Some("sub-ordered"));
    let running = only(&desk, ClockKind::CancelWindow);
    assert_eq!(running.iter().filter(|c| c.is_running()).count(), 1);
}

#[test]
fn a_service_request_waits_by_the_severity_of_the_case() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    desk.act(ActionKind::OpenServiceRequest, None);
    let start = only(&desk, ClockKind::TicketAnswer)[0].start.unwrap();
    let hours = |desk: &Desk| {
        let due = only(desk, ClockKind::TicketAnswer)[0].due.unwrap();
        start.minutes_until(due) / 60
    };
    assert_eq!(hours(&desk), 2);
    desk.detail(|d| d.severity = Some(Level::Medium));
    assert_eq!(hours(&desk), 4);
    desk.detail(|d| d.severity = Some(Level::Low));
    assert_eq!(hours(&desk), 8);
    desk.note("Called Microsoft about REQ-77, they look into it");
    assert!(!only(&desk, ClockKind::TicketAnswer)[0].is_running());
}

#[test]
fn containing_straight_from_triage_asks_for_a_second_person() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    desk.go(CaseState::Triage);
    desk.go(CaseState::Contained);
    let clock = &only(&desk, ClockKind::SecondPerson)[0];
    assert!(clock.is_running());
    assert!(clock.is_late(desk.at.plus_hours(25)));
    desk.note("seen");
    assert!(only(&desk, ClockKind::SecondPerson)[0].is_running());
    desk.who = "Sample Reviewer".to_owned();
    desk.note("seen by another");
    assert!(!only(&desk, ClockKind::SecondPerson)[0].is_running());
}

#[test]
fn containing_after_investigating_needs_no_second_person() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    desk.go(CaseState::Triage);
    desk.go(CaseState::Investigating);
    desk.go(CaseState::Contained);
    assert!(only(&desk, ClockKind::SecondPerson).is_empty());
}

#[test]
fn a_waiting_case_wakes_and_a_reported_case_is_looked_at_again() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    let wake = desk.at.plus_days(3);
    let waits = CaseMove {
        waiting_for: Some("microsoft".to_owned()),
        wake: Some(wake),
        ..desk.step(CaseState::Waiting)
    };
    desk.record(Body::CaseMove(waits));
    assert_eq!(only(&desk, ClockKind::Wake)[0].due, Some(wake));
    desk.go(CaseState::Investigating);
    assert!(only(&desk, ClockKind::Wake).is_empty());
    desk.report(1);
    let follow = &only(&desk, ClockKind::FollowUp)[0];
    assert!(follow.is_late(desk.at.plus_days(15)));
    desk.go(CaseState::Closed);
    assert!(!only(&desk, ClockKind::FollowUp)[0].is_running());
}

#[test]
fn the_clock_that_ends_first_stands_first() {
    let mut desk = Desk::new();
    desk.alert(alert("A-1", "2026-11-01T00:00:00Z"));
    desk.open(&["A-1"], &["sub-gone"]);
    desk.detail(|d| d.first_fraud_day = Some(day("2026-09-03")));
    let book = desk.book();
    let clocks = case_clocks(&book.cases[&case("C-1")], &book, &rules());
    let kinds: Vec<_> = clocks.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [ClockKind::FirstAnswer, ClockKind::RefundRequest, ClockKind::CancelWindow]);
}

#[test]
fn the_mean_leaves_out_tests_old_answers_and_contradictions() {
    let mut desk = Desk::new();
    let resolved = |id: &str, detected: &str, at: &str| {
        let mut made = alert(id, detected);
        made.status = AlertStatus::Resolved;
        made.resolved = Some(moment(at));
        made
    };
    desk.alert(resolved("A-1", "2026-11-01T00:00:00Z", "2026-11-01T02:00:00Z"));
    desk.alert(resolved("A-2", "2026-11-02T00:00:00Z", "2026-11-02T10:00:00Z"));
    desk.alert(resolved("A-3", "2026-09-01T00:00:00Z", "2026-09-09T00:00:00Z"));
    desk.alert(resolved("A-4", "2026-11-02T00:00:00Z", "2025-11-02T00:00:00Z"));
    let mut test = resolved("A-5", "2026-11-01T00:00:00Z", "2026-11-09T00:00:00Z");
    test.is_test = true;
    desk.alert(test);
    desk.alert(alert("A-6", "2026-11-09T00:00:00Z"));
    let mean = mean_answer(&desk.book(), &rules(), moment("2026-11-10T00:00:00Z"));
    assert_eq!(mean.minutes, Some(6 * 60));
    assert_eq!((mean.answered, mean.open, mean.contradictory), (2, 1, 1));
    assert_eq!(mean.minutes_if_answered_now, Some(12 * 60));
    assert_eq!(mean.is_met(), Some(true));
}

#[test]
fn without_answers_the_mean_cannot_be_told() {
    let mean = mean_answer(&Desk::new().book(), &rules(), moment("2026-11-10T00:00:00Z"));
    assert_eq!((mean.minutes, mean.is_met()), (None, None));
}

#[test]
fn the_lengths_come_from_the_dated_rules_and_the_policy() {
    let book = recourse::book::Book::default();
    let found = recourse::engine::suspicion::ClockRules::on(&book, day("2026-11-22"), &settings());
    assert_eq!(found, Some(rules()));
}
