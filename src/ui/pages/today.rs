//! Today: what wants the person, and when each chance ends.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Today() -> impl IntoView {
    view! { <PageHead title=here().say(words::today)/> }
}
