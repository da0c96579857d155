//! What was spent, by subscription, currency and day.

use std::collections::BTreeMap;

use crate::book::Account;
use crate::domain::ids::SubscriptionId;
use crate::domain::usage::UsageDay;
use crate::domain::{Currency, Day, Money};

/// A customer's usage added up. Currencies stay apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spend {
    days: BTreeMap<(SubscriptionId, Currency), BTreeMap<Day, i128>>,
}

impl Spend {
    #[must_use]
    pub fn of(account: &Account) -> Self {
        let mut spend = Self::default();
        for kept in account.usage.values() {
            spend.add(&kept.value);
        }
        spend
    }

    fn add(&mut self, row: &UsageDay) {
        let key = (row.subscription.clone(), row.cost.currency());
        let day = self.days.entry(key).or_default().entry(row.day).or_insert(0);
        *day = day.saturating_add(i128::from(row.cost.minor()));
    }

    /// Each subscription and currency with its days.
    pub fn series(
        &self,
    ) -> impl Iterator<Item = (&SubscriptionId, Currency, &BTreeMap<Day, i128>)> {
        self.days.iter().map(|((id, currency), days)| (id, *currency, days))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// All subscriptions together, from one day to another, both inclusive; by currency.
    #[must_use]
    pub fn total(&self, from: Day, to: Day) -> BTreeMap<Currency, Money> {
        let mut sums: BTreeMap<Currency, i128> = BTreeMap::new();
        if from > to {
            return BTreeMap::new();
        }
        for ((_, currency), days) in &self.days {
            let part: i128 = days.range(from..=to).map(|(_, v)| v).sum();
            let sum = sums.entry(*currency).or_insert(0);
            *sum = sum.saturating_add(part);
        }
        sums.into_iter().map(|(currency, minor)| (currency, to_money(minor, currency))).collect()
    }

    /// What one subscription spent from one day to another, both inclusive; by currency.
    #[must_use]
    pub fn of_subscription(&self, id: &SubscriptionId, from: Day, to: Day) -> Vec<Money> {
        self.series()
            .filter(|(series, _, _)| *series == id && from <= to)
            .map(|(_, currency, days)| {
                let sum: i128 = days.range(from..=to).map(|(_, v)| v).sum();
                to_money(sum, currency)
            })
            .collect()
    }
}

/// Minor units as money; what does not fit stops at the largest value.
#[must_use]
pub fn to_money(minor: i128, currency: Currency) -> Money {
    let cap = if minor < 0 { i64::MIN } else { i64::MAX };
    Money::new(i64::try_from(minor).unwrap_or(cap), currency)
}
