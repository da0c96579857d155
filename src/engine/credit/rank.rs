//! Which reason is told before which.

use super::decision::Origin;
use super::ground::Ground;
use crate::domain::decision::Outcome;
use crate::domain::order;
use crate::policy::Compiled;

/// Sorts reasons by weight: first what asks for the most severe outcome (rules, missing values and
/// failures), then points lost on scorecards, then rows of tables, then the limit's candidate.
/// Reasons of equal weight keep the order in which they were found; a code is told once.
pub(super) fn rank(grounds: &mut Vec<Ground<'_>>) {
    sort(grounds);
    let mut told = 0;
    for at in 0..grounds.len() {
        if !is_told(grounds.get(..told), grounds.get(at)) {
            grounds.swap(told, at);
            told += 1;
        }
    }
    grounds.truncate(told);
}

/// By weight, reasons of equal weight in the order in which they were found.
fn sort(grounds: &mut [Ground<'_>]) {
    order::sort_by(grounds, |a, b| {
        a.weight.cmp(&b.weight).then_with(|| b.points_lost.cmp(&a.points_lost))
    });
}

/// The place of a reason among others: the lighter number is told first.
pub(super) fn weight(policy: &Compiled, origin: &Origin<&str>, outcome: Option<&Outcome>) -> u16 {
    let class = class(origin);
    // Rows are told after the score that led to them, whatever they ask for.
    let severity = outcome.filter(|_| class == 0).map_or(0, |outcome| {
        u16::try_from(policy.document.severity(outcome)).unwrap_or(u16::MAX).saturating_add(1)
    });
    class.saturating_mul(1000).saturating_add(999_u16.saturating_sub(severity))
}

fn is_told(told: Option<&[Ground<'_>]>, ground: Option<&Ground<'_>>) -> bool {
    let (Some(told), Some(ground)) = (told, ground) else {
        return false;
    };
    told.iter().any(|t| t.code == ground.code && same_ground(t, ground))
}

const fn class(origin: &Origin<&str>) -> u16 {
    match origin {
        Origin::Rule { .. } | Origin::MissingField { .. } | Origin::Failure { .. } => 0,
        Origin::Card { .. } => 1,
        Origin::Row { .. } => 2,
        Origin::Candidate { .. } => 3,
    }
}

/// Two missing fields may share a code and are both told; anything else is told once.
fn same_ground(a: &Ground<'_>, b: &Ground<'_>) -> bool {
    let by_field =
        |g: &Ground<'_>| matches!(g.origin, Origin::MissingField { .. } | Origin::Failure { .. });
    !(by_field(a) && by_field(b)) || a.origin == b.origin
}
