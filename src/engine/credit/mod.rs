//! Credit decisions: what is known of a customer, put to the policy, answered with reasons.

pub mod attributes;
pub mod authority;
pub mod counterfactual;
pub mod decision;
mod evaluate;
mod granted;
mod ground;
pub mod guards;
pub mod in_force;
pub mod inputs;
pub mod known;
mod limit;
pub mod marks;
mod placed;
pub mod putting;
mod quick;
mod rank;
pub mod record;
pub mod replay;
pub mod sale;
mod score;
pub mod self_test;
pub mod simulate;
mod sitting;
mod table_stage;
pub mod trace;

pub use attributes::{Typed, gather};
pub use authority::{May, Refusal, Signing, may_sign};
pub use counterfactual::{Counterfactual, Reach, counterfactuals};
pub use decision::{Decision, Reason, decide, outcome};
pub use ground::Ground;
pub use guards::{Finding, Guarded, guards};
pub use in_force::in_force;
pub use inputs::{Input, Inputs};
pub use known::{Known, Person, Seating};
pub use marks::{Mark, mark};
pub use placed::Placed;
pub use putting::{NotYet, approved_by, not_yet};
pub use record::{inputs_of, record};
pub use replay::{Difference, Replay, replay};
pub use sale::{NoSale, Sale, Standing, may_sell};
pub use self_test::{TestResult, run_tests};
pub use simulate::{Cell, DaysLate, Direction, Moved, RuleMoves, Simulation, moves, simulate};
pub use sitting::{Sitting, Verdict};

/// The engine a decision names; it changes whenever the same inputs may be answered otherwise.
pub const ENGINE: &str = "recourse-credit/1";

/// What this engine answers, as a hash: of its decisions in all tests that the shipped policies carry
/// and over a made book. A test holds it to be so; who changes an answer must change [`ENGINE`] too.
pub const ENGINE_SHA256: &str = "c6fe6f4ffd8bb000fcd9822d273a0680c3c55f8f25d9cb4c3deb3774f79acaa9";
