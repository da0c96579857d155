//! A clock: what is left, until when, by which rule.

use leptos::prelude::*;

use crate::app::view_model::clock::ClockText;
use crate::ui::kit::{Badge, Glyph, RuleTag};
use crate::ui::parts::meaning;

/// What is left of a clock; its name where `named`.
#[component]
pub fn Clock(clock: ClockText, #[prop(optional)] named: bool) -> impl IntoView {
    let name = named.then(|| view! { <span class="clock-name">{clock.name}</span> });
    view! {
        <span class="clock">
            {name}
            <Badge meaning=meaning(clock.tone) icon=Glyph::Clock>{clock.left}</Badge>
            {clock.due.map(|due| view! { <span class="quiet">{due}</span> })}
            <RuleTag id=clock.rule/>
        </span>
    }
}
