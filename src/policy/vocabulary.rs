//! The closed sets of words that a document may use, each in one list.

use super::document::{Factor, FieldKind, Role};
use super::table::{Aggregate, HitPolicy};
use crate::domain::decision::Outcome;

pub const OUTCOMES: &[(&str, Outcome)] = &[
    ("approve", Outcome::Approve),
    ("prepay", Outcome::Prepay),
    ("refer", Outcome::Refer),
    ("hold", Outcome::Hold),
    ("decline", Outcome::Decline),
];

pub const FIELD_KINDS: &[(&str, FieldKind)] = &[
    ("bool", FieldKind::Bool),
    ("text", FieldKind::Text),
    ("number", FieldKind::Number),
    ("money", FieldKind::Money),
    ("day", FieldKind::Day),
];

/// What a missing value may do.
pub const MISSING: &[&str] =
    &["refer", "prepay", "hold", "decline", "default", "score-as-missing", "skip-candidate"];

pub const STAGE_KINDS: &[&str] = &["rules", "table", "limit"];

pub const FACTORS: &[(&str, Factor)] = &[
    ("character", Factor::Character),
    ("capacity", Factor::Capacity),
    ("capital", Factor::Capital),
    ("collateral", Factor::Collateral),
    ("conditions", Factor::Conditions),
    ("fraud", Factor::Fraud),
    ("data", Factor::Data),
];

pub const HITS: &[(&str, HitPolicy)] = &[
    ("unique", HitPolicy::Unique),
    ("any", HitPolicy::Any),
    ("priority", HitPolicy::Priority),
    ("first", HitPolicy::First),
    ("rule-order", HitPolicy::RuleOrder),
    ("output-order", HitPolicy::OutputOrder),
    ("collect", HitPolicy::Collect(Aggregate::List)),
    ("collect-sum", HitPolicy::Collect(Aggregate::Sum)),
    ("collect-min", HitPolicy::Collect(Aggregate::Min)),
    ("collect-max", HitPolicy::Collect(Aggregate::Max)),
    ("collect-count", HitPolicy::Collect(Aggregate::Count)),
];

pub const ROLES: &[(&str, Role)] = &[
    ("value", Role::Value),
    ("outcome", Role::Outcome),
    ("grade", Role::Grade),
    ("term-days", Role::TermDays),
    ("deposit-share", Role::DepositShare),
    ("review-days", Role::ReviewDays),
];

/// The word of a hit policy in the document.
#[must_use]
pub fn hit_word(hit: HitPolicy) -> &'static str {
    HITS.iter().find(|(_, known)| *known == hit).map_or("", |(word, _)| word)
}

/// An outcome by its word; the vocabulary of a policy is closed, unlike that of imported files.
#[must_use]
pub fn outcome_of(word: &str) -> Option<Outcome> {
    OUTCOMES.iter().find(|(known, _)| *known == word).map(|(_, outcome)| outcome.clone())
}

/// Words for a message: `a`, `b`.
#[must_use]
pub fn listed(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        text.push_str(if text.is_empty() { "`" } else { ", `" });
        text.push_str(word);
        text.push('`');
    }
    text
}

/// The words of a vocabulary.
#[must_use]
pub fn words_of<T>(vocabulary: &[(&'static str, T)]) -> Vec<&'static str> {
    vocabulary.iter().map(|(word, _)| *word).collect()
}
