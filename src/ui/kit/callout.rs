use super::Meaning;
use leptos::prelude::*;

/// One sentence that matters, with a coloured edge and its buttons at the end.
#[component]
pub fn Callout(
    #[prop(optional)] meaning: Meaning,
    #[prop(optional, into)] actions: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("callout {}", meaning.class())>
            <div class="callout-text">{children()}</div>
            <div class="callout-actions">{actions.run()}</div>
        </div>
    }
}
