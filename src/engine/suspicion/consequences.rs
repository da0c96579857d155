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
use crate::platform::{self, Row, azure, suspension, tickets, windows};

/// What can be done with one subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    pub subscription: SubscriptionId,
    /// None for a subscription that the case names and no import brought.
    pub known: Option<Known>,
    /// The one that is best taken first stands first.
    pub choices: Vec<Choice>,
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

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub action: ActionKind,
    pub able: Able,
    pub stops_access: bool,
    pub stops_cost: StopsCost,
    pub back: Back,
    /// Microsoft's rules that this rests on, and its further effects.
    pub rules: Vec<&'static Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Able {
    Yes,
    /// Up to, and without, this moment.
    Until(Instant),
    No(NotAble),
    /// When the window began is not known.
    CannotTell,
}

impl Able {
    #[must_use]
    pub const fn is_possible(&self) -> bool {
        matches!(self, Self::Yes | Self::Until(_))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAble {
    /// The cancel window ended.
    WindowOver(Instant),
    /// It is in this state already, or in one from which it cannot be done.
    Status(Status),
    /// Azure subscriptions under the plan are still active; they go first.
    PlanInUse(Vec<SubscriptionId>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopsCost {
    Yes,
    /// The whole term is billed to its end.
    No,
    /// From the end of the term on.
    AtTermEnd,
}

/// Whether and how it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    Never,
    /// Resumed at any time up to this last day of the term; none where the day is not known.
    UntilTermEnd(Option<Day>),
    /// Set and unset as often as wanted up to the end of the term.
    Freely,
    /// The customer can bring it back himself while its plan is alive.
    ByCustomer,
    /// Resumed up to so many days after suspending, then deleted.
    WithinDays(i64),
}

/// The sheet of a case, in the order in which its subscriptions were added.
#[must_use]
pub fn sheet(case: &CaseFile, book: &Book, now: Instant) -> Vec<SheetLine> {
    let account = book.accounts.get(&case.opening.value.customer);
    case.subscriptions().into_iter().map(|id| line(id, account, now)).collect()
}

/// Whether this reseller may open service requests for Azure itself; an indirect one asks its provider.
pub fn may_open_requests(book: &Book, today: Day) -> Result<(), Option<&'static Row>> {
    if book.partner.role == Role::IndirectReseller {
        return Err(platform::on(today, tickets::RESELLER_MAY_OPEN, None, None));
    }
    Ok(())
}

/// What can be done with one subscription of an account.
#[must_use]
pub fn line(id: &SubscriptionId, account: Option<&Account>, now: Instant) -> SheetLine {
    let kept = account.and_then(|a| a.subscriptions.get(id));
    let Some(subscription) = kept.map(|k| &k.value) else {
        return SheetLine { subscription: id.clone(), known: None, choices: Vec::new() };
    };
    SheetLine {
        subscription: id.clone(),
        known: Some(Known {
            offer: subscription.offer.clone(),
            product: subscription.product.clone(),
            status: subscription.status.clone(),
            quantity: subscription.quantity,
            term_end: subscription.term_end,
            cost_per_period: subscription.cost_per_period,
        }),
        choices: choices(subscription, account, now),
    }
}

fn choices(subscription: &Subscription, account: Option<&Account>, now: Instant) -> Vec<Choice> {
    match &subscription.product {
        Product::NceLicence => licence(subscription, now),
        Product::LegacyLicence => vec![suspend_legacy(subscription, now)],
        Product::AzureSubscription => vec![cancel_azure(subscription, now)],
        Product::AzurePlan => vec![cancel_plan(subscription, account, now)],
        Product::SoftwareSubscription | Product::Marketplace | Product::PerpetualSoftware => {
            vec![cancel(subscription, now)]
        }
        Product::Other(_) => Vec::new(),
    }
}

/// Inside its window a licence is best cancelled; after it, suspending stops access and nothing else,
/// and only ending it with the term keeps the next one from being billed.
fn licence(subscription: &Subscription, now: Instant) -> Vec<Choice> {
    let cancel = cancel(subscription, now);
    let suspend = Choice {
        action: ActionKind::SuspendSubscription,
        able: if_active(subscription),
        stops_access: true,
        stops_cost: StopsCost::No,
        back: Back::UntilTermEnd(subscription.term_end),
        rules: rows(
            now,
            subscription,
            &[
                suspension::STILL_BILLED,
                suspension::USERS_BLOCKED,
                suspension::AUTO_RENEW_OFF,
                suspension::CHANGES_DROPPED,
                suspension::RESUME_UNTIL_END,
                suspension::DISABLED_FIRST_DAYS,
                suspension::DISABLED_THEN_DAYS,
            ],
        ),
    };
    let at_end = Choice {
        action: ActionKind::CancelAtTermEnd,
        able: if_alive(subscription),
        stops_access: false,
        stops_cost: StopsCost::AtTermEnd,
        back: Back::Freely,
        rules: rows(now, subscription, &[windows::TERM_END_INCLUSIVE]),
    };
    vec![cancel, suspend, at_end]
}

fn cancel(subscription: &Subscription, now: Instant) -> Choice {
    let ids: &[&str] = match subscription.product {
        Product::NceLicence => &[windows::LICENCE_CANCEL, windows::LICENCE_LOCKED],
        Product::SoftwareSubscription => &[windows::SOFTWARE_CANCEL],
        Product::PerpetualSoftware => &[windows::PERPETUAL_RETURN],
        _ if is_monthly(subscription) => &[windows::MARKETPLACE_MONTHLY],
        _ => &[windows::MARKETPLACE_ANNUAL],
    };
    let rules = rows(now, subscription, ids);
    Choice {
        action: ActionKind::CancelSubscription,
        able: in_window(subscription, rules.first().copied(), now),
        stops_access: true,
        stops_cost: StopsCost::Yes,
        back: Back::Never,
        rules,
    }
}

fn is_monthly(subscription: &Subscription) -> bool {
    subscription.term.as_ref().and_then(|t| t.months()) == Some(1)
}

/// What Partner Center says of this subscription goes before the general rule.
fn in_window(subscription: &Subscription, rule: Option<&Row>, now: Instant) -> Able {
    if let no @ Able::No(_) = if_alive(subscription) {
        return no;
    }
    let start = subscription.term_start.map(Instant::start_of).or(subscription.created);
    let minutes = rule.and_then(|row| row.minutes());
    let general = start.zip(minutes).map(|(at, m)| at.plus_minutes(m));
    match subscription.cancel_until.or(general) {
        None => Able::CannotTell,
        Some(end) if now < end => Able::Until(end),
        Some(end) => Able::No(NotAble::WindowOver(end)),
    }
}

fn suspend_legacy(subscription: &Subscription, now: Instant) -> Choice {
    let ids =
        [suspension::LEGACY_STOPS_BILL, suspension::USERS_BLOCKED, suspension::LEGACY_DELETED_DAYS];
    let rules = rows(now, subscription, &ids);
    let deleted =
        platform::on(now.day(), suspension::LEGACY_DELETED_DAYS, Some(&subscription.product), None);
    Choice {
        action: ActionKind::SuspendSubscription,
        able: if_active(subscription),
        stops_access: true,
        stops_cost: StopsCost::Yes,
        back: deleted.and_then(Row::days).map_or(Back::Never, Back::WithinDays),
        rules,
    }
}

fn cancel_azure(subscription: &Subscription, now: Instant) -> Choice {
    Choice {
        action: ActionKind::CancelAzureSubscription,
        able: if_alive(subscription),
        stops_access: true,
        stops_cost: StopsCost::Yes,
        back: Back::ByCustomer,
        rules: rows(
            now,
            subscription,
            &[
                azure::CANCEL_ANY_TIME,
                azure::CUSTOMER_REACTIVATES,
                azure::PORTAL_AT_ONCE,
                azure::SAAS_FIRST,
                azure::STATUS_LAG,
                azure::DATA_KEPT_DAYS,
                azure::DELETED_DAYS,
            ],
        ),
    }
}

fn cancel_plan(subscription: &Subscription, account: Option<&Account>, now: Instant) -> Choice {
    let in_use = active_children(&subscription.id, account);
    let able = match if_alive(subscription) {
        Able::Yes if !in_use.is_empty() => Able::No(NotAble::PlanInUse(in_use)),
        other => other,
    };
    Choice {
        action: ActionKind::CancelAzurePlan,
        able,
        stops_access: true,
        stops_cost: StopsCost::Yes,
        back: Back::Never,
        rules: rows(now, subscription, &[azure::PLAN_AFTER_SUBSCRIPTIONS]),
    }
}

fn active_children(plan: &SubscriptionId, account: Option<&Account>) -> Vec<SubscriptionId> {
    let all = account.into_iter().flat_map(|a| a.subscriptions.values());
    all.map(|kept| &kept.value)
        .filter(|s| s.parent.as_ref() == Some(plan))
        .filter(|s| !is_gone(&s.status))
        .map(|s| s.id.clone())
        .collect()
}

const fn is_gone(status: &Status) -> bool {
    matches!(status, Status::Deleted | Status::Expired | Status::Disabled)
}

fn if_alive(subscription: &Subscription) -> Able {
    if is_gone(&subscription.status) {
        return Able::No(NotAble::Status(subscription.status.clone()));
    }
    Able::Yes
}

fn if_active(subscription: &Subscription) -> Able {
    match if_alive(subscription) {
        Able::Yes if subscription.status == Status::Suspended => {
            Able::No(NotAble::Status(Status::Suspended))
        }
        other => other,
    }
}

/// The rows that hold today for this product, in the order named.
fn rows(now: Instant, subscription: &Subscription, ids: &[&str]) -> Vec<&'static Row> {
    ids.iter()
        .filter_map(|id| platform::on(now.day(), id, Some(&subscription.product), None))
        .collect()
}
