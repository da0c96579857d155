//! A dispute about an invoice, or about a part of it.

use super::day::Day;
use super::ids::{CustomerId, EntryId, InvoiceNumber};
use super::money::Money;
use super::vocabulary::vocabulary;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    pub customer: CustomerId,
    pub invoice: InvoiceNumber,
    /// The disputed part; none for the whole invoice.
    pub amount: Option<Money>,
    pub opened: Day,
    pub reason: String,
}

vocabulary! {
    DisputeOutcome {
        /// The customer was right: a credit note is due.
        ForCustomer = "for_customer",
        /// The invoice stands.
        ForUs = "for_us",
        Settled = "settled",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeClosing {
    /// The entry that opened the dispute.
    pub dispute: EntryId,
    pub on: Day,
    pub outcome: DisputeOutcome,
    pub note: Option<String>,
}
