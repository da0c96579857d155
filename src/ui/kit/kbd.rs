use leptos::prelude::*;

/// A key, as it is written on the keyboard. Hidden from screen readers: `aria-keyshortcuts` speaks.
#[component]
pub fn Kbd(#[prop(into)] key: String) -> impl IntoView {
    view! { <kbd class="kbd" aria-hidden="true">{key}</kbd> }
}
