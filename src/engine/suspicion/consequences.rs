//! The containment sheet: for each subscription of a case, what can be done, what it does to access
//! and to cost, whether it can be taken back, and which of Microsoft's rules say so.
//!
//! It is shown before anything is recorded as contained, since suspending is the step that is
//! most often thought to do more than it does.

use crate::book::{Account, Book, CaseFile};
use crate::domain::action::ActionKind;
use crate::domain::ids::SubscriptionId;
use crate::domain::partner::Role;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::domain::{Day, Instant, Money};
use crate::engine::money_at_risk::{Feasibility, Frame, actions_for, feasibility, standing_of};
use crate::platform::{Row, azure, tickets};

/// What can be done with one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    pub subscription: SubscriptionId,
    /// None for a subscription that the case names and no import brought.
    pub known: Option<Known>,
    /// What contains, the one with the strongest effect first; also what is refused, with the reason.
    pub choices: Vec<Feasibility>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub offer: String,
    pub product: Product,
    pub status: Status,
    pub quantity: i64,
    pub term_end: Option<Day>,
    /// What one billing period costs the reseller.
    pub cost_per_period: Option<Money>,
}

/// The sheet of a case, in the order in which its subscriptions were added.
#[must_use]
pub fn sheet(case: &CaseFile, book: &Book, now: Instant) -> Vec<SheetLine> {
    let account = book.accounts.get(&case.opening.value.customer);
    let frame = Frame::of(book, now.day(), now);
    case.subscriptions().into_iter().map(|id| line(id, account, &frame)).collect()
}

/// Whether this reseller may open service requests for Azure itself; an indirect one asks its provider.
///
/// # Errors
/// The rule that forbids it; none where no such rule holds on the day.
pub fn may_open_requests(book: &Book, today: Day) -> Result<(), Option<Box<Row>>> {
    let row = book.rules.on(today, tickets::RESELLER_MAY_OPEN, None, None);
    let forbids = row.is_none_or(|row| !row.is_read_otherwise());
    if book.partner.role == Role::IndirectReseller && forbids {
        return Err(row.map(Box::new));
    }
    Ok(())
}

/// What can be done with one subscription of an account, as it stands.
#[must_use]
pub fn line(id: &SubscriptionId, account: Option<&Account>, frame: &Frame<'_>) -> SheetLine {
    let found = account.and_then(|account| Some((account, standing_of(account, id)?)));
    let Some((account, subscription)) = found else {
        return SheetLine { subscription: id.clone(), known: None, choices: Vec::new() };
    };
    let answer = |action| feasibility(account, &subscription, action, frame);
    SheetLine {
        subscription: id.clone(),
        known: Some(known(&subscription)),
        choices: actions_for(&subscription.product)
            .iter()
            .filter(|action| contains(action))
            .map(answer)
            .collect(),
    }
}

fn known(subscription: &Subscription) -> Known {
    Known {
        offer: subscription.offer.clone(),
        product: subscription.product.clone(),
        status: subscription.status.clone(),
        quantity: subscription.quantity,
        term_end: subscription.term_end,
        cost_per_period: subscription.cost_per_period,
    }
}

/// Whether an action takes access away, now or with the term.
const fn contains(action: &ActionKind) -> bool {
    matches!(
        action,
        ActionKind::CancelSubscription
            | ActionKind::SuspendSubscription
            | ActionKind::CancelAtTermEnd
            | ActionKind::CancelAzureSubscription
            | ActionKind::CancelAzurePlan
    )
}

/// Microsoft's rules that an answer rests on, as this book reads them: its own, those of its side
/// effects, and how fast and how many at once where Azure is cancelled.
#[must_use]
pub fn rules_behind(answer: &Feasibility, frame: &Frame<'_>) -> Vec<Row> {
    let further: &[&str] = match answer.action {
        ActionKind::CancelAzureSubscription => &[azure::PORTAL_AT_ONCE, azure::STATUS_LAG],
        _ => &[],
    };
    let effects = answer.side_effects.iter().map(|(_, rule)| rule.as_str());
    let mut rows: Vec<Row> = Vec::new();
    for id in std::iter::once(answer.rule.as_str()).chain(effects).chain(further.iter().copied()) {
        let row = frame.rules.on(frame.today, id, None, None);
        rows.extend(row.filter(|row| rows.iter().all(|have| have.id != row.id)));
    }
    rows
}
