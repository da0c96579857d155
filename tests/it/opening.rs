//! A book comes to the screen in steps, and to the same screen as in one.

use recourse::app::format::PlainFormat;
use recourse::app::state::{Loaded, Namespace, Reading, Screen};
use recourse::app::view_model::customers::{self, Nothing};
use recourse::app::{Effect, Event, Lang, Now, State, update};
use recourse::book::fold;
use recourse::domain::ids::WriterId;
use recourse::domain::{Day, Instant};
use recourse::exchange::generate::{Plan, journal};
use recourse::journal::Journal;

use crate::desk::Desk;

fn now() -> Now {
    let day = Day::parse("2026-11-22").unwrap();
    Now::new(day, Instant::parse("2026-11-22T14:02:00Z").unwrap(), 77)
}

fn large() -> Journal {
    journal(&Plan::of_invoices(6_000, Day::parse("2026-11-22").unwrap())).unwrap()
}

fn turn(state: &mut State, event: Event) -> Vec<Effect> {
    update::update(state, event, &mut now())
}

fn loaded(journal: &Journal) -> Event {
    let writer = Some(WriterId::new("tab-z").unwrap());
    let loaded = Loaded { journal: journal.clone(), writer, ..Loaded::default() };
    Event::Loaded(Namespace::Own, Box::new(loaded))
}

/// Goes on as the shell does, and gives back how many turns it took.
fn finish(state: &mut State, mut effects: Vec<Effect>) -> usize {
    let mut turns = 0;
    while let Some(Effect::Again(event)) = effects.pop() {
        if matches!(*event, Event::ClearFurther) {
            effects.extend(turn(state, *event));
            continue;
        }
        assert!(turns < 1_000 && state.opening.is_some());
        let (summed, lists) = (state.reading == Reading::Ready, &state.desk.summaries);
        assert_eq!(state.read_only().is_none(), summed, "what is not summed up is read only");
        assert_eq!(lists.len(), if summed { state.book.accounts.len() } else { 0 });
        turns += 1;
        effects = turn(state, *event);
    }
    turns
}

/// What is on the screen is what follows from the journal.
fn is_whole(state: &State) {
    assert_eq!(state.reading, Reading::Ready);
    let book = fold(&state.journal, None);
    assert_eq!(format!("{:?}", state.book), format!("{book:?}"));
    assert_eq!(state.desk.summaries.len(), book.accounts.len());
    let mut again = state.clone();
    update::refold(&mut again);
    assert_eq!(format!("{:?}", state.desk.summaries), format!("{:?}", again.desk.summaries));
}

#[test]
fn a_large_book_opens_in_turns_and_a_small_one_at_once() {
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&large()));
    assert!(finish(&mut state, begun) > 3);
    is_whole(&state);
    let mut desk = Desk::new("tab-a");
    desk.notes(3);
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&desk.journal));
    assert_eq!(finish(&mut state, begun), 0);
    is_whole(&state);
}

/// The list is there before plans are; what is not known yet is said to be worked out.
#[test]
fn lists_come_before_plans_and_say_so() {
    let mut state = State::default();
    let mut effects = turn(&mut state, loaded(&large()));
    let stages = |state: &State| -> Vec<Option<String>> {
        let format = PlainFormat { lang: Lang::En };
        let screen = Screen { state, format: &format };
        let ids = customers::list(&screen).ids;
        let stage = |id| customers::line(&screen, id).unwrap().stage.map(|(text, _)| text);
        ids.iter().take(20).map(stage).collect()
    };
    let mut before = None;
    while let Some(Effect::Again(event)) = effects.pop() {
        if state.reading == Reading::Ready {
            before.get_or_insert_with(|| stages(&state));
        }
        effects = turn(&mut state, *event);
    }
    let worked_out = Some("being worked out".to_owned());
    let before = before.expect("the lists come first");
    assert!(before.len() == 20 && before.iter().all(|stage| *stage == worked_out), "{before:?}");
    assert!(stages(&state).iter().all(|stage| stage.is_some() && *stage != worked_out));
    is_whole(&state);
}

#[test]
fn st13_what_others_record_while_a_book_opens_is_in_it() {
    let mut state = State::default();
    let mut effects = turn(&mut state, loaded(&large()));
    let mut other = Desk::new("tab-b");
    let mut turns = 0;
    while let Some(Effect::Again(event)) = effects.pop() {
        assert!(turn(&mut state, Event::Foreign(other.notes(1))).is_empty());
        turns += 1;
        assert!(turns < 1_000, "a tab that edits without a pause keeps the book from opening");
        effects = turn(&mut state, *event);
    }
    assert!(turns > 3);
    assert_eq!(state.journal.len(), large().len() + turns);
    is_whole(&state);
}

#[test]
fn an_earlier_day_asked_for_while_a_book_opens_is_shown() {
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&large()));
    let earlier = Day::parse("2026-11-01").unwrap();
    turn(&mut state, Event::KnownAt(Some(earlier)));
    finish(&mut state, begun);
    assert_eq!((state.known_at, &state.reading), (Some(earlier), &Reading::Ready));
    let until = recourse::app::state::end_of(earlier);
    assert_eq!(format!("{:?}", state.book), format!("{:?}", fold(&state.journal, Some(until))));
}

#[test]
fn an_earlier_day_of_a_large_book_comes_in_turns_and_so_does_today() {
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&large()));
    finish(&mut state, begun);
    let later = Day::parse("2026-11-24").unwrap();
    let mut now = Now::new(later, Instant::parse("2026-11-24T14:02:00Z").unwrap(), 78);
    let mut turn = |state: &mut State, event| update::update(state, event, &mut now);
    turn(&mut state, Event::Tick);
    let today = format!("{:?}", state.desk.summaries);
    for day in [Day::parse("2026-11-22").ok(), None] {
        let mut effects = turn(&mut state, Event::KnownAt(day));
        let (mut turns, mut cleared) = (0, 0);
        while let Some(Effect::Again(event)) = effects.pop() {
            turns += 1;
            assert!(turns < 1_000);
            cleared += usize::from(matches!(*event, Event::ClearFurther));
            effects = turn(&mut state, *event);
        }
        assert!(turns - cleared > 3, "{day:?}: {turns}");
        let customers = state.book.accounts.len();
        assert!(cleared > customers / 100, "{cleared} steps give {customers} customers back");
        assert!(state.leftovers.step(), "nothing is left over");
        assert_eq!((state.known_at, &state.reading), (day, &Reading::Ready));
        let book = fold(&state.journal, day.map(recourse::app::state::end_of));
        assert_eq!(format!("{:?}", state.book), format!("{book:?}"));
        assert_eq!(format!("{:?}", state.desk.summaries) == today, day.is_none());
    }
}

/// What seemed to be cut off was just being written by another tab.
#[test]
fn st13_a_remark_goes_when_another_tab_has_written_the_rest() {
    let mut state = State::default();
    let about = |number: u8| (format!("op/tab-a/{number}"), "cut off before its end".to_owned());
    let loaded = Loaded { set_aside: vec![about(2), about(3)], ..Loaded::default() };
    turn(&mut state, Event::Loaded(Namespace::Own, Box::new(loaded)));
    assert_eq!(state.set_aside, [about(2), about(3)]);
    turn(&mut state, Event::Whole(vec![about(2).0]));
    assert_eq!(state.set_aside, [about(3)]);
}

/// An empty list says whether nobody matches, nobody was known on that day, or nobody is known at all.
#[test]
fn a_list_without_customers_says_why() {
    let format = PlainFormat { lang: Lang::En };
    let nothing = |state: &State| customers::list(&Screen { state, format: &format }).nothing;
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&Journal::new()));
    finish(&mut state, begun);
    assert_eq!(nothing(&state), Some(Nothing::NoneYet));
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&large()));
    finish(&mut state, begun);
    assert_eq!(nothing(&state), None);
    state.customers.search = "nobody is called so".to_owned();
    assert_eq!(nothing(&state), Some(Nothing::NoneMatches));
    let begun = turn(&mut state, Event::KnownAt(Day::parse("2026-11-01").ok()));
    finish_any(&mut state, begun);
    assert_eq!(nothing(&state), Some(Nothing::NoneThen));
}

fn finish_any(state: &mut State, mut effects: Vec<Effect>) {
    while let Some(Effect::Again(event)) = effects.pop() {
        effects.extend(turn(state, *event));
    }
}

#[test]
fn a_book_that_is_left_while_it_opens_does_not_come_back() {
    let mut state = State::default();
    let begun = turn(&mut state, loaded(&large()));
    turn(&mut state, Event::SampleOpened);
    assert_eq!(finish_left(&mut state, begun), 0);
    assert!(state.book.accounts.is_empty() && state.reading == Reading::NotYet);
}

/// The turn that was asked for comes, and asks for no other.
fn finish_left(state: &mut State, mut effects: Vec<Effect>) -> usize {
    let Some(Effect::Again(event)) = effects.pop() else { panic!("{effects:?}") };
    turn(state, *event).len()
}

/// Entries that come last are taken in by themselves, others with the whole book: the same either way.
#[test]
fn st13_entries_of_others_are_taken_in_wherever_they_belong() {
    let mut state = State::default();
    let mut other = Desk::new("tab-b");
    let early = other.notes(2);
    let late = other.notes(3);
    let begun = turn(&mut state, loaded(&large()));
    finish(&mut state, begun);
    for entries in [late.clone(), early, late] {
        turn(&mut state, Event::Foreign(entries));
        is_whole(&state);
    }
    assert_eq!(state.journal.len(), large().len() + 5);
}
