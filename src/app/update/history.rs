//! History: searching the record, choosing a kind, saving it as a table.

use crate::app::format::PlainFormat;
use crate::app::state::Screen;
use crate::app::toast::Message;
use crate::app::view_model::history::{Whose, csv};
use crate::app::{Effect, Now, State};

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    Searched(String),
    /// A kind of entry by its kept word; empty for every kind.
    KindChosen(String),
    /// A person by the name recorded; empty for everybody.
    WhoChosen(String),
    /// The first and the last day of recording; empty for no bound.
    FromTyped(String),
    UntilTyped(String),
    /// Everything is to be shown again.
    Cleared,
    /// What is shown is to be saved as CSV: of a customer, a case or the book.
    Exported(Whose),
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub search: String,
    pub kind: String,
    pub who: String,
    pub from: String,
    pub until: String,
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Searched(text) => state.history.search = text,
        Event::KindChosen(kind) => state.history.kind = kind,
        Event::WhoChosen(who) => state.history.who = who,
        Event::FromTyped(day) => state.history.from = day,
        Event::UntilTyped(day) => state.history.until = day,
        Event::Cleared => state.history = Form::default(),
        Event::Exported(whose) => return export(state, now, &whose),
    }
    Vec::new()
}

/// A file reads the same wherever it is opened, so its moments are in UTC and say so.
fn export(state: &mut State, now: &Now, whose: &Whose) -> Vec<Effect> {
    let format = PlainFormat { lang: state.lang };
    let screen = Screen { state, format: &format };
    let content = csv(&screen, whose);
    let name = format!("recourse-history-{}.csv", now.today);
    let message = Message::Downloaded { name: name.clone() };
    state.toasts.push(message, Vec::new());
    vec![Effect::Download { name, mime: "text/csv;charset=utf-8", content }]
}
