//! Deciding, without what needs a book.

pub mod authority;
pub mod counterfactual;
pub mod decision;
mod evaluate;
mod granted;
mod ground;
pub mod inputs;
mod limit;
pub mod marks;
mod name;
mod placed;
mod quick;
mod rank;
pub mod record;
pub mod replay;
pub mod said;
mod score;
pub mod self_test;
mod sitting;
mod table_stage;
pub mod trace;

pub use authority::{May, Refusal, Signing, may_sign};
pub use counterfactual::{Counterfactual, Reach, counterfactuals};
pub use decision::{Decision, Reason, decide, outcome};
pub use ground::Ground;
pub use inputs::{Input, Inputs};
pub use marks::{Mark, mark};
pub use name::{ENGINE, ENGINE_SHA256};
pub use placed::Placed;
pub use record::{inputs_of, record};
pub use replay::{Changed, Difference, Replay, replay};
pub use said::Said;
pub use self_test::{TestResult, run_tests};
pub use sitting::{Sitting, Verdict};
