//! Which step may come next for an invoice.
//!
//! The first step after the last one carried out whose requirements are met. A required notice is
//! never skipped, however long nobody looked; nothing milder follows what was already sent.

use super::progress::Done;
use crate::policy::ladder::Ladder;

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Permitted {
    Step(usize),
    /// The next steps ask for more money than is overdue.
    BelowMinimum(usize),
    /// All steps were taken.
    Done,
}

pub(super) fn first_permitted(
    ladder: &Ladder,
    evidence: &[Option<Done>],
    enough: impl Fn(usize) -> bool,
    lapsed: impl Fn(usize) -> bool,
) -> Permitted {
    let from = evidence.iter().rposition(Option::is_some).map_or(0, |last| last.saturating_add(1));
    let mut short = None;
    for index in from..ladder.steps.len() {
        let missing = missing_requirement(ladder, evidence, index);
        let wanted = missing.unwrap_or(index);
        if !enough(index) || !enough(wanted) {
            short = short.or(Some(index));
        } else if missing.is_some() || !lapsed(index) {
            return Permitted::Step(wanted);
        }
    }
    short.map_or(Permitted::Done, Permitted::BelowMinimum)
}

/// The first step that another one requires and that was not carried out.
fn missing_requirement(ladder: &Ladder, evidence: &[Option<Done>], index: usize) -> Option<usize> {
    let step = ladder.steps.get(index)?;
    let place = |key: &String| ladder.steps.iter().position(|s| s.key == *key);
    let mut missing = step
        .requires
        .iter()
        .filter_map(place)
        .filter(|at| *at < index && evidence.get(*at).is_none_or(Option::is_none));
    let first = missing.next()?;
    Some(missing_requirement(ladder, evidence, first).unwrap_or(first))
}
