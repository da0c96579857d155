//! Every entry: who, when, from which source.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn History() -> impl IntoView {
    view! { <PageHead title=here().say(words::history)/> }
}
