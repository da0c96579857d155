//! What an import would change in a book, before anything is appended.

use std::collections::BTreeMap;

use super::import::Understanding;
use super::problem::Weight;
use crate::book::{Account, Book, Kept};
use crate::domain::ids::CustomerId;
use crate::journal::Fact;

/// The kinds of facts, for counting.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum FactKind {
    Customers,
    Subscriptions,
    Invoices,
    Payments,
    Bills,
    UsageDays,
    Alerts,
    Balances,
}

impl FactKind {
    #[must_use]
    pub const fn of(fact: &Fact) -> Self {
        match fact {
            Fact::Customer(_) => Self::Customers,
            Fact::Subscription(_) => Self::Subscriptions,
            Fact::Invoice(_) => Self::Invoices,
            Fact::Payment(_) => Self::Payments,
            Fact::Bill(_) => Self::Bills,
            Fact::Usage(_) => Self::UsageDays,
            Fact::Alert(_) => Self::Alerts,
            Fact::Balance(_) => Self::Balances,
        }
    }
}

/// How a fact compares with what the book knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Novelty {
    New,
    /// The same as what counts now.
    Known,
    /// The same thing with another value, which would count from now on.
    Changed,
}

/// Counts of one kind of fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: u32,
    pub known: u32,
    pub changed: u32,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    pub facts: BTreeMap<FactKind, Counts>,
    /// Rows that were not taken.
    pub refused: u32,
    /// Files of which nothing was taken.
    pub failed_files: u32,
}

impl Preview {
    /// Whether appending would change anything.
    #[must_use]
    pub fn changes_something(&self) -> bool {
        self.facts.values().any(|c| c.new > 0 || c.changed > 0)
    }
}

/// Counts what is new, known and changed, without touching anything.
#[must_use]
pub fn preview(understanding: &Understanding, book: &Book) -> Preview {
    let mut preview = Preview::default();
    for file in &understanding.files {
        for row in &file.facts {
            let counts = preview.facts.entry(FactKind::of(&row.fact)).or_default();
            match novelty(&row.fact, book) {
                Novelty::New => counts.new += 1,
                Novelty::Known => counts.known += 1,
                Novelty::Changed => counts.changed += 1,
            }
        }
        let refused = file.problems.iter().filter(|p| p.weight == Weight::Row);
        preview.refused += refused.map(|p| p.count).sum::<u32>();
        preview.failed_files += u32::from(file.failed());
    }
    preview
}

/// Compares one fact with the book.
#[must_use]
pub fn novelty(fact: &Fact, book: &Book) -> Novelty {
    match fact {
        Fact::Customer(c) => match account(book, &c.id) {
            None => Novelty::New,
            // A ledger's bare name never changes what is known of a tenant.
            Some(_) if book.links.contains_key(&c.id) => Novelty::Known,
            Some(at) => compare(Some(&at.customer), &c.clone().beside(&at.customer.value)),
        },
        Fact::Subscription(s) => {
            let known = of(book, &s.customer, |at| at.subscriptions.get(&s.id));
            match known {
                Some(kept) => compare(known, &s.clone().beside(&kept.value)),
                None => Novelty::New,
            }
        }
        Fact::Invoice(i) => compare(of(book, &i.customer, |at| at.invoices.get(&i.number)), i),
        Fact::Payment(p) => compare(of(book, &p.customer, |at| at.payments.get(&p.reference)), p),
        Fact::Bill(b) => compare(book.bills.get(&b.number), b),
        Fact::Usage(u) => {
            let key = (
                u.subscription.clone(),
                u.day,
                u.category.clone(),
                u.meter.clone(),
                u.region.clone(),
            );
            compare(of(book, &u.customer, |at| at.usage.get(&key)), u)
        }
        Fact::Balance(b) => {
            let key = (b.as_of, b.total.currency());
            compare(of(book, &b.customer, |at| at.balances.get(&key)), b)
        }
        Fact::Alert(a) => match book.alerts.get(&a.id) {
            None => Novelty::New,
            Some(record) if record.alert.value == **a => Novelty::Known,
            Some(_) => Novelty::Changed,
        },
    }
}

fn compare<T: PartialEq>(known: Option<&Kept<T>>, value: &T) -> Novelty {
    match known {
        None => Novelty::New,
        Some(kept) if kept.value == *value => Novelty::Known,
        Some(_) => Novelty::Changed,
    }
}

fn account<'b>(book: &'b Book, id: &CustomerId) -> Option<&'b Account> {
    book.accounts.get(book.links.get(id).unwrap_or(id))
}

fn of<'b, T>(
    book: &'b Book,
    id: &CustomerId,
    find: impl FnOnce(&'b Account) -> Option<&'b Kept<T>>,
) -> Option<&'b Kept<T>> {
    account(book, id).and_then(find)
}
