use super::{Glyph, Icon, Meaning, Text};
use leptos::prelude::*;

/// Whether something happened or is foreseen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimelineState {
    #[default]
    Done,
    Planned,
}

impl TimelineState {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "tl-item",
            Self::Planned => "tl-item tl-planned",
        }
    }
}

/// Things in the order of their days, along a vertical line. Its children are
/// [`TimelineItem`]s and one [`TimelineNow`].
#[component]
pub fn TimelineList(#[prop(into)] label: Text, children: Children) -> impl IntoView {
    view! { <ol class="tl" aria-label=move || label.get()>{children()}</ol> }
}

/// One thing on its day: filled mark when it happened, hollow when it is foreseen.
#[component]
pub fn TimelineItem(
    #[prop(into)] when: Text,
    #[prop(optional)] state: TimelineState,
    #[prop(optional)] meaning: Meaning,
    #[prop(optional, into)] glyph: Option<Glyph>,
    /// An amount or a badge at the right end.
    #[prop(optional, into)]
    aside: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    let mark = glyph.map(|glyph| view! { <Icon glyph small=true/> });
    let mark_class = if mark.is_some() { "tl-mark tl-mark-icon" } else { "tl-mark" };
    view! {
        <li class=format!("{} {}", state.class(), meaning.class())>
            <span class="tl-when">{move || when.get()}</span>
            <span class=mark_class aria-hidden="true">{mark}</span>
            <div class="tl-text">{children()}</div>
            <div class="tl-aside">{aside.run()}</div>
        </li>
    }
}

/// The line between what was and what will be.
#[component]
pub fn TimelineNow(#[prop(into)] label: Text) -> impl IntoView {
    view! {
        <li class="tl-now">
            <span>{move || label.get()}</span>
            <span class="hairline"></span>
        </li>
    }
}
