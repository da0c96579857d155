use super::why::why_tip;
use super::{Glyph, Icon, Text, Why, ident};
use leptos::prelude::*;

/// A button that shows only an icon; its label is read aloud and shown as a tooltip.
#[component]
pub fn IconButton(
    glyph: Glyph,
    #[prop(into)] label: Text,
    #[prop(into)] on_press: Callback<()>,
    /// Some(true or false): it is a switch that is on or off.
    #[prop(optional, into)]
    pressed: Signal<Option<bool>>,
    #[prop(optional, into)] why_not: Signal<Option<Why>>,
) -> impl IntoView {
    let tip = ident::fresh("why");
    let described = tip.clone();
    let off = move || why_not.with(Option::is_some);
    let shown = label.clone();
    view! {
        <span class="btn-wrap">
            <button
                type="button"
                class="btn btn-bare btn-icon"
                aria-label=move || label.get()
                aria-disabled=move || off().then_some("true")
                aria-pressed=move || pressed.get().map(|on| if on { "true" } else { "false" })
                aria-describedby=move || off().then(|| described.clone())
                on:click=move |_| if !off() { on_press.run(()) }
            >
                <Icon glyph/>
            </button>
            {move || (!off()).then(|| view! {
                <span class="tip" aria-hidden="true">{shown.get()}</span>
            })}
            {why_tip(tip, why_not)}
        </span>
    }
}
