//! Collections: who is due for which step today.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Collections() -> impl IntoView {
    view! { <PageHead title=here().say(words::collections)/> }
}
