use super::{Meaning, Text};
use leptos::prelude::*;

/// A small bar: how much of something is used. Over 100 the bar is full and the text says more.
#[component]
pub fn Meter(
    #[prop(into)] label: Text,
    /// Whole percent.
    #[prop(into)]
    percent: Signal<u32>,
    /// The same in words; it stands beside the bar.
    #[prop(into)]
    text: Text,
    #[prop(optional, into)] meaning: Signal<Meaning>,
) -> impl IntoView {
    let spoken = text.clone();
    view! {
        <span class=move || format!("meter {}", meaning.get().class())>
            <span
                class="meter-bar"
                role="meter"
                aria-label=move || label.get()
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent.get().min(100).to_string()
                aria-valuetext=move || spoken.get()
            >
                <span
                    class="meter-fill"
                    style:width=move || format!("{}%", percent.get().min(100))
                ></span>
            </span>
            <span class="meter-text">{move || text.get()}</span>
        </span>
    }
}
