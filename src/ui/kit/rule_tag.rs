use leptos::prelude::*;

/// The id of a rule, quiet beside the sentence it explains. With `href` it leads to the rule.
#[component]
pub fn RuleTag(
    #[prop(into)] id: String,
    #[prop(optional, into)] href: Option<String>,
) -> impl IntoView {
    match href {
        Some(href) => view! { <a class="rule" href=href translate="no">{id}</a> }.into_any(),
        None => view! { <span class="rule" translate="no">{id}</span> }.into_any(),
    }
}
