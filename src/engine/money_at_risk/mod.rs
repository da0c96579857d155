//! What a customer could cost, what waiting costs, and what acting today still saves.
//!
//! Amounts are at the reseller's own cost where they come from subscriptions and usage,
//! and as invoiced where they come from the ledger.

mod exposure;
mod frame;
mod periods;
mod run_rate;
mod unbilled;
mod utilisation;

pub use exposure::{Exposure, Gap, GapKind, Part, PartKind, committed_after, exposure};
pub use frame::{Frame, REACTION_HOURS};
pub use periods::{Period, period_of, periods_started, subscription_period};
pub use run_rate::{RunRate, run_rate};
pub use unbilled::{Unbilled, unbilled};
pub use utilisation::{Utilisation, available_credit, utilisation};
