//! Every part of the kit on one page, for looking at. Only in debug builds.

mod forms;
mod lists;
mod states;
mod work;

use crate::ui::kit::PageHead;
use leptos::prelude::*;

/// The parts side by side.
#[component]
pub fn Gallery() -> impl IntoView {
    let lead = || {
        view! {
            "14 things want you. " <b>"EUR 48,310.00"</b> " can still be saved, "
            <b>"EUR 12,900.00"</b> " of it only today."
        }
    };
    view! {
        <PageHead title="Sunday 22 November 2026" lead/>
        <work::Work/>
        <lists::Lists/>
        <forms::Forms/>
        <states::States/>
    }
}
