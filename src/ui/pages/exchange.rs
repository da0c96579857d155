//! Import, share, merge, verify.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Exchange() -> impl IntoView {
    view! { <PageHead title=here().say(words::exchange)/> }
}
