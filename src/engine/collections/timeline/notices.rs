//! Notices and other steps: sent, done, planned.

use super::mark::{Lane, Mark, Tense, What};
use crate::book::Recorded;
use crate::domain::Day;
use crate::domain::notice::Notice;
use crate::engine::collections::answer::{NextStep, Plan};
use crate::engine::collections::scene::Scene;
use crate::engine::collections::tracks::step_ref;

pub(super) fn marks(scene: &Scene<'_>, plan: &Plan) -> Vec<Mark> {
    let notices = scene.account.notices.iter();
    let sent = notices.filter(|n| n.value.sent <= scene.as_of).map(|n| notice_mark(scene, n));
    let actions = scene.account.actions.iter();
    let done = actions.filter(|a| a.value.done <= scene.as_of).map(|a| Mark {
        lane: Lane::Notices,
        start: a.value.done,
        end: None,
        tense: Tense::Done,
        what: What::Action {
            kind: a.value.kind.clone(),
            subscription: a.value.subscription.clone(),
        },
        entry: Some(a.mark.entry.clone()),
    });
    let steps = plan.next.iter().chain(&plan.also).chain(&plan.later);
    sent.chain(done).chain(steps.map(planned_mark)).collect()
}

fn notice_mark(scene: &Scene<'_>, recorded: &Recorded<Notice>) -> Mark {
    let notice = &recorded.value;
    let step = scene.ladder.steps.iter().find(|s| s.key == notice.step);
    let gives = |days: u32| notice.sent.plus_days_clamped(i64::from(days));
    let counts = notice.delivery.counts();
    let end = step
        .filter(|s| counts && s.min_notice_days > 0)
        .map(|s| gives(s.min_notice_days))
        .max(notice.deadline.filter(|_| counts));
    Mark {
        lane: Lane::Notices,
        start: notice.sent,
        end,
        tense: Tense::Done,
        what: What::Notice {
            key: notice.step.clone(),
            step: step.map(step_ref),
            delivery: notice.delivery.clone(),
            amount: notice.amount,
            invoices: notice.invoices.clone(),
        },
        entry: Some(recorded.mark.entry.clone()),
    }
}

fn planned_mark(step: &NextStep) -> Mark {
    Mark {
        lane: Lane::Notices,
        start: step.day,
        end: step.deadline.map(|d: Day| d.plus_days_clamped(1)),
        tense: Tense::Planned,
        what: What::Planned(Box::new(step.clone())),
        entry: None,
    }
}
