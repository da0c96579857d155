//! A promise to pay.

use super::day::Day;
use super::ids::CustomerId;
use super::money::Money;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub customer: CustomerId,
    pub amount: Money,
    pub made: Day,
    pub due: Day,
    /// Kept when at least this share of the amount came in, in whole percent.
    pub keep_at_percent: u8,
    /// Calendar days after the due day within which it still counts as kept.
    pub grace_days: u16,
    pub by_whom: Option<String>,
    pub note: Option<String>,
}
