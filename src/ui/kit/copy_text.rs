use super::{Glyph, IconButton, Text};
use leptos::prelude::*;

/// An id or a number with a button that asks the caller to copy it.
#[component]
pub fn CopyText(
    #[prop(into)] text: String,
    #[prop(into)] label: Text,
    #[prop(into)] on_copy: Callback<String>,
) -> impl IntoView {
    let copied = text.clone();
    view! {
        <span class="copy">
            <code translate="no">{text}</code>
            <IconButton
                glyph=Glyph::Copy
                label
                on_press=move || on_copy.run(copied.clone())
            />
        </span>
    }
}
