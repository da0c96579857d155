//! Credit decisions: what is known of a customer, put to the policy, answered with reasons.

pub mod authority;
pub mod counterfactual;
pub mod decision;
mod evaluate;
pub mod inputs;
mod limit;
mod rank;
pub mod record;
pub mod replay;
mod score;
pub mod self_test;
pub mod trace;
pub mod utilisation;

pub use authority::{May, Refusal, Signing, may_sign};
pub use counterfactual::{Counterfactual, Reach, counterfactuals};
pub use decision::{Decision, Reason, decide};
pub use inputs::{Input, Inputs};
pub use record::{inputs_of, record};
pub use replay::{Difference, Replay, replay};
pub use self_test::{TestResult, run_tests};
pub use utilisation::{Utilisation, utilisation};

/// The engine a decision names; it changes whenever the same inputs may be answered otherwise.
pub const ENGINE: &str = "recourse-credit/1";
