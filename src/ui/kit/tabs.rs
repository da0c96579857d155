use super::Text;
use leptos::prelude::*;

/// One tab: a link to the same record seen another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    pub text: String,
    pub href: String,
    pub current: bool,
    /// How many things are behind it, as text.
    pub count: Option<String>,
}

/// Tabs are links, so that each has an address and the back button works.
#[component]
pub fn Tabs(#[prop(into)] label: Text, #[prop(into)] tabs: Signal<Vec<Tab>>) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=move || label.get()>
            <ul>{move || tabs.get().into_iter().map(tab).collect_view()}</ul>
        </nav>
    }
}

fn tab(tab: Tab) -> impl IntoView {
    view! {
        <li>
            <a class="tab" href=tab.href aria-current=tab.current.then_some("page")>
                {tab.text}
                {tab.count.map(|count| view! { <span class="tab-count">{count}</span> })}
            </a>
        </li>
    }
}
