//! What a decision says, as canonical bytes: equal bytes are the same answer.
//!
//! Who answered (the policy and the engine, by their names and hashes) is no part of what is said, nor
//! is what a person changed when he signed.

use serde_json::{Map, Value, json};

use super::decision::Decision;
use super::record::record;
use crate::domain::decision::{DecisionInput, DecisionReason, DecisionRecord};
use crate::domain::{Day, Money, order};
use crate::policy::canonical;

/// What a recorded decision says.
#[derive(Clone, Debug, PartialEq)]
pub struct Said(Value);

impl Said {
    #[must_use]
    pub fn of(record: &DecisionRecord) -> Self {
        let mut parts = Map::new();
        let mut tell = |name: &str, value: Value| parts.insert(name.to_owned(), value);
        tell("customer", json!(record.customer.as_str()));
        tell("asOf", day(record.as_of));
        tell("requested", money(record.requested));
        tell("outcome", json!(record.proposed.word()));
        tell("limit", money(record.proposed_limit));
        tell("reasons", record.reasons.iter().map(reason).collect());
        tell("inputs", record.inputs.iter().map(input).collect());
        if as_proposed(record) {
            tell("terms", json!(record.terms_days));
            tell("deposit", money(record.deposit));
            tell("expires", record.expires.map_or(Value::Null, day));
            tell("nextReview", record.next_review.map_or(Value::Null, day));
        }
        Self(Value::Object(parts))
    }

    /// What the decision says that was made again for a record.
    #[must_use]
    pub fn again(decision: &Decision, kept: &DecisionRecord) -> Self {
        let mut again = record(decision, &kept.customer, kept.requested);
        if !as_proposed(kept) {
            again.override_code = Some(String::new());
        }
        Self::of(&again)
    }

    /// Keys in order, no white space, as policies are written.
    #[must_use]
    pub fn bytes(&self) -> String {
        canonical::canonical(&self.0)
    }

    /// Of the bytes.
    #[must_use]
    pub fn sha256(&self) -> String {
        canonical::sha256(&self.0)
    }

    /// The names of the parts that are not the same in both, in the order of the alphabet.
    #[must_use]
    pub fn differs_in(&self, other: &Self) -> Vec<String> {
        let (Value::Object(mine), Value::Object(theirs)) = (&self.0, &other.0) else {
            return Vec::new();
        };
        let mut names: Vec<&String> = mine.keys().chain(theirs.keys()).collect();
        order::sort(&mut names);
        names.dedup();
        names.retain(|name| mine.get(*name) != theirs.get(*name));
        names.into_iter().cloned().collect()
    }
}

/// Nobody changed what was proposed.
pub(super) fn as_proposed(record: &DecisionRecord) -> bool {
    record.override_code.is_none()
        && record.decided == record.proposed
        && record.limit == record.proposed_limit
}

fn day(day: Day) -> Value {
    json!(day.to_string())
}

fn money(money: Option<Money>) -> Value {
    money.map_or(Value::Null, |money| json!(money.to_string()))
}

fn reason(reason: &DecisionReason) -> Value {
    json!({
        "code": reason.code,
        "en": reason.text_en,
        "zh-Hant": reason.text_zh_hant,
        "adverse": reason.adverse,
    })
}

fn input(input: &DecisionInput) -> Value {
    json!({
        "field": input.field,
        "value": input.value,
        "source": input.source,
        "ageDays": input.age_days,
    })
}
