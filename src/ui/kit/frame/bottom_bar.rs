use super::Place;
use super::place::place_link;
use crate::ui::kit::{Glyph, Icon, Text, hands};
use leptos::prelude::*;

/// Places that have room beside the button for the rest.
const SHOWN: usize = 4;

/// The places along the foot of a narrow page: four, and a button that opens the rest.
#[component]
pub fn BottomBar(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    /// All places; the first four stand in the bar.
    #[prop(into)]
    places: Signal<Vec<Place>>,
    #[prop(into)] more_label: Text,
) -> impl IntoView {
    let lent = hands();
    let shown = move || places.get().into_iter().take(SHOWN).map(place_link).collect_view();
    let rest = move || places.get().into_iter().skip(SHOWN).map(place_link).collect_view();
    let elsewhere = move || {
        places.with(|all| all.iter().skip(SHOWN).any(|place| place.current)).then_some("true")
    };
    let own = id.clone();
    view! {
        <nav class="bottom-bar" aria-label=move || label.get()>
            <ul>
                {shown}
                <li>
                    <button
                        type="button"
                        class="place"
                        popovertarget=id.clone()
                        aria-current=elsewhere
                    >
                        <Icon glyph=Glyph::More/>
                        <span class="place-text">{move || more_label.get()}</span>
                    </button>
                </li>
            </ul>
            <div
                id=id
                class="bottom-more"
                popover="auto"
                on:click=move |_| (lent.hide_popover)(&own)
            >
                <ul>{rest}</ul>
            </div>
        </nav>
    }
}
