//! A customer's tab: everything recorded about this customer.

use leptos::prelude::*;

use crate::app::view_model::history::Whose;
use crate::app::view_model::history_differ::differences;
use crate::app::words::history as words;
use crate::domain::ids::CustomerId;
use crate::ui::here::here;
use crate::ui::kit::Panel;
use crate::ui::parts::Entries;

#[component]
pub fn History(customer: CustomerId) -> impl IntoView {
    view! { <Differences customer=customer.clone()/> <Entries whose=Whose::Customer(customer)/> }
}

/// Values that lost against a later one: kept, and shown here.
#[component]
fn Differences(customer: CustomerId) -> impl IntoView {
    let here = here();
    let lines = here.see(move |screen| differences(screen, &customer));
    move || {
        let lines = lines.get();
        let line = |line| view! { <li><bdi>{line}</bdi></li> };
        (!lines.is_empty()).then(|| {
            view! {
                <Panel title=here.say(words::differs)>
                    <ul class="prose">{lines.into_iter().map(line).collect_view()}</ul>
                </Panel>
            }
        })
    }
}
