//! The frame around every page: rail, top bar, bands, toasts.

use leptos::prelude::*;

use super::known_on::KnownOn;
use super::page::Page;
use super::palette::{FindButton, Palette};
use crate::app::route::Route;
use crate::app::state::Theme;
use crate::app::view_model::frame::{self, PlaceLink};
use crate::app::words::places as words;
use crate::app::{Event, Lang};
use crate::ui::here::here;
use crate::ui::kit::{
    Badge, Banner, BannerKind, BottomBar, Button, ButtonKind, Frame, Glyph, Meaning, Menu,
    MenuItem, Place, Rail, Toast, Toasts, TopBar,
};
use crate::ui::parts::meaning;

/// The whole page.
#[component]
pub fn Root() -> impl IntoView {
    let here = here();
    view! {
        <Frame
            skip_label=here.say(words::skip)
            rail=side
            top=top
            bands=bands
            bottom=bottom
            over=over
        >
            <Page/>
        </Frame>
    }
}

fn side() -> impl IntoView {
    let here = here();
    let main = here.see(frame::main_places);
    let foot = here.see(frame::foot_places);
    view! {
        <Rail
            label=here.say(words::places)
            brand=brand
            places=Signal::derive(move || links(main))
            foot=Signal::derive(move || links(foot))
        />
    }
}

fn brand() -> impl IntoView {
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
    <span>{here().say(words::recourse)}</span> }
}

fn bottom() -> impl IntoView {
    let here = here();
    let main = here.see(frame::main_places);
    let foot = here.see(frame::foot_places);
    let all = move || {
        let mut all = links(main);
        all.extend(links(foot));
        all
    };
    view! {
        <BottomBar
            id="places"
            label=here.say(words::places)
            places=Signal::derive(all)
            more_label=here.say(words::more)
        />
    }
}

fn links(places: Memo<Vec<PlaceLink>>) -> Vec<Place> {
    places.get().into_iter().map(link).collect()
}

fn link(place: PlaceLink) -> Place {
    let (glyph, keys) = match place.route {
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
        text: place.text,
        href: place.href,
        count: place.count,
        current: place.current,
        keys: keys.map(str::to_owned),
    }
}

fn top() -> impl IntoView {
    view! { <TopBar find=|| view! { <FindButton/> }> <KnownOn/> <SaveBadge/> <Languages/> <Themes/> </TopBar> }
}

#[component]
fn SaveBadge() -> impl IntoView {
    let badge = here().see(frame::save_badge);
    move || {
        let badge = badge.get();
        view! { <Badge meaning=meaning(badge.tone)>{badge.text}</Badge> }
    }
}

#[component]
fn Languages() -> impl IntoView {
    let here = here();
    let items = move || {
        let item = |lang: Lang| {
            let now = here.lang() == lang;
            MenuItem::press(lang.own_name(), move || here.send(Event::LangChosen(lang)))
                .checked(now)
        };
        Lang::ALL.into_iter().map(item).collect::<Vec<_>>()
    };
    view! { <Menu id="language" label=here.say(words::language) items=items glyph=Glyph::Globe icon_only=true/> }
}

#[component]
fn Themes() -> impl IntoView {
    let here = here();
    let items = move || {
        let lang = here.lang();
        let now = here.look(|s| s.state.theme);
        [
            (words::theme_system(lang), Theme::System),
            (words::theme_light(lang), Theme::Light),
            (words::theme_dark(lang), Theme::Dark),
        ]
        .into_iter()
        .map(|(text, theme)| {
            MenuItem::press(text, move || here.send(Event::ThemeChosen(theme)))
                .checked(now == theme)
        })
        .collect::<Vec<_>>()
    };
    view! { <Menu id="theme" label=here.say(words::theme) items=items glyph=Glyph::Theme icon_only=true/> }
}

fn bands() -> impl IntoView {
    let here = here();
    let sample = here.see(frame::is_sample);
    let earlier = here.see(frame::earlier_day);
    let update = here.see(|s| s.state.update_ready);
    let damaged = here.see(frame::damaged_parts);
    let room = here.see(frame::room_band);
    let export = move || {
        view! { <a href=Route::Exchange.to_string()>{here.say(words::exchange)}</a> }
    };
    let look = move || {
        view! { <a href=Route::Settings.to_string()>{here.say(words::settings)}</a> }
    };
    let remove = move || {
        view! {
            <Button kind=ButtonKind::Bare on_press=move |()| here.send(Event::SampleRemoved)>
                {here.say(words::remove_sample)}
            </Button>
        }
    };
    let back = move || {
        view! {
            <Button kind=ButtonKind::Bare on_press=move |()| here.send(Event::KnownAt(None))>
                {here.say(words::back_to_today)}
            </Button>
        }
    };
    let load = move || {
        view! {
            <Button kind=ButtonKind::Bare on_press=move |()| here.send(Event::UpdateAccepted)>
                {here.say(words::load_new_version)}
            </Button>
        }
    };
    view! {
        {move || sample.get().then(|| view! {
            <Banner kind=BannerKind::Striped actions=remove>{here.say(words::sample_band)}</Banner>
        })}
        {move || earlier.get().map(|text| view! {
            <Banner kind=BannerKind::Striped actions=back>{text}</Banner>
        })}
        {move || update.get().then(|| view! {
            <Banner kind=BannerKind::Info actions=load>{here.say(words::new_version)}</Banner>
        })}
        {move || room.get().map(|text| view! {
            <Banner kind=BannerKind::Warning actions=export>{text}</Banner>
        })}
        {move || damaged.get().map(|text| view! {
            <Banner kind=BannerKind::Warning actions=look>{text}</Banner>
        })}
    }
}

fn over() -> impl IntoView {
    let here = here();
    let texts = here.see(frame::toast_texts);
    let toasts = move || {
        let undo = words::undo(here.lang());
        let toast = |t: frame::ToastText| Toast {
            id: t.id,
            text: t.text,
            meaning: if t.failed { Meaning::Danger } else { Meaning::Settled },
            undo: t.can_undo.then(|| undo.to_owned()),
        };
        texts.get().into_iter().map(toast).collect::<Vec<_>>()
    };
    view! {
        <Palette/>
        <Toasts
            label=here.say(words::history)
            toasts=Signal::derive(toasts)
            on_undo=move |id: u64| here.send(Event::ToastUndone(id))
            on_close=move |id: u64| here.send(Event::ToastDismissed(id))
            on_hold=move |held: bool| here.send(Event::ToastsHeld(held))
            close_label=here.say(words::close)
        />
    }
}
