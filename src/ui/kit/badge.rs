use super::{Glyph, Icon, Meaning};
use leptos::prelude::*;

/// A short word with a meaning, in the colour of that meaning.
#[component]
pub fn Badge(
    #[prop(optional)] meaning: Meaning,
    #[prop(optional, into)] icon: Option<Glyph>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class=format!("badge {}", meaning.class())>
            {icon.map(|glyph| view! { <Icon glyph small=true/> })}
            {children()}
        </span>
    }
}
