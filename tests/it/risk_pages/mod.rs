//! The pages about money at risk without a browser, over the sample.

mod advice;
mod lists;
mod origins;
mod own_readings;
mod rules;

use recourse::app::format::PlainFormat;
use recourse::app::state::{Loaded, Namespace};
use recourse::app::update::update;
use recourse::app::{Effect, Event, Lang, Now, Screen, State};
use recourse::domain::ids::{CustomerId, WriterId};

use crate::sample;

/// A page with the sample open, on the day of the tests.
pub struct Page {
    pub state: State,
    turns: u128,
}

impl Page {
    pub fn open() -> Self {
        let namespace = Namespace::Sample;
        let state = State { namespace, ..State::default() };
        let mut page = Self { state, turns: 0 };
        let loaded = Loaded {
            journal: sample::journal(sample::today(), sample::now()),
            writer: Some(WriterId::new("page").unwrap()),
            ..Loaded::default()
        };
        page.turn(Event::Loaded(namespace, Box::new(loaded)));
        page
    }

    pub fn turn(&mut self, event: Event) -> Vec<Effect> {
        self.turns += 1;
        let mut now = Now::new(sample::today(), sample::now(), self.turns * 1_000_003);
        update(&mut self.state, event, &mut now)
    }

    pub fn in_lang(mut self, lang: Lang) -> Self {
        self.state.lang = lang;
        self
    }

    /// The customer whose name begins with the text.
    pub fn customer(&self, name: &str) -> CustomerId {
        sample::account(&self.state.book, name).customer.value.id.clone()
    }

    /// What is made of the screen.
    pub fn see<T>(&self, view: impl FnOnce(&Screen<'_>) -> T) -> T {
        let format = PlainFormat { lang: self.state.lang };
        view(&Screen { state: &self.state, format: &format })
    }
}
