use super::frame::FieldFrame;
use crate::ui::kit::Text;
use leptos::prelude::*;

/// A field of several lines.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let frame = FieldFrame { id: id.clone(), label, hint, error };
    let control = view! {
        <div class="control control-area">
            <textarea
                id=id
                rows=rows.to_string()
                dir="auto"
                aria-required=required.then_some("true")
                aria-describedby=frame.described_by()
                aria-invalid=frame.invalid()
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </div>
    };
    frame.around(control.into_any())
}
