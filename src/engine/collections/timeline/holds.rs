//! Holds, disputes and promises.

use super::mark::{Lane, Mark, Tense, What};
use crate::domain::Day;
use crate::engine::collections::promises::{promise_state, promise_until};
use crate::engine::collections::scene::Scene;

pub(super) fn marks(scene: &Scene<'_>) -> Vec<Mark> {
    let mut marks = holds(scene);
    marks.extend(disputes(scene));
    marks.extend(promises(scene));
    marks
}

fn lasting(start: Day, end: Day, what: What, entry: &crate::domain::ids::EntryId) -> Mark {
    Mark {
        lane: Lane::Holds,
        start,
        end: Some(end),
        tense: Tense::Done,
        what,
        entry: Some(entry.clone()),
    }
}

fn holds(scene: &Scene<'_>) -> Vec<Mark> {
    let holds = scene.account.holds.iter();
    holds
        .map(|hold| {
            let placed = &hold.placed.value;
            let what = What::Hold {
                reason: placed.reason.clone(),
                owner: placed.owner.clone(),
                released: hold.released.is_some(),
            };
            lasting(placed.start, hold.ends(), what, &hold.placed.mark.entry)
        })
        .collect()
}

fn disputes(scene: &Scene<'_>) -> impl Iterator<Item = Mark> {
    let disputes = scene.account.disputes.iter();
    disputes.filter(|d| d.opened.value.opened <= scene.as_of).map(|d| {
        let closed = d.closed.as_ref().filter(|c| c.value.on <= scene.as_of);
        let dispute = &d.opened.value;
        let what = What::Dispute {
            invoice: dispute.invoice.clone(),
            amount: dispute.amount,
            outcome: closed.map(|c| c.value.outcome.clone()),
        };
        let end = closed.map_or(Day::MAX, |c| c.value.on);
        lasting(dispute.opened, end, what, &d.opened.mark.entry)
    })
}

fn promises(scene: &Scene<'_>) -> impl Iterator<Item = Mark> {
    let promises = scene.account.promises.iter();
    promises.filter(|p| p.value.made <= scene.as_of).map(|p| {
        let what = What::Promise {
            amount: p.value.amount,
            due: p.value.due,
            state: promise_state(scene.account, &p.value, scene.as_of),
        };
        lasting(p.value.made, promise_until(&p.value), what, &p.mark.entry)
    })
}
