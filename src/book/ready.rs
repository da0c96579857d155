//! What follows from an account for every day from now on, worked out once.
//!
//! Paid invoices are most of a book and say nothing about what is owed. With these, the age and
//! the exposure of a whole book are found without visiting them again.

use super::account::Account;
use super::receivables::{Receivables, receivables};
use super::standing::standing;
use crate::domain::contract::{Contract, Meter};
use crate::domain::{Day, Money, Purse};

/// An account made ready for questions about many accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The first day for which this holds: no invoice or payment is of a later day.
    pub from: Day,
    /// Open invoices by due day.
    pub open: Vec<OpenAmount>,
    /// Money received and not set against an invoice, less money sent back.
    pub unapplied: Purse,
    /// The day of the newest invoice of any kind.
    pub last_issued: Option<Day>,
    /// The subscriptions as they stand.
    pub holdings: Vec<Holding>,
    /// What is owed on the first day, with the terms it was worked out by; none before anything was made ready.
    owed: Option<(u16, Receivables)>,
}

/// What is open of one invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenAmount {
    pub due: Day,
    pub amount: Money,
}

/// A subscription, and what it consumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    pub contract: Contract,
    /// By day; empty for what is not billed by consumption.
    pub usage: Vec<(Day, Money)>,
}

impl Default for Ready {
    fn default() -> Self {
        Self {
            from: Day::MIN,
            open: Vec::new(),
            unapplied: Purse::new(),
            last_issued: None,
            holdings: Vec::new(),
            owed: None,
        }
    }
}

impl Ready {
    /// `terms_days` stands in where neither invoice nor customer names a due day or terms.
    #[must_use]
    pub fn of(account: &Account, terms_days: u16) -> Self {
        let last_issued = account.invoices.values().map(|kept| kept.value.issued).max();
        let last_received = account.payments.values().map(|kept| kept.value.received).max();
        let from = last_issued.max(last_received).unwrap_or(Day::MIN);
        let owed = receivables(account, from, terms_days);
        let open = owed.items.iter().map(|i| OpenAmount { due: i.due, amount: i.open });
        Self {
            from,
            open: open.collect(),
            unapplied: owed.unapplied.clone(),
            last_issued,
            holdings: Holding::all(account),
            owed: Some((terms_days, owed)),
        }
    }
}

/// The receivables of an account of a folded book on a day: the same as [`receivables`], from what the
/// fold has made ready where nothing but the number of days differs.
#[must_use]
pub fn receivables_on(account: &Account, as_of: Day, terms_days: u16) -> Receivables {
    let ready = &account.ready;
    let known = ready.owed.as_ref().filter(|(terms, owed)| {
        // Cash that no payment brought is spent on the day that is asked about.
        let settled_by_day = account.payments.is_empty() && owed.allocation_is_assumed;
        *terms == terms_days
            && ready.from <= as_of
            && account.disputes.is_empty()
            && !settled_by_day
    });
    let Some((_, owed)) = known else {
        return receivables(account, as_of, terms_days);
    };
    let mut owed = owed.clone();
    for item in &mut owed.items {
        item.days_past_due = item.due.days_until(as_of);
    }
    owed
}

impl Account {
    pub(super) fn make_ready(&mut self, terms_days: u16) {
        self.ready = Ready::of(self, terms_days);
    }
}

impl Holding {
    /// All subscriptions of an account as they stand, in the order of their ids.
    #[must_use]
    pub fn all(account: &Account) -> Vec<Self> {
        standing(account)
            .map(|subscription| {
                let contract = Contract::of(&subscription);
                let usage = match contract.meter {
                    Meter::None => Vec::new(),
                    Meter::Stopped | Meter::Running => {
                        account.usage_since(&subscription.id, Day::MIN).collect()
                    }
                };
                Self { contract, usage }
            })
            .collect()
    }
}
