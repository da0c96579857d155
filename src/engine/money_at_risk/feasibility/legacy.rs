//! Licences of the time before new commerce: suspending stops their bill.

use super::answer::{Feasibility, Reversible, SideEffect, Takes, Why};
use crate::book::Account;
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Status, Subscription};
use crate::domain::{Day, Money};
use crate::engine::money_at_risk::frame::Frame;
use crate::engine::money_at_risk::periods::subscription_period;
use crate::engine::money_at_risk::price::legacy_credit;
use crate::platform::suspension;

pub(super) fn judge(
    account: &Account,
    subscription: &Subscription,
    action: &ActionKind,
    frame: &Frame<'_>,
) -> Feasibility {
    let zero = subscription.cost_per_period.map(|c| Money::zero(c.currency()));
    match (&subscription.status, action) {
        (Status::Deleted | Status::Expired | Status::Disabled, _) => {
            let why = Why::StateForbids(subscription.status.clone());
            Feasibility::impossible(action, suspension::LEGACY_DELETED_DAYS, why)
        }
        (Status::Suspended, ActionKind::SuspendSubscription) => {
            Feasibility::impossible(action, suspension::USERS_BLOCKED, Why::AlreadySuspended)
                .money(zero, zero)
        }
        (_, ActionKind::SuspendSubscription) => suspend(subscription, frame),
        (Status::Suspended, ActionKind::ResumeSubscription) => {
            let answer =
                Feasibility::possible(action, suspension::LEGACY_DELETED_DAYS, Why::AnyTime)
                    .with(SideEffect::UsersBackAtOnce, suspension::USERS_BLOCKED);
            match suspended_on(account, subscription).and_then(|day| deleted_on(day, frame)) {
                Some(gone) => {
                    answer.with(SideEffect::DeletedOn(gone), suspension::LEGACY_DELETED_DAYS)
                }
                None => answer,
            }
        }
        (_, ActionKind::ResumeSubscription) => {
            Feasibility::impossible(action, suspension::LEGACY_STOPS_BILL, Why::NotSuspended)
        }
        _ => Feasibility::impossible(action, suspension::LEGACY_STOPS_BILL, Why::NotForThisProduct)
            .rather(&[ActionKind::SuspendSubscription]),
    }
}

fn suspend(subscription: &Subscription, frame: &Frame<'_>) -> Feasibility {
    let zero = subscription.cost_per_period.map(|c| Money::zero(c.currency()));
    let saved =
        subscription_period(subscription, frame.today).zip(subscription.cost_per_period).and_then(
            |(period, cost)| legacy_credit(cost, period.days_left(frame.today), period.days()),
        );
    let gone = deleted_on(frame.today, frame);
    let reversible = gone
        .map_or(Reversible::CannotTell, |day| Reversible::UntilEndOf(day.plus_days_clamped(-1)));
    let answer = Feasibility::possible(
        &ActionKind::SuspendSubscription,
        suspension::LEGACY_STOPS_BILL,
        Why::AnyTime,
    )
    .stopping(Takes::AtOnce, Takes::AtOnce, reversible)
    .money(saved, zero)
    .with(SideEffect::UsersLockedOut, suspension::USERS_BLOCKED);
    match gone {
        Some(day) => answer.with(SideEffect::DeletedOn(day), suspension::LEGACY_DELETED_DAYS),
        None => answer,
    }
}

/// The day on which a licence suspended on a day is deleted.
fn deleted_on(suspended: Day, frame: &Frame<'_>) -> Option<Day> {
    let row = frame.rules.on(suspended, suspension::LEGACY_DELETED_DAYS, None, None)?;
    Some(suspended.plus_days_clamped(row.days()?))
}

/// The day on which somebody recorded the suspension.
fn suspended_on(account: &Account, subscription: &Subscription) -> Option<Day> {
    account
        .actions
        .iter()
        .map(|a| &a.value)
        .filter(|a| {
            a.kind == ActionKind::SuspendSubscription
                && a.subscription.as_ref() == Some(&subscription.id)
        })
        .map(|a| a.done)
        .max()
}
