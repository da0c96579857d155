use crate::ui::kit::{Glyph, Icon};
use leptos::prelude::*;

/// A place one can go to from everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub glyph: Glyph,
    pub text: String,
    pub href: String,
    /// How many things wait there, as text.
    pub count: Option<String>,
    pub current: bool,
    /// The keys that lead there, such as "g t".
    pub keys: Option<String>,
}

pub(super) fn place_link(place: Place) -> impl IntoView {
    view! {
        <li>
            <a
                class="place"
                href=place.href
                aria-current=place.current.then_some("page")
                aria-keyshortcuts=place.keys
            >
                <Icon glyph=place.glyph/>
                <span class="place-text">{place.text}</span>
                {place.count.map(|count| view! { <span class="place-count">{count}</span> })}
            </a>
        </li>
    }
}
