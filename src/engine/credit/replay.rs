//! A recorded decision, decided again: the same answer, or what the difference comes from.

use super::ENGINE;
use super::decision::{Decision, decide};
use super::record::inputs_of;
use crate::domain::decision::DecisionRecord;
use crate::policy::Compiled;

/// What came of deciding again.
#[derive(Clone, Debug, PartialEq)]
pub enum Replay {
    Same,
    Differs {
        /// The first that applies, in this order: policy, engine, inputs; none of them is `Unexplained`.
        cause: Difference,
        /// What is not as recorded, such as `outcome`.
        parts: Vec<&'static str>,
        again: Box<Decision>,
    },
}

/// Why a replay differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The policy at hand is not the one that decided.
    Policy { recorded: String, at_hand: String },
    /// Another engine decided.
    Engine { recorded: String },
    /// Recorded values that this policy cannot read.
    Inputs { fields: Vec<String> },
    /// Same policy, same engine, same inputs: the record was changed, or this program is wrong.
    Unexplained,
}

/// Decides a recorded decision again with the policy at hand, as of the recorded day.
#[must_use]
pub fn replay(record: &DecisionRecord, policy: &Compiled) -> Replay {
    let (inputs, unreadable) = inputs_of(record, policy);
    let again = decide(policy, &inputs, record.as_of);
    let parts = parts_that_differ(record, &again);
    let cause = if record.policy_sha256 != policy.sha256 {
        Difference::Policy {
            recorded: record.policy_sha256.clone(),
            at_hand: policy.sha256.clone(),
        }
    } else if record.engine != ENGINE {
        Difference::Engine { recorded: record.engine.clone() }
    } else if !unreadable.is_empty() {
        Difference::Inputs { fields: unreadable }
    } else {
        Difference::Unexplained
    };
    if parts.is_empty() {
        return Replay::Same;
    }
    Replay::Differs { cause, parts, again: Box::new(again) }
}

fn parts_that_differ(record: &DecisionRecord, again: &Decision) -> Vec<&'static str> {
    let codes =
        |r: &DecisionRecord| -> Vec<String> { r.reasons.iter().map(|r| r.code.clone()).collect() };
    let again_codes: Vec<String> = again.reasons.iter().map(|r| r.code.clone()).collect();
    let checks = [
        ("outcome", record.proposed == again.outcome),
        ("limit", record.proposed_limit == again.limit),
        ("reasons", codes(record) == again_codes),
    ];
    checks.iter().filter(|(_, same)| !same).map(|(part, _)| *part).collect()
}
