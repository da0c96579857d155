//! An address that names nothing.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::{EmptyKind, EmptyState, LinkButton};

#[component]
pub fn Unknown(path: String) -> impl IntoView {
    let here = here();
    let go = move || {
        view! { <LinkButton href=Route::Today.to_string()>{here.say(words::today)}</LinkButton> }
    };
    view! {
        <EmptyState kind=EmptyKind::NoResults title=here.say(words::unknown) actions=go>
            <p>{move || words::no_such_page(here.lang(), &path)}</p>
        </EmptyState>
    }
}
