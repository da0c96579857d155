//! The palette: a field, and lines to go to.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::palette::{Event as Act, FIELD};
use crate::app::view_model::palette::{self, Line};
use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::{Dialog, Glyph, Icon, Kbd};

/// The button in the top bar that opens the palette.
#[component]
pub fn FindButton() -> impl IntoView {
    let here = here();
    let open = move |_| here.send(Event::Palette(Act::Opened));
    view! {
        <button class="find" id="find" type="button" aria-keyshortcuts="Control+K" on:click=open>
            <Icon glyph=Glyph::Search/>
            <span class="find-text">{here.say(words::find)}</span>
            <Kbd key="Ctrl K"/>
        </button>
    }
}

#[component]
pub fn Palette() -> impl IntoView {
    let here = here();
    let open = here.see(|s| s.state.palette.open);
    view! {
        <Dialog
            id="palette"
            title=here.say(words::find)
            open=Signal::derive(move || open.get())
            on_close=move |()| here.send(Event::Palette(Act::Closed))
            close_label=here.say(words::close)
        >
            <Lines/>
        </Dialog>
    }
}

#[component]
fn Lines() -> impl IntoView {
    let here = here();
    let palette = here.see(palette::palette);
    let pressed = move |key: KeyboardEvent| {
        let act = match key.key().as_str() {
            "ArrowDown" => Some(Act::Moved(1)),
            "ArrowUp" => Some(Act::Moved(-1)),
            "Enter" => {
                palette.with(|p| p.lines.get(p.marked).map(|l| Act::Chosen(l.route.clone())))
            }
            _ => None,
        };
        if let Some(act) = act {
            key.prevent_default();
            here.send(Event::Palette(act));
        }
    };
    let lines = move || {
        let palette = palette.get();
        let line = |(at, line)| line_view(at, line, at == palette.marked);
        palette.lines.into_iter().enumerate().map(line).collect_view()
    };
    view! {
        <input
            id=FIELD
            class="palette-field"
            type="text"
            role="combobox"
            autocomplete="off"
            dir="auto"
            aria-expanded="true"
            aria-controls="palette-lines"
            aria-label=here.say(words::find)
            aria-activedescendant=move || format!("palette-{}", palette.with(|p| p.marked))
            prop:value=move || palette.with(|p| p.query.clone())
            on:input=move |e| here.send(Event::Palette(Act::Typed(event_target_value(&e))))
            on:keydown=pressed
        />
        <ul id="palette-lines" class="palette-lines" role="listbox" aria-label=here.say(words::places)>
            {lines}
        </ul>
        {move || palette.with(|p| p.lines.is_empty()).then(|| view! {
            <p class="muted" role="status">{here.say(words::nothing_found)}</p>
        })}
    }
}

fn line_view(at: usize, line: Line, marked: bool) -> impl IntoView {
    let here = here();
    let route = line.route;
    let go = move |_| here.send(Event::Palette(Act::Chosen(route.clone())));
    view! {
        <li
            id=format!("palette-{at}")
            class="palette-line"
            role="option"
            aria-selected=if marked { "true" } else { "false" }
            on:click=go
        >
            <bdi>{line.text}</bdi>
            <span class="quiet">{line.hint}</span>
        </li>
    }
}
