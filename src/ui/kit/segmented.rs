use super::Text;
use leptos::prelude::*;

/// One of a few settings, of which one holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    pub value: String,
    pub text: String,
}

impl Segment {
    #[must_use]
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

/// A row of two to five settings, for how something is shown.
#[component]
pub fn Segmented(
    #[prop(into)] label: Text,
    #[prop(into)] segments: Signal<Vec<Segment>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_pick: Callback<String>,
) -> impl IntoView {
    // What is picked changes more often than what is offered.
    let segments = Memo::new(move |_| segments.get());
    let segment = move |segment: Segment| {
        let picked = segment.value.clone();
        let own = segment.value;
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || if value.with(|now| *now == own) { "true" } else { "false" }
                on:click=move |_| on_pick.run(picked.clone())
            >
                {segment.text}
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=move || label.get()>
            {move || segments.get().into_iter().map(segment).collect_view()}
        </div>
    }
}
