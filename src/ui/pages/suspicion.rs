//! Suspicious activity: alerts, cases and signals.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Suspicion() -> impl IntoView {
    view! { <PageHead title=here().say(words::suspicion)/> }
}
