use super::RuleTag;
use leptos::prelude::*;

/// Why something cannot be pressed now. There is no way to disable a button without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub reason: String,
    pub rule: Option<String>,
}

impl Why {
    #[must_use]
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), rule: None }
    }

    /// Names the rule the reason comes from.
    #[must_use]
    pub fn rule(mut self, id: impl Into<String>) -> Self {
        self.rule = Some(id.into());
        self
    }
}

/// The reason as the text that describes a button, seen on hover and on focus.
pub(super) fn why_tip(id: String, why: Signal<Option<Why>>) -> impl IntoView {
    move || {
        why.get().map(|why| {
            view! {
                <span class="tip" role="tooltip" id=id.clone()>
                    {why.reason}
                    {why.rule.map(|rule| view! { " " <RuleTag id=rule/> })}
                </span>
            }
        })
    }
}
