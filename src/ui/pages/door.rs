//! What is on the screen before the program itself is there: the frame, and the first screen in it.
//!
//! Everything named here is in the first file that a visit fetches, so it names little.

use leptos::prelude::*;

use super::first_run::FirstRun;
use super::standing::{brand, choices, new_version, place_of};
use crate::app::Lang;
use crate::app::route::Route;
use crate::app::state::Theme;
use crate::app::words::{late, places as words};
use crate::ui::kit::{
    BottomBar, Button, ButtonKind, EmptyKind, EmptyState, Frame, Loading, Place, Rail, TopBar,
};

/// How far the way in is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A first visit: nothing is kept here, and the reader chooses how to begin.
    Greeting,
    /// The same, and the reader has chosen.
    Leaving,
    /// A book is kept here; the program that opens it is on its way.
    Fetching,
    /// It did not arrive.
    NotFetched,
}

/// What the reader asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Lang(Lang),
    Theme(Theme),
    /// Open the sample.
    Sample,
    /// Fetch the program again.
    Again,
    /// Load the new version that waits.
    Update,
}

#[component]
pub fn Door(
    lang: Signal<Lang>,
    theme: Signal<Theme>,
    stage: Signal<Stage>,
    /// A new version of the page waits.
    update: Signal<bool>,
    on_wish: Callback<Wish>,
) -> impl IntoView {
    let say = move |words: fn(Lang) -> &'static str| move || words(lang.get());
    let main = Signal::derive(move || places(lang.get(), &Route::PLACES));
    let foot = Signal::derive(move || places(lang.get(), &Route::FOOT));
    let all = move || [main.get(), foot.get()].concat();
    let rail = move || {
        view! { <Rail label=say(words::places) brand=move || brand(lang) places=main foot/> }
    };
    let bottom = move || {
        view! {
            <BottomBar
                id="places"
                label=say(words::places)
                places=Signal::derive(all)
                more_label=say(words::more)
            />
        }
    };
    let top = move || {
        let on_lang = Callback::new(move |lang| on_wish.run(Wish::Lang(lang)));
        let on_theme = Callback::new(move |theme| on_wish.run(Wish::Theme(theme)));
        view! { <TopBar find=|| ()>{choices(lang, theme, on_lang, on_theme)}</TopBar> }
    };
    let on_update = Callback::new(move |()| on_wish.run(Wish::Update));
    let bands = move || move || update.get().then(|| new_version(lang, on_update));
    view! {
        <Frame skip_label=say(words::skip) rail top bands bottom>
            {move || inside(lang, stage, on_wish)}
        </Frame>
    }
}

fn places(lang: Lang, routes: &[Route]) -> Vec<Place> {
    routes.iter().map(|route| place_of(route, words::place(lang, route))).collect()
}

fn inside(lang: Signal<Lang>, stage: Signal<Stage>, on_wish: Callback<Wish>) -> AnyView {
    let is_greeting = Memo::new(move |_| matches!(stage.get(), Stage::Greeting | Stage::Leaving));
    if is_greeting.get() {
        let busy = Signal::derive(move || stage.get() == Stage::Leaving);
        let on_sample = Callback::new(move |()| on_wish.run(Wish::Sample));
        return view! { <FirstRun lang busy on_sample/> }.into_any();
    }
    match stage.get() {
        Stage::NotFetched => not_fetched(lang, Callback::new(move |()| on_wish.run(Wish::Again))),
        _ => view! { <Loading label=move || late::fetching(lang.get())/> }.into_any(),
    }
}

/// A part of the program did not arrive: says what that means and offers another try.
pub fn not_fetched(lang: Signal<Lang>, on_again: Callback<()>) -> AnyView {
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Main on_press=on_again>{move || late::again(lang.get())}</Button>
        }
    };
    view! {
        <EmptyState kind=EmptyKind::Error title=move || late::not_fetched(lang.get()) actions=actions whole_page=true>
            <p>{move || late::nothing_is_lost(lang.get())}</p>
        </EmptyState>
    }
    .into_any()
}
