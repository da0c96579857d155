//! How fresh the cash data is: the worst reminder is the one to somebody who has paid.

use crate::engine::collections::answer::{Blocked, Code};
use crate::engine::collections::rules;
use crate::engine::collections::scene::Scene;
use crate::policy::ladder::Step;

/// The reason, when payments were last imported too many working days ago, or never.
pub(in crate::engine::collections) fn blocked(scene: &Scene<'_>) -> Option<Blocked> {
    let seen = scene.cash_data_as_of;
    let limit = scene.ladder.cash_data_max_age_working_days;
    let working_days =
        seen.map_or(u32::MAX, |day| scene.calendar.working_days_between(day, scene.as_of));
    (working_days > limit).then_some(Blocked {
        rule: rules::CASH_DATA_STALE,
        code: Code::CashDataStale { seen, working_days, limit },
        until: None,
        step: None,
        entries: Vec::new(),
    })
}

/// Steps that would hurt somebody who has paid in the meantime.
pub(in crate::engine::collections) fn minds(step: &Step) -> bool {
    step.kind.is_notice() || step.kind.affects_access() || !step.reversible
}
