//! Sums consumption rows, of which a month has millions, to days.

use std::collections::BTreeMap;

use super::sink::Sink;
use crate::domain::ids::{CustomerId, SubscriptionId};
use crate::domain::usage::UsageDay;
use crate::domain::{Currency, Day, Decimal, Money};
use crate::journal::Fact;

/// What one sum is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UsageKey {
    pub(super) customer: CustomerId,
    pub(super) subscription: SubscriptionId,
    pub(super) day: Day,
    pub(super) category: String,
    pub(super) meter: String,
    pub(super) region: String,
    pub(super) currency: Currency,
}

/// Sums by key, each with the row where it was met first. Rounded once, at the end.
#[derive(Clone, Debug, Default)]
pub(super) struct UsageSums(BTreeMap<UsageKey, (u32, Decimal)>);

impl UsageSums {
    pub(super) fn add(&mut self, row: u32, key: UsageKey, cost: Decimal) {
        let sum = self.0.entry(key).or_insert((row, Decimal::ZERO));
        sum.1 = sum.1.checked_add(cost).unwrap_or(sum.1);
    }

    pub(super) fn finish(self, sink: &mut Sink) {
        for (key, (row, cost)) in self.0 {
            let Ok(cost) = Money::from_decimal(cost, key.currency) else {
                continue;
            };
            let day = UsageDay {
                customer: key.customer,
                subscription: key.subscription,
                day: key.day,
                cost,
                category: key.category,
                meter: key.meter,
                region: key.region,
            };
            sink.fact(row, Fact::Usage(day));
        }
    }
}
