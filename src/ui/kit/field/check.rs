use super::frame::FieldFrame;
use crate::ui::kit::Text;
use leptos::prelude::*;

/// A statement that holds or does not.
#[component]
pub fn CheckField(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_toggle: Callback<bool>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let frame = FieldFrame { id: id.clone(), label: label.clone(), hint, error };
    view! {
        <div class="field" class:field-wrong=move || error.with(Option::is_some)>
            <label class="choice">
                <input
                    id=id
                    type="checkbox"
                    aria-describedby=frame.described_by()
                    aria-invalid=frame.invalid()
                    checked=checked.get_untracked()
                    prop:checked=move || checked.get()
                    on:change=move |event| on_toggle.run(event_target_checked(&event))
                />
                <span class="choice-text">{move || label.get()}</span>
            </label>
            {frame.notes()}
        </div>
    }
}
