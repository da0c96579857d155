use leptos::prelude::*;

/// The bar over the page: what finds things on the left, the state of things on the right.
#[component]
pub fn TopBar(#[prop(into)] find: ViewFnOnce, children: Children) -> impl IntoView {
    view! {
        <header class="top-bar">
            <div class="top-find">{find.run()}</div>
            <div class="top-state">{children()}</div>
        </header>
    }
}
