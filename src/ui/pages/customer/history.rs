//! A customer's tab: everything recorded about this customer.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;
use crate::ui::parts::Entries;

#[component]
pub fn History(customer: CustomerId) -> impl IntoView {
    view! { <Entries customer=Some(customer)/> }
}
