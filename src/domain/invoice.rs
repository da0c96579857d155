//! An invoice or credit note from the reseller to a customer.

use super::Extra;
use super::day::Day;
use super::ids::{CustomerId, InvoiceNumber};
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    InvoiceKind {
        Invoice = "invoice" | "inv" | "發票",
        /// Lowers what is owed; its amount is kept positive.
        CreditNote = "credit_note" | "credit memo" | "credit" | "折讓單",
    }
}

vocabulary! {
    /// What has become of an invoice, where the ledger says so.
    InvoiceStatus {
        Issued = "issued" | "open" | "posted",
        Draft = "draft",
        Void = "void" | "cancelled",
        WrittenOff = "written_off",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    pub customer: CustomerId,
    pub number: InvoiceNumber,
    pub kind: InvoiceKind,
    pub status: InvoiceStatus,
    pub issued: Day,
    /// None where the ledger gives none; then issue day plus terms, shown as an assumption.
    pub due: Option<Day>,
    /// Never negative; a credit note is known by its kind.
    pub total: Money,
    /// What the ledger itself says is still open, where it says so.
    pub open_stated: Option<Money>,
    /// The invoice that a credit note corrects.
    pub corrects: Option<InvoiceNumber>,
    pub description: Option<String>,
    pub extra: Extra,
}
