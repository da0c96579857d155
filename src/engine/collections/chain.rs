//! The steps of an invoice from a day on, each taken on its first day.

use super::permitted::{Permitted, first_permitted};
use super::progress::Done;
use super::scene::{Item, Scene};
use super::timing::{Timing, timing};
use crate::domain::{Day, Money};
use crate::policy::ladder::{Anchor, Step};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub index: usize,
    pub timing: Timing,
}

/// The steps still to come, and why there are no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    pub links: Vec<Link>,
    pub end: Permitted,
}

/// `amount` is what counts against the least amounts of steps; nothing is taken before `not_before`.
pub(super) fn chain(scene: &Scene<'_>, item: &Item, amount: Money, not_before: Day) -> Chain {
    let mut evidence = item.evidence.clone();
    let mut from = not_before;
    let mut links = Vec::new();
    for _ in 0..scene.ladder.steps.len() {
        let enough = |index| is_enough(scene.step(index), amount);
        let lapsed = |index| has_lapsed(scene, item, &evidence, index, from);
        let index = match first_permitted(scene.ladder, &evidence, enough, lapsed) {
            Permitted::Step(index) => index,
            end => return Chain { links, end },
        };
        let timing = timing(scene, item, &evidence, index, from);
        from = timing.day.plus_days_clamped(1);
        if let Some(slot) = evidence.get_mut(index) {
            *slot =
                Some(Done { on: timing.day, deadline: deadline(scene.step(index), timing.day) });
        }
        links.push(Link { index, timing });
    }
    Chain { links, end: Permitted::Done }
}

/// The last day for paying that a notice prints when it is sent on a day.
pub(super) fn deadline(step: Option<&Step>, sent: Day) -> Option<Day> {
    let days = i64::from(step?.min_notice_days);
    (days > 0).then(|| sent.plus_days_clamped(days.saturating_sub(1)))
}

fn is_enough(step: Option<&Step>, amount: Money) -> bool {
    step.and_then(|s| s.min_overdue.get(&amount.currency())).is_none_or(|least| amount >= *least)
}

/// A reminder of a day to come is pointless after it.
fn has_lapsed(
    scene: &Scene<'_>,
    item: &Item,
    evidence: &[Option<Done>],
    index: usize,
    from: Day,
) -> bool {
    let Some(step) = scene.step(index) else {
        return true;
    };
    let before_due = step.anchor == Anchor::Due && step.delay_days < 0;
    before_due && timing(scene, item, evidence, index, from).day > item.open.due
}
