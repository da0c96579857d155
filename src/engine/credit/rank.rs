//! Which reason is told before which.

use super::decision::{Origin, Reason};
use crate::policy::Compiled;

/// Sorts reasons by weight: first what asks for the most severe outcome (rules, missing values and
/// failures), then points lost on scorecards, then rows of tables, then the limit's candidate.
/// Reasons of equal weight keep the order in which they were found; a code is told once.
pub(super) fn ranked(policy: &Compiled, mut reasons: Vec<Reason>) -> Vec<Reason> {
    reasons.sort_by(|a, b| {
        let class = class(a).cmp(&class(b));
        let severity = severity(policy, b).cmp(&severity(policy, a));
        let lost = b.points_lost.cmp(&a.points_lost);
        class.then(severity).then(lost)
    });
    let mut told: Vec<Reason> = Vec::new();
    for reason in reasons {
        if !told.iter().any(|t| t.code == reason.code && same_ground(t, &reason)) {
            told.push(reason);
        }
    }
    told
}

fn class(reason: &Reason) -> u8 {
    match reason.origin {
        Origin::Rule { .. } | Origin::MissingField { .. } | Origin::Failure { .. } => 0,
        Origin::Card { .. } => 1,
        Origin::Row { .. } => 2,
        Origin::Candidate { .. } => 3,
    }
}

fn severity(policy: &Compiled, reason: &Reason) -> Option<usize> {
    // Rows are told after the score that led to them, whatever they ask for.
    (class(reason) == 0)
        .then(|| reason.outcome.as_ref().map(|o| policy.document.severity(o)))
        .flatten()
}

/// Two missing fields may share a code and are both told; anything else is told once.
fn same_ground(a: &Reason, b: &Reason) -> bool {
    let by_field =
        |r: &Reason| matches!(r.origin, Origin::MissingField { .. } | Origin::Failure { .. });
    !(by_field(a) && by_field(b)) || a.origin == b.origin
}
