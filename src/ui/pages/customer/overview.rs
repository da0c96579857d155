//! A customer's tab: what is owed, what is at risk, what comes next.

use leptos::prelude::*;

use super::ledger::Ledger;
use crate::domain::ids::CustomerId;
use crate::ui::parts::MoneyAtRisk;

#[component]
pub fn Overview(customer: CustomerId) -> impl IntoView {
    view! {
        <div class="stack-wide">
            <MoneyAtRisk customer=customer.clone()/>
            <Ledger customer/>
        </div>
    }
}
