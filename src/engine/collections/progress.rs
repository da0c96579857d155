//! Which steps were really carried out for an invoice, and when.
//!
//! A notice counts for the invoices it listed, if it was sent and did not come back. Paying an
//! invoice in full ends its ladder: what was sent before it was opened again counts no more.

use super::scene::Scene;
use crate::book::receivables::OpenItem;
use crate::domain::Day;
use crate::domain::action::{Action, ActionKind};
use crate::domain::notice::Notice;
use crate::policy::ladder::{Step, StepKind};

/// When a step was carried out, and the last day for paying that it printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Done {
    pub on: Day,
    pub deadline: Option<Day>,
}

/// For each step of the ladder, how it was last carried out for an invoice.
pub(super) fn evidence(scene: &Scene<'_>, open: &OpenItem) -> Vec<Option<Done>> {
    let steps = scene.ladder.steps.iter();
    steps.map(|step| last_done(scene, open, step)).collect()
}

fn last_done(scene: &Scene<'_>, open: &OpenItem, step: &Step) -> Option<Done> {
    let since = open.reopened.unwrap_or(Day::MIN);
    let notices = scene
        .account
        .notices
        .iter()
        .map(|n| &n.value)
        .filter(|n| n.step == step.key && n.delivery.counts() && lists(n, open))
        .map(|n| Done { on: n.sent, deadline: n.deadline });
    let actions = acted(scene, open, step).map(|on| Done { on, deadline: None });
    notices.chain(actions).filter(|done| since <= done.on && done.on <= scene.as_of).max()
}

/// A notice without a list of invoices stands for all that were overdue when it was sent.
pub(super) fn lists(notice: &Notice, open: &OpenItem) -> bool {
    notice.invoices.contains(&open.number) || (notice.invoices.is_empty() && open.due < notice.sent)
}

/// The day on which a step that is no notice was done while the invoice was overdue.
fn acted(scene: &Scene<'_>, open: &OpenItem, step: &Step) -> Option<Day> {
    let actions = || {
        scene
            .account
            .actions
            .iter()
            .map(|a| &a.value)
            .filter(|a| a.case.is_none() && a.done <= scene.as_of)
    };
    let done = actions()
        .filter(|a| carries_out(a, step.kind) && open.due < a.done)
        .map(|a| a.done)
        .max()?;
    let undone = actions().filter(|a| undoes(a, step.kind)).map(|a| a.done).max();
    undone.is_none_or(|day| day < done).then_some(done)
}

fn carries_out(action: &Action, kind: StepKind) -> bool {
    use ActionKind as A;
    match kind {
        StepKind::Reminder | StepKind::FinalNotice => false,
        StepKind::RestrictChanges => action.kind == A::RestrictNewPurchases,
        StepKind::DisableAccess => action.kind == A::SuspendSubscription,
        StepKind::CancelSubscription => matches!(
            action.kind,
            A::CancelSubscription | A::CancelAzureSubscription | A::CancelAzurePlan
        ),
        StepKind::WriteOff => action.kind == A::WriteOff,
        StepKind::HandOff => action.kind == A::HandOff,
        StepKind::HumanTask => action.kind == A::CallCustomer,
    }
}

fn undoes(action: &Action, kind: StepKind) -> bool {
    match kind {
        StepKind::DisableAccess => action.kind == ActionKind::ResumeSubscription,
        StepKind::RestrictChanges => action.kind == ActionKind::LiftRestriction,
        _ => false,
    }
}
