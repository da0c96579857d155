//! The parts side by side.

use leptos::prelude::*;

use super::forms::Forms;
use super::lists::Lists;
use super::states::States;
use super::work::Work;
use crate::ui::kit::PageHead;

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
        <Work/>
        <Lists/>
        <Forms/>
        <States/>
    }
}
