//! What a customer could cost, what waiting costs, and what acting today still saves.
//!
//! Amounts are at the reseller's own cost where they come from subscriptions and usage,
//! and as invoiced where they come from the ledger.

mod frame;

// What he could cost.
mod commitment;
mod exposure;
mod periods;
mod run_rate;
mod unbilled;
mod utilisation;

// What can be done, until when, and what it saves.
mod advice;
mod budget;
mod cancel_window;
mod closing;
mod feasibility;
mod lifecycle;
mod price;
mod savable;
mod waiting;
mod windows;

pub use crate::book::{standing, standing_of};
pub use advice::{Advice, advice};
pub use budget::{BudgetUse, budget_use};
pub use cancel_window::{CancelWindow, cancel_window, licence_window, window_span};
pub use closing::Closing;
pub use commitment::{GapKind, committed_after};
pub use exposure::{Exposure, Gap, Part, PartKind, exposure, exposure_on};
pub use feasibility::{
    Feasibility, May, Reversible, SideEffect, Takes, Why, actions_for, feasibility,
};
pub use frame::Frame;
pub use lifecycle::{Access, LifeStep, Stage, after_term, extends, stage_on};
pub use periods::{Period, period_of, periods_started, subscription_period};
pub use price::{cancel_refund, legacy_credit, next_term_cost, refund_of, seat_charge};
pub use run_rate::{RunRate, run_rate};
pub use savable::{AtStake, Savable, most_first, portfolio, savable};
pub use unbilled::{Unbilled, unbilled};
pub use utilisation::{Utilisation, available_credit, utilisation};
pub use waiting::{Waiting, cost_of_waiting};
pub use windows::{BY_PROVIDER, LOOK_AHEAD_DAYS, Window, WindowKind, own_bills, windows_of};
