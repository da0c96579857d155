use crate::ui::kit::{Text, hands};
use leptos::prelude::*;

/// The first link of a page: past the places, to the work.
#[component]
pub fn SkipLink(
    /// The id of what it leads to; it can take focus.
    target: &'static str,
    #[prop(into)] label: Text,
) -> impl IntoView {
    let lent = hands();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        (lent.focus)(target);
    };
    view! {
        <a class="skip" href=format!("#{target}") on:click=skip>{move || label.get()}</a>
    }
}
