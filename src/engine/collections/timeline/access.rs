//! How much access the customer's users have, had and would have.

use std::collections::BTreeMap;

use super::mark::{Access, Lane, Mark, Tense, What};
use crate::domain::Day;
use crate::domain::action::ActionKind;
use crate::domain::ids::SubscriptionId;
use crate::domain::subscription::Status;
use crate::engine::collections::answer::Plan;
use crate::engine::collections::scene::Scene;

/// The lane is drawn at least so far back.
const BACK_DAYS: i64 = 90;

/// Segments from change to change; the last one is what the first planned step on access would leave.
pub(super) fn marks(scene: &Scene<'_>, plan: &Plan) -> Vec<Mark> {
    let total = counted(scene);
    if total == 0 {
        return Vec::new();
    }
    let segments = segments(scene, total);
    let planned = plan
        .next
        .iter()
        .chain(&plan.also)
        .chain(&plan.later)
        .filter(|s| s.affects_access)
        .map(|s| s.day)
        .min();
    let mut marks = Vec::new();
    for (at, (start, off)) in segments.iter().enumerate() {
        let next = segments.get(at.saturating_add(1)).map(|(day, _)| *day);
        let end = next.or(planned.map(|day| day.max(*start))).unwrap_or(Day::MAX);
        marks.push(mark((*start, end), *off, total, Tense::Done));
    }
    let last_off = segments.last().map_or(0, |(_, off)| *off);
    if let Some(day) = planned.filter(|_| last_off < total) {
        marks.push(mark((day, Day::MAX), total, total, Tense::Planned));
    }
    marks
}

fn mark((start, end): (Day, Day), off: usize, of: usize, tense: Tense) -> Mark {
    let access = match off {
        0 => Access::Full,
        n if n >= of => Access::None,
        _ => Access::Reduced,
    };
    Mark {
        lane: Lane::Access,
        start,
        end: Some(end),
        tense,
        what: What::Access { access, off, of },
        entry: None,
    }
}

/// Subscriptions that give or gave access; ended ones do not count.
fn counted(scene: &Scene<'_>) -> usize {
    scene.account.subscriptions.values().filter(|s| gives_access(&s.value.status)).count()
}

fn gives_access(status: &Status) -> bool {
    !matches!(status, Status::Deleted | Status::Expired)
}

/// From which day how many subscriptions were off, by the recorded actions and by what was last observed.
fn segments(scene: &Scene<'_>, total: usize) -> Vec<(Day, usize)> {
    let mut changes: BTreeMap<Day, Vec<(Option<SubscriptionId>, bool)>> = BTreeMap::new();
    for action in &scene.account.actions {
        let off = match action.value.kind {
            ActionKind::SuspendSubscription => true,
            ActionKind::ResumeSubscription => false,
            _ => continue,
        };
        if action.value.done <= scene.as_of {
            let day = changes.entry(action.value.done).or_default();
            day.push((action.value.subscription.clone(), off));
        }
    }
    for (id, kept) in &scene.account.subscriptions {
        let seen = kept.mark.recorded.day();
        if kept.value.status == Status::Suspended && seen <= scene.as_of {
            changes.entry(seen).or_default().push((Some(id.clone()), true));
        }
    }
    let back = scene.as_of.plus_days_clamped(BACK_DAYS.saturating_neg());
    let first = changes.keys().next().map_or(back, |day| back.min(*day));
    let mut off = BTreeMap::new();
    let mut all = vec![(first, 0)];
    for (day, switched) in changes {
        for (subscription, is_off) in switched {
            switch(scene, &mut off, subscription, is_off);
        }
        let count = off.values().filter(|x| **x).count().min(total);
        if all.last().is_none_or(|(_, before)| *before != count) {
            all.push((day, count));
        }
    }
    all
}

/// An action that names no subscription stands for all of them.
fn switch(
    scene: &Scene<'_>,
    off: &mut BTreeMap<SubscriptionId, bool>,
    subscription: Option<SubscriptionId>,
    is_off: bool,
) {
    match subscription {
        Some(id) => {
            off.insert(id, is_off);
        }
        None => {
            let all = scene.account.subscriptions.iter();
            off.extend(
                all.filter(|(_, s)| gives_access(&s.value.status))
                    .map(|(id, _)| (id.clone(), is_off)),
            );
        }
    }
}
