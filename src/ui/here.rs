//! What every page is handed: a way to see the state, and a way to say what happened.

use leptos::prelude::*;

use super::watched::Watched;
use crate::app::{Event, Format, Lang, Screen, State};

/// Lent to all pages through context. View models come down through it, events go up.
#[derive(Clone, Copy)]
pub struct Here {
    state: Watched<State>,
    /// Apart from the state: words are the most that a page reads, and they change with it only.
    lang: Watched<Lang>,
    dispatch: Callback<Event>,
    format: fn(Lang) -> &'static dyn Format,
}

impl Here {
    #[must_use]
    pub fn new(
        (state, lang): (Watched<State>, Watched<Lang>),
        dispatch: Callback<Event>,
        format: fn(Lang) -> &'static dyn Format,
    ) -> Self {
        Self { state, lang, dispatch, format }
    }

    /// A view model, made again when the state changes and passed on only when it differs.
    pub fn see<T>(self, make: impl Fn(&Screen<'_>) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.look(&make))
    }

    /// A value of this moment; tracks the state where it is called.
    pub fn look<T>(self, make: impl Fn(&Screen<'_>) -> T) -> T {
        self.state.with(|state| make(&Screen { state, format: (self.format)(state.lang) }))
    }

    /// Tells what happened.
    pub fn send(self, event: Event) {
        self.dispatch.run(event);
    }

    /// The language, for words that stand in a view; tracks it.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.lang.with(|lang| *lang)
    }

    /// Words that follow the language: `here.say(words::places::today)`.
    pub fn say(
        self,
        words: fn(Lang) -> &'static str,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || words(self.lang())
    }
}

/// What this part of the page was handed. Call it while a component is built.
///
/// # Panics
/// When a page is built outside the frame that lends it, which no path through the program does.
#[must_use]
pub fn here() -> Here {
    expect_context::<Here>()
}
