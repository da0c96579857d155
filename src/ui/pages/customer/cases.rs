//! A customer's tab: alerts and cases.

use leptos::prelude::*;

use crate::domain::ids::CustomerId;

#[component]
pub fn Cases(customer: CustomerId) -> impl IntoView {
    let _ = customer;
}
