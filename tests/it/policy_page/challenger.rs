//! A second version runs along: named by a person, asked at every decision, compared, ended.

use super::support::*;
use recourse::app::update::credit::{Change, Event as Credit};
use recourse::app::update::policy::{Edit, Event as Act, From, Typed, Wants};
use recourse::app::view_model::{Tone, credit, policy as view};
use recourse::app::{Event, Now, State, update};
use recourse::book::{fold, receivables};
use recourse::domain::decision::{DecisionRecord, Outcome};
use recourse::domain::ids::CustomerId;
use recourse::domain::{Instant, Purse};
use recourse::engine::credit::{Direction, challenger, comparisons};
use recourse::journal::{Body, Journal, Operator};

/// Carries an event out at a minute of its own, so that every entry has an id of its own.
fn at(state: &mut State, minute: u128, event: Event) {
    let instant = Instant::parse("2026-11-22T15:00:00Z").unwrap();
    let instant = instant.plus_minutes(i64::try_from(minute).unwrap());
    let effects = update::update(state, event, &mut Now::new(today(), instant, 1000 + minute));
    for effect in &effects {
        if let recourse::app::Effect::Work(slow) = effect {
            work(state, &mut *slow.0.borrow_mut());
        }
    }
}

/// A draft that declines whoever is more than ten days late, without the tests that fail for it.
fn strict(state: &mut State) {
    does(state, Act::Begun(From::InForce));
    let typed = Typed { wants: Wants::Conditions, text: "payment.oldestDaysLate > 10".to_owned() };
    let place = "stages[1].rules[2].when".to_owned();
    does(state, Act::Edited(Edit::Set { place, typed }));
}

fn mend_tests(state: &mut State) {
    let (checked, _) = state.policy.checked().unwrap();
    let failed = checked.tests.iter().enumerate().filter(|(_, t)| !t.passed());
    let failed: Vec<usize> = failed.map(|(at, _)| at).collect();
    for at in failed.into_iter().rev() {
        does(state, Act::Edited(Edit::Remove { list: "tests".to_owned(), at }));
    }
}

/// The sample, and the same with a stricter challenger.
fn beside() -> (State, State) {
    let mut state = opened();
    state.operator = Operator { name: "Ada Example".to_owned(), role: "cfo".to_owned() };
    let plain = state.clone();
    strict(&mut state);
    mend_tests(&mut state);
    does(&mut state, Act::NoteTyped("a quarter beside the old one".to_owned()));
    at(&mut state, 0, Event::Policy(Act::ChallengerNamed));
    (plain, state)
}

fn name_refusal(state: &State) -> Option<String> {
    view::why_not_name(&see(state))?.1
}

fn running(state: &State) -> Option<view::Running> {
    view::challenger(&see(state))?.running
}

/// Everybody, each decided a minute after the one before.
fn decide_all(state: &mut State) -> Vec<CustomerId> {
    let all: Vec<CustomerId> = state.book.accounts.keys().cloned().collect();
    for (minute, id) in all.iter().enumerate() {
        let event = Event::Credit(Credit::Accepted(id.clone()));
        at(state, 10 + minute as u128, event);
    }
    all
}

fn latest(state: &State, id: &CustomerId) -> DecisionRecord {
    state.book.accounts[id].decisions.last().unwrap().value.clone()
}

#[test]
fn a_draft_is_named_with_a_reason_and_refused_without_a_name_or_with_failing_tests() {
    let mut state = opened();
    strict(&mut state);
    assert_eq!(name_refusal(&state).as_deref(), Some("CR-053"), "its own tests fail");
    at(&mut state, 0, Event::Policy(Act::ChallengerNamed));
    assert!(state.book.challengers.is_empty(), "nothing is recorded");
    mend_tests(&mut state);
    works(&mut state, " ");
    assert_eq!(name_refusal(&state).as_deref(), Some("CR-050"));
    works(&mut state, "Ada Example");
    assert_eq!(name_refusal(&state), None);
    does(&mut state, Act::NoteTyped("stricter".to_owned()));
    at(&mut state, 1, Event::Policy(Act::ChallengerNamed));
    let named = running(&state).unwrap();
    assert_eq!(named.reason.as_deref(), Some("stricter"));
    assert!(named.by.starts_with("named by Ada Example on "), "{}", named.by);
    assert!(named.note.contains("decides nothing"), "{}", named.note);
    assert_eq!(state.journal.entries().last().unwrap().body.kind(), "challenger");
    assert_eq!(name_refusal(&state).as_deref(), Some("CR-060"), "it is the challenger already");
    assert!(state.policy.draft.is_some(), "the draft goes on");
    assert_eq!(
        state.policy_in_force.as_ref().unwrap().document.version,
        "2026.11.1",
        "nothing changes"
    );
}

#[test]
fn jr13_the_challenger_changes_nothing_that_anybody_decided() {
    let (mut plain, mut beside) = beside();
    let all = decide_all(&mut plain);
    assert_eq!(decide_all(&mut beside), all);
    let mut moved = 0;
    for id in &all {
        assert_eq!(latest(&plain, id), latest(&beside, id), "{id}");
        let answer = &beside.book.accounts[id].challenged.last().unwrap().answer;
        moved += usize::from(answer.proposed != latest(&beside, id).proposed);
        assert_eq!(answer.policy_sha256, beside.book.challengers[0].sha256);
    }
    assert!(moved > 0 && moved < all.len(), "{moved}");
    assert!(plain.book.accounts.values().all(|a| a.challenged.is_empty()));
    let shadow = |body: &Body| matches!(body, Body::Challenger(_) | Body::ChallengerAnswer(_));
    let decisive = beside.journal.entries().iter().filter(|e| !shadow(&e.body)).cloned();
    let mut without = Journal::new();
    without.extend(decisive.collect::<Vec<_>>());
    let without = fold(&without, None);
    for id in &all {
        let (one, other) = (&beside.book.accounts[id], &without.accounts[id]);
        assert_eq!(one.limit_on(today()), other.limit_on(today()), "{id}");
        assert_eq!(one.decisions, other.decisions, "{id}");
    }
}

#[test]
fn its_answers_stand_at_the_decision_and_are_compared_on_the_policy_page() {
    let (_, mut state) = beside();
    assert!(view::challenger(&see(&state)).unwrap().tried.is_empty());
    let all = decide_all(&mut state);
    let differ = |id: &&CustomerId| {
        let answer = &state.book.accounts[*id].challenged[0].answer;
        challenger::differs(&latest(&state, id), answer) != Direction::Unchanged
    };
    let moved: Vec<&CustomerId> = all.iter().filter(differ).collect();
    let panel = view::challenger(&see(&state)).unwrap();
    let tried = &panel.tried[0];
    let alike = format!("{} of {} (", all.len() - moved.len(), all.len());
    assert!(tried.alike.starts_with(&alike), "{} {alike}", tried.alike);
    let asked = format!("asked at {} decisions, ", all.len());
    assert!(tried.asked.starts_with(&asked), "{}", tried.asked);
    assert_eq!(tried.months, [("2026-11".to_owned(), tried.alike.clone())]);
    let declined = &tried.groups[0];
    assert_eq!((declined.direction, declined.tone), ("The challenger is stricter", Tone::Late));
    assert_eq!(declined.days_late, "nothing of theirs came due since");
    assert_eq!(panel.running.unwrap().unanswered, None);
    for id in &all {
        let page = credit::page(&see(&state), id).unwrap();
        let told = page.in_force.unwrap().challenger.unwrap();
        let same = "The challenger 2026.11.22 would have decided the same";
        assert_eq!(told == same, !moved.contains(&id), "{told}");
        if told != same {
            assert!(told.contains("would have decided: Decline, EUR") || !told.contains("EUR"));
            assert!(told.contains("; reasons: "), "{told}");
        }
    }
}

#[test]
fn exposure_limits_and_days_late_since_are_those_of_who_moved() {
    let (_, mut state) = beside();
    decide_all(&mut state);
    let later = today().plus_days(90).unwrap();
    let all = comparisons(&state.book, later);
    let latest = &all[0].latest;
    let mut limits = Purse::new();
    let mut late = 0;
    for moved in &latest.customers {
        let account = &state.book.accounts[&moved.customer];
        let owed = receivables(account, later, state.book.partner.terms_days);
        let since = owed.overdue_items().filter(|i| i.due > today()).map(|i| i.days_past_due);
        let paid = owed.settled.iter().filter(|s| s.due > today());
        let paid = paid.map(|s| s.due.days_until(s.settled).max(0));
        assert_eq!(moved.worst_days_late, since.chain(paid).max(), "{}", moved.customer);
        assert_eq!(moved.owed, owed.owed());
        late += usize::from(moved.worst_days_late.is_some());
        let after = account.challenged[0].answer.proposed_limit;
        let before = account.decisions.last().unwrap().value.proposed_limit;
        assert_eq!((moved.limit_before, moved.limit_after), (before, after));
        if let (Some(before), Some(after)) = (before, after) {
            limits.add_capped(after.minus(before).unwrap());
        }
    }
    assert!(late > 0, "something came due in three months");
    assert_eq!(challenger::limit_difference(latest), limits);
    let out = latest.rules.iter().find(|r| r.direction == Direction::Out).unwrap();
    assert!(out.sums.customers > 0 && out.sums.limit_after.nonzero().next().is_none());
    assert_eq!(comparisons(&state.book, today().plus_days(-1).unwrap()), [], "not asked yet");
}

#[test]
fn what_a_person_made_of_a_decision_is_no_disagreement_of_the_challenger() {
    let (_, mut state) = beside();
    let ids: Vec<CustomerId> = state.book.accounts.keys().cloned().collect();
    let approved = ids.iter().find(|id| {
        let late = &state.desk.summary(id).unwrap().oldest_days_past_due;
        let page = credit::page(&see(&state), id).unwrap();
        page.proposal.is_some_and(|p| p.memo.outcome == "Approve" && late.is_none())
    });
    let id = approved.unwrap().clone();
    at(&mut state, 1, Event::Credit(Credit::OverrideOpened));
    let mut typed = |change: Change, text: &str| {
        at(&mut state, 2, Event::Credit(Credit::OverrideTyped(change, text.to_owned())));
    };
    typed(Change::Outcome, "decline");
    typed(Change::Terms, "7");
    typed(Change::Second, "Bo Second");
    let code = state.policy_in_force.as_ref().unwrap().document.override_reasons[0].code.clone();
    at(&mut state, 3, Event::Credit(Credit::OverrideTyped(Change::Code, code)));
    at(&mut state, 4, Event::Credit(Credit::Overridden(id.clone())));
    let taken = latest(&state, &id);
    assert_eq!((taken.decided.clone(), taken.terms_days), (Outcome::Decline, Some(7)));
    let told = credit::page(&see(&state), &id).unwrap().in_force.unwrap().challenger.unwrap();
    assert!(told.ends_with("would have decided the same"), "{told}");
    assert_eq!(comparisons(&state.book, today())[0].agreed(), 1);
}

#[test]
fn undo_takes_the_answer_with_its_decision_and_the_trial_is_ended_by_a_person() {
    let (_, mut state) = beside();
    let id = state.book.accounts.keys().next().unwrap().clone();
    let accepted = || Event::Credit(Credit::Accepted(id.clone()));
    at(&mut state, 1, accepted());
    assert_eq!(state.book.accounts[&id].challenged.len(), 1);
    at(&mut state, 2, Event::UndoLast);
    assert!(state.book.accounts[&id].challenged.is_empty());
    at(&mut state, 3, accepted());
    works(&mut state, "");
    let refusal = running(&state).unwrap().why_not_end.unwrap();
    assert_eq!(refusal.1.as_deref(), Some("CR-050"));
    at(&mut state, 4, Event::Policy(Act::ChallengerEnded));
    assert!(running(&state).is_some(), "nobody ended it");
    state.operator = Operator { name: "Ada Example".to_owned(), role: "cfo".to_owned() };
    at(&mut state, 5, Event::Policy(Act::ChallengerEnded));
    assert_eq!(running(&state), None);
    at(&mut state, 6, accepted());
    assert_eq!(state.book.accounts[&id].challenged.len(), 1, "it is asked no more");
    assert_eq!(view::challenger(&see(&state)).unwrap().tried.len(), 1, "what it said stays");
    at(&mut state, 7, Event::UndoLast);
    at(&mut state, 8, Event::UndoLast);
    assert!(running(&state).is_some(), "ending can be undone");
}

#[test]
fn a_decision_at_which_it_was_not_asked_is_counted_and_a_broken_document_decides_nothing() {
    let (_, mut state) = beside();
    let mut named = state.book.challengers[0].clone();
    named.document = "{".to_owned();
    std::sync::Arc::make_mut(&mut state.book).challengers = vec![named];
    let id = state.book.accounts.keys().next().unwrap().clone();
    at(&mut state, 1, Event::Credit(Credit::Accepted(id.clone())));
    assert!(state.book.accounts[&id].challenged.is_empty());
    let told = running(&state).unwrap().unanswered.unwrap();
    assert!(told.starts_with("At 1 decision since then"), "{told}");
}
