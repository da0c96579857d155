//! Collections: how severe a debt is, which step is permitted when, what holds it, and the timeline.
//!
//! Severity and permission are two things. Severity is what the age and the amount say on a day;
//! permission also asks which notices were really sent, for which invoices, and whether their time
//! has run. Both are pure functions of the book, the ladder, the calendar and the day.

mod answer;
mod chain;
mod holds;
mod next_change;
mod outline;
mod permitted;
mod plan;
mod progress;
mod promises;
pub mod rules;
mod scene;
mod service;
pub mod severity;
mod stage;
mod timeline;
mod timing;
mod tracks;

pub use answer::{
    Because, Billing, Blocked, Cause, Caution, Change, Code, NextStep, Plan, Position, Severity,
    StepRef,
};
pub use holds::checks::{HoldFault, check_hold, check_release};
pub use holds::pauses::{Period, collection_age, effective_periods, paused_days};
pub use outline::outline;
pub use plan::{outlook_account, plan, plan_account};
pub use promises::{PromiseState, promise_state, promise_until};
pub use stage::{Stage, stage};
pub use timeline::{Access, Lane, Mark, Tense, What};
