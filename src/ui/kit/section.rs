use super::Text;
use leptos::prelude::*;

/// A part of a page under a small heading with a hairline.
#[component]
pub fn Section(
    #[prop(into)] title: Text,
    /// A figure or a word beside the heading.
    #[prop(optional, into)]
    note: Option<Text>,
    #[prop(optional, into)] tools: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{move || title.get()}</h2>
                {note.map(|note| view! { <span class="section-note">{move || note.get()}</span> })}
                <span class="hairline"></span>
                {tools.run()}
            </div>
            {children()}
        </section>
    }
}
