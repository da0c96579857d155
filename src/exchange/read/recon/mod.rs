//! Reconciliation files: tables from Partner Center about what Microsoft charges.

pub(super) mod charges;
mod columns;
pub(super) mod customer_list;
pub(super) mod daily_usage;
mod settle;
