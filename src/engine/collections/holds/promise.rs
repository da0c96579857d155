//! Open promises to pay.

use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::promises::{PromiseState, promise_state, promise_until};
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;

pub(in crate::engine::collections) fn blocked(scene: &Scene<'_>) -> Vec<Blocked> {
    let promises = scene.account.promises.iter();
    promises
        .filter(|p| p.value.made <= scene.as_of)
        .filter(|p| promise_state(scene.account, &p.value, scene.as_of) == PromiseState::Open)
        .map(|p| Blocked {
            rule: rules::PROMISE,
            code: Code::Promise { amount: p.value.amount, due: p.value.due },
            until: Some(promise_until(&p.value)),
            step: None,
            entries: vec![p.mark.entry.clone()],
        })
        .collect()
}
