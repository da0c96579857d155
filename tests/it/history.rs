//! The record: every entry found, filtered, undone and saved.

use recourse::app::format::PlainFormat;
use recourse::app::state::{Loaded, Namespace, Screen};
use recourse::app::update::history::Event as Act;
use recourse::app::view_model::history::{Line, List, Undo, Whose, csv, line, list};
use recourse::app::{Effect, Event, Now, State, update};
use recourse::domain::ids::{CustomerId, WriterId};
use recourse::domain::{Day, Instant};
use recourse::journal::Body;

const FORMAT: PlainFormat = PlainFormat { lang: recourse::app::Lang::En };

fn now() -> Now {
    Now::new(Day::parse("2026-11-22").unwrap(), Instant::parse("2026-11-22T14:02:00Z").unwrap(), 77)
}

/// The sample, opened as the page opens it.
fn sample() -> State {
    let mut state = State::default();
    turn(&mut state, Event::SampleOpened);
    let loaded = Loaded { writer: Some(WriterId::new("tab-a").unwrap()), ..Loaded::default() };
    turn(&mut state, Event::Loaded(Namespace::Sample, Box::new(loaded)));
    state
}

fn turn(state: &mut State, event: Event) -> Vec<Effect> {
    update::update(state, event, &mut now())
}

fn see(state: &State) -> Screen<'_> {
    Screen { state, format: &FORMAT }
}

fn whole(state: &State) -> List {
    list(&see(state), &Whose::Book)
}

fn lines(state: &State, list: &List) -> Vec<Line> {
    list.ids.iter().map(|id| line(&see(state), id).unwrap()).collect()
}

#[test]
fn every_entry_is_listed_the_newest_first() {
    let state = sample();
    let all = whole(&state);
    assert_eq!(all.ids.len(), state.journal.len());
    assert_eq!(all.ids[0], state.journal.entries().last().unwrap().id);
    for line in lines(&state, &all) {
        assert!(!line.when.is_empty() && !line.who.is_empty() && !line.kind.is_empty());
    }
}

#[test]
fn a_kind_and_a_search_narrow_the_list() {
    let mut state = sample();
    let all = whole(&state);
    turn(&mut state, Event::History(Act::KindChosen("notice".to_owned())));
    let notices = whole(&state);
    assert!(!notices.ids.is_empty() && notices.ids.len() < all.ids.len());
    assert!(lines(&state, &notices).iter().all(|l| l.kind == "Notice"));
    let name = lines(&state, &notices)[0].about.clone().unwrap().0;
    turn(&mut state, Event::History(Act::Searched(name.to_uppercase())));
    let found = whole(&state);
    assert!(!found.ids.is_empty() && found.ids.len() < notices.ids.len());
    turn(&mut state, Event::History(Act::Searched("no such thing".to_owned())));
    assert!(whole(&state).none_found);
    turn(&mut state, Event::History(Act::Cleared));
    assert_eq!(whole(&state).ids, all.ids);
}

#[test]
fn coded_values_are_said_in_the_words_of_the_reader() {
    let state = sample();
    let chinese = PlainFormat { lang: recourse::app::Lang::ZhHant };
    for format in [&FORMAT, &chinese] {
        let screen = Screen { state: &state, format };
        let (mut actions, mut notices) = (0, 0);
        for entry in state.journal.entries() {
            let said = line(&screen, &entry.id).unwrap().detail;
            let code = match &*entry.body {
                Body::Action(a) => (a.kind.word().to_owned(), &mut actions),
                Body::Notice(n) => (n.step.clone(), &mut notices),
                _ => continue,
            };
            assert!(!said.is_empty() && !said.contains(&code.0), "{said}");
            *code.1 += 1;
        }
        assert!(actions > 0 && notices > 0, "{actions} {notices}");
    }
}

#[test]
fn a_customer_has_his_own_record_and_the_imports_that_tell_of_him() {
    let state = sample();
    let customer: CustomerId = state
        .book
        .accounts
        .values()
        .find(|a| !a.decisions.is_empty() && !a.notices.is_empty())
        .map(|a| a.customer.value.id.clone())
        .unwrap();
    let his = list(&see(&state), &Whose::Customer(customer));
    assert!(his.ids.len() < state.journal.len());
    let kinds: Vec<&str> = his.kinds.iter().map(|(kind, _)| kind.as_str()).collect();
    for kind in ["observed", "decision", "notice"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
}

#[test]
fn undo_withdraws_and_says_so_and_can_itself_be_undone() {
    let mut state = sample();
    turn(&mut state, Event::History(Act::KindChosen("notice".to_owned())));
    let id = whole(&state).ids[0].clone();
    let before = state.book.clone();
    let Undo::May(entries) = line(&see(&state), &id).unwrap().undo else {
        panic!("a notice can be undone");
    };
    turn(&mut state, Event::Undo(entries));
    let undone = line(&see(&state), &id).unwrap();
    assert!(undone.withdrawn);
    assert!(matches!(undone.undo, Undo::Not(why) if why.contains("undo the withdrawal")));
    assert_ne!(state.book.accounts, before.accounts);
    turn(&mut state, Event::History(Act::KindChosen("withdrawal".to_owned())));
    let withdrawal = whole(&state).ids[0].clone();
    turn(&mut state, Event::Undo(vec![withdrawal]));
    assert!(!line(&see(&state), &id).unwrap().withdrawn);
    assert_eq!(state.book.accounts, before.accounts);
}

#[test]
fn what_cannot_be_undone_says_why() {
    let mut state = sample();
    turn(&mut state, Event::History(Act::KindChosen("case_opening".to_owned())));
    let opening = whole(&state).ids[0].clone();
    let why = line(&see(&state), &opening).unwrap().undo;
    assert!(matches!(why, Undo::Not(reason) if reason.contains("rest on it")));
    turn(&mut state, Event::History(Act::Cleared));
    turn(&mut state, Event::KnownAt(Day::parse("2026-11-01").ok()));
    let earlier = whole(&state);
    assert!(!earlier.ids.is_empty() && earlier.ids.len() < state.journal.len());
    assert!(lines(&state, &earlier).iter().all(|l| matches!(l.undo, Undo::Not(_))));
}

#[test]
fn the_table_for_a_spreadsheet_holds_what_is_shown_and_no_formula() {
    let mut state = sample();
    state.operator.name = "=HYPERLINK(\"x\")".to_owned();
    turn(&mut state, Event::History(Act::KindChosen("decision".to_owned())));
    let before = whole(&state).ids.len();
    let table = csv(&see(&state), &Whose::Book);
    assert_eq!(table.lines().count(), before + 1);
    assert!(table.starts_with("\u{FEFF}id,recorded,"));
    let id = whole(&state).ids[0].clone();
    turn(&mut state, Event::Undo(vec![id]));
    turn(&mut state, Event::History(Act::KindChosen("withdrawal".to_owned())));
    let effects = turn(&mut state, Event::History(Act::Exported(Whose::Book)));
    let [Effect::Download { name, content, .. }] = effects.as_slice() else {
        panic!("a file is handed over");
    };
    assert_eq!(name, "recourse-history-2026-11-22.csv");
    assert!(content.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{content}");
}

#[test]
fn a_case_has_a_record_of_its_own_and_a_person_and_a_period_narrow_any() {
    let mut state = sample();
    let case = state.book.cases.keys().next().unwrap().clone();
    let of_case = list(&see(&state), &Whose::Case(case.clone()));
    assert!(of_case.ids.len() > 1 && of_case.ids.len() < state.journal.len());
    assert!(of_case.kinds.iter().any(|(kind, _)| kind == "case_opening"));
    let table = csv(&see(&state), &Whose::Case(case.clone()));
    assert_eq!(table.lines().count(), of_case.ids.len() + 1);
    assert!(table.lines().skip(1).all(|line| line.contains(case.as_str())), "{table}");
    let all = whole(&state);
    let who = all.people[0].clone();
    turn(&mut state, Event::History(Act::WhoChosen(who.clone())));
    let his = whole(&state);
    assert!(!his.ids.is_empty());
    assert!(lines(&state, &his).iter().all(|l| l.who == who));
    turn(&mut state, Event::History(Act::WhoChosen(String::new())));
    turn(&mut state, Event::History(Act::FromTyped("2026-11-01".to_owned())));
    let since = whole(&state).ids.len();
    turn(&mut state, Event::History(Act::UntilTyped("2026-11-10".to_owned())));
    let between = whole(&state).ids.len();
    assert!(between < since && since < all.ids.len(), "{between} {since} {}", all.ids.len());
    turn(&mut state, Event::History(Act::Cleared));
    assert_eq!(whole(&state).ids.len(), all.ids.len());
}

#[test]
fn jr11_the_word_that_lost_is_shown_beside_the_one_that_counts() {
    use crate::support::{Story, tenant};
    use recourse::app::view_model::history_differ::differences;
    let story = Story::from("2026-10-01")
        .invoice("S-1", "2026-10-31", "120.00")
        .on("2026-11-02")
        .invoice("S-1", "2026-10-31", "150.00");
    let mut state = State::default();
    let loaded = Loaded { journal: story.journal, ..Loaded::default() };
    turn(&mut state, Event::Loaded(Namespace::Own, Box::new(loaded)));
    let lines = differences(&see(&state), &tenant());
    assert_eq!(lines.len(), 1, "{lines:?}");
    let line = lines[0].replace('\u{a0}', " ");
    assert!(line.starts_with("Invoice S-1: EUR 150.00 (sample.csv, row 1"), "{line}");
    assert!(line.contains("EUR 120.00 (sample.csv, row 1"), "{line}");
}
