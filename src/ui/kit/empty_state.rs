use super::{Glyph, Icon, Text};
use leptos::prelude::*;

/// Why there is nothing here. Each kind looks different, since each wants something different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyKind {
    /// Nothing has been put in yet.
    FirstUse,
    /// Everything is done.
    Cleared,
    /// Filters leave nothing.
    NoResults,
    /// It could not be read or reckoned.
    Error,
}

impl EmptyKind {
    const fn class(self) -> &'static str {
        match self {
            Self::FirstUse => "empty tone-accent",
            Self::Cleared => "empty tone-settled",
            Self::NoResults => "empty tone-neutral",
            Self::Error => "empty tone-danger",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::FirstUse => Glyph::Import,
            Self::Cleared => Glyph::Check,
            Self::NoResults => Glyph::Search,
            Self::Error => Glyph::Warning,
        }
    }
}

/// What stands where a list would: why it is empty, and what would fill it.
#[component]
pub fn EmptyState(
    kind: EmptyKind,
    #[prop(into)] title: Text,
    #[prop(optional, into)] actions: ViewFnOnce,
    /// True where nothing else is on the page: its title is then the page's heading.
    #[prop(optional)]
    whole_page: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class()>
            <span class="mark"><Icon glyph=kind.glyph()/></span>
            {if whole_page {
                view! { <h1 class="empty-title">{move || title.get()}</h1> }.into_any()
            } else {
                view! { <h2 class="empty-title">{move || title.get()}</h2> }.into_any()
            }}
            <div class="empty-text">{children()}</div>
            <div class="empty-actions">{actions.run()}</div>
        </div>
    }
}
