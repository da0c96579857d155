use super::{Glyph, Icon, Meaning};
use leptos::prelude::*;

/// One thing that wants somebody: a mark, what and why, a figure, a clock, and its buttons.
#[component]
pub fn WorkRow(
    glyph: Glyph,
    #[prop(optional)] meaning: Meaning,
    /// Who and what, in one line.
    #[prop(into)]
    title: ViewFnOnce,
    /// Why, quiet, with the rule.
    #[prop(optional, into)]
    reason: ViewFnOnce,
    /// The money: a figure over its caption (`<b>` and `<span>`).
    #[prop(optional, into)]
    figure: ViewFnOnce,
    /// The time that is left: likewise.
    #[prop(optional, into)]
    clock: ViewFnOnce,
    #[prop(optional, into)] actions: ViewFnOnce,
    /// True for the row the keys act on.
    #[prop(optional, into)]
    active: Signal<bool>,
) -> impl IntoView {
    view! {
        <article class=format!("work {}", meaning.class()) class:work-active=move || active.get()>
            <span class="mark"><Icon glyph/></span>
            <div class="work-text">
                <div class="work-title">{title.run()}</div>
                <div class="work-why">{reason.run()}</div>
            </div>
            <div class="work-figure">{figure.run()}</div>
            <div class="work-clock">{clock.run()}</div>
            <div class="work-actions">{actions.run()}</div>
        </article>
    }
}
