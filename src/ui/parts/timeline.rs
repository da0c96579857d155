//! The collections timeline, drawn: lanes, marks, the line of today. Arrow keys go from mark to mark.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::Event;
use crate::app::update::collections::{Event as Act, Zoom};
use crate::app::view_model::Tone;
use crate::app::view_model::collections_shape::{Anchor, Label, MarkShape, Part, Picture, Shape};
use crate::app::words::collections as words;
use crate::ui::here::here;
use crate::ui::kit::hands;

/// The picture; on narrow pages and on paper the list below it stands alone.
#[component]
pub fn Timeline(picture: Picture, zoom: Zoom) -> impl IntoView {
    let here = here();
    let lent = hands();
    let active = RwSignal::new(nearest(&picture));
    let count = picture.marks.len();
    let pressed = move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => active.get_untracked().saturating_add(1),
            "ArrowLeft" | "ArrowUp" => active.get_untracked().saturating_sub(1),
            "Home" => 0,
            "End" => count,
            "+" | "=" => return here.send(Event::Collections(Act::Zoomed(zoom.nearer()))),
            "-" | "\u{2212}" => return here.send(Event::Collections(Act::Zoomed(zoom.farther()))),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let to = to.min(count.saturating_sub(1));
        active.set(to);
        (lent.focus)(&mark_id(to));
    };
    let lanes = picture.lanes.iter().map(|lane| {
        let top = format!("{}px", lane.top);
        view! { <span class="track-lane" style:top=top>{lane.label.clone()}</span> }
    });
    let told = picture.marks.iter().map(|m| m.aloud.clone()).collect::<Vec<_>>();
    let lanes = lanes.collect_view();
    view! {
        <div class="track">
            <div class="track-lanes" aria-hidden="true">{lanes}</div>
            <div class="track-field">{field(picture, active, pressed)}</div>
        </div>
        <p class="track-told" aria-hidden="true">
            {move || told.get(active.get()).cloned()}
            <span class="quiet">" " {here.say(words::picture_hint)}</span>
        </p>
    }
}

/// The first mark to come, where the reader begins.
fn nearest(picture: &Picture) -> usize {
    let after = picture.marks.iter().position(|m| m.hit.0 > picture.today);
    after.unwrap_or(picture.marks.len().saturating_sub(1))
}

fn mark_id(at: usize) -> String {
    format!("mark-{at}")
}

/// A place in hundredths of a percent as an SVG length.
fn across(place: i32) -> String {
    format!("{}.{:02}%", place.div_euclid(100), place.rem_euclid(100))
}

fn field(
    picture: Picture,
    active: RwSignal<usize>,
    pressed: impl Fn(KeyboardEvent) + 'static,
) -> impl IntoView {
    let height = picture.height.saturating_add(22).to_string();
    let foot = picture.height.to_string();
    let today = across(picture.today);
    let rest = across(10_000_i32.saturating_sub(picture.today));
    let ticks = picture.ticks.iter().map(|(at, text)| {
        let x = across(*at);
        view! {
            <line class="track-grid" x1=x.clone() x2=x.clone() y1="20" y2=foot.clone()/>
            <text class="track-tick" x=x y="12">{text.clone()}</text>
        }
    });
    let ticks = ticks.collect_view();
    let lines = picture.lanes.iter().map(|lane| {
        let y = lane.top.to_string();
        view! { <line class="track-rule" x1="0" x2="100%" y1=y.clone() y2=y/> }
    });
    let lines = lines.collect_view();
    let marks = picture.marks.into_iter().enumerate();
    let marks = marks.map(|(at, m)| mark(at, m, active)).collect_view();
    view! {
        <svg class="track-svg" width="100%" height=height role="group" aria-label=picture.label on:keydown=pressed>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="track-hatch" x1="0" x2="0" y1="0" y2="6"/>
                </pattern>
            </defs>
            <rect class="track-future" x=today.clone() y="20" width=rest height=foot.clone()/>
            {ticks}
            {lines}
            {marks}
            <line class="track-today" x1=today.clone() x2=today.clone() y1="20" y2=foot.clone()/>
            <svg class="over" x=today y=foot>
                <rect class="track-today-flag" x="-22" y="0" width="44" height="18" rx="9"/>
                <text class="track-today-text" x="0" y="13">{picture.today_label}</text>
            </svg>
        </svg>
    }
}

fn mark(at: usize, mark: MarkShape, active: RwSignal<usize>) -> impl IntoView {
    let (from, to, top, height) = mark.hit;
    let wide = across(to.saturating_sub(from));
    let parts = mark.parts.into_iter().map(part).collect_view();
    let labels = mark.labels.into_iter().map(label).collect_view();
    let told = mark.aloud.clone();
    let tab = move || if active.get() == at { "0" } else { "-1" };
    view! {
        <g
            id=mark_id(at)
            class="track-mark"
            role="img"
            tabindex=tab
            aria-label=mark.aloud
            on:focus=move |_| active.set(at)
            on:click=move |_| active.set(at)
        >
            <title>{told}</title>
            <svg class="over" x=across(from) y=top.to_string()>
                <rect class="track-hit" x="-10" y="0" width="20" height=height.to_string() rx="4"/>
            </svg>
            <rect class="track-hit" x=across(from) y=top.to_string() width=wide height=height.to_string() rx="4"/>
            {parts}
            {labels}
        </g>
    }
}

fn label(label: Label) -> impl IntoView {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let class = if label.strong { "track-label track-strong" } else { "track-label" };
    (!label.text.is_empty()).then(|| {
        view! {
            <text class=class x=across(label.at) y=label.top.to_string() text-anchor=anchor>
                {label.text}
            </text>
        }
    })
}

const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "tone-neutral",
        Tone::Accent => "tone-accent",
        Tone::Settled => "tone-settled",
        Tone::Due => "tone-due",
        Tone::Late => "tone-late",
        Tone::Danger => "tone-danger",
    }
}

fn part(part: Part) -> AnyView {
    let planned = if part.planned { " track-planned" } else { "" };
    let class = |own: &str| format!("{own} {}{planned}", tone_class(part.tone));
    let (from, to) = (across(part.from), across(part.to));
    let wide = across(part.to.saturating_sub(part.from).max(0));
    let bar = |own: &str, height: u32| {
        let y = part.top.saturating_sub(height / 2).to_string();
        let (x, width, class) = (from.clone(), wide.clone(), class(own));
        view! { <rect class=class x=x y=y width=width height=height.to_string() rx="2"/> }
            .into_any()
    };
    match part.shape {
        Shape::Bar => bar("track-bar", 6),
        Shape::Thick => bar("track-bar", 10),
        Shape::Hatch => hatch(&class("track-band"), from, wide, part.top),
        Shape::Run => {
            let y = part.top.to_string();
            view! { <line class=class("track-run") x1=from x2=to y1=y.clone() y2=y/> }.into_any()
        }
        Shape::Bracket => bracket(&class("track-bracket"), from, to, part.top),
        small => at_point(small, class("track-point"), from, part.top),
    }
}

fn hatch(class: &str, x: String, width: String, top: u32) -> AnyView {
    view! {
        <rect class=class.to_owned() x=x.clone() y=top.to_string() width=width height="14" rx="3" fill="url(#hatch)"/>
    }
    .into_any()
}

fn bracket(class: &str, from: String, to: String, top: u32) -> AnyView {
    let (high, low) = (top.to_string(), top.saturating_add(6).to_string());
    view! {
        <g class=class.to_owned()>
            <line x1=from.clone() x2=to.clone() y1=high.clone() y2=high.clone()/>
            <line x1=from.clone() x2=from y1=high.clone() y2=low.clone()/>
            <line x1=to.clone() x2=to y1=high y2=low/>
        </g>
    }
    .into_any()
}

/// A mark of fixed size at a place.
fn at_point(shape: Shape, class: String, x: String, top: u32) -> AnyView {
    let inner = match shape {
        Shape::Dot => view! { <circle r="6"/> }.into_any(),
        Shape::Square => view! { <rect x="-6" y="-6" width="12" height="12" rx="1.5"/> }.into_any(),
        Shape::Up => view! { <path d="M0 7V-6M-5 -1L0 -6L5 -1"/> }.into_any(),
        Shape::Down => view! { <path d="M0 -6V7M-5 2L0 7L5 2"/> }.into_any(),
        _ => view! { <path d="M0 -9V9"/> }.into_any(),
    };
    let kind = match shape {
        Shape::Dot | Shape::Square => "track-solid",
        _ => "track-line",
    };
    view! {
        <svg class="over" x=x y=top.to_string()>
            <g class=format!("{class} {kind}")>{inner}</g>
        </svg>
    }
    .into_any()
}
