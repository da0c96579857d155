use super::Choice;
use super::frame::FieldFrame;
use crate::ui::kit::{Glyph, Icon, Text};
use leptos::prelude::*;

/// A field that takes one of several values.
#[component]
pub fn SelectField(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_pick: Callback<String>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let frame = FieldFrame { id: id.clone(), label, hint, error };
    // Other fields of the same form change more often than what this one offers.
    let choices = Memo::new(move |_| choices.get());
    let option = move |choice: Choice| {
        let own = choice.value.clone();
        let picked = move || value.with(|now| *now == own);
        view! { <option value=choice.value prop:selected=picked.clone() selected=picked>{choice.text}</option> }
    };
    let control = view! {
        <div class="control control-select">
            <select
                id=id
                aria-describedby=frame.described_by()
                aria-invalid=frame.invalid()
                on:change=move |event| on_pick.run(event_target_value(&event))
            >
                {move || choices.get().into_iter().map(option).collect_view()}
            </select>
            <Icon glyph=Glyph::ChevronDown small=true/>
        </div>
    };
    frame.around(control.into_any())
}
