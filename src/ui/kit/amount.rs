use super::Meaning;
use leptos::prelude::*;

/// An amount of money: the currency code muted before the figure, which never breaks.
///
/// The number arrives as text, formatted for the reader's language.
#[component]
pub fn Amount(
    #[prop(into)] code: Signal<String>,
    #[prop(into)] number: Signal<String>,
    #[prop(optional)] meaning: Meaning,
) -> impl IntoView {
    view! {
        <span class=format!("amount {}", meaning.class())>
            <span class="amount-code">{move || code.get()}</span>
            "\u{a0}"
            <span class="amount-number">{move || number.get()}</span>
        </span>
    }
}
