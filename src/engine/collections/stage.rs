//! One short word for where a customer stands, for tables.

use super::answer::{Code, NextStep, Plan, StepRef};
use crate::domain::Day;
use crate::domain::hold::HoldReason;
use crate::policy::ladder::StepKind;

/// Where a customer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is overdue.
    Clear,
    /// A step may be taken today.
    Due {
        step: StepRef,
        kind: StepKind,
    },
    /// A notice was sent and runs until the next step may follow.
    NoticeRunning {
        notice: StepRef,
        until: Day,
    },
    /// Access may be ended from a day on.
    MaySuspend {
        from: Day,
    },
    /// Overdue, with the next step on a later day.
    Waiting {
        step: StepRef,
        from: Day,
    },
    Held {
        reason: HoldReason,
        until: Day,
    },
    Promised {
        until: Day,
    },
    /// All that is overdue is in dispute.
    Disputed,
    /// Overdue, but not worth a notice.
    Tolerated,
    /// A step would be due, but the cash data is too old to take it.
    CashDataStale,
    /// A step would be due, but something else stands against it.
    Blocked {
        code: Code,
    },
    /// Every step was taken.
    LadderDone,
}

/// The stage that a plan amounts to: what stops everything first, then what may be done, then what runs.
#[must_use]
pub fn stage(plan: &Plan) -> Stage {
    let overdue = plan.positions.iter().any(|p| p.overdue.is_positive());
    if !overdue {
        return Stage::Clear;
    }
    if let Some(stage) = held(plan) {
        return stage;
    }
    // A reminder of another invoice does not make a customer who disputes everything a late payer.
    if !plan.positions.iter().any(|p| p.collectable.is_positive()) {
        return Stage::Disputed;
    }
    let worst = plan.due_now.iter().max_by_key(|s| s.index);
    if let Some(step) = worst {
        return Stage::Due { step: step.step.clone(), kind: step.kind };
    }
    if let Some(stage) = stopped(plan) {
        return stage;
    }
    first_overdue(plan).map_or(Stage::LadderDone, |next| waiting(plan, next))
}

fn held(plan: &Plan) -> Option<Stage> {
    plan.blocked.iter().find_map(|b| match (&b.code, b.until) {
        (Code::Held { reason, .. }, Some(until)) => {
            Some(Stage::Held { reason: reason.clone(), until })
        }
        (Code::PaymentClaimed { .. }, Some(until)) => {
            Some(Stage::Held { reason: HoldReason::PaymentClaimed, until })
        }
        (Code::Promise { .. }, Some(until)) if plan.due_now.is_empty() => {
            Some(Stage::Promised { until })
        }
        _ => None,
    })
}

fn stopped(plan: &Plan) -> Option<Stage> {
    plan.blocked.iter().find_map(|b| match &b.code {
        Code::CashDataStale { .. } => Some(Stage::CashDataStale),
        Code::Tolerance { .. } => Some(Stage::Tolerated),
        Code::AllocationPending { .. }
        | Code::NoContact { .. }
        | Code::ActionInfeasible { .. }
        | Code::BelowMinimum { .. } => Some(Stage::Blocked { code: b.code.clone() }),
        Code::LadderDone => Some(Stage::LadderDone),
        _ => None,
    })
}

/// The most severe next step of invoices that are overdue; the rest does not make a stage.
fn first_overdue(plan: &Plan) -> Option<&NextStep> {
    plan.next.iter().chain(&plan.also).max_by_key(|n| (n.index, std::cmp::Reverse(n.day)))
}

fn waiting(plan: &Plan, next: &NextStep) -> Stage {
    if next.affects_access {
        return Stage::MaySuspend { from: next.day };
    }
    let running = plan.blocked.iter().find_map(|b| match &b.code {
        Code::NoticeRunning { notice, .. } if b.step.as_ref() == Some(&next.step) => Some(notice),
        _ => None,
    });
    match running {
        Some(notice) => Stage::NoticeRunning { notice: notice.clone(), until: next.day },
        None => Stage::Waiting { step: next.step.clone(), from: next.day },
    }
}
