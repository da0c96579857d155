//! What Microsoft sets: each number as a dated row with its source, never a literal elsewhere.
//!
//! An id names a rule; its rows are what the rule said from a day to a day. A past day is
//! judged by the rows of that day. Where sources conflict, both readings are kept, with the
//! one chosen and why.

mod row;
mod rulebook;
pub mod sources;
mod table;

// One file per topic.
pub mod alert_clocks;
pub mod azure;
pub mod budget;
pub mod credit;
pub mod extended_term;
pub mod partner_bill;
pub mod refund_exception;
pub mod refunds;
pub mod suspension;
pub mod tickets;
pub mod windows;

pub use row::{Conflict, Date, Row, Source, Text, Value};
pub use rulebook::{Rulebook, SHIPPED};
pub use table::{Topic, on, rows, rules_on, topics};
