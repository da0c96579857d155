//! `payment.brokenPromises12m`: promises to pay that were broken in the last twelve months.

use super::facts::{Facts, Found, count};
use crate::engine::collections::{PromiseState, promise_state};

pub(super) fn find(facts: &Facts<'_>) -> Found {
    let broken = facts
        .account
        .promises
        .iter()
        .filter(|p| p.value.made <= facts.as_of)
        .filter(|p| match promise_state(facts.account, &p.value, facts.as_of) {
            PromiseState::Broken { since } => facts.within_a_year(since),
            PromiseState::Open | PromiseState::Kept { .. } => false,
        })
        .count();
    Found::now(count(broken))
}
