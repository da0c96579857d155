use leptos::prelude::*;

/// Words that are read aloud and not shown.
#[component]
pub fn VisuallyHidden(children: Children) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}
