//! All attributes in one list.

use super::facts::{Facts, Found};

/// One attribute: the field it fills, where it comes from, and how it is worked out.
pub struct Attribute {
    pub field: &'static str,
    pub source: &'static str,
    pub find: fn(&Facts<'_>) -> Found,
}

const fn attribute(
    field: &'static str,
    source: &'static str,
    find: fn(&Facts<'_>) -> Found,
) -> Attribute {
    Attribute { field, source, find }
}

/// All attributes that are worked out from the book, in the order of the standard policy.
pub const ALL: &[Attribute] = &[
    attribute("payment.overdue", "ledger", super::overdue::find),
    attribute("payment.oldestDaysLate", "ledger", super::oldest_days_late::find),
    attribute("payment.worstDaysLate12m", "ledger", super::worst_days_late::find),
    attribute("payment.averageDaysLate12m", "ledger", super::average_days_late::find),
    attribute("payment.averageDaysToPay12m", "ledger", super::average_days_to_pay::find),
    attribute("payment.paidInvoices12m", "ledger", super::paid_invoices::find),
    attribute("payment.brokenPromises12m", "journal", super::broken_promises::find),
    attribute("dispute.open", "journal", super::in_dispute::find),
    attribute("dispute.lost12m", "journal", super::disputes_lost::find),
    attribute("dispute.won12m", "journal", super::disputes_won::find),
    attribute("exposure.open", "ledger", super::open_receivables::find),
    attribute("exposure.unbilled", "partner-center", super::unbilled::find),
    attribute("exposure.committed", "partner-center", super::committed::find),
    attribute("exposure.running", "partner-center", super::running::find),
    attribute("exposure.utilisation", "journal", super::utilisation::find),
    attribute("exposure.otherCurrencies", "ledger", super::other_currencies::find),
    attribute("spend.monthly", "ledger", super::spend_monthly::find),
    attribute("spend.trend", "ledger", super::spend_trend::find),
    attribute("spend.jump", "partner-center", super::spend_jump::find),
    attribute("customer.monthsWithUs", "partner-center", super::months_with_us::find),
    attribute("tenant.ageDays", "partner-center", super::tenant_age::find),
    attribute("customer.country", "partner-center", super::country::find),
    attribute("customer.domain", "partner-center", super::domain::find),
    attribute("alerts.open", "partner-center", super::open_alerts::find),
    attribute("cases.open", "journal", super::cases::find),
    attribute("cases.fraudConfirmed", "journal", super::fraud_confirmed::find),
];
