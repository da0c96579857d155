use super::frame::FieldFrame;
use crate::ui::kit::Text;
use leptos::prelude::*;

/// What a one-line field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    #[default]
    Text,
    /// A number or an amount, right-aligned. The browser's own number field is not used: it
    /// changes values on scrolling and drops what it does not understand.
    Number,
    /// A calendar day, as `YYYY-MM-DD`.
    Date,
    Email,
}

impl InputKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number => "text",
            Self::Date => "date",
            Self::Email => "email",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("decimal"),
            _ => None,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Text | Self::Email => "control",
            Self::Number => "control control-number",
            Self::Date => "control control-date",
        }
    }
}

/// A field of one line: text, number, day or address.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: Text,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional)] kind: InputKind,
    #[prop(optional, into)] hint: Option<Text>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// What stands inside before the value, such as a currency code.
    #[prop(optional, into)]
    prefix: Option<Text>,
    /// What stands inside after the value, such as a unit.
    #[prop(optional, into)]
    suffix: Option<Text>,
    #[prop(optional)] required: bool,
) -> impl IntoView {
    let frame = FieldFrame { id: id.clone(), label, hint, error };
    let affix = |text: Text| view! { <span class="affix">{move || text.get()}</span> };
    let control = view! {
        <div class=kind.class()>
            {prefix.map(affix)}
            <input
                id=id
                type=kind.input_type()
                inputmode=kind.input_mode()
                dir="auto"
                autocomplete="off"
                aria-required=required.then_some("true")
                aria-describedby=frame.described_by()
                aria-invalid=frame.invalid()
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {suffix.map(affix)}
        </div>
    };
    frame.around(control.into_any())
}
