//! What a reason is about, where its words do not say it: the missing value, or the place that failed.

use serde_json::{Value, json};

use crate::engine::credit::decision::Origin;

/// Adds `field` for a missing value, `place` and `problem` for what could not be worked out.
///
/// Other reasons have the words of the policy for what they are about, and get no more.
pub fn add<Name: AsRef<str>>(reason: &mut Value, origin: &Origin<Name>) {
    match origin {
        Origin::MissingField { field } => reason["field"] = json!(field.as_ref()),
        Origin::Failure { place, problem } => {
            reason["place"] = json!(place);
            reason["problem"] = json!(problem);
        }
        Origin::Rule { .. }
        | Origin::Card { .. }
        | Origin::Row { .. }
        | Origin::Candidate { .. } => {}
    }
}

/// The same for people, by the names of the policy.
pub fn text(origin: &Origin) -> Option<String> {
    match origin {
        Origin::MissingField { field } => Some(field.clone()),
        Origin::Failure { place, problem } => Some(format!("{place}: {problem}")),
        Origin::Rule { .. }
        | Origin::Card { .. }
        | Origin::Row { .. }
        | Origin::Candidate { .. } => None,
    }
}
