//! Software subscriptions, software bought once, and the products of other publishers.

use super::answer::{Feasibility, Reversible, Takes, Why};
use crate::domain::Money;
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::engine::money_at_risk::cancel_window::cancel_window;
use crate::engine::money_at_risk::commitment::committed_after;
use crate::engine::money_at_risk::frame::Frame;
use crate::engine::money_at_risk::price::refund_of;
use crate::platform::windows;

pub(super) fn judge(
    subscription: &Subscription,
    action: &ActionKind,
    frame: &Frame<'_>,
) -> Feasibility {
    let rule = match subscription.product {
        Product::PerpetualSoftware => windows::PERPETUAL_RETURN,
        Product::SoftwareSubscription => windows::SOFTWARE_CANCEL,
        _ => windows::MARKETPLACE_ANNUAL,
    };
    if matches!(subscription.status, Status::Deleted | Status::Expired | Status::Disabled) {
        let why = Why::StateForbids(subscription.status.clone());
        return Feasibility::impossible(action, rule, why);
    }
    match action {
        ActionKind::CancelSubscription => cancel(subscription, rule, frame),
        ActionKind::ReduceQuantity if subscription.product == Product::SoftwareSubscription => {
            Feasibility::impossible(action, windows::SOFTWARE_CANCEL, Why::NotForThisProduct)
                .rather(&[ActionKind::CancelSubscription])
        }
        _ if subscription.product == Product::PerpetualSoftware => {
            Feasibility::impossible(action, rule, Why::NotForThisProduct)
        }
        _ => Feasibility::cannot_tell(action, "MAR-193", Why::Unwritten),
    }
}

fn cancel(subscription: &Subscription, rule: &'static str, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::CancelSubscription;
    let zero = subscription.cost_per_period.map(|c| Money::zero(c.currency()));
    let left = committed_after(subscription, frame.today).ok().flatten();
    let Some(window) = cancel_window(subscription, frame) else {
        return Feasibility::cannot_tell(&action, rule, Why::WindowUnknown);
    };
    if !window.is_open(frame.now) {
        let mut answer = Feasibility::impossible(&action, rule, Why::WindowClosed(window.closes))
            .money(zero, left.or(zero));
        answer.rule = window.rule;
        return answer;
    }
    let mut answer = Feasibility::possible(&action, rule, Why::InsideWindow(window.closes))
        .stopping(Takes::AtOnce, Takes::AtOnce, Reversible::Never)
        .money(saves(subscription, left, frame), zero);
    answer.rule = window.rule;
    answer
}

/// Software bought once comes back whole; a software subscription by the day; for the marketplace
/// no source says how much, so only what has not begun is counted.
fn saves(subscription: &Subscription, left: Option<Money>, frame: &Frame<'_>) -> Option<Money> {
    match subscription.product {
        Product::PerpetualSoftware => subscription.cost_per_period,
        Product::SoftwareSubscription => {
            let back = refund_of(subscription, frame.today)?;
            left.map_or(Some(back), |later| back.plus(later).ok())
        }
        _ => left,
    }
}
