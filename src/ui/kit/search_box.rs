use super::{Glyph, Icon, Kbd, Text};
use leptos::prelude::*;

/// A field that narrows a list while one types.
#[component]
pub fn SearchBox(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] placeholder: Option<Text>,
    #[prop(optional, into)] key_hint: Option<String>,
) -> impl IntoView {
    let keys = key_hint.clone();
    view! {
        <div class="search">
            <Icon glyph=Glyph::Search/>
            <input
                id=id
                type="search"
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                aria-label=move || label.get()
                placeholder=move || placeholder.as_ref().map(Text::get)
                aria-keyshortcuts=keys
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {key_hint.map(|key| view! { <Kbd key/> })}
        </div>
    }
}
