//! What a customer could cost: unpaid, unbilled, committed and running, less what he has paid in advance.

use super::effective::standing;
use super::frame::Frame;
use super::periods::periods_started;
use super::run_rate::run_rate;
use super::unbilled::unbilled;
use crate::book::{Account, Bucket, Receivables};
use crate::domain::ids::SubscriptionId;
use crate::domain::subscription::{Product, Status, Subscription};
use crate::domain::{Day, Money, Purse, RuleId};

/// What a part of the exposure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// Open invoices, by how long they are past due.
    Unpaid(Bucket),
    /// Consumed or begun, and not invoiced yet.
    Unbilled,
    /// Billing periods still to come that can no longer be cancelled.
    Committed,
    /// Consumption that runs on until it is seen and stopped.
    Running,
    /// Money received and not set against an invoice; lowers the exposure.
    Credit,
}

/// One part, in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    pub amount: Money,
    pub rule: RuleId,
    /// The day of the data it rests on.
    pub as_of: Day,
    /// How many invoices, subscriptions or periods make it up.
    pub count: u32,
}

/// Why something could not be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    NoPrice,
    NoTerm,
    UnknownProduct,
}

/// A subscription whose share of the exposure cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub subscription: SubscriptionId,
    pub kind: GapKind,
}

/// The exposure of one customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exposure {
    /// In the order of [`PartKind`], then by currency; parts of zero are left out.
    pub parts: Vec<Part>,
    pub gaps: Vec<Gap>,
    /// Unbilled amounts are counted from an assumed day.
    pub unbilled_is_assumed: bool,
}

impl Exposure {
    /// The sum of all parts; a currency in which more was paid than owed is negative.
    #[must_use]
    pub fn total(&self) -> Purse {
        self.parts.iter().map(|p| p.amount).collect()
    }

    /// The parts of one sort together.
    #[must_use]
    pub fn sum_of(&self, fits: impl Fn(PartKind) -> bool) -> Purse {
        self.parts.iter().filter(|p| fits(p.kind)).map(|p| p.amount).collect()
    }
}

const UNPAID: RuleId = RuleId::fixed("MAR-010");
const UNBILLED: RuleId = RuleId::fixed("MAR-020");
const COMMITTED: RuleId = RuleId::fixed("MAR-030");
const RUNNING: RuleId = RuleId::fixed("MAR-040");
const CREDIT: RuleId = RuleId::fixed("MAR-050");

/// Computes the exposure of an account from its receivables of the same day.
#[must_use]
pub fn exposure(account: &Account, receivables: &Receivables, frame: &Frame<'_>) -> Exposure {
    let mut tally = Tally::default();
    for item in &receivables.items {
        let kind = PartKind::Unpaid(Bucket::of(item.days_past_due));
        tally.add(kind, item.open, frame.today);
    }
    let not_billed = unbilled(account, frame);
    for amount in not_billed.amounts.nonzero() {
        tally.add(PartKind::Unbilled, amount, frame.today);
    }
    for subscription in standing(account) {
        tally.subscription(account, &subscription, frame);
    }
    for amount in receivables.unapplied.nonzero() {
        if let Ok(lowering) = amount.times(-1) {
            tally.add(PartKind::Credit, lowering, frame.today);
        }
    }
    tally.close(not_billed.since_is_assumed)
}

#[derive(Default)]
struct Tally {
    parts: Vec<Part>,
    gaps: Vec<Gap>,
}

impl Tally {
    fn add(&mut self, kind: PartKind, amount: Money, as_of: Day) {
        let same = |p: &&mut Part| p.kind == kind && p.amount.currency() == amount.currency();
        if let Some(part) = self.parts.iter_mut().find(same) {
            let mut sum = Purse::from_iter([part.amount]);
            sum.add_capped(amount);
            part.amount = sum.get(amount.currency());
            part.as_of = part.as_of.min(as_of);
            part.count = part.count.saturating_add(1);
        } else {
            let rule = match kind {
                PartKind::Unpaid(_) => UNPAID,
                PartKind::Unbilled => UNBILLED,
                PartKind::Committed => COMMITTED,
                PartKind::Running => RUNNING,
                PartKind::Credit => CREDIT,
            };
            self.parts.push(Part { kind, amount, rule, as_of, count: 1 });
        }
    }

    fn subscription(&mut self, account: &Account, subscription: &Subscription, frame: &Frame<'_>) {
        match committed_after(subscription, frame.today) {
            Ok(Some(amount)) => self.add(PartKind::Committed, amount, frame.today),
            Ok(None) => {}
            Err(kind) => self.gaps.push(Gap { subscription: subscription.id.clone(), kind }),
        }
        if let Some(rate) = run_rate(account, subscription, frame) {
            let lag = frame
                .rules
                .on(frame.today, crate::platform::azure::USAGE_LAG, None, None)
                .and_then(|row| row.minutes())
                .map_or(0, |minutes| minutes.div_euclid(60));
            let hours = lag.saturating_add(frame.reaction_hours);
            self.add(PartKind::Running, rate.over_hours(hours), rate.as_of);
        }
    }

    fn close(mut self, unbilled_is_assumed: bool) -> Exposure {
        self.parts.retain(|p| !p.amount.is_zero());
        self.parts.sort_by_key(|p| (p.kind, p.amount.currency()));
        Exposure { parts: self.parts, gaps: self.gaps, unbilled_is_assumed }
    }
}

/// What Microsoft will still bill for a subscription after a day, whatever is done: the periods
/// that begin after it, to the end of the term. None where nothing is committed.
///
/// # Errors
/// Why it cannot be told: no price, no term, or a product that is not known.
pub fn committed_after(subscription: &Subscription, day: Day) -> Result<Option<Money>, GapKind> {
    if subscription.is_trial || !is_committed(subscription)? {
        return Ok(None);
    }
    let (Some(start), Some(end)) = (subscription.term_start, subscription.term_end) else {
        return Err(GapKind::NoTerm);
    };
    let Some(months) = subscription.billing.months() else {
        return Ok(None);
    };
    if end < day {
        return Ok(None);
    }
    let cost = subscription.cost_per_period.ok_or(GapKind::NoPrice)?;
    let all = periods_started(start, months, end);
    let begun = periods_started(start, months, day);
    let left = i64::from(all.saturating_sub(begun));
    Ok(Some(cost.times(left).unwrap_or(cost)))
}

fn is_committed(subscription: &Subscription) -> Result<bool, GapKind> {
    let ended = matches!(subscription.status, Status::Deleted | Status::Expired | Status::Disabled);
    match &subscription.product {
        _ if ended => Ok(false),
        Product::NceLicence | Product::SoftwareSubscription | Product::Marketplace => Ok(true),
        Product::LegacyLicence
        | Product::AzurePlan
        | Product::AzureSubscription
        | Product::PerpetualSoftware => Ok(false),
        Product::Other(_) => Err(GapKind::UnknownProduct),
    }
}
