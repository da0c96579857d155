//! A customer's tab: the timeline, and recording what was done.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;

#[component]
pub fn Collections(customer: CustomerId) -> impl IntoView {
    let _ = customer;
}
