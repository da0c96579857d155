use leptos::prelude::*;

use crate::app::Lang;
use crate::app::route::Route;
use crate::ui::here::here;
use crate::ui::kit::{LinkButton, PageHead};

/// A page for something that is not there: what, why, and the way to what is.
#[component]
pub fn NoSuch(
    title: fn(Lang) -> &'static str,
    #[prop(into)] why: Signal<String>,
    /// Where to go from here, and in what words.
    to: Route,
    go: fn(Lang) -> &'static str,
) -> impl IntoView {
    let here = here();
    let href = to.to_string();
    view! {
        <PageHead title=here.say(title) lead=move || move || why.get()/>
        <p><LinkButton href=href>{here.say(go)}</LinkButton></p>
    }
}
