//! A hold: collections wait for a reason, from a day to a day.

use super::day::Day;
use super::ids::{CustomerId, EntryId};
use super::vocabulary::vocabulary;

vocabulary! {
    HoldReason {
        Dispute = "dispute",
        PromiseToPay = "promise",
        PaymentClaimed = "payment_claimed",
        FraudInvestigation = "fraud_investigation",
        Insolvency = "insolvency",
        Agreement = "agreement",
        Moratorium = "moratorium",
    }
}

/// Paused days are half-open: the start counts, the end does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    pub customer: CustomerId,
    pub reason: HoldReason,
    pub owner: String,
    pub start: Day,
    /// Every hold ends by itself.
    pub end: Day,
    pub review: Option<Day>,
    pub note: Option<String>,
}

/// The early end of a hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRelease {
    /// The entry that placed the hold.
    pub hold: EntryId,
    pub on: Day,
    pub note: Option<String>,
}
