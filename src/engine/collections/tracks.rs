//! Open invoices gathered by the step that comes next for them: one notice lists all of its invoices.

use std::cmp::Reverse;

use super::answer::{Because, NextStep, StepRef};
use super::chain::{Chain, Link, chain, deadline};
use super::permitted::Permitted;
use super::scene::{Item, Scene};
use super::service;
use crate::domain::{Currency, Day, Money, order};
use crate::policy::ladder::Step;

/// Invoices of one currency that take their next step together.
#[derive(Clone, Debug)]
pub(super) struct Track<'s> {
    pub items: Vec<&'s Item>,
    pub currency: Currency,
    /// What counts against the least amounts of steps.
    amount: Money,
    pub chain: Chain,
    pub overdue: bool,
}

impl Track<'_> {
    pub fn first(&self) -> Option<&Link> {
        self.chain.links.first()
    }

    pub fn listed(&self) -> Money {
        let zero = Money::zero(self.currency);
        self.items.iter().fold(zero, |sum, i| sum.plus(i.collectable).unwrap_or(sum))
    }

    fn place(&self) -> (Day, Reverse<usize>, Currency, &str) {
        let number = self.items.first().map_or("", |i| i.open.number.as_str());
        match self.first() {
            Some(link) => (link.timing.day, Reverse(link.index), self.currency, number),
            None => (Day::MAX, Reverse(0), self.currency, number),
        }
    }
}

/// All tracks, by the day of their first step, no two on one day; and the invoices for which
/// nothing more comes, with the reason.
pub(super) fn tracks<'s>(scene: &'s Scene<'_>) -> (Vec<Track<'s>>, Vec<(&'s Item, Permitted)>) {
    let mut groups: Vec<Track<'s>> = Vec::new();
    let mut ended = Vec::new();
    let mut singles: Vec<Track<'s>> = scene
        .items
        .iter()
        .filter(|item| !is_tolerated(scene, item))
        .map(|item| single(scene, item))
        .collect();
    order::sort_by(&mut singles, |a, b| a.place().cmp(&b.place()));
    for track in singles {
        match track.first() {
            Some(_) => join(&mut groups, track),
            None => ended.extend(track.items.iter().map(|i| (*i, track.chain.end))),
        }
    }
    (one_a_day(scene, groups), ended)
}

fn single<'s>(scene: &'s Scene<'_>, item: &'s Item) -> Track<'s> {
    let overdue = item.open.is_overdue();
    let mut amount = scene.receivables.collectable_overdue().get(item.currency());
    if !overdue {
        amount = amount.plus(item.collectable).unwrap_or(amount);
    }
    Track {
        currency: item.currency(),
        chain: chain(scene, item, amount, scene.as_of),
        items: vec![item],
        amount,
        overdue,
    }
}

/// Joins a track that comes no later than one with the same step. Tracks come by day.
fn join<'s>(groups: &mut Vec<Track<'s>>, track: Track<'s>) {
    let key = |t: &Track<'_>| t.first().map(|l| (t.currency, t.overdue, l.index, l.timing.day));
    let joining = track.items.first().map(|i| i.open.number.clone());
    match groups.iter_mut().find(|g| key(g) == key(&track)) {
        Some(group) => {
            group.items.extend(track.items);
            group
                .items
                .sort_by(|a, b| (a.open.due, &a.open.number).cmp(&(b.open.due, &b.open.number)));
            if group.items.first().map(|i| &i.open.number) == joining.as_ref() {
                group.chain = track.chain;
            }
        }
        None => groups.push(track),
    }
}

/// Two steps are never taken on one day: the more severe one goes first, the other the day after.
fn one_a_day<'s>(scene: &'s Scene<'_>, mut groups: Vec<Track<'s>>) -> Vec<Track<'s>> {
    let mut taken = last_taken(scene);
    for group in &mut groups {
        let Some(link) = group.first().cloned() else {
            continue;
        };
        if let (Some(on), Some(leader)) =
            (taken.filter(|t| link.timing.day <= *t), group.items.first())
        {
            let next = on.plus_days_clamped(1);
            group.chain = chain(scene, leader, group.amount, next);
            if let Some(moved) = group.chain.links.first_mut() {
                moved.timing.because.retain(|b| !matches!(b, Because::Late { .. }));
                moved.timing.because.push(Because::OneADay { on });
            }
        }
        taken = group.first().map(|l| l.timing.day).max(taken);
    }
    order::sort_by(&mut groups, |a, b| a.place().cmp(&b.place()));
    groups
}

/// Today, when something of the ladder was done today.
fn last_taken(scene: &Scene<'_>) -> Option<Day> {
    let today = scene
        .items
        .iter()
        .flat_map(|i| i.evidence.iter().flatten())
        .any(|done| done.on == scene.as_of);
    today.then_some(scene.as_of)
}

/// Overdue debts at or under the tolerance raise no notice.
pub(super) fn is_tolerated(scene: &Scene<'_>, item: &Item) -> bool {
    let currency = item.currency();
    let overdue = scene.receivables.collectable_overdue().get(currency);
    let tolerance = scene.ladder.tolerance.get(&currency);
    item.open.is_overdue() && tolerance.is_some_and(|t| overdue <= *t)
}

pub(super) fn step_ref(step: &Step) -> StepRef {
    StepRef { key: step.key.clone(), rule: step.rule.clone() }
}

/// A link of a track's chain as an answer.
pub(super) fn next_step(scene: &Scene<'_>, track: &Track<'_>, link: &Link) -> Option<NextStep> {
    let step = scene.step(link.index)?;
    Some(NextStep {
        step: step_ref(step),
        index: link.index,
        kind: step.kind,
        day: link.timing.day,
        because: link.timing.because.clone(),
        invoices: track.items.iter().map(|i| i.open.number.clone()).collect(),
        clears_if: track.listed(),
        deadline: step.kind.is_notice().then(|| deadline(Some(step), link.timing.day)).flatten(),
        affects_access: step.kind.affects_access(),
        billing: service::billing(scene, step),
        approval: step.approval,
        channel: step.channel,
    })
}
