//! Money that has come in and is set against no invoice.

use crate::domain::Currency;
use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;

/// The reason, when the unapplied money would cover what is overdue.
pub(in crate::engine::collections) fn blocked(
    scene: &Scene<'_>,
    currency: Currency,
) -> Option<Blocked> {
    let unapplied = scene.receivables.unapplied.get(currency);
    let overdue = scene.receivables.collectable_overdue().get(currency);
    (overdue.is_positive() && unapplied >= overdue).then_some(Blocked {
        rule: rules::ALLOCATION_PENDING,
        code: Code::AllocationPending { unapplied, overdue },
        until: None,
        step: None,
        entries: Vec::new(),
    })
}
