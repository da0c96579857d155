//! Customer invoices and payments as ledgers export them.

mod cells;
mod invoice;
mod payment;
mod reader;
mod settle;
mod tenants;

pub(super) use reader::LedgerReader;
