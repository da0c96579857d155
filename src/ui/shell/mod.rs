//! The only code that touches the browser.

mod clock;
mod effects;
mod hands;
mod intl;
mod keeping;
mod listeners;
mod preferences;
mod rescue;

use leptos::prelude::*;

use crate::app::update::settings;
use crate::app::{Event, Route, State, update};
use crate::ui::here::Here;
use crate::ui::pages::Root;
pub use hands::HANDS;

/// Mounts the page on the document's body.
pub fn mount() {
    rescue::install();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let state = RwSignal::new(State {
        lang: preferences::lang(),
        theme: preferences::theme(),
        operator: preferences::operator(),
        settings: settings::Form {
            single_keys: preferences::single_keys(),
            ..settings::Form::default()
        },
        ..State::default()
    });
    let dispatch = Callback::new(move |event| turn(state, event));
    provide_context(HANDS);
    provide_context(Here::new(state, dispatch, intl::format));
    listeners::install(dispatch);
    preferences::apply(state.get_untracked().lang, state.get_untracked().theme);
    dispatch.run(Event::Navigated(Route::parse(&listeners::hash())));
    effects::run(dispatch, crate::app::Effect::Load(preferences::namespace()));
    view! { <Root/> }
}

/// One turn: the event and the moment go in, the effects are carried out.
fn turn(state: RwSignal<State>, event: Event) {
    let mut now = clock::now();
    let mut asked = Vec::new();
    state.update(|s| asked = update::update(s, event, &mut now));
    let title = Here::new(state, Callback::new(|_| ()), intl::format)
        .peek(crate::app::view_model::frame::window_title);
    listeners::set_title(&title);
    let dispatch = Callback::new(move |event| turn(state, event));
    for effect in asked {
        effects::run(dispatch, effect);
    }
}
