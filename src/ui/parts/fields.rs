//! What a view model says for a field, as the signals that fields take.

use leptos::prelude::*;

use crate::ui::kit::{Choice, Why};

/// A view model, or the part of one that is not always there.
pub trait Model: PartialEq + Send + Sync + 'static {}

impl<M: PartialEq + Send + Sync + 'static> Model for M {}

/// A text; empty while there is none.
pub fn text_of<M: Model>(model: Memo<M>, get: fn(&M) -> Option<&String>) -> Signal<String> {
    Signal::derive(move || model.with(|m| get(m).cloned().unwrap_or_default()))
}

/// Words with what they are called.
type Named = Vec<(String, String)>;

/// What can be chosen; nothing while there is none.
pub fn choices_of<M: Model>(model: Memo<M>, get: fn(&M) -> Option<&Named>) -> Signal<Vec<Choice>> {
    let choice = |(word, name): &(String, String)| Choice::new(word.clone(), name.clone());
    Signal::derive(move || {
        model.with(|m| get(m).into_iter().flatten().map(choice).collect::<Vec<_>>())
    })
}

/// Why something may not be done, with the rule that says so.
#[must_use]
pub fn why((text, rule): (String, Option<String>)) -> Why {
    match rule {
        Some(rule) => Why::new(text).rule(rule),
        None => Why::new(text),
    }
}
