//! A recorded decision, decided again: the same bytes, or what the difference comes from.

use super::ENGINE;
use super::decision::{Decision, decide};
use super::record::inputs_of;
use super::said::Said;
use crate::domain::decision::DecisionRecord;
use crate::domain::{Currency, Day, order};
use crate::policy::Compiled;
use crate::policy::document::{Amount, Document, Parameter};

/// What came of deciding again.
#[derive(Clone, Debug, PartialEq)]
pub enum Replay {
    /// Equal bytes, and their SHA-256.
    Same { sha256: String },
    Differs {
        /// The first that applies, in this order: parameters, policy, engine, inputs; none of them
        /// is `Unexplained`.
        cause: Difference,
        /// What is not as recorded, such as `outcome`.
        parts: Vec<String>,
        again: Box<Decision>,
    },
}

/// Why a replay differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The policy at hand decides as the one that decided, but for values that hold on the day.
    Parameters { changed: Vec<Changed> },
    /// The policy at hand is not the one that decided.
    Policy { recorded: String, at_hand: String },
    /// Another engine decided.
    Engine { recorded: String },
    /// Recorded values that this policy cannot read, or takes otherwise.
    Inputs { fields: Vec<String> },
    /// Same policy, same engine, same inputs: the record was changed, or this program is wrong.
    Unexplained,
}

/// A dated parameter by its value on the day of the decision, in the decision's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub id: String,
    /// None where the policy that decided had no value on the day.
    pub recorded: Option<String>,
    pub at_hand: Option<String>,
}

/// Decides a recorded decision again with the policy at hand, as of the recorded day.
///
/// `decided_by` is the policy that decided, where it is known and is not the one at hand: it tells
/// whether only a parameter has changed since.
#[must_use]
pub fn replay(record: &DecisionRecord, policy: &Compiled, decided_by: Option<&Compiled>) -> Replay {
    let (inputs, unreadable) = inputs_of(record, policy);
    let again = decide(policy, &inputs, record.as_of);
    let (kept, said) = (Said::of(record), Said::again(&again, record));
    if kept.bytes() == said.bytes() {
        return Replay::Same { sha256: said.sha256() };
    }
    let other = record.policy_sha256 != policy.sha256;
    let known = decided_by.filter(|p| other && p.sha256 == record.policy_sha256);
    let on = (record.as_of, inputs.currency);
    let changed = known.map_or(Vec::new(), |known| changed(&known.document, &policy.document, on));
    let fields = misread(record, &again, unreadable);
    let cause = if !changed.is_empty() {
        Difference::Parameters { changed }
    } else if other {
        Difference::Policy {
            recorded: record.policy_sha256.clone(),
            at_hand: policy.sha256.clone(),
        }
    } else if record.engine != ENGINE {
        Difference::Engine { recorded: record.engine.clone() }
    } else if !fields.is_empty() {
        Difference::Inputs { fields }
    } else {
        Difference::Unexplained
    };
    Replay::Differs { cause, parts: kept.differs_in(&said), again: Box::new(again) }
}

/// Parameters with other values on the day, where nothing else that decides has changed.
fn changed(before: &Document, after: &Document, on: (Day, Currency)) -> Vec<Changed> {
    if !decide_alike(before, after) {
        return Vec::new();
    }
    let mut ids: Vec<&str> = before.parameters.iter().map(|p| p.id.as_str()).collect();
    ids.extend(after.parameters.iter().map(|p| p.id.as_str()));
    order::sort(&mut ids);
    ids.dedup();
    let changed = ids.into_iter().map(|id| Changed {
        id: id.to_owned(),
        recorded: value(&before.parameters, id, on),
        at_hand: value(&after.parameters, id, on),
    });
    changed.filter(|c| c.recorded != c.at_hand).collect()
}

/// Whether everything that decides is the same, parameters apart.
fn decide_alike(before: &Document, after: &Document) -> bool {
    before.fields == after.fields
        && before.lists == after.lists
        && before.derived == after.derived
        && before.scorecards == after.scorecards
        && before.stages == after.stages
        && before.outcome == after.outcome
        && before.reasons == after.reasons
}

fn value(all: &[Parameter], id: &str, (day, currency): (Day, Currency)) -> Option<String> {
    let parameter = all.iter().find(|parameter| parameter.id == id)?;
    match &parameter.on(day)?.amount {
        Amount::Number(number) => Some(number.normalize().to_string()),
        Amount::Money(amounts) => amounts.get(&currency).map(ToString::to_string),
    }
}

/// Fields that the policy cannot read, or whose value is not taken as it was recorded.
fn misread(record: &DecisionRecord, again: &Decision, mut unreadable: Vec<String>) -> Vec<String> {
    for kept in &record.inputs {
        let seen = again.inputs.iter().find(|input| input.field == kept.field);
        let same =
            seen.is_none_or(|seen| seen.value == kept.value && seen.age_days == kept.age_days);
        if !same && !unreadable.contains(&kept.field) {
            unreadable.push(kept.field.clone());
        }
    }
    unreadable
}
