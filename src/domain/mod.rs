//! The nouns of the trade and their own rules. Names nothing else of this program.

pub mod calendar;
pub mod day;
pub mod exact;
mod extra;
pub mod ids;
pub mod instant;
pub mod money;
pub mod order;
pub mod purse;
pub mod rule;
pub mod text;
mod vocabulary;

// What is observed.
pub mod alert;
pub mod balance;
pub mod bill;
pub mod contract;
pub mod customer;
pub mod invoice;
pub mod partner;
pub mod payment;
pub mod subscription;
pub mod usage;

// What is decided and done.
pub mod action;
pub mod case;
pub mod decision;
pub mod dispute;
pub mod hold;
pub mod notice;
pub mod promise;
pub mod rule_override;

pub use day::Day;
pub use extra::Extra;
pub use instant::Instant;
pub use money::{Currency, Money};
pub use purse::Purse;
pub use rule::RuleId;
pub use rust_decimal::Decimal;
