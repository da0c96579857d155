//! A customer's tab: the credit decision and its reasons.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;

#[component]
pub fn Credit(customer: CustomerId) -> impl IntoView {
    let _ = customer;
}
