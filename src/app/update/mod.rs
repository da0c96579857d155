//! One update for each place, and the ones that belong to all.

pub mod at_risk;
pub mod case_form;
pub mod collections;
pub mod collections_draft;
pub mod credit;
pub mod customers;
pub mod exchange;
pub mod history;
mod keys;
mod known;
pub mod opening;
mod pace;
pub mod palette;
pub mod policy;
mod record;
pub mod refolding;
pub mod rules;
mod sample;
pub mod settings;
mod shell;
pub mod subscriptions;
pub mod suspicion;
pub mod today;

pub use known::{clear, put_book, put_desk, refold, refresh, take_foreign, take_in, use_policy};
pub use record::{record, record_all, record_as, withdraw};
pub use shell::update;
