use recourse::domain::action::ActionKind;
use recourse::domain::alert::Verdict;
use recourse::domain::case::{CaseMove, CaseState, Disposition};
use recourse::domain::ids::AlertId;
use recourse::engine::suspicion::states::{next_states, open_suspensions};
use recourse::engine::suspicion::{May, Need, Why, may, may_move};

use super::desk::*;

fn ask(desk: &Desk, to: CaseState) -> May {
    let book = desk.book();
    may(&book.cases[&case("C-1")], &book, &to)
}

fn ask_move(desk: &Desk, step: &CaseMove) -> May {
    let book = desk.book();
    may_move(&book.cases[&case("C-1")], &book, step)
}

fn reasons(answer: May) -> Vec<Why> {
    match answer {
        May::Yes(_) => vec![],
        May::No(refusals) => {
            for refusal in &refusals {
                assert_eq!(refusal.rule, refusal.why.rule());
            }
            refusals.into_iter().map(|r| r.why).collect()
        }
    }
}

/// A case in triage, with one alert.
fn triage() -> Desk {
    let mut desk = Desk::new();
    desk.alert(alert("A-1", "2026-11-01T00:00:00Z"));
    desk.open(&["A-1"], &["sub-azure"]);
    desk.go(CaseState::Triage);
    desk
}

/// A case that is decided, its alert answered, its report issued.
fn decided() -> Desk {
    let mut desk = triage();
    desk.answer("A-1", Verdict::Fraud);
    desk.decide(Disposition::AccountTakeover);
    desk.report(1);
    desk
}

#[test]
fn every_pair_of_states_is_allowed_or_refused_as_the_table_says() {
    use CaseState as S;
    let table = [
        (S::New, vec![S::Triage, S::Merged]),
        (S::Triage, vec![S::Investigating, S::Contained, S::Decided]),
        (S::Investigating, vec![S::Contained, S::Waiting, S::Decided, S::Merged]),
        (S::Contained, vec![S::Investigating, S::Waiting, S::Decided]),
        (S::Waiting, vec![S::Investigating, S::Contained, S::Decided]),
        (S::Decided, vec![S::Closed, S::Investigating]),
        (S::Closed, vec![S::Investigating]),
        (S::Merged, vec![]),
    ];
    for (from, allowed) in table {
        for to in CaseState::KNOWN {
            assert_eq!(next_states(&from).contains(to), allowed.contains(to), "{from:?} -> {to:?}");
        }
    }
}

#[test]
fn a_closed_case_cannot_be_contained() {
    let mut desk = decided();
    desk.act(ActionKind::BlockUser, None);
    desk.go(CaseState::Closed);
    assert_eq!(
        reasons(ask(&desk, CaseState::Contained)),
        vec![Why::NoSuchMove { from: CaseState::Closed, to: CaseState::Contained }]
    );
}

#[test]
fn triage_needs_an_owner() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    assert_eq!(ask(&desk, CaseState::Triage), May::Yes(vec![]));
    desk.detail(|d| d.owner = Some("  ".to_owned()));
    assert_eq!(reasons(ask(&desk, CaseState::Triage)), vec![Why::NoOwner]);
}

#[test]
fn deciding_needs_evidence_or_an_alert_and_a_disposition() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    desk.go(CaseState::Triage);
    assert_eq!(reasons(ask(&desk, CaseState::Decided)), vec![Why::NothingToDecideOn]);
    desk.evidence("mail.eml");
    assert_eq!(ask(&desk, CaseState::Decided), May::Yes(vec![Need::Disposition]));
    let bare = desk.step(CaseState::Decided);
    assert_eq!(reasons(ask_move(&desk, &bare)), vec![Why::Missing(Need::Disposition)]);
    let unknown =
        CaseMove { disposition: Some(Disposition::Other("guess".to_owned())), ..bare.clone() };
    assert!(!ask_move(&desk, &unknown).is_yes());
    let full = CaseMove { disposition: Some(Disposition::Legitimate), ..bare };
    assert!(ask_move(&desk, &full).is_yes());
}

#[test]
fn contained_needs_an_action_that_contains() {
    let mut desk = triage();
    assert_eq!(reasons(ask(&desk, CaseState::Contained)), vec![Why::NotContained]);
    desk.act(ActionKind::CallCustomer, None);
    assert!(!ask(&desk, CaseState::Contained).is_yes());
    desk.act(ActionKind::SuspendSubscription, Some("sub-azure"));
    assert_eq!(ask(&desk, CaseState::Contained), May::Yes(vec![Need::Reason]));
    let silent = CaseMove { reason: " ".to_owned(), ..desk.step(CaseState::Contained) };
    assert_eq!(reasons(ask_move(&desk, &silent)), vec![Why::Missing(Need::Reason)]);
}

#[test]
fn waiting_names_whom_and_when_to_look_again() {
    let mut desk = triage();
    desk.go(CaseState::Investigating);
    let bare = desk.step(CaseState::Waiting);
    assert_eq!(
        reasons(ask_move(&desk, &bare)),
        vec![Why::Missing(Need::WaitingFor), Why::Missing(Need::Wake)]
    );
    let past = CaseMove {
        waiting_for: Some("microsoft".to_owned()),
        wake: Some(desk.at.plus_minutes(-1)),
        ..bare.clone()
    };
    assert_eq!(reasons(ask_move(&desk, &past)), vec![Why::WakePast]);
    let full = CaseMove { wake: Some(desk.at.plus_hours(4)), ..past };
    assert!(ask_move(&desk, &full).is_yes());
}

#[test]
fn closing_needs_answered_alerts() {
    let mut desk = triage();
    desk.decide(Disposition::Legitimate);
    desk.report(1);
    let open = Why::AlertUnanswered(AlertId::new("A-1").unwrap());
    assert_eq!(reasons(ask(&desk, CaseState::Closed)), vec![open]);
    desk.answer("A-1", Verdict::Legitimate);
    assert_eq!(ask(&desk, CaseState::Closed), May::Yes(vec![]));
}

#[test]
fn closing_needs_an_end_for_every_suspension() {
    let mut desk = decided();
    desk.act(ActionKind::SuspendSubscription, Some("sub-azure"));
    let open = Why::SuspensionOpen(subscription_id("sub-azure"));
    assert_eq!(reasons(ask(&desk, CaseState::Closed)), vec![open]);
    desk.act(ActionKind::ResumeSubscription, Some("sub-azure"));
    assert!(ask(&desk, CaseState::Closed).is_yes());
    desk.act(ActionKind::SuspendSubscription, Some("sub-azure"));
    assert!(!ask(&desk, CaseState::Closed).is_yes());
    desk.act(ActionKind::CancelAtTermEnd, Some("sub-azure"));
    assert!(ask(&desk, CaseState::Closed).is_yes());
    let book = desk.book();
    assert!(open_suspensions(&book.cases[&case("C-1")]).is_empty());
}

#[test]
fn closing_without_a_report_needs_its_reason() {
    let mut desk = triage();
    desk.answer("A-1", Verdict::Fraud);
    desk.decide(Disposition::AccountTakeover);
    assert_eq!(ask(&desk, CaseState::Closed), May::Yes(vec![Need::ReasonForNoReport]));
    let silent = CaseMove { reason: String::new(), ..desk.step(CaseState::Closed) };
    assert_eq!(reasons(ask_move(&desk, &silent)), vec![Why::Missing(Need::ReasonForNoReport)]);
    desk.report(1);
    assert!(ask_move(&desk, &silent).is_yes());
}

#[test]
fn reopening_needs_news_and_a_reason() {
    let mut desk = decided();
    desk.go(CaseState::Closed);
    desk.at = desk.at.plus_days(1);
    assert_eq!(reasons(ask(&desk, CaseState::Investigating)), vec![Why::NothingNew]);
    desk.evidence("late.log");
    assert_eq!(ask(&desk, CaseState::Investigating), May::Yes(vec![Need::Reason]));
}

#[test]
fn a_move_cannot_lie_before_the_last_one() {
    let mut desk = triage();
    let latest = desk.at.plus_minutes(-1);
    let early = CaseMove { at: latest.plus_minutes(-1), ..desk.step(CaseState::Investigating) };
    assert_eq!(reasons(ask_move(&desk, &early)), vec![Why::BackDated { latest }]);
    desk.note("the case goes on");
    assert!(ask_move(&desk, &desk.step(CaseState::Investigating)).is_yes());
}

#[test]
fn merging_needs_a_case_that_goes_on() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    let into =
        |id: &str, desk: &Desk| CaseMove { into: Some(case(id)), ..desk.step(CaseState::Merged) };
    let bare = desk.step(CaseState::Merged);
    assert_eq!(reasons(ask_move(&desk, &bare)), vec![Why::Missing(Need::Survivor)]);
    for wrong in ["C-1", "C-9"] {
        let step = into(wrong, &desk);
        let expected = vec![Why::NoSurvivor(case(wrong))];
        assert_eq!(reasons(ask_move(&desk, &step)), expected);
    }
    desk.open_as("C-2", &[], &[]);
    let step = into("C-2", &desk);
    assert!(ask_move(&desk, &step).is_yes());
    desk.go(CaseState::Merged);
    for to in CaseState::KNOWN {
        assert!(!ask(&desk, to.clone()).is_yes(), "merged -> {to:?}");
    }
}

#[test]
fn a_disposition_says_what_to_answer_microsoft() {
    use Disposition as D;
    let pairs = [
        (D::ConfirmedFraud, Verdict::Fraud),
        (D::MisuseByCustomer, Verdict::Fraud),
        (D::AccountTakeover, Verdict::Fraud),
        (D::Legitimate, Verdict::Legitimate),
        (D::FalsePositive, Verdict::Legitimate),
        (D::Stale, Verdict::Ignore),
        (D::Other("word".to_owned()), Verdict::Unstated),
    ];
    for (disposition, verdict) in pairs {
        assert_eq!(disposition.verdict(), verdict);
    }
}
