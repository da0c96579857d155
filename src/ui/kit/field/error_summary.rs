use crate::ui::kit::{Text, hands};
use leptos::prelude::*;

/// One thing that is wrong, and the field where it can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLink {
    /// The id of the field.
    pub field: String,
    /// The same words as beside the field.
    pub text: String,
}

/// What is wrong with a form, above it, shown even for one error. It takes focus when errors
/// appear; its links move focus to the fields without touching the address.
#[component]
pub fn ErrorSummary(
    #[prop(into)] id: String,
    #[prop(into)] title: Text,
    #[prop(into)] errors: Signal<Vec<ErrorLink>>,
) -> impl IntoView {
    let lent = hands();
    let own = StoredValue::new(id.clone());
    Effect::new(move |before: Option<bool>| {
        let any = !errors.with(Vec::is_empty);
        if any && before != Some(true) {
            own.with_value(|id| (lent.focus)(id));
        }
        any
    });
    let link = move |error: ErrorLink| {
        let field = error.field;
        let href = format!("#{field}");
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            (lent.focus)(&field);
        };
        view! { <li><a href=href on:click=go>{error.text}</a></li> }
    };
    let list = move || errors.get().into_iter().map(link).collect_view();
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    view! {
        <div
            id=id
            class="error-summary"
            tabindex="-1"
            role="group"
            aria-labelledby=labelled
            hidden=move || errors.with(Vec::is_empty)
        >
            <h2 id=heading>{move || title.get()}</h2>
            <ul>{list}</ul>
        </div>
    }
}
