//! A plan as JSON. Names of fields and codes are kept from version to version.

use serde_json::{Value, json};

use crate::book::Account;
use crate::engine::collections::{Blocked, Caution, Code, NextStep, Plan, Position};

pub fn plan_json(account: &Account, plan: &Plan) -> Value {
    let steps = |steps: &[NextStep]| steps.iter().map(step).collect::<Vec<_>>();
    json!({
        "customer": plan.customer.as_str(),
        "name": account.customer.value.name,
        "as_of": plan.as_of.to_string(),
        "positions": plan.positions.iter().map(position).collect::<Vec<_>>(),
        "next": plan.next.as_ref().map(step),
        "due_now": steps(&plan.due_now),
        "also": steps(&plan.also),
        "later": steps(&plan.later),
        "blocked": plan.blocked.iter().map(blocked).collect::<Vec<_>>(),
        "cautions": plan.cautions.iter().map(caution).collect::<Vec<_>>(),
        "next_change": plan.next_change.as_ref().map(|c| c.day.to_string()),
        "broken_promises": plan.broken_promises,
    })
}

fn position(position: &Position) -> Value {
    json!({
        "currency": position.currency.code(),
        "owed": position.owed.to_string(),
        "overdue": position.overdue.to_string(),
        "collectable": position.collectable.to_string(),
        "unapplied": position.unapplied.to_string(),
        "days_past_due": position.days_past_due,
        "collection_age": position.collection_age,
        "severity": position.severity.as_ref().map(|s| s.step.rule.as_str().to_owned()),
    })
}

fn step(step: &NextStep) -> Value {
    json!({
        "step": step.step.key,
        "rule": step.step.rule.as_str(),
        "day": step.day.to_string(),
        "invoices": step.invoices.iter().map(|i| i.as_str().to_owned()).collect::<Vec<_>>(),
        "clears_if": step.clears_if.to_string(),
        "deadline": step.deadline.map(|d| d.to_string()),
        "affects_access": step.affects_access,
    })
}

fn blocked(blocked: &Blocked) -> Value {
    json!({
        "rule": blocked.rule.as_str(),
        "code": code(&blocked.code),
        "until": blocked.until.map(|d| d.to_string()),
        "step": blocked.step.as_ref().map(|s| s.key.clone()),
        "entries": blocked.entries.iter().map(|e| e.as_str().to_owned()).collect::<Vec<_>>(),
    })
}

const fn code(code: &Code) -> &'static str {
    match code {
        Code::NotDue => "not_due",
        Code::Tolerance { .. } => "tolerance",
        Code::Disputed { .. } => "disputed",
        Code::Held { .. } => "held",
        Code::Promise { .. } => "promise",
        Code::PaymentClaimed { .. } => "payment_claimed",
        Code::NoticeNotSent { .. } => "notice_not_sent",
        Code::NoticeRunning { .. } => "notice_running",
        Code::NonWorkingDay => "non_working_day",
        Code::CashDataStale { .. } => "cash_data_stale",
        Code::AllocationPending { .. } => "allocation_pending",
        Code::NoContact { .. } => "no_contact",
        Code::ActionInfeasible { .. } => "action_infeasible",
        Code::LadderDone => "ladder_done",
        Code::BelowMinimum { .. } => "below_minimum",
        Code::OneADay { .. } => "one_a_day",
    }
}

fn caution(caution: &Caution) -> Value {
    match caution {
        Caution::DueAssumed { invoice, due } => json!({
            "code": "due_assumed", "invoice": invoice.as_str(), "due": due.to_string(),
        }),
        Caution::AllocationAssumed => json!({ "code": "allocation_assumed" }),
        Caution::HolidaysUnknown { year } => json!({ "code": "holidays_unknown", "year": year }),
        Caution::NoAddress => json!({ "code": "no_address" }),
    }
}
