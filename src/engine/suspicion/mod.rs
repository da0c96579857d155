//! Suspicious activity: what is noticed, what it adds up to, what runs against the clock,
//! what may be done with a case, and the report that comes of it.

pub mod answers;
pub mod clock_rules;
pub mod clocks;
pub mod consequences;
mod exact;
pub mod history;
pub mod loss;
pub mod opening;
pub mod report;
pub mod scoring;
pub mod signals;
pub mod spend;
pub mod states;
pub mod vm_size;

pub use answers::{MeanAnswer, mean_answer};
pub use clock_rules::ClockRules;
pub use clocks::{About, Clock, ClockKind, ClockState, Missing, alert_clock, case_clocks};
pub use consequences::{SheetLine, sheet};
pub use history::{Happening, What, history};
pub use loss::{Loss, loss};
pub use opening::{Draft, propose_case};
pub use report::{Issue, Report, ReportKind, next_revision, report};
pub use scoring::{Proposal, ScenarioScore, propose, score};
pub use signals::{Gap, Hit, Mute, Outcome, Reading, Reason, Scene, Signal, Subject, Value};
pub use states::{May, Need, Refusal, Why, may, may_move};
