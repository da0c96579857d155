//! Settings of this book and this browser.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Settings() -> impl IntoView {
    view! { <PageHead title=here().say(words::settings)/> }
}
