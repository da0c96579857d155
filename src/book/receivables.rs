//! What a customer owes on a day: open items, what is due, disputed, and cash not yet set against anything.

use super::account::Account;
use super::ledger::Ledger;
use crate::domain::ids::InvoiceNumber;
use crate::domain::invoice::Invoice;
use crate::domain::{Day, Money, Purse};

/// An invoice with something still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    pub number: InvoiceNumber,
    pub issued: Day,
    pub due: Day,
    /// The invoice gave no due day: it is the issue day plus the agreed terms.
    pub due_is_assumed: bool,
    pub total: Money,
    /// Still to be paid; always more than zero.
    pub open: Money,
    /// The part of it that is in dispute.
    pub disputed: Money,
    /// Calendar days after the due day; zero or less when not overdue.
    pub days_past_due: i64,
    /// It was settled, and a refund or chargeback opened it again on this day.
    pub reopened: Option<Day>,
}

impl OpenItem {
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.days_past_due > 0
    }

    /// What may be asked for: open and not in dispute.
    #[must_use]
    pub fn collectable(&self) -> Money {
        self.open.minus(self.disputed).unwrap_or(self.open).or_zero()
    }
}

/// A settled invoice and the day on which it was settled, for payment behaviour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub number: InvoiceNumber,
    pub due: Day,
    pub issued: Day,
    pub total: Money,
    pub settled: Day,
}

/// A customer's receivables on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receivables {
    /// By due day, then by number.
    pub items: Vec<OpenItem>,
    pub settled: Vec<Settled>,
    /// Money received and not set against an invoice, less money sent back.
    pub unapplied: Purse,
    /// Payments were set against the oldest due invoices because the ledger did not say which they paid.
    pub allocation_is_assumed: bool,
}

impl Receivables {
    /// Everything open, due or not.
    #[must_use]
    pub fn owed(&self) -> Purse {
        self.items.iter().map(|i| i.open).collect()
    }

    #[must_use]
    pub fn overdue(&self) -> Purse {
        self.overdue_items().map(|i| i.open).collect()
    }

    /// Overdue and not in dispute: what notices may ask for.
    #[must_use]
    pub fn collectable_overdue(&self) -> Purse {
        self.overdue_items().map(OpenItem::collectable).collect()
    }

    pub fn overdue_items(&self) -> impl Iterator<Item = &OpenItem> {
        self.items.iter().filter(|i| i.is_overdue())
    }

    /// Days past due of the oldest invoice of which something may be asked for; none when nothing is overdue.
    #[must_use]
    pub fn oldest_days_past_due(&self) -> Option<i64> {
        self.overdue_items()
            .filter(|i| i.collectable().is_positive())
            .map(|i| i.days_past_due)
            .max()
    }
}

/// Computes the receivables of an account on a day, from what is dated up to that day.
///
/// `terms_days` stands in where neither invoice nor customer names a due day or terms.
#[must_use]
pub fn receivables(account: &Account, as_of: Day, terms_days: u16) -> Receivables {
    let terms = account.customer.value.terms_days.unwrap_or(terms_days);
    let mut ledger = Ledger::open(account, as_of, terms);
    ledger.apply_credit_notes(account, as_of);
    ledger.apply_payments(account, as_of);
    ledger.close(account, as_of)
}

/// The due day of an invoice, and whether it had to be assumed.
#[must_use]
pub fn due_day(invoice: &Invoice, terms_days: u16) -> (Day, bool) {
    match invoice.due {
        Some(due) => (due, false),
        None => (invoice.issued.plus_days_clamped(i64::from(terms_days)), true),
    }
}
