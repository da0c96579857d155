//! The next day on which the answer changes although nobody does anything.

use super::answer::{Cause, Change, Plan};
use super::promises::{open_promises, promise_until};
use super::scene::Scene;
use crate::domain::Day;

pub(super) fn next_change(scene: &Scene<'_>, plan: &Plan) -> Option<Change> {
    let steps = plan.next.iter().chain(&plan.also).map(|next| {
        let step = next.step.clone();
        (next.day, Cause::StepDue { step })
    });
    let holds = scene.holds.iter().map(|p| (p.end, Cause::HoldEnds));
    let promises =
        open_promises(scene.account, scene.as_of).map(|p| (promise_until(p), Cause::PromiseEnds));
    let dues = scene.receivables.items.iter().map(|i| {
        let invoice = i.number.clone();
        (i.due.plus_days_clamped(1), Cause::InvoiceOverdue { invoice })
    });
    let later = |(day, _): &(Day, Cause)| *day > scene.as_of;
    steps
        .chain(holds)
        .chain(promises)
        .chain(dues)
        .filter(later)
        .min()
        .map(|(day, cause)| Change { day, cause })
}
