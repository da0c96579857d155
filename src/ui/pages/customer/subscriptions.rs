//! A customer's tab: each subscription and what acting on it would do.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;

#[component]
pub fn Subscriptions(customer: CustomerId) -> impl IntoView {
    let _ = customer;
}
