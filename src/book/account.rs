//! Everything known of one customer.

use std::collections::BTreeMap;

use super::kept::{Kept, Recorded};
use super::policies::ChallengerAnswerRecord;
use super::ready::Ready;
use crate::domain::action::Action;
use crate::domain::balance::Balance;
use crate::domain::customer::Customer;
use crate::domain::decision::DecisionRecord;
use crate::domain::dispute::{Dispute, DisputeClosing};
use crate::domain::hold::{Hold, HoldRelease};
use crate::domain::ids::{AlertId, CaseId, InvoiceNumber, PaymentRef, SubscriptionId};
use crate::domain::invoice::Invoice;
use crate::domain::notice::Notice;
use crate::domain::payment::Payment;
use crate::domain::promise::Promise;
use crate::domain::subscription::Subscription;
use crate::domain::usage::UsageDay;
use crate::domain::{Currency, Day, Money};

/// A hold and its early end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRecord {
    pub placed: Recorded<Hold>,
    pub released: Option<Recorded<HoldRelease>>,
}

impl HoldRecord {
    /// The first day that is no longer held: the agreed end, or the day of release when that came first.
    #[must_use]
    pub fn ends(&self) -> Day {
        let agreed = self.placed.value.end;
        self.released
            .as_ref()
            .map_or(agreed, |r| r.value.on.min(agreed))
            .max(self.placed.value.start)
    }

    /// Whether a day is held: start inclusive, end exclusive.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.placed.value.start <= day && day < self.ends()
    }
}

/// A dispute and its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeRecord {
    pub opened: Recorded<Dispute>,
    pub closed: Option<Recorded<DisputeClosing>>,
}

impl DisputeRecord {
    /// Open from its first day until, and without, the day of closing.
    #[must_use]
    pub fn is_open_on(&self, day: Day) -> bool {
        self.opened.value.opened <= day && self.closed.as_ref().is_none_or(|c| day < c.value.on)
    }
}

/// One customer with all that was observed, decided and done about him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub customer: Kept<Customer>,
    pub subscriptions: BTreeMap<SubscriptionId, Kept<Subscription>>,
    pub invoices: BTreeMap<InvoiceNumber, Kept<Invoice>>,
    pub payments: BTreeMap<PaymentRef, Kept<Payment>>,
    /// By subscription, day, category, meter and region.
    pub usage: BTreeMap<UsageKey, Kept<UsageDay>>,
    /// Sums of ageing reports, by day and currency.
    pub balances: BTreeMap<(Option<Day>, Currency), Kept<Balance>>,
    pub notices: Vec<Recorded<Notice>>,
    pub holds: Vec<HoldRecord>,
    pub disputes: Vec<DisputeRecord>,
    pub promises: Vec<Recorded<Promise>>,
    pub actions: Vec<Recorded<Action>>,
    pub decisions: Vec<Recorded<DecisionRecord>>,
    /// What challengers would have decided; nothing rests on it.
    pub challenged: Vec<ChallengerAnswerRecord>,
    pub alerts: Vec<AlertId>,
    pub cases: Vec<CaseId>,
    /// What follows from invoices, payments, subscriptions and usage. The fold keeps it so.
    pub ready: Ready,
}

/// What makes two usage rows the same row.
pub type UsageKey = (SubscriptionId, Day, String, String, String);

impl Account {
    #[must_use]
    pub fn new(customer: Kept<Customer>) -> Self {
        Self {
            customer,
            subscriptions: BTreeMap::new(),
            invoices: BTreeMap::new(),
            payments: BTreeMap::new(),
            usage: BTreeMap::new(),
            balances: BTreeMap::new(),
            notices: Vec::new(),
            holds: Vec::new(),
            disputes: Vec::new(),
            promises: Vec::new(),
            actions: Vec::new(),
            decisions: Vec::new(),
            challenged: Vec::new(),
            alerts: Vec::new(),
            cases: Vec::new(),
            ready: Ready::default(),
        }
    }

    /// What a subscription used from a day on, oldest first.
    pub fn usage_since<'a>(
        &'a self,
        subscription: &SubscriptionId,
        from: Day,
    ) -> impl Iterator<Item = (Day, Money)> + use<'a> {
        let first = (subscription.clone(), from, String::new(), String::new(), String::new());
        let id = subscription.clone();
        self.usage
            .range(first..)
            .take_while(move |(key, _)| key.0 == id)
            .map(|(key, kept)| (key.1, kept.value.cost))
    }

    /// The decision in force on a day: the latest taken up to it.
    #[must_use]
    pub fn decision_on(&self, day: Day) -> Option<&Recorded<DecisionRecord>> {
        self.decisions
            .iter()
            .filter(|d| d.value.as_of <= day)
            .max_by_key(|d| (d.value.as_of, d.mark.recorded))
    }

    /// The credit limit in force on a day. None when none was ever decided.
    /// A decision past its expiry no longer grants anything: its limit is zero.
    #[must_use]
    pub fn limit_on(&self, day: Day) -> Option<Money> {
        let decision = &self.decision_on(day)?.value;
        let limit = decision.limit?;
        let expired = decision.expires.is_some_and(|end| end < day);
        Some(if expired { Money::zero(limit.currency()) } else { limit })
    }

    /// The currencies in which this customer has invoices or payments.
    #[must_use]
    pub fn currencies(&self) -> Vec<Currency> {
        let mut all: Vec<Currency> = self
            .invoices
            .values()
            .map(|i| i.value.total.currency())
            .chain(self.payments.values().map(|p| p.value.amount.currency()))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
