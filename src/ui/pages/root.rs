//! The frame around every page: rail, top bar, bands, toasts.

use leptos::prelude::*;

use super::known_on::KnownOn;
use super::page::Page;
use super::palette::{FindButton, Palette};
use super::standing::{brand, choices, new_version, place_of};
use crate::app::Event;
use crate::app::route::Route;
use crate::app::view_model::frame::{self, PlaceLink};
use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::{
    Badge, Banner, BannerKind, BottomBar, Button, ButtonKind, Frame, Meaning, Place, Rail, Toast,
    Toasts, TopBar,
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
    let lang = Signal::derive(move || here.lang());
    let main = here.see(frame::main_places);
    let foot = here.see(frame::foot_places);
    view! {
        <Rail
            label=here.say(words::places)
            brand=move || brand(lang)
            places=Signal::derive(move || links(main))
            foot=Signal::derive(move || links(foot))
        />
    }
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
    Place { count: place.count, current: place.current, ..place_of(&place.route, &place.text) }
}

fn top() -> impl IntoView {
    let here = here();
    let lang = Signal::derive(move || here.lang());
    let theme = here.see(|s| s.state.theme);
    let choices = choices(
        lang,
        theme.into(),
        Callback::new(move |lang| here.send(Event::LangChosen(lang))),
        Callback::new(move |theme| here.send(Event::ThemeChosen(theme))),
    );
    view! { <TopBar find=|| view! { <FindButton/> }> <KnownOn/> <SaveBadge/> {choices} </TopBar> }
}

#[component]
fn SaveBadge() -> impl IntoView {
    let badge = here().see(frame::save_badge);
    move || {
        let badge = badge.get();
        view! { <Badge meaning=meaning(badge.tone)>{badge.text}</Badge> }
    }
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
    let lang = Signal::derive(move || here.lang());
    let on_update = Callback::new(move |()| here.send(Event::UpdateAccepted));
    view! {
        {move || sample.get().then(|| view! {
            <Banner kind=BannerKind::Striped actions=remove>{here.say(words::sample_band)}</Banner>
        })}
        {move || earlier.get().map(|text| view! {
            <Banner kind=BannerKind::Striped actions=back>{text}</Banner>
        })}
        {move || update.get().then(|| new_version(lang, on_update))}
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
