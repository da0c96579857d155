//! Overdue amounts that are not worth a notice.

use crate::domain::Currency;
use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;

/// The reason, when something is overdue and at or under the tolerance. It stays in the ageing.
pub(in crate::engine::collections) fn blocked(
    scene: &Scene<'_>,
    currency: Currency,
) -> Option<Blocked> {
    let tolerance = *scene.ladder.tolerance.get(&currency)?;
    let overdue = scene.receivables.collectable_overdue().get(currency);
    (overdue.is_positive() && overdue <= tolerance).then_some(Blocked {
        rule: rules::TOLERANCE,
        code: Code::Tolerance { overdue, tolerance },
        until: None,
        step: None,
        entries: Vec::new(),
    })
}
