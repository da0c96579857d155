//! Amounts of several currencies, one below the other.

use leptos::prelude::*;

use crate::app::view_model::{AmountText, Tone};
use crate::ui::kit::Amount;
use crate::ui::parts::meaning;

/// Each currency's amount; nothing when there is none.
#[component]
pub fn Amounts(amounts: Vec<AmountText>, #[prop(optional)] tone: Tone) -> impl IntoView {
    let amount = |a: AmountText| {
        view! { <Amount code=a.code number=a.number meaning=meaning(tone)/> }
    };
    view! { <span class="amounts">{amounts.into_iter().map(amount).collect_view()}</span> }
}
