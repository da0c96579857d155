//! What to do today about each subscription of a customer, what it saves, and what can no longer be done.

use super::closing::Closing;
use super::feasibility::{Feasibility, May, Takes, Why, actions_for, feasibility};
use super::frame::Frame;
use crate::book::{Account, standing};
use crate::domain::action::ActionKind;
use crate::domain::ids::SubscriptionId;
use crate::domain::subscription::{Status, Subscription};
use crate::domain::{Money, order};

/// The advice for one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub subscription: SubscriptionId,
    pub offer: String,
    /// What saves most; none when nothing saves money.
    pub best: Option<Feasibility>,
    /// Until when; none where no day ends it.
    pub until: Option<Closing>,
    /// What would have saved money and is refused, with its reason.
    pub closed: Vec<Feasibility>,
    /// What locks users out and saves nothing.
    pub hollow: Vec<Feasibility>,
    /// What cannot be told.
    pub unknown: Vec<Feasibility>,
}

/// The advice for every subscription that has not ended: what ends today and what costs each day first,
/// then those whose chance ends sooner, and those for which nothing saves money last.
#[must_use]
pub fn advice(account: &Account, frame: &Frame<'_>) -> Vec<Advice> {
    let mut all: Vec<Advice> = standing(account)
        .filter(|s| !matches!(s.status, Status::Deleted | Status::Expired | Status::Disabled))
        .map(|s| of(account, &s, frame))
        .collect();
    // What has no last day costs from today on.
    let over = |a: &Advice| a.until.map_or(frame.now, Closing::over_at);
    let end = |a: &Advice| (a.best.is_none(), over(a));
    order::sort_by(&mut all, |a, b| (end(a), &a.subscription).cmp(&(end(b), &b.subscription)));
    all
}

fn of(account: &Account, subscription: &Subscription, frame: &Frame<'_>) -> Advice {
    let answers: Vec<Feasibility> = actions_for(&subscription.product)
        .iter()
        .filter(|action| ends_something(action))
        .map(|action| feasibility(account, subscription, action, frame))
        .collect();
    let of_sort = |fits: &dyn Fn(&Feasibility) -> bool| -> Vec<Feasibility> {
        answers.iter().filter(|answer| fits(answer)).cloned().collect()
    };
    let best = answers.iter().filter(|a| saves(a)).max_by_key(|a| worth(a)).cloned();
    Advice {
        subscription: subscription.id.clone(),
        offer: subscription.offer.clone(),
        until: best.as_ref().and_then(until),
        best,
        closed: of_sort(&|a| matches!(a.why, Why::WindowClosed(_) | Why::ChildrenActive(_))),
        hollow: of_sort(&|a| {
            a.may == May::Yes && a.stops_access == Takes::AtOnce && a.stops_cost == Takes::Never
        }),
        unknown: of_sort(&|a| a.may == May::CannotTell),
    }
}

/// Actions that end access or cost, now or with the term.
const fn ends_something(action: &ActionKind) -> bool {
    matches!(
        action,
        ActionKind::CancelSubscription
            | ActionKind::SuspendSubscription
            | ActionKind::CancelAtTermEnd
            | ActionKind::CancelAzureSubscription
            | ActionKind::CancelAzurePlan
    )
}

fn saves(answer: &Feasibility) -> bool {
    answer.may == May::Yes
        && (answer.saved.is_some_and(Money::is_positive)
            || answer.saved_per_day.is_some_and(Money::is_positive))
}

/// What stops a running loss comes before what keeps a term from beginning, more before less.
fn worth(answer: &Feasibility) -> (bool, i64) {
    let now = answer.stops_cost == Takes::AtOnce;
    (now, answer.saved.or(answer.saved_per_day).map_or(0, Money::minor))
}

fn until(answer: &Feasibility) -> Option<Closing> {
    match &answer.why {
        Why::InsideWindow(closes) => Some(*closes),
        Why::UntilTermEnd(day) => Some(Closing::EndOf(*day)),
        _ => None,
    }
}
