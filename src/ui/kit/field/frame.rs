use crate::ui::kit::{Glyph, Icon, Text};
use leptos::prelude::*;

/// What stands around every control, and the ids that tie it to the control.
pub struct FieldFrame {
    pub id: String,
    pub label: Text,
    pub hint: Option<Text>,
    pub error: Signal<Option<String>>,
}

impl FieldFrame {
    pub fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    pub fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// The value of `aria-describedby`: the error first, then the hint.
    pub fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + use<> {
        let error_id = self.error_id();
        let hint_id = self.hint.as_ref().map(|_| self.hint_id());
        let error = self.error;
        move || {
            let wrong = error.with(Option::is_some).then(|| error_id.clone());
            match (wrong, hint_id.clone()) {
                (Some(wrong), Some(hint)) => Some(format!("{wrong} {hint}")),
                (wrong, hint) => wrong.or(hint),
            }
        }
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    /// The hint and the error, in reading order.
    pub fn notes(&self) -> AnyView {
        let hint_id = self.hint_id();
        let hint = self.hint.clone().map(|hint| {
            view! { <p class="field-hint" id=hint_id>{move || hint.get()}</p> }
        });
        let (error_id, error) = (self.error_id(), self.error);
        let error = move || {
            error.get().map(|text| {
                view! {
                    <p class="field-error" id=error_id.clone()>
                        <Icon glyph=Glyph::Warning small=true/>
                        {text}
                    </p>
                }
            })
        };
        view! { {hint} {error} }.into_any()
    }

    /// The whole field with its label above.
    pub fn around(self, control: AnyView) -> AnyView {
        let notes = self.notes();
        let error = self.error;
        let (id, label) = (self.id, self.label);
        view! {
            <div class="field" class:field-wrong=move || error.with(Option::is_some)>
                <label class="field-label" for=id>{move || label.get()}</label>
                {notes}
                {control}
            </div>
        }
        .into_any()
    }

    /// The whole field as a group of controls under a legend. The first control bears the id.
    pub fn around_group(self, controls: AnyView) -> AnyView {
        let described = self.described_by();
        let notes = self.notes();
        let error = self.error;
        let label = self.label;
        view! {
            <fieldset
                class="field"
                class:field-wrong=move || error.with(Option::is_some)
                aria-describedby=described
            >
                <legend class="field-label">{move || label.get()}</legend>
                {notes}
                {controls}
            </fieldset>
        }
        .into_any()
    }
}
