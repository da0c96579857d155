use super::Text;
use leptos::prelude::*;

/// The head of a page: its title (the only `h1`), a leading sentence, and what can be done here.
#[component]
pub fn PageHead(
    #[prop(into)] title: Text,
    /// The sentence or the line of small facts under the title.
    #[prop(optional, into)]
    lead: ViewFnOnce,
    /// Buttons, or the inline [`super::Facts`] of a record.
    #[prop(optional, into)]
    aside: ViewFnOnce,
    /// True when the title is a name from the data.
    #[prop(optional)]
    name: bool,
) -> impl IntoView {
    let title = move || title.get();
    let title =
        if name { view! { <bdi>{title}</bdi> }.into_any() } else { view! { {title} }.into_any() };
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1 id="page-title" tabindex="-1">{title}</h1>
                <div class="lead">{lead.run()}</div>
            </div>
            <div class="page-head-aside">{aside.run()}</div>
        </header>
    }
}
