//! Holds that a person placed, and claimed payments.

use crate::domain::hold::HoldReason;
use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;

pub(in crate::engine::collections) fn blocked(scene: &Scene<'_>) -> Vec<Blocked> {
    let holds = scene.account.holds.iter();
    holds
        .filter(|hold| hold.covers(scene.as_of))
        .map(|hold| {
            let placed = &hold.placed.value;
            let owner = placed.owner.clone();
            let (rule, code) = match &placed.reason {
                HoldReason::PaymentClaimed => {
                    (rules::PAYMENT_CLAIMED, Code::PaymentClaimed { owner })
                }
                reason => {
                    let reason = reason.clone();
                    (rules::HELD, Code::Held { reason, owner })
                }
            };
            Blocked {
                rule,
                code,
                until: Some(hold.ends()),
                step: None,
                entries: vec![hold.placed.mark.entry.clone()],
            }
        })
        .collect()
}
