use super::Text;
use leptos::prelude::*;

/// A framed part of a page with a head: a title on the left, tools on the right.
#[component]
pub fn Panel(
    #[prop(into)] title: Text,
    /// What stands at the right end of the head.
    #[prop(optional, into)]
    tools: ViewFnOnce,
    /// True: the content touches the frame, as a table or a drawing does.
    #[prop(optional)]
    flush: bool,
    children: Children,
) -> impl IntoView {
    let class = if flush { "panel panel-flush" } else { "panel" };
    view! {
        <section class=class>
            <header class="panel-head">
                <h2 class="panel-title">{move || title.get()}</h2>
                <div class="panel-tools">{tools.run()}</div>
            </header>
            <div class="panel-body">{children()}</div>
        </section>
    }
}
