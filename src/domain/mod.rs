//! The nouns of the trade and their own rules. Names nothing else of this program.

pub mod calendar;
pub mod day;
pub mod ids;
pub mod instant;
pub mod money;
pub mod purse;
pub mod rule;
pub mod text;

pub use day::Day;
pub use instant::Instant;
pub use money::{Currency, Money};
pub use purse::Purse;
pub use rule::RuleId;
pub use rust_decimal::Decimal;
