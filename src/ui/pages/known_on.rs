//! "As known on": the day whose knowledge is shown.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::words::places as words;
use crate::domain::Day;
use crate::ui::here::here;

/// A date in the top bar; emptied, or set to today, it shows what is known now.
#[component]
pub fn KnownOn() -> impl IntoView {
    let here = here();
    let today = here.see(|s| s.state.today.map(|d| d.to_string()));
    let shown = here.see(|s| s.state.known_at.or(s.state.today).map(|d| d.to_string()));
    let picked = move |e| {
        let day = Day::parse(&event_target_value(&e)).ok();
        here.send(Event::KnownAt(day));
    };
    view! {
        <label class="known-on">
            <span>{here.say(words::as_known_on)}</span>
            <input
                type="date"
                max=move || today.get()
                prop:value=move || shown.get().unwrap_or_default()
                on:change=picked
            />
        </label>
    }
}
