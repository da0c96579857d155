//! The report of a case, as it prints.

use leptos::prelude::*;

use crate::app::words::places as words;
use crate::domain::ids::CaseId;
use crate::ui::here::here;
use crate::ui::kit::PageHead;

#[component]
pub fn Report(case: CaseId) -> impl IntoView {
    let _ = case;
    view! { <PageHead title=here().say(words::report)/> }
}
