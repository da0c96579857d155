//! A customer's tab: everything recorded about this customer.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;

#[component]
pub fn History(customer: CustomerId) -> impl IntoView {
    let _ = customer;
}
