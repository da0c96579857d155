use super::{ButtonKind, Glyph, Icon, Kbd};
use leptos::prelude::*;

/// A link that looks like a button, for what goes to another place.
#[component]
pub fn LinkButton(
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] icon: Option<Glyph>,
    #[prop(optional, into)] key_hint: Option<String>,
    children: Children,
) -> impl IntoView {
    let keys = key_hint.clone();
    view! {
        <a class=kind.class() href=move || href.get() aria-keyshortcuts=keys>
            {icon.map(|glyph| view! { <Icon glyph/> })}
            <span class="btn-text">{children()}</span>
            {key_hint.map(|key| view! { <Kbd key/> })}
        </a>
    }
}
