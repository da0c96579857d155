//! A notice to a customer, as recorded by the person who sent it.

use super::day::Day;
use super::ids::{CustomerId, InvoiceNumber};
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What is known of a notice's way to the customer.
    Delivery {
        Draft = "draft",
        Sent = "sent",
        Delivered = "delivered",
        /// Came back; it does not count as a notice.
        Bounced = "bounced" | "failed" | "undeliverable",
    }
}

impl Delivery {
    /// Whether the notice counts: a draft or a bounced one never does.
    #[must_use]
    pub fn counts(&self) -> bool {
        matches!(self, Self::Sent | Self::Delivered)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub customer: CustomerId,
    /// Key of the ladder's step, such as `final_notice`.
    pub step: String,
    pub sent: Day,
    pub delivery: Delivery,
    /// The invoices that it listed; it is valid for these only.
    pub invoices: Vec<InvoiceNumber>,
    pub amount: Money,
    /// The day printed in the notice by which to pay.
    pub deadline: Option<Day>,
    pub channel: Option<String>,
    pub note: Option<String>,
}
