use super::Glyph;
use leptos::prelude::*;

/// A line icon, 20 px, hidden from screen readers: the word beside it speaks.
#[component]
pub fn Icon(glyph: Glyph, #[prop(optional)] small: bool) -> impl IntoView {
    let class = if small { "icon icon-small" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=glyph.path()></path>
        </svg>
    }
}
