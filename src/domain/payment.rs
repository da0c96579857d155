//! Money received from a customer, or sent back.

use super::Extra;
use super::day::Day;
use super::ids::{CustomerId, InvoiceNumber, PaymentRef};
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    PaymentKind {
        Payment = "payment" | "receipt" | "deposit" | "付款",
        /// Money paid back to the customer: opens again what it had settled.
        Refund = "refund",
        /// Money taken back by the payer's bank: opens again what it had settled.
        Chargeback = "chargeback" | "reversal",
    }
}

/// A part of a payment set against one invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    pub invoice: InvoiceNumber,
    pub amount: Money,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub customer: CustomerId,
    pub reference: PaymentRef,
    pub kind: PaymentKind,
    pub received: Day,
    /// Never negative; the direction is known by the kind.
    pub amount: Money,
    /// What the ledger set against which invoice. Empty: oldest due first, shown as an assumption.
    pub allocations: Vec<Allocation>,
    pub extra: Extra,
}
