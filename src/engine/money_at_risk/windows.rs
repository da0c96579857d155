//! What can still be done about a customer, until when, and what that saves.

use super::budget::budget_use;
use super::cancel_window::cancel_window;
use super::closing::Closing;
use super::feasibility::{May, feasibility};
use super::frame::Frame;
use super::lifecycle::{Stage, extends, stage_on};
use super::price::next_term_cost;
use super::run_rate::run_rate;
use crate::book::{Account, AlertRecord, Book, CaseFile, standing};
use crate::domain::action::ActionKind;
use crate::domain::alert::Verdict;
use crate::domain::ids::{BillNumber, CaseId, CustomerId, SubscriptionId};
use crate::domain::partner::Role;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::domain::{Day, Money, RuleId, order};
use crate::platform::{Value, extended_term, partner_bill, refund_exception, suspension, windows};

/// Renewals are shown a month ahead: time for a notice, a promise and a decision.
pub const LOOK_AHEAD_DAYS: i64 = 30;

/// What is about to end or to begin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WindowKind {
    /// Cancelling takes the whole term back.
    Cancel,
    /// Unless told otherwise, a new term begins after this.
    Renewal,
    /// Unless told otherwise, a paid extended term begins after this.
    ExtendedTermBegins,
    /// A paid extended term runs; it can be cancelled on any day.
    ExtendedTermRuns,
    /// A licence of before new commerce is billed; suspending it stops the bill and gives the rest back.
    LegacyRuns,
    /// Suspended, and the term ends: after it nothing can be resumed.
    SuspendedToEnd,
    /// Consumption that an open alert speaks of runs on.
    RunningConsumption,
    /// An Azure budget is used up, or will be within the month.
    Budget,
    /// A refund exception may be asked for.
    RefundException(CaseId),
    /// The reseller's own bill falls due.
    OwnBill(BillNumber),
}

/// One thing that can still be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    pub kind: WindowKind,
    /// None for the reseller's own bill.
    pub customer: Option<CustomerId>,
    pub subscription: Option<SubscriptionId>,
    /// None where no day ends it: every day costs.
    pub closes: Option<Closing>,
    /// What acting before the end saves; none where that cannot be told.
    pub saves: Option<Money>,
    /// What waiting costs by the day.
    pub per_day: Option<Money>,
    pub act: ActionKind,
    pub rule: RuleId,
}

/// The open windows of one customer, the first to close first.
#[must_use]
pub fn windows_of(account: &Account, book: &Book, frame: &Frame<'_>) -> Vec<Window> {
    let mut open: Vec<Window> = standing(account)
        .flat_map(|subscription| of_subscription(account, &subscription, frame))
        .collect();
    open.extend(running(account, book, frame));
    open.extend(budget(account, frame));
    open.extend(refunds(account, book, frame));
    open.retain(|w| w.closes.is_none_or(|c| c.is_open(frame.now)));
    order::sort_by_key(&mut open, |w| {
        (w.closes.map_or(frame.now, Closing::over_at), w.subscription.clone())
    });
    open
}

fn of_subscription(
    account: &Account,
    subscription: &Subscription,
    frame: &Frame<'_>,
) -> Vec<Window> {
    let stage = stage_on(subscription, frame.today, frame.rules).stage;
    if stage == Stage::ExtendedTerm {
        let window = Window {
            act: ActionKind::CancelSubscription,
            ..bare(
                account,
                subscription,
                WindowKind::ExtendedTermRuns,
                extended_term::CANCEL_ANY_TIME,
            )
        };
        return vec![window];
    }
    if !matches!(stage, Stage::Active | Stage::Suspended) || subscription.is_trial {
        return Vec::new();
    }
    let now = match subscription.product {
        Product::LegacyLicence => suspending(account, subscription, frame),
        _ => cancelling(account, subscription, frame),
    };
    now.into_iter().chain(term_end(account, subscription, frame)).collect()
}

/// Where suspending alone stops the bill: what it gives back, less with every day.
fn suspending(account: &Account, subscription: &Subscription, frame: &Frame<'_>) -> Option<Window> {
    let act = ActionKind::SuspendSubscription;
    let answer = feasibility(account, subscription, &act, frame);
    let saves = answer.saved.filter(|saved| saved.is_positive())?;
    (answer.may == May::Yes).then(|| Window {
        saves: Some(saves),
        act,
        ..bare(account, subscription, WindowKind::LegacyRuns, suspension::LEGACY_STOPS_BILL)
    })
}

fn bare(
    account: &Account,
    subscription: &Subscription,
    kind: WindowKind,
    rule: &'static str,
) -> Window {
    Window {
        kind,
        customer: Some(account.customer.value.id.clone()),
        subscription: Some(subscription.id.clone()),
        closes: None,
        saves: None,
        per_day: None,
        act: ActionKind::CancelAtTermEnd,
        rule: RuleId::fixed(rule),
    }
}

/// The window in which the purchase or the renewal can be taken back.
fn cancelling(account: &Account, subscription: &Subscription, frame: &Frame<'_>) -> Option<Window> {
    let window = cancel_window(subscription, frame).filter(|w| w.is_open(frame.now))?;
    let act = ActionKind::CancelSubscription;
    let answer = feasibility(account, subscription, &act, frame);
    (answer.may == May::Yes).then(|| Window {
        closes: Some(window.closes),
        saves: answer.saved,
        act,
        rule: window.rule,
        ..bare(account, subscription, WindowKind::Cancel, windows::LICENCE_CANCEL)
    })
}

/// What begins after the term unless somebody says otherwise before.
fn term_end(account: &Account, subscription: &Subscription, frame: &Frame<'_>) -> Option<Window> {
    let end = subscription.term_end.filter(|_| subscription.product == Product::NceLicence)?;
    let soon = (0..=LOOK_AHEAD_DAYS).contains(&frame.today.days_until(end));
    if !soon || subscription.cancel_at_end == Some(true) {
        return None;
    }
    let closes = Some(Closing::EndOf(end));
    let window = |kind, rule| Window { closes, ..bare(account, subscription, kind, rule) };
    if subscription.status == Status::Suspended {
        let act = ActionKind::ResumeSubscription;
        let rule = extended_term::SUSPENDED_AT_END;
        Some(Window { act, ..window(WindowKind::SuspendedToEnd, rule) })
    } else if subscription.auto_renew != Some(false) {
        let saves = next_term_cost(subscription);
        Some(Window { saves, ..window(WindowKind::Renewal, windows::TERM_END_INCLUSIVE) })
    } else if extends(subscription, frame.rules) {
        Some(window(WindowKind::ExtendedTermBegins, extended_term::STARTS))
    } else {
        None
    }
}

/// Consumption of subscriptions that an open alert or a case that is not contained speaks of.
fn running(account: &Account, book: &Book, frame: &Frame<'_>) -> Vec<Window> {
    standing(account)
        .filter(|s| is_suspect(account, book, &s.id))
        .filter_map(|s| {
            let rate = run_rate(account, &s, frame)?;
            Some(Window {
                kind: WindowKind::RunningConsumption,
                customer: Some(account.customer.value.id.clone()),
                subscription: Some(s.id.clone()),
                closes: None,
                saves: Some(rate.per_day),
                per_day: Some(rate.per_day),
                act: ActionKind::CancelAzureSubscription,
                rule: RuleId::fixed("MAR-110"),
            })
        })
        .collect()
}

/// Nothing stops at the end of a budget, and Microsoft says no more: somebody has to look.
fn budget(account: &Account, frame: &Frame<'_>) -> Option<Window> {
    let found = budget_use(account, frame)?;
    Some(Window {
        kind: WindowKind::Budget,
        customer: Some(account.customer.value.id.clone()),
        subscription: None,
        closes: found.lasts,
        saves: None,
        per_day: Some(found.per_day),
        act: ActionKind::CallCustomer,
        rule: found.rule,
    })
}

fn is_suspect(account: &Account, book: &Book, subscription: &SubscriptionId) -> bool {
    let speaks = |record: &&AlertRecord| {
        record.is_open()
            && !record.alert.value.is_test
            && record.alert.value.subscription.as_ref() == Some(subscription)
    };
    let contained = account.cases.iter().filter_map(|id| book.cases.get(id)).any(|case| {
        case.moves.iter().any(|m| m.value.to == crate::domain::case::CaseState::Contained)
            && case.subscriptions().contains(&subscription)
    });
    !contained && account.alerts.iter().filter_map(|id| book.alerts.get(id)).any(|r| speaks(&r))
}

/// Refund exceptions not asked for yet: once for a tenant, within days of the first fraudulent usage.
fn refunds(account: &Account, book: &Book, frame: &Frame<'_>) -> Vec<Window> {
    let asked = account.actions.iter().any(|a| a.value.kind == ActionKind::RequestRefund);
    let days = frame
        .rules
        .on(frame.today, refund_exception::ASK_WITHIN, None, None)
        .and_then(|r| r.days());
    let Some(days) = days.filter(|_| !asked) else {
        return Vec::new();
    };
    account
        .cases
        .iter()
        .filter_map(|id| book.cases.get(id).map(|case| (id, case)))
        .filter_map(|(id, case)| {
            let first = case.first_fraud_day().filter(|first| may_be_asked(*first, case, frame))?;
            Some(Window {
                kind: WindowKind::RefundException(id.clone()),
                customer: Some(account.customer.value.id.clone()),
                subscription: None,
                // The first fraudulent day counts as day one, so that no day is promised that may not be granted.
                closes: Some(Closing::EndOf(first.plus_days_clamped(days.saturating_sub(1)))),
                saves: None,
                per_day: None,
                act: ActionKind::RequestRefund,
                rule: RuleId::fixed(refund_exception::ASK_WITHIN),
            })
        })
        .collect()
}

/// Only for what is not decided to be harmless, and for activity since the exception exists.
fn may_be_asked(first: Day, case: &CaseFile, frame: &Frame<'_>) -> bool {
    let harmless = case
        .disposition()
        .is_some_and(|d| matches!(d.verdict(), Verdict::Legitimate | Verdict::Ignore));
    let row = frame.rules.on(frame.today, refund_exception::ACTIVITY_FROM, None, None);
    let since = row.and_then(|row| match row.value {
        Value::From(date) => date.day(),
        _ => None,
    });
    !harmless && since.is_none_or(|since| since <= first)
}

/// An indirect reseller is billed by his provider, not by Microsoft.
pub const BY_PROVIDER: &str = "MAR-114";

/// The reseller's own bills that are not paid, the first to fall due first. A bill past its due day
/// ends on the day on which his account would be suspended.
#[must_use]
pub fn own_bills(book: &Book, frame: &Frame<'_>) -> Vec<Window> {
    let days = |id: &str| frame.rules.on(frame.today, id, None, None).and_then(|row| row.days());
    let (Some(term), Some(grace)) =
        (days(partner_bill::DUE_AFTER), days(partner_bill::SUSPENDED_AFTER))
    else {
        return Vec::new();
    };
    let by_provider = frame.partner.role == Role::IndirectReseller;
    let mut open: Vec<Window> = book
        .bills
        .values()
        .filter_map(|kept| {
            let bill = &kept.value;
            let left = bill.total.minus(bill.paid).ok().filter(|left| left.is_positive())?;
            let due = match bill.due {
                Some(due) => due,
                // The provider's terms are his own: without a stated day nothing can be told.
                None if by_provider => return None,
                None => bill.issued.plus_days_clamped(term),
            };
            let (closes, rule) = if by_provider {
                (due, BY_PROVIDER)
            } else if frame.today <= due {
                (due, partner_bill::DUE_AFTER)
            } else {
                (due.plus_days_clamped(grace), partner_bill::SUSPENDED_AFTER)
            };
            Some(Window {
                kind: WindowKind::OwnBill(bill.number.clone()),
                customer: None,
                subscription: None,
                closes: Some(Closing::EndOf(closes)),
                saves: Some(left),
                per_day: None,
                act: ActionKind::Other("pay_microsoft".to_owned()),
                rule: RuleId::fixed(rule),
            })
        })
        .collect();
    order::sort_by_key(&mut open, |w| w.closes.map_or(frame.now, Closing::over_at));
    open
}
