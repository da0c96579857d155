//! What a decision may know of a customer, one file each: meaning, unit, source, age.
//!
//! The ids are those of the policy's fields. A value that cannot be told is none, never zero.

mod facts;
mod gather;
mod registry;
mod span;

mod average_days_late;
mod average_days_to_pay;
mod broken_promises;
mod cases;
mod committed;
mod country;
mod disputes_lost;
mod disputes_won;
mod domain;
mod fraud_confirmed;
mod in_dispute;
mod months_with_us;
mod oldest_days_late;
mod open_alerts;
mod open_receivables;
mod other_currencies;
mod overdue;
mod paid_invoices;
mod running;
mod spend_jump;
mod spend_monthly;
mod spend_trend;
mod tenant_age;
mod unbilled;
mod utilisation;
mod worst_days_late;

pub use facts::{Facts, Found};
pub use gather::{Carried, Typed, carried, currency_of, gather};
pub use registry::{ALL, Attribute};
