//! Credit: requests and reviews that wait for a decision.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Credit() -> impl IntoView {
    view! { <PageHead title=here().say(words::credit)/> }
}
