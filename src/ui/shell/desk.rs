//! The program itself: mounts the page over the book and carries each turn out.

use std::cell::Cell;

use leptos::prelude::*;

use super::{FILES, HANDS, clock, effects, intl, listeners, preferences};
use crate::app::state::Namespace;
use crate::app::update::settings;
use crate::app::view_model::frame::window_title;
use crate::app::{Effect, Event, Lang, Route, Screen, State, update};
use crate::ui::here::Here;
use crate::ui::pages::Root;
use crate::ui::watched::Watched;

/// Mounts the page on the document's body, over the sample or over the book that was open last.
pub fn mount(sample: bool) {
    let namespace = if sample { Namespace::Sample } else { preferences::namespace() };
    mount_to_body(move || view! { <App namespace/> });
}

#[component]
fn App(namespace: Namespace) -> impl IntoView {
    let state = Watched::new(State {
        namespace,
        lang: preferences::lang(),
        theme: preferences::theme(),
        operator: preferences::operator(),
        file_copy: preferences::file_copy(),
        settings: settings::Form {
            single_keys: preferences::single_keys(),
            ..settings::Form::default()
        },
        ..State::default()
    });
    let lang = Watched::new(preferences::lang());
    let dispatch = Callback::new(move |event| turn(state, lang, event));
    DISPATCH.set(Some(dispatch));
    provide_context(HANDS);
    provide_context(FILES);
    provide_context(Here::new((state, lang), dispatch, intl::format));
    listeners::install(dispatch);
    preferences::apply(preferences::lang(), preferences::theme());
    dispatch.run(Event::Navigated(Route::parse(&listeners::hash())));
    effects::run(dispatch, Effect::Load(namespace));
    view! { <Root/> }
}

thread_local! {
    /// The one callback of the page. Made once: what a page part makes goes away with that part.
    static DISPATCH: Cell<Option<Callback<Event>>> = const { Cell::new(None) };
    /// When the page last showed what a turn changed, in milliseconds.
    static SHOWN_AT: Cell<i64> = const { Cell::new(0) };
}

/// Long work is shown this often, in milliseconds: every step of it would cost the page as long as the step itself.
const SHOWN_EVERY_MILLIS: i64 = 100;

/// One turn: the event and the moment go in, the effects are carried out.
fn turn(state: Watched<State>, lang: Watched<Lang>, event: Event) {
    let mut now = clock::now();
    let at = now.instant.millis();
    let mut asked = Vec::new();
    state.update_if(|s| {
        asked = update::update(s, event, &mut now);
        is_shown(at, &asked)
    });
    let (title, spoken) = state.with_untracked(|state| {
        let format = intl::format(state.lang);
        (window_title(&Screen { state, format }), state.lang)
    });
    listeners::set_title(&title);
    if lang.with_untracked(|lang| *lang != spoken) {
        lang.update(|lang| *lang = spoken);
    }
    if let Some(dispatch) = DISPATCH.get() {
        for effect in asked {
            effects::run(dispatch, effect);
        }
    }
}

/// Whether the page shows what a turn changed: not when a further step follows and it showed an earlier one just now.
fn is_shown(at: i64, asked: &[Effect]) -> bool {
    let goes_on = asked.iter().any(|effect| matches!(effect, Effect::Again(_)));
    let just_now = (0..SHOWN_EVERY_MILLIS).contains(&at.saturating_sub(SHOWN_AT.get()));
    let shows = !(goes_on && just_now);
    if shows {
        SHOWN_AT.set(at);
    }
    shows
}
