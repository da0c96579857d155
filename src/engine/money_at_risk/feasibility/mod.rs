//! What an action on a subscription would do on a day: whether it is possible, whom it locks out,
//! what it saves, what stays committed, until when it can be taken back, and what is better.

mod answer;
mod azure;
mod judge;
mod legacy;
mod licence;
mod other;

pub use answer::{Feasibility, May, Reversible, SideEffect, Takes, Why};
pub use judge::{actions_for, feasibility};
