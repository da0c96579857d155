use crate::ui::kit::{Amount, Meaning, Name};
use leptos::prelude::*;

/// What stands in one field of a table.
pub struct Cell(pub(super) AnyView);

impl Cell {
    /// Words or figures of our own.
    pub fn text(text: impl Into<String>) -> Self {
        Self(text.into().into_any())
    }

    /// A name from the data, in whatever script.
    pub fn name(name: impl Into<String>) -> Self {
        let name = name.into();
        Self(view! { <Name name/> }.into_any())
    }

    /// Money: the code and the formatted number.
    pub fn amount(code: impl Into<String>, number: impl Into<String>) -> Self {
        Self::amount_meaning(code, number, Meaning::Neutral)
    }

    /// Money in the colour of a meaning.
    pub fn amount_meaning(
        code: impl Into<String>,
        number: impl Into<String>,
        meaning: Meaning,
    ) -> Self {
        let (code, number): (String, String) = (code.into(), number.into());
        Self(view! { <Amount code number meaning/> }.into_any())
    }

    /// Nothing to show: a quiet dash, with the words that a screen reader says.
    pub fn none(spoken: impl Into<String>) -> Self {
        let spoken = spoken.into();
        Self(
            view! {
                <span class="muted" aria-hidden="true">"–"</span>
                <span class="visually-hidden">{spoken}</span>
            }
            .into_any(),
        )
    }

    /// Anything else.
    pub fn view(view: impl IntoAny) -> Self {
        Self(view.into_any())
    }
}
