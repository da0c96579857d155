use super::{Meaning, Text};
use leptos::prelude::*;

/// How a list of figures is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FactsKind {
    /// Beside each other, for the head of a page.
    #[default]
    Inline,
    /// A framed strip of equal parts, for the top of an overview.
    Strip,
    /// One below the other, label left and value right, for a panel.
    List,
}

impl FactsKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Inline => "facts facts-inline",
            Self::Strip => "facts facts-strip",
            Self::List => "facts facts-list",
        }
    }
}

/// A definition list of figures; its children are [`Fact`]s.
#[component]
pub fn Facts(#[prop(optional)] kind: FactsKind, children: Children) -> impl IntoView {
    view! { <dl class=kind.class()>{children()}</dl> }
}

/// One figure with its label; with `href` the label leads to what the figure is made of.
#[component]
pub fn Fact(
    #[prop(into)] label: Text,
    #[prop(optional)] meaning: Meaning,
    /// A quiet line under the figure.
    #[prop(optional, into)]
    note: Option<Text>,
    #[prop(optional, into)] href: Option<String>,
    children: Children,
) -> impl IntoView {
    let term = match href {
        Some(href) => view! { <a class="fact-link" href=href>{move || label.get()}</a> }.into_any(),
        None => view! { {move || label.get()} }.into_any(),
    };
    view! {
        <div class=format!("fact {}", meaning.class())>
            <dt>{term}</dt>
            <dd>
                <div class="fact-value">{children()}</div>
                {note.map(|note| view! { <div class="fact-note">{move || note.get()}</div> })}
            </dd>
        </div>
    }
}
