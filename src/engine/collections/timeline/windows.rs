//! Windows of the customer's subscriptions: until when one can be cancelled, and when its term ends.

use super::mark::{Lane, Mark, Tense, What};
use crate::domain::Day;
use crate::domain::subscription::{Status, Subscription};
use crate::engine::collections::scene::Scene;

/// Terms that end later than this are not shown.
const AHEAD_DAYS: i64 = 120;

pub(super) fn marks(scene: &Scene<'_>) -> Vec<Mark> {
    let subscriptions = scene.account.subscriptions.values();
    subscriptions
        .map(|kept| &kept.value)
        .filter(|s| matches!(s.status, Status::Active | Status::Suspended))
        .flat_map(|s| [cancel_window(s, scene.as_of), term_end(s, scene.as_of)])
        .flatten()
        .collect()
}

fn cancel_window(subscription: &Subscription, as_of: Day) -> Option<Mark> {
    let end = subscription.cancel_until?.day();
    let start = subscription.term_start.unwrap_or(as_of.min(end));
    (end >= as_of && start <= end).then(|| Mark {
        lane: Lane::Windows,
        start,
        end: Some(end),
        tense: Tense::Planned,
        what: What::CancelWindow {
            subscription: subscription.id.clone(),
            offer: subscription.offer.clone(),
        },
        entry: None,
    })
}

fn term_end(subscription: &Subscription, as_of: Day) -> Option<Mark> {
    let end = subscription.term_end?;
    let shown = as_of..=as_of.plus_days_clamped(AHEAD_DAYS);
    shown.contains(&end).then(|| Mark {
        lane: Lane::Windows,
        start: end,
        end: None,
        tense: Tense::Planned,
        what: What::TermEnd {
            subscription: subscription.id.clone(),
            offer: subscription.offer.clone(),
            renews: subscription.auto_renew,
            cost: subscription.cost_per_period,
        },
        entry: None,
    })
}
