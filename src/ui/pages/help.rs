//! Help: keys, words, rules.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Help() -> impl IntoView {
    view! { <PageHead title=here().say(words::help)/> }
}
