//! What stands around every page whatever it shows: the mark, the places, the choices of the reader.

use leptos::prelude::*;

use crate::app::Lang;
use crate::app::route::Route;
use crate::app::state::Theme;
use crate::app::words::places as words;
use crate::ui::kit::{Banner, BannerKind, Button, ButtonKind, Glyph, Menu, MenuItem, Place};

/// The mark and the name.
pub fn brand(lang: Signal<Lang>) -> impl IntoView {
    view! {
        <svg
            class="brand-mark"
            viewBox="0 0 22 22"
            width="22"
            height="22"
            aria-hidden="true"
        >
            <path d="M4 18V5h8a4 4 0 0 1 0 8H8"/>
            <path d="m11 10-3 3 3 3"/>
            <path d="m13 13 5 5"/>
        </svg>
        <span>{move || words::recourse(lang.get())}</span>
    }
}

/// The place of a route as the rail and the bar show it, with nothing waiting there.
pub fn place_of(route: &Route, text: &str) -> Place {
    let (glyph, keys) = match route {
        Route::Today => (Glyph::Today, Some("g t")),
        Route::Customers => (Glyph::People, Some("g c")),
        Route::AtRisk => (Glyph::Clock, Some("g m")),
        Route::Credit => (Glyph::Scale, Some("g r")),
        Route::Collections => (Glyph::Track, Some("g l")),
        Route::Suspicion => (Glyph::Shield, Some("g s")),
        Route::Policy => (Glyph::Grid, Some("g p")),
        Route::Exchange => (Glyph::Exchange, Some("g e")),
        Route::History => (Glyph::History, Some("g h")),
        Route::Settings => (Glyph::Settings, None),
        _ => (Glyph::Help, None),
    };
    Place {
        glyph,
        text: text.to_owned(),
        href: route.to_string(),
        count: None,
        current: false,
        keys: keys.map(str::to_owned),
    }
}

/// The menus of languages and themes.
pub fn choices(
    lang: Signal<Lang>,
    theme: Signal<Theme>,
    on_lang: Callback<Lang>,
    on_theme: Callback<Theme>,
) -> impl IntoView {
    let languages = move || {
        let item = |each: Lang| {
            MenuItem::press(each.own_name(), move || on_lang.run(each)).checked(lang.get() == each)
        };
        Lang::ALL.into_iter().map(item).collect::<Vec<_>>()
    };
    let themes = move || {
        let item = |(text, each): (&str, Theme)| {
            MenuItem::press(text, move || on_theme.run(each)).checked(theme.get() == each)
        };
        theme_names(lang.get()).into_iter().map(item).collect::<Vec<_>>()
    };
    let language = move || words::language(lang.get());
    let theme = move || words::theme(lang.get());
    view! {
        <Menu id="language" label=language items=Signal::derive(languages) glyph=Glyph::Globe icon_only=true/>
        <Menu id="theme" label=theme items=Signal::derive(themes) glyph=Glyph::Theme icon_only=true/>
    }
}

/// Says that a new version of the page waits.
pub fn new_version(lang: Signal<Lang>, on_press: Callback<()>) -> impl IntoView {
    let load = move || {
        view! {
            <Button kind=ButtonKind::Bare on_press>{move || words::load_new_version(lang.get())}</Button>
        }
    };
    view! {
        <Banner kind=BannerKind::Info actions=load>{move || words::new_version(lang.get())}</Banner>
    }
}

fn theme_names(lang: Lang) -> [(&'static str, Theme); 3] {
    [
        (words::theme_system(lang), Theme::System),
        (words::theme_light(lang), Theme::Light),
        (words::theme_dark(lang), Theme::Dark),
    ]
}
