//! One day of consumption of one Azure subscription, as rated by Microsoft.

use super::day::Day;
use super::ids::{CustomerId, SubscriptionId};
use super::money::Money;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageDay {
    pub customer: CustomerId,
    pub subscription: SubscriptionId,
    pub day: Day,
    /// What the day cost, before tax.
    pub cost: Money,
    /// Meter category, such as `Virtual Machines`; empty for a whole day's sum.
    pub category: String,
    /// Meter sub-category or VM size, such as `NC24ads A100 v4`.
    pub meter: String,
    /// Azure region, such as `westeurope`; empty where not given.
    pub region: String,
}
