//! Which reason is told before which.

use super::decision::Origin;
use super::ground::Ground;
use crate::policy::Compiled;

/// Sorts reasons by weight: first what asks for the most severe outcome (rules, missing values and
/// failures), then points lost on scorecards, then rows of tables, then the limit's candidate.
/// Reasons of equal weight keep the order in which they were found; a code is told once.
pub(super) fn rank(policy: &Compiled, grounds: &mut Vec<Ground<'_>>) {
    grounds.sort_by(|a, b| {
        let class = class(a).cmp(&class(b));
        let severity = severity(policy, b).cmp(&severity(policy, a));
        let lost = b.points_lost.cmp(&a.points_lost);
        class.then(severity).then(lost)
    });
    let mut told = 0;
    for at in 0..grounds.len() {
        if !is_told(grounds.get(..told), grounds.get(at)) {
            grounds.swap(told, at);
            told += 1;
        }
    }
    grounds.truncate(told);
}

fn is_told(told: Option<&[Ground<'_>]>, ground: Option<&Ground<'_>>) -> bool {
    let (Some(told), Some(ground)) = (told, ground) else {
        return false;
    };
    told.iter().any(|t| t.code == ground.code && same_ground(t, ground))
}

fn class(ground: &Ground<'_>) -> u8 {
    match ground.origin {
        Origin::Rule { .. } | Origin::MissingField { .. } | Origin::Failure { .. } => 0,
        Origin::Card { .. } => 1,
        Origin::Row { .. } => 2,
        Origin::Candidate { .. } => 3,
    }
}

fn severity(policy: &Compiled, ground: &Ground<'_>) -> Option<usize> {
    // Rows are told after the score that led to them, whatever they ask for.
    (class(ground) == 0)
        .then(|| ground.outcome.as_ref().map(|o| policy.document.severity(o)))
        .flatten()
}

/// Two missing fields may share a code and are both told; anything else is told once.
fn same_ground(a: &Ground<'_>, b: &Ground<'_>) -> bool {
    let by_field =
        |g: &Ground<'_>| matches!(g.origin, Origin::MissingField { .. } | Origin::Failure { .. });
    !(by_field(a) && by_field(b)) || a.origin == b.origin
}
