//! Whether a step on subscriptions can be carried out, and what it does to the reseller's own bill:
//! asked of the money at risk, since Microsoft's rules decide it.

use super::answer::{Billing, Blocked, Code};
use super::rules;
use super::scene::Scene;
use super::tracks::step_ref;
use crate::domain::action::ActionKind;
use crate::domain::subscription::Subscription;
use crate::engine::money_at_risk::{Feasibility, May, Takes, feasibility, standing};
use crate::policy::ladder::{Step, StepKind};

/// What a step does to a subscription; none for one that touches no subscription.
const fn act_of(kind: StepKind) -> Option<ActionKind> {
    match kind {
        StepKind::DisableAccess => Some(ActionKind::SuspendSubscription),
        StepKind::CancelSubscription => Some(ActionKind::CancelSubscription),
        _ => None,
    }
}

/// A step on subscriptions is refused when it can be carried out on none that are known.
pub(super) fn infeasible(scene: &Scene<'_>, step: &Step) -> Option<Blocked> {
    let act = act_of(step.kind)?;
    if scene.account.subscriptions.is_empty() {
        return None;
    }
    let mut instead: Vec<ActionKind> = Vec::new();
    for subscription in standing(scene.account) {
        let answer = feasibility(scene.account, &subscription, &act, &scene.frame);
        if answer.may != May::No || locks_out_otherwise(scene, &subscription, &answer, step) {
            return None;
        }
        for action in answer.instead {
            if !instead.contains(&action) {
                instead.push(action);
            }
        }
    }
    Some(Blocked {
        rule: rules::ACTION_INFEASIBLE,
        code: Code::ActionInfeasible { instead },
        until: None,
        step: Some(step_ref(step)),
        entries: Vec::new(),
    })
}

/// Access to what cannot be suspended is ended by what Microsoft offers in its place.
fn locks_out_otherwise(
    scene: &Scene<'_>,
    subscription: &Subscription,
    answer: &Feasibility,
    step: &Step,
) -> bool {
    step.kind == StepKind::DisableAccess
        && answer.instead.iter().any(|action| {
            let other = feasibility(scene.account, subscription, action, &scene.frame);
            other.may == May::Yes && other.stops_access == Takes::AtOnce
        })
}

/// What a step changes in the reseller's own bill.
pub(super) fn billing(scene: &Scene<'_>, step: &Step) -> Billing {
    let Some(act) = act_of(step.kind) else {
        return Billing::Untouched;
    };
    let (mut goes_on, mut stops) = (0_usize, 0_usize);
    for subscription in standing(scene.account) {
        let answer = feasibility(scene.account, &subscription, &act, &scene.frame);
        match (answer.may, answer.stops_cost) {
            (May::Yes, Takes::AtOnce) => stops = stops.saturating_add(1),
            (May::Yes, Takes::Never) => goes_on = goes_on.saturating_add(1),
            _ => {}
        }
    }
    match (goes_on, stops) {
        (0, 0) => Billing::CannotTell,
        (0, subscriptions) => Billing::Stops { subscriptions },
        (subscriptions, _) => Billing::GoesOn { subscriptions },
    }
}
