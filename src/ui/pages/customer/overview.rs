//! A customer's tab: what is owed, what is at risk, what comes next.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;

#[component]
pub fn Overview(customer: CustomerId) -> impl IntoView {
    let _ = customer;
}
