//! What a ledger says a customer owes in all, by age, without the invoices behind it.

use super::day::Day;
use super::ids::CustomerId;
use super::money::Money;

/// Sums of an ageing report. They are shown beside what the invoices come to and never counted as
/// invoices: no due date can be told from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    pub customer: CustomerId,
    /// The day of the report, where it says so.
    pub as_of: Option<Day>,
    /// In the order of the report, under its own names, such as `31 - 60`; credits are negative.
    pub buckets: Vec<Bucket>,
    /// The sum of the buckets.
    pub total: Money,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    pub name: String,
    pub amount: Money,
}
