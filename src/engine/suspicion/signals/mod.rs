//! The signals, one file each: what it is, why, an example, its settings.
//!
//! Every signal answers one of hit, no hit, cannot be evaluated (with what is missing) or muted,
//! with what was observed and what was expected. The same rows and the same settings give the
//! same signals, in the same order.

mod budget;
mod bust_out;
mod first_invoice;
mod mining;
mod new_tenant;
mod region_spread;
mod seat_surge;
mod signal;
pub mod spend_spike;
mod stale;
mod vendor_alert;

mod list;

pub use list::{BEYOND, Beyond, Definition, LIST, Needs, evaluate_account, evaluate_book};
pub use signal::{
    BustOutBy, Gap, Hit, Mute, MuteError, Outcome, Reading, Reason, Scene, Signal, SpikeScore,
    Subject, Value,
};
