//! What a customer could cost: unpaid, unbilled, committed and running, less what he has paid in advance.

use super::commitment::{GapKind, committed_by};
use super::frame::Frame;
use super::run_rate::rate_of;
use super::unbilled::{last_issued, unbilled_of};
use crate::book::{Account, Bucket, Holding, Receivables, receivables};
use crate::domain::contract::Meter;
use crate::domain::ids::SubscriptionId;
use crate::domain::{Day, Money, Purse, RuleId, order};

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
    let basis = Basis {
        unapplied: &receivables.unapplied,
        last_issued: last_issued(account, frame.today),
        holdings: &Holding::all(account),
    };
    let open = receivables.items.iter().map(|item| (item.days_past_due, item.open));
    expose(open, &basis, frame)
}

/// The exposure of an account of a folded book: the same, from what the fold has made ready.
#[must_use]
pub fn exposure_on(account: &Account, frame: &Frame<'_>) -> Exposure {
    let ready = &account.ready;
    if frame.today < ready.from {
        let owed = receivables(account, frame.today, frame.partner.terms_days);
        return exposure(account, &owed, frame);
    }
    let basis = Basis {
        unapplied: &ready.unapplied,
        last_issued: ready.last_issued,
        holdings: &ready.holdings,
    };
    let open = ready.open.iter().map(|item| (item.due.days_until(frame.today), item.amount));
    expose(open, &basis, frame)
}

/// What an exposure is made of beside open invoices.
struct Basis<'a> {
    unapplied: &'a Purse,
    last_issued: Option<Day>,
    holdings: &'a [Holding],
}

/// Open invoices come with their days past due.
fn expose(
    open: impl Iterator<Item = (i64, Money)>,
    basis: &Basis<'_>,
    frame: &Frame<'_>,
) -> Exposure {
    let mut tally = Tally::default();
    for (days_past_due, amount) in open {
        tally.add(PartKind::Unpaid(Bucket::of(days_past_due)), amount, frame.today);
    }
    let not_billed = unbilled_of(basis.holdings, basis.last_issued, frame);
    for amount in not_billed.amounts.nonzero() {
        tally.add(PartKind::Unbilled, amount, frame.today);
    }
    for holding in basis.holdings {
        tally.holding(holding, frame);
    }
    for amount in basis.unapplied.nonzero() {
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
            let cap = if amount.is_negative() { i64::MIN } else { i64::MAX };
            let capped = Money::new(cap, amount.currency());
            part.amount = part.amount.plus(amount).unwrap_or(capped);
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

    fn holding(&mut self, holding: &Holding, frame: &Frame<'_>) {
        let contract = &holding.contract;
        match committed_by(contract, frame.today) {
            Ok(Some(amount)) => self.add(PartKind::Committed, amount, frame.today),
            Ok(None) => {}
            Err(kind) => self.gaps.push(Gap { subscription: contract.id.clone(), kind }),
        }
        if contract.meter == Meter::Running
            && let Some(rate) = rate_of(&holding.usage, frame.today)
        {
            let hours = frame.usage_lag_hours.saturating_add(frame.reaction_hours);
            self.add(PartKind::Running, rate.over_hours(hours), rate.as_of);
        }
    }

    fn close(mut self, unbilled_is_assumed: bool) -> Exposure {
        self.parts.retain(|p| !p.amount.is_zero());
        order::sort_by_key(&mut self.parts, |p| (p.kind, p.amount.currency()));
        Exposure { parts: self.parts, gaps: self.gaps, unbilled_is_assumed }
    }
}
