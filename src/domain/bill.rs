//! An invoice from Microsoft, or from the provider, to the reseller: what he pays whether or not his customers pay.

use super::Extra;
use super::day::Day;
use super::ids::BillNumber;
use super::money::Money;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    pub number: BillNumber,
    pub issued: Day,
    /// None where the document gives none: then Microsoft's own term counts from the issue day.
    pub due: Option<Day>,
    pub total: Money,
    pub paid: Money,
    /// Partner Center's `invoiceType`, such as `Recurring` or `OneTime`.
    pub kind: Option<String>,
    /// Partner Center's `documentType`, such as `invoice`, `void_note`, `adjustment_note`.
    pub document: Option<String>,
    /// The bill that this one amends.
    pub amends: Option<BillNumber>,
    pub extra: Extra,
}
