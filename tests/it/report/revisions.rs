use recourse::app::view_model::report;
use recourse::domain::case::{CaseState, Disposition, Question, ReportIssue};
use recourse::engine::suspicion::{Report, ReportKind, next_revision};
use recourse::journal::Body;

use super::files::{full, operator, tell};
use crate::suspicion::desk::*;

fn at(desk: &Desk, moment: recourse::domain::Instant) -> Report {
    let by = operator();
    report::made(&desk.journal, &case("C-1"), ("microsoft", &by), moment).unwrap()
}

/// Issues the next revision as the program does: with the hash of what it is this moment.
fn issue(desk: &mut Desk) -> (recourse::domain::Instant, String) {
    let moment = desk.at.plus_minutes(1);
    let made = at(desk, moment);
    let sha256 = report::hash(&made);
    desk.record(Body::ReportIssue(ReportIssue {
        case: case("C-1"),
        at: moment,
        revision: made.revision,
        audience: "microsoft".to_owned(),
        sha256: sha256.clone(),
    }));
    (moment, sha256)
}

#[test]
fn revisions_count_up_and_name_the_one_before() {
    let mut desk = full();
    let (_, first) = issue(&mut desk);
    let next = at(&desk, desk.at.plus_minutes(1));
    assert_eq!((next.revision, next.kind), (2, ReportKind::Continuing));
    assert_eq!(next.prior, Some(first));
}

#[test]
fn a_report_of_a_reopened_case_is_an_amendment() {
    let mut desk = full();
    desk.decide(Disposition::AccountTakeover);
    issue(&mut desk);
    desk.go(CaseState::Closed);
    desk.evidence("late.log");
    desk.go(CaseState::Investigating);
    let book = desk.book();
    let next = next_revision(&book.cases[&case("C-1")]);
    assert_eq!(next, (2, ReportKind::Amendment));
    issue(&mut desk);
    let book = desk.book();
    let next = next_revision(&book.cases[&case("C-1")]);
    assert_eq!(next, (3, ReportKind::Continuing));
}

#[test]
fn an_issued_report_can_be_made_again_whatever_came_later() {
    let mut desk = full();
    tell(&mut desk, Question::Why, "Ten times the usual");
    let (moment, hash) = issue(&mut desk);
    desk.at = desk.at.plus_days(3);
    tell(&mut desk, Question::Why, "Twenty times the usual");
    desk.evidence("more.png");
    desk.go(CaseState::Investigating);
    assert_eq!(report::hash(&at(&desk, moment)), hash);
    assert_ne!(report::hash(&at(&desk, desk.at)), hash);
}
