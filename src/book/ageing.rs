//! Ageing: open amounts by how long they are past due.

use super::account::Account;
use super::receivables::{Receivables, receivables};
use crate::domain::{Currency, Day, Money, Purse};

/// How long past due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    NotDue,
    Days1To30,
    Days31To60,
    Days61To90,
    Over90,
}

impl Bucket {
    pub const ALL: [Self; 5] =
        [Self::NotDue, Self::Days1To30, Self::Days31To60, Self::Days61To90, Self::Over90];

    /// The bucket of a number of days past due.
    #[must_use]
    pub fn of(days_past_due: i64) -> Self {
        match days_past_due {
            ..=0 => Self::NotDue,
            1..=30 => Self::Days1To30,
            31..=60 => Self::Days31To60,
            61..=90 => Self::Days61To90,
            91.. => Self::Over90,
        }
    }
}

/// Open amounts by bucket. The buckets together are exactly what is owed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    buckets: [Purse; 5],
}

impl Ageing {
    #[must_use]
    pub fn of(receivables: &Receivables) -> Self {
        let mut ageing = Self::default();
        for item in &receivables.items {
            ageing.add(Bucket::of(item.days_past_due), item.open);
        }
        ageing
    }

    /// The ageing of an account of a folded book on a day, from what the fold has made ready.
    #[must_use]
    pub fn on(account: &Account, as_of: Day, terms_days: u16) -> Self {
        if as_of < account.ready.from {
            return Self::of(&receivables(account, as_of, terms_days));
        }
        let mut ageing = Self::default();
        for item in &account.ready.open {
            ageing.add(Bucket::of(item.due.days_until(as_of)), item.amount);
        }
        ageing
    }

    pub fn add(&mut self, bucket: Bucket, amount: Money) {
        if let Some(purse) = self.buckets.get_mut(bucket as usize) {
            purse.add_capped(amount);
        }
    }

    pub fn add_all(&mut self, other: &Self) {
        for (mine, theirs) in self.buckets.iter_mut().zip(&other.buckets) {
            mine.add_all(theirs);
        }
    }

    #[must_use]
    pub fn get(&self, bucket: Bucket, currency: Currency) -> Money {
        self.buckets.get(bucket as usize).map_or(Money::zero(currency), |p| p.get(currency))
    }

    /// The sum of all buckets.
    #[must_use]
    pub fn total(&self) -> Purse {
        let mut total = Purse::new();
        for purse in &self.buckets {
            total.add_all(purse);
        }
        total
    }
}
