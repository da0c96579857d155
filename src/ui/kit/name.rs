use leptos::prelude::*;

/// A name from the data, kept apart from the direction and language of the text around it.
#[component]
pub fn Name(#[prop(into)] name: Signal<String>) -> impl IntoView {
    view! { <bdi class="name">{move || name.get()}</bdi> }
}
