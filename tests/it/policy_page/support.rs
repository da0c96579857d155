//! The policy page as its tests use it.

use recourse::app::effect::Progress;
use recourse::app::format::PlainFormat;
use recourse::app::state::{Loaded, Namespace, Screen};
use recourse::app::update::policy::{Edit, Event as Act, Hand, Typed, Wants, act};
use recourse::app::view_model::policy::{self as view, Sheet, Work};
use recourse::app::{Effect, Event, Lang, Now, State, update};
use recourse::domain::ids::WriterId;
use recourse::domain::{Day, Instant};
use recourse::journal::Operator;
use recourse::policy::shipped;
use serde_json::Value;

pub const FORMAT: PlainFormat = PlainFormat { lang: Lang::En };
pub const GRADE: &str = "stages[2].rules";

pub fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

pub fn now() -> Now {
    Now::new(today(), Instant::parse("2026-11-22T14:02:00Z").unwrap(), 77)
}

/// The sample with the policy page open, and somebody at work.
pub fn opened() -> State {
    let mut state = State::default();
    turn(&mut state, Event::SampleOpened);
    let loaded = Loaded { writer: Some(WriterId::new("tab-a").unwrap()), ..Loaded::default() };
    turn(&mut state, Event::Loaded(Namespace::Sample, Box::new(loaded)));
    works(&mut state, "Ada Example");
    does(&mut state, Act::Opened(Hand(act)));
    state
}

pub fn works(state: &mut State, name: &str) {
    state.operator = Operator { name: name.to_owned(), role: "credit-manager".to_owned() };
}

/// Carries an event out, and all work it asks for to its end.
pub fn turn(state: &mut State, event: Event) -> Vec<Effect> {
    let effects = update::update(state, event, &mut now());
    for effect in &effects {
        if let Effect::Work(slow) = effect {
            work(state, &mut *slow.0.borrow_mut());
        }
    }
    effects
}

pub fn work(state: &mut State, work: &mut dyn recourse::app::effect::Work) {
    loop {
        match work.step() {
            Progress::More => {}
            Progress::Tell(event) => _ = update::update(state, *event, &mut now()),
            Progress::Done(event) => {
                update::update(state, *event, &mut now());
                return;
            }
        }
    }
}

pub fn does(state: &mut State, act: Act) -> Vec<Effect> {
    turn(state, Event::Policy(act))
}

pub fn types(state: &mut State, place: &str, text: &str) {
    let typed = Typed { wants: Wants::Text, text: text.to_owned() };
    does(state, Act::Edited(Edit::Set { place: place.to_owned(), typed }));
}

pub fn see(state: &State) -> Screen<'_> {
    Screen { state, format: &FORMAT }
}

pub fn sheet(state: &mut State, key: &str) -> Sheet {
    does(state, Act::SheetChosen(key.to_owned()));
    view::sheet(&see(state)).unwrap()
}

pub fn draft(state: &State) -> &Value {
    &state.policy.draft.as_ref().unwrap().json
}

/// Why the button may not be pressed: the rule.
pub fn why_not(state: &State) -> Option<String> {
    match view::head(&see(state)).work {
        Work::Draft { why_not, .. } | Work::Review { why_not, .. } => why_not?.1,
        Work::Reading => None,
    }
}

pub fn file(state: &mut State, text: String) {
    does(state, Act::FileRead { name: "mine.json".to_owned(), text: Ok(text) });
}

pub fn standard(key: &str) -> Box<Value> {
    let document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    Box::new(document[key].clone())
}
