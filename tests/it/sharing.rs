//! The exchange page: a part of the book out, with what leaves said before.

use recourse::app::format::PlainFormat;
use recourse::app::state::{Backup, Loaded, Namespace, Screen};
use recourse::app::update::exchange::{Event as Act, What};
use recourse::app::view_model::exchange::{OutlookText, StageText, outlook, page, share};
use recourse::app::{Effect, Event, Lang, Now, State, update};
use recourse::domain::ids::WriterId;
use recourse::domain::{Day, Instant};
use recourse::exchange::bundle::{read, verify};
use recourse::journal::{Entry, Journal};

use crate::support::{Story, tenant};

const FORMAT: PlainFormat = PlainFormat { lang: Lang::En };

fn turn(state: &mut State, event: Event) -> Vec<Effect> {
    let day = Day::parse("2026-11-22").unwrap();
    let mut now = Now::new(day, Instant::parse("2026-11-22T14:02:00Z").unwrap(), 77);
    update::update(state, event, &mut now)
}

fn act(state: &mut State, act: Act) -> Vec<Effect> {
    turn(state, Event::Exchange(act))
}

fn sample() -> State {
    let mut state = State::default();
    turn(&mut state, Event::SampleOpened);
    let loaded = Loaded { writer: Some(WriterId::new("tab-a").unwrap()), ..Loaded::default() };
    turn(&mut state, Event::Loaded(Namespace::Sample, Box::new(loaded)));
    state
}

fn file(effects: &[Effect]) -> (&str, &str) {
    let [Effect::Download { name, content, .. }] = effects else { panic!("{effects:?}") };
    (name, content)
}

#[test]
fn some_customers_leave_and_the_others_stay() {
    let mut state = sample();
    act(&mut state, Act::WhatChosen(What::Customers));
    let text = share(&Screen { state: &state, format: &FORMAT });
    assert!(text.why_not.is_some() && text.customers.len() == 8 && text.more.is_some());
    assert!(act(&mut state, Act::PartExported).is_empty(), "nothing is chosen");
    let (chosen, other) = (text.customers[0].clone(), text.customers[1].clone());
    act(&mut state, Act::CustomerChosen(chosen.id.clone(), true));
    act(&mut state, Act::CustomerSearched("no such name".to_owned()));
    let text = share(&Screen { state: &state, format: &FORMAT });
    assert_eq!(text.customers.len(), 1, "what is chosen stays in sight");
    assert!(text.why_not.is_none() && text.leaves[0].contains("entries leave"));
    let effects = act(&mut state, Act::PartExported);
    let (name, content) = file(&effects);
    assert_eq!(name, "recourse-customers-2026-11-22.json");
    assert!(content.contains(&chosen.name) && !content.contains(&other.name));
    assert!(!content.contains(other.id.as_str()));
    let bundle = read(content).unwrap();
    assert!(bundle.is_part && verify(&bundle).is_verified());
}

#[test]
fn a_case_leaves_with_its_customer_and_a_period_by_its_days() {
    let mut state = sample();
    act(&mut state, Act::WhatChosen(What::Case));
    let text = share(&Screen { state: &state, format: &FORMAT });
    assert!(text.why_not.is_some() && text.cases.len() > 1);
    act(&mut state, Act::CaseChosen(text.cases[1].0.clone()));
    let effects = act(&mut state, Act::PartExported);
    let (_, content) = file(&effects);
    assert!(content.contains("\"kind\":\"case_opening\"") && content.contains(&text.cases[1].0));
    assert_eq!(content.matches("\"kind\":\"case_opening\"").count(), 1);
    act(&mut state, Act::WhatChosen(What::Period));
    act(&mut state, Act::FromTyped("2026-11-20".to_owned()));
    act(&mut state, Act::UntilTyped("2026-11-01".to_owned()));
    assert!(share(&Screen { state: &state, format: &FORMAT }).why_not.is_some());
    act(&mut state, Act::FromTyped("2026-10-01".to_owned()));
    let effects = act(&mut state, Act::PartExported);
    let bundle = read(file(&effects).1).unwrap();
    assert!(!bundle.entries.is_empty() && bundle.entries.len() < state.journal.len());
    assert!(verify(&bundle).is_verified());
}

/// A page on this journal.
/// From the exchange page a report leaves with what it rests on, and the importer reads all of it back.
#[test]
fn a_report_bundle_leaves_with_the_newest_revision_or_the_draft() {
    let mut state = sample();
    act(&mut state, Act::WhatChosen(What::Report));
    let none = share(&Screen { state: &state, format: &FORMAT });
    assert!(none.why_not.is_some() && act(&mut state, Act::PartExported).is_empty());
    let cases: Vec<_> =
        state.book.cases.iter().map(|(id, c)| (id.clone(), c.reports.len())).collect();
    let mut seen = (false, false);
    for (case, revisions) in cases {
        act(&mut state, Act::CaseChosen(case.to_string()));
        let text = share(&Screen { state: &state, format: &FORMAT });
        let said = text.leaves.join(" ");
        let is_issued = revisions > 0;
        assert_eq!(said.contains("no revision was issued"), !is_issued, "{said}");
        assert_eq!(said.contains("as it was issued"), is_issued, "{said}");
        seen = (seen.0 || is_issued, seen.1 || !is_issued);
        let effects = act(&mut state, Act::PartExported);
        let (name, content) = file(&effects);
        assert!(name.ends_with(".bundle.json"), "{name}");
        let bundle = read(content).unwrap();
        assert!(verify(&bundle).is_verified() && bundle.is_part);
        let whole: serde_json::Value = serde_json::from_str(content).unwrap();
        assert_eq!(whole["report"]["files"].as_array().map(Vec::len), Some(3));
        let mut theirs = Journal::new();
        theirs.extend(bundle.entries);
        assert!(recourse::book::fold(&theirs, None).cases.contains_key(&case));
    }
    assert_eq!(seen, (true, true), "the sample has a case of each kind");
}

fn own(journal: &Journal) -> State {
    let mut state = State::default();
    let loaded = Loaded {
        journal: journal.clone(),
        writer: Some(WriterId::new("tab-a").unwrap()),
        ..Loaded::default()
    };
    turn(&mut state, Event::Loaded(Namespace::Own, Box::new(loaded)));
    state
}

fn look_at(state: &mut State, journal: &Journal) -> OutlookText {
    let at = Instant::parse("2026-11-20T10:00:00Z").unwrap();
    let backup = Backup { at, journal: journal.clone(), damaged: Vec::new() };
    let mut effects = act(state, Act::BackupOpened(Box::new(backup)));
    while let Some(Effect::Again(event)) = effects.pop() {
        effects = turn(state, *event);
    }
    let screen = Screen { state, format: &FORMAT };
    assert!(matches!(page(&screen).stage, StageText::Understood(_)));
    outlook(&screen)
}

#[test]
fn jr11_what_would_change_and_what_differs_is_said_before_anything_is_appended() {
    let ours = Story::from("2026-10-01").invoice("S-1", "2026-10-31", "120.00");
    let theirs = Story::from("2026-10-02").on("2026-11-02").invoice("S-1", "2026-10-31", "150.00");
    let mut state = own(&ours.journal);
    let before: Vec<Entry> = state.journal.entries().to_vec();
    let seen = look_at(&mut state, &theirs.journal);
    assert_eq!(state.journal.len(), before.len(), "nothing is appended by looking");
    let said = seen.changes.join("\n").replace('\u{a0}', " ");
    assert!(said.contains("Sample Bakery: owes EUR 120.00 → EUR 150.00"), "{said}");
    assert!(said.contains("overdue"), "{said}");
    let differ = seen.disagreements.join("\n").replace('\u{a0}', " ");
    assert!(differ.contains("S-1: EUR 150.00 would count; EUR 120.00 stays"), "{differ}");
    // Taken in, the pages say so; undone, everything is as before, and both books' entries stay.
    let book = state.book.clone();
    act(&mut state, Act::TakenIn);
    let owed = state.desk.summary(&tenant()).unwrap().owed.clone();
    assert_eq!(owed.get(recourse::domain::Currency::EUR).to_string(), "EUR 150.00");
    assert_eq!(
        state.book.accounts[&tenant()].invoices.values().next().unwrap().superseded.len(),
        1
    );
    let all = state.journal.len();
    turn(&mut state, Event::UndoLast);
    assert_eq!(state.book.accounts, book.accounts);
    assert_eq!(state.journal.len(), all + 1);
}

#[test]
fn a_book_that_is_known_changes_nothing_and_says_so() {
    let ours = Story::from("2026-10-01").invoice("S-1", "2026-10-31", "120.00");
    let mut state = own(&ours.journal);
    let seen = look_at(&mut state, &ours.journal);
    assert!(seen.changes.is_empty() && seen.disagreements.is_empty());
    assert_eq!(seen.lead, "No figure on any page would change.");
    let StageText::Understood(known) = page(&Screen { state: &state, format: &FORMAT }).stage
    else {
        panic!("nothing was understood")
    };
    assert!(known.why_not.is_some());
}
