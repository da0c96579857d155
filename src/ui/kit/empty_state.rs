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
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class()>
            <span class="mark"><Icon glyph=kind.glyph()/></span>
            <h2>{move || title.get()}</h2>
            <div class="empty-text">{children()}</div>
            <div class="empty-actions">{actions.run()}</div>
        </div>
    }
}
