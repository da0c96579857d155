//! New-commerce licence subscriptions.

use super::answer::{Feasibility, Reversible, SideEffect, Takes, Why};
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Status, Subscription};
use crate::domain::{Day, Money};
use crate::engine::money_at_risk::cancel_window::cancel_window;
use crate::engine::money_at_risk::commitment::committed_after;
use crate::engine::money_at_risk::frame::Frame;
use crate::engine::money_at_risk::lifecycle::{Stage, extends, stage_on};
use crate::engine::money_at_risk::price::{next_term_cost, refund_of};
use crate::platform::{extended_term, refunds, suspension, windows};

pub(super) fn judge(
    subscription: &Subscription,
    action: &ActionKind,
    frame: &Frame<'_>,
) -> Feasibility {
    let stage = stage_on(subscription, frame.today, frame.rules).stage;
    match stage {
        Stage::Active | Stage::Suspended | Stage::Renewed => {}
        Stage::ExtendedTerm => return in_extended_term(subscription, action, frame),
        Stage::Unknown if subscription.status != Status::Suspended => {
            let why = Why::StateForbids(subscription.status.clone());
            return Feasibility::cannot_tell(action, "MAR-191", why);
        }
        Stage::Unknown => {
            return Feasibility::cannot_tell(
                action,
                extended_term::SUSPENDED_AT_END,
                Why::Unwritten,
            );
        }
        Stage::Expired | Stage::Disabled | Stage::Deleted => {
            let rule = suspension::RESUME_UNTIL_END;
            return Feasibility::impossible(action, rule, Why::TermOver);
        }
    }
    let suspended = stage == Stage::Suspended;
    match action {
        ActionKind::CancelSubscription => cancel(subscription, suspended, frame),
        ActionKind::ReduceQuantity => reduce(subscription, suspended, frame),
        ActionKind::SuspendSubscription => suspend(subscription, suspended, frame),
        ActionKind::ResumeSubscription => resume(subscription, suspended, frame),
        ActionKind::CancelAtTermEnd => end_at_term(subscription, suspended, frame),
        ActionKind::AutoRenewOff => auto_renew_off(subscription, suspended, frame),
        ActionKind::AutoRenewOn => auto_renew_on(subscription, suspended, frame),
        _ => Feasibility::impossible(action, "MAR-192", Why::NotForThisProduct),
    }
}

fn committed(subscription: &Subscription, day: Day) -> Option<Money> {
    committed_after(subscription, day).ok().flatten()
}

/// The refund of this period and every period that has not begun.
fn cancel_saves(subscription: &Subscription, day: Day) -> Option<Money> {
    let back = refund_of(subscription, day)?;
    match committed(subscription, day) {
        Some(later) => back.plus(later).ok(),
        None => Some(back),
    }
}

fn zero_of(subscription: &Subscription) -> Option<Money> {
    subscription.cost_per_period.map(|c| Money::zero(c.currency()))
}

/// What is left when the window has closed: lock users out, and let the term be the last.
fn after_window(subscription: &Subscription, frame: &Frame<'_>) -> [ActionKind; 2] {
    let ending = if extends(subscription, frame.rules) {
        ActionKind::CancelAtTermEnd
    } else {
        ActionKind::AutoRenewOff
    };
    [ActionKind::SuspendSubscription, ending]
}

fn cancel(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::CancelSubscription;
    let Some(window) = cancel_window(subscription, frame) else {
        return Feasibility::cannot_tell(&action, windows::LICENCE_CANCEL, Why::WindowUnknown);
    };
    if !window.is_open(frame.now) {
        let instead = after_window(subscription, frame);
        let instead = if suspended { instead.get(1..).unwrap_or_default() } else { &instead };
        return Feasibility::impossible(
            &action,
            windows::LICENCE_LOCKED,
            Why::WindowClosed(window.closes),
        )
        .money(zero_of(subscription), committed(subscription, frame.today))
        .rather(instead);
    }
    let backup =
        frame.rules.on(frame.today, refunds::BACKUP_DAYS, None, None).and_then(|r| r.days());
    let mut answer =
        Feasibility::possible(&action, windows::LICENCE_CANCEL, Why::InsideWindow(window.closes))
            .stopping(Takes::AtOnce, Takes::AtOnce, Reversible::Never)
            .money(cancel_saves(subscription, frame.today), zero_of(subscription))
            .with(SideEffect::UsersLockedOut, refunds::BACKUP_DAYS)
            .with(SideEffect::NotRecoverable, refunds::BACKUP_DAYS);
    if let Some(days) = backup {
        let by = frame.today.plus_days_clamped(days);
        answer = answer.with(SideEffect::DataSavedBy(by), refunds::BACKUP_DAYS);
    }
    answer
}

fn reduce(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::ReduceQuantity;
    if suspended {
        return Feasibility::impossible(&action, suspension::NO_SEAT_CHANGE, Why::AlreadySuspended)
            .money(zero_of(subscription), committed(subscription, frame.today));
    }
    let Some(window) = cancel_window(subscription, frame) else {
        return Feasibility::cannot_tell(&action, windows::LICENCE_CANCEL, Why::WindowUnknown);
    };
    if window.is_open(frame.now) {
        Feasibility::possible(&action, windows::LICENCE_CANCEL, Why::InsideWindow(window.closes))
            .stopping(Takes::Never, Takes::CannotTell, Reversible::AnyTime)
    } else {
        Feasibility::impossible(&action, windows::LICENCE_LOCKED, Why::WindowClosed(window.closes))
            .money(zero_of(subscription), committed(subscription, frame.today))
            .rather(&[ActionKind::CancelAtTermEnd])
    }
}

fn suspend(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::SuspendSubscription;
    if suspended {
        return Feasibility::impossible(&action, suspension::USERS_BLOCKED, Why::AlreadySuspended)
            .money(zero_of(subscription), committed(subscription, frame.today));
    }
    let reversible = subscription.term_end.map_or(Reversible::CannotTell, Reversible::UntilEndOf);
    let left = committed(subscription, frame.today);
    let denied = frame.rules.denies(frame.today, suspension::STILL_BILLED);
    let (cost, saved, left) = if denied {
        (Takes::AtOnce, left, zero_of(subscription))
    } else {
        (Takes::Never, zero_of(subscription), left)
    };
    let mut answer = Feasibility::possible(&action, suspension::USERS_BLOCKED, Why::AnyTime)
        .stopping(Takes::AtOnce, cost, reversible)
        .money(saved, left)
        .with(SideEffect::UsersLockedOut, suspension::USERS_BLOCKED)
        .with(SideEffect::StillBilled, suspension::STILL_BILLED)
        .with(SideEffect::AutoRenewSwitchedOff, suspension::AUTO_RENEW_OFF)
        .with(SideEffect::ScheduledChangesDropped, suspension::CHANGES_DROPPED)
        .with(SideEffect::TransferBlocked, suspension::NO_TRANSFER)
        .with(SideEffect::SeatChangeBlocked, suspension::NO_SEAT_CHANGE);
    if let (true, Some(end)) = (extends(subscription, frame.rules), subscription.term_end) {
        let next = end.plus_days_clamped(1);
        answer = answer.with(SideEffect::UnknownFrom(next), extended_term::SUSPENDED_AT_END);
    }
    let window_open = cancel_window(subscription, frame).is_some_and(|w| w.is_open(frame.now));
    if window_open {
        return answer.rather(&[ActionKind::CancelSubscription]);
    }
    let undecided = subscription.cancel_at_end != Some(true) && extends(subscription, frame.rules);
    if undecided { answer.rather(&[ActionKind::CancelAtTermEnd]) } else { answer }
}

fn resume(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::ResumeSubscription;
    if !suspended {
        return Feasibility::impossible(&action, suspension::RESUME_UNTIL_END, Why::NotSuspended)
            .money(zero_of(subscription), committed(subscription, frame.today));
    }
    let why = subscription.term_end.map_or(Why::AnyTime, Why::UntilTermEnd);
    Feasibility::possible(&action, suspension::RESUME_UNTIL_END, why)
        .money(zero_of(subscription), committed(subscription, frame.today))
        .with(SideEffect::UsersBackAtOnce, suspension::RESUME_UNTIL_END)
        .with(SideEffect::AutoRenewStaysOff, suspension::AUTO_RENEW_OFF)
}

fn end_at_term(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::CancelAtTermEnd;
    if subscription.cancel_at_end == Some(true) {
        return Feasibility::impossible(&action, extended_term::STARTS, Why::AlreadySet)
            .money(zero_of(subscription), committed(subscription, frame.today));
    }
    if suspended {
        return Feasibility::cannot_tell(&action, extended_term::SUSPENDED_AT_END, Why::Unwritten)
            .money(None, committed(subscription, frame.today));
    }
    let Some(end) = subscription.term_end else {
        return Feasibility::cannot_tell(&action, windows::TERM_END_INCLUSIVE, Why::WindowUnknown);
    };
    let next = end.plus_days_clamped(1);
    let saved = if subscription.auto_renew == Some(false) {
        zero_of(subscription)
    } else {
        next_term_cost(subscription)
    };
    Feasibility::possible(&action, windows::TERM_END_INCLUSIVE, Why::UntilTermEnd(end))
        .stopping(Takes::From(next), Takes::From(next), Reversible::UntilEndOf(end))
        .money(saved, committed(subscription, frame.today))
        .with(SideEffect::NotRecoverable, refunds::BACKUP_DAYS)
}

fn auto_renew_off(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::AutoRenewOff;
    let left = committed(subscription, frame.today);
    if suspended || subscription.auto_renew == Some(false) {
        return Feasibility::impossible(&action, suspension::AUTO_RENEW_OFF, Why::AlreadySet)
            .money(zero_of(subscription), left);
    }
    let Some(end) = subscription.term_end else {
        return Feasibility::cannot_tell(&action, windows::TERM_END_INCLUSIVE, Why::WindowUnknown);
    };
    let next = end.plus_days_clamped(1);
    let answer =
        Feasibility::possible(&action, windows::TERM_END_INCLUSIVE, Why::UntilTermEnd(end));
    if extends(subscription, frame.rules) {
        // What an extended term costs depends on how long it runs.
        answer
            .money(None, left)
            .stopping(Takes::Never, Takes::Never, Reversible::UntilEndOf(end))
            .with(SideEffect::ExtendedTermFrom(next), extended_term::STARTS)
            .rather(&[ActionKind::CancelAtTermEnd])
    } else {
        answer
            .money(next_term_cost(subscription), left)
            .stopping(Takes::Never, Takes::From(next), Reversible::UntilEndOf(end))
            .with(SideEffect::FreeUseFrom(next), extended_term::EXPIRED_DAYS)
    }
}

fn auto_renew_on(subscription: &Subscription, suspended: bool, frame: &Frame<'_>) -> Feasibility {
    let action = ActionKind::AutoRenewOn;
    let left = committed(subscription, frame.today);
    if suspended {
        return Feasibility::impossible(&action, suspension::AUTO_RENEW_OFF, Why::AlreadySuspended)
            .money(zero_of(subscription), left)
            .rather(&[ActionKind::ResumeSubscription]);
    }
    if subscription.auto_renew == Some(true) && subscription.cancel_at_end != Some(true) {
        return Feasibility::impossible(&action, windows::TERM_END_INCLUSIVE, Why::AlreadySet)
            .money(zero_of(subscription), left);
    }
    let Some(end) = subscription.term_end else {
        return Feasibility::cannot_tell(&action, windows::TERM_END_INCLUSIVE, Why::WindowUnknown);
    };
    let next = end.plus_days_clamped(1);
    let commits = next_term_cost(subscription).and_then(|cost| match left {
        Some(left) => left.plus(cost).ok(),
        None => Some(cost),
    });
    let mut answer =
        Feasibility::possible(&action, windows::TERM_END_INCLUSIVE, Why::UntilTermEnd(end))
            .money(zero_of(subscription), commits)
            .with(SideEffect::RenewsOn(next), windows::TERM_END_INCLUSIVE);
    answer.reversible = Reversible::UntilEndOf(end);
    answer
}

fn in_extended_term(
    subscription: &Subscription,
    action: &ActionKind,
    frame: &Frame<'_>,
) -> Feasibility {
    if *action != ActionKind::CancelSubscription {
        let why = Why::TermOver;
        return Feasibility::impossible(action, extended_term::CANCEL_ANY_TIME, why)
            .rather(&[ActionKind::CancelSubscription]);
    }
    let backup =
        frame.rules.on(frame.today, refunds::BACKUP_DAYS, None, None).and_then(|r| r.days());
    let mut answer = Feasibility::possible(action, extended_term::CANCEL_ANY_TIME, Why::AnyTime)
        .stopping(Takes::AtOnce, Takes::AtOnce, Reversible::Never)
        .money(None, zero_of(subscription))
        .with(SideEffect::UsersLockedOut, refunds::BACKUP_DAYS)
        .with(SideEffect::NotRecoverable, refunds::BACKUP_DAYS);
    if let Some(days) = backup {
        let by = frame.today.plus_days_clamped(days);
        answer = answer.with(SideEffect::DataSavedBy(by), refunds::BACKUP_DAYS);
    }
    answer
}
