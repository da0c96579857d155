//! Azure subscriptions and the plan above them.

use super::answer::{Feasibility, Reversible, SideEffect, Takes, Why};
use crate::book::Account;
use crate::book::standing;
use crate::domain::Money;
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::engine::money_at_risk::frame::Frame;
use crate::engine::money_at_risk::run_rate::run_rate;
use crate::platform::azure;

pub(super) fn judge_subscription(
    account: &Account,
    subscription: &Subscription,
    action: &ActionKind,
    frame: &Frame<'_>,
) -> Feasibility {
    let cancels =
        matches!(action, ActionKind::CancelAzureSubscription | ActionKind::CancelSubscription);
    if is_over(&subscription.status) {
        let why = Why::StateForbids(subscription.status.clone());
        return Feasibility::impossible(action, azure::DELETED_DAYS, why);
    }
    if !cancels {
        return Feasibility::impossible(action, azure::CANCEL_ANY_TIME, Why::NotForThisProduct)
            .rather(&[ActionKind::CancelAzureSubscription]);
    }
    let days =
        |id: &str| frame.rules.on(frame.today, id, Some(&subscription.product), None)?.days();
    let reversible = days(azure::DELETED_DAYS).map_or(Reversible::CannotTell, |days| {
        Reversible::UntilEndOf(frame.today.plus_days_clamped(days.saturating_sub(1)))
    });
    let mut answer = Feasibility::possible(action, azure::CANCEL_ANY_TIME, Why::AnyTime)
        .stopping(Takes::AtOnce, Takes::AtOnce, reversible)
        .with(SideEffect::UsersLockedOut, azure::CANCEL_ANY_TIME)
        .with(SideEffect::SoftwareFirst, azure::SAAS_FIRST)
        .with(SideEffect::CustomerCanReactivate, azure::CUSTOMER_REACTIVATES);
    if let Some(kept) = days(azure::DATA_KEPT_DAYS) {
        let by = frame.today.plus_days_clamped(kept);
        answer = answer.with(SideEffect::DataSavedBy(by), azure::DATA_KEPT_DAYS);
    }
    answer.saved_per_day = run_rate(account, subscription, frame).map(|rate| rate.per_day);
    // Consumption commits to nothing.
    let currency = answer.saved_per_day.map_or(frame.partner.currency, Money::currency);
    answer.still_committed = Some(Money::zero(currency));
    answer
}

pub(super) fn judge_plan(
    account: &Account,
    plan: &Subscription,
    action: &ActionKind,
) -> Feasibility {
    if is_over(&plan.status) {
        let why = Why::StateForbids(plan.status.clone());
        return Feasibility::impossible(action, azure::PLAN_AFTER_SUBSCRIPTIONS, why);
    }
    let ends = matches!(
        action,
        ActionKind::CancelAzurePlan
            | ActionKind::CancelSubscription
            | ActionKind::SuspendSubscription
    );
    if !ends {
        return Feasibility::impossible(
            action,
            azure::PLAN_AFTER_SUBSCRIPTIONS,
            Why::NotForThisProduct,
        );
    }
    let running = standing(account)
        .filter(|s| s.product == Product::AzureSubscription && !is_over(&s.status))
        .filter(|s| s.parent.as_ref().is_none_or(|parent| *parent == plan.id))
        .count();
    if running > 0 {
        let count = u32::try_from(running).unwrap_or(u32::MAX);
        return Feasibility::impossible(
            action,
            azure::PLAN_AFTER_SUBSCRIPTIONS,
            Why::ChildrenActive(count),
        )
        .rather(&[ActionKind::CancelAzureSubscription]);
    }
    Feasibility::possible(action, azure::PLAN_AFTER_SUBSCRIPTIONS, Why::AnyTime).stopping(
        Takes::AtOnce,
        Takes::AtOnce,
        Reversible::CannotTell,
    )
}

fn is_over(status: &Status) -> bool {
    matches!(status, Status::Deleted | Status::Expired | Status::Disabled)
}
