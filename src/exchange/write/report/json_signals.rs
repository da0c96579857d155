//! Signals in the report's JSON.

use serde_json::{Value as Json, json};

use crate::engine::suspicion::signals::BustOutBy;
use crate::engine::suspicion::{Gap, Hit, Outcome, Reason, Signal, Subject, Value};

pub(super) fn signal(signal: &Signal) -> Json {
    let subject = match &signal.subject {
        Subject::Customer => json!({ "customer": signal.customer.as_str() }),
        Subject::Subscription(id) => json!({ "subscription": id.as_str() }),
        Subject::Alert(id) => json!({ "alert": id.as_str() }),
        Subject::Invoice(number) => json!({ "invoice": number.as_str() }),
    };
    json!({
        "rule": signal.rule.as_str(),
        "about": subject,
        "window": signal.window.map(|(from, to)| json!([from.to_string(), to.to_string()])),
        "outcome": outcome(&signal.outcome),
    })
}

fn outcome(outcome: &Outcome) -> Json {
    match outcome {
        Outcome::Hit(found) => json!({ "hit": hit(found) }),
        Outcome::NoHit(_) => json!("no_hit"),
        Outcome::NotEvaluable(why) => json!({ "cannot_tell": gap(why) }),
        Outcome::Muted { hit: found, until, reason } => {
            json!({ "muted": hit(found), "until": until.to_string(), "reason": reason })
        }
    }
}

fn hit(hit: &Hit) -> Json {
    json!({
        "severity": hit.severity.word(),
        "observed": value(&hit.reading.observed),
        "expected": value(&hit.reading.expected),
        "why": why(&hit.reason),
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Money(m) => json!(m.to_string()),
        Value::Count(n) => json!(n),
        Value::Percent(n) => json!({ "percent": n }),
        Value::Hours(n) => json!({ "hours": n }),
        Value::Days(n) => json!({ "days": n }),
        Value::Times(n) => json!({ "times": n.to_string() }),
        Value::Words(text) => json!(text),
    }
}

fn why(reason: &Reason) -> Json {
    match reason {
        Reason::Spike { day, usual, excess, days, .. } => json!({
            "spike": { "day": day.to_string(), "usual": usual.to_string(),
                "excess": excess.to_string(), "days_of_history": days } }),
        Reason::OverBudget { percent, spent, budget } => json!({
            "over_budget": { "percent": percent, "spent": spent.to_string(), "budget": budget.to_string() } }),
        Reason::ForecastOverBudget { forecast, budget } => json!({
            "forecast_over_budget": { "forecast": forecast.to_string(), "budget": budget.to_string() } }),
        Reason::CostlyMachine { size, age_days, day } => json!({
            "costly_machine": { "size": size, "customer_days": age_days, "day": day.to_string() } }),
        Reason::CostlyService { service, cost, age_days, day } => json!({
            "costly_service": { "service": service, "cost": cost.to_string(),
                "customer_days": age_days, "day": day.to_string() } }),
        Reason::NewRegions { regions, day } => json!({
            "new_regions": { "regions": regions, "day": day.to_string() } }),
        Reason::FirstInvoiceUnpaid { due, open, unbilled } => json!({
            "first_invoice_unpaid": { "due": due.to_string(), "open": open.to_string(),
                "unbilled": unbilled.to_string() } }),
        Reason::BustOut { owed, median_paid, paid_in_time, by } => json!({
            "bust_out": { "owed": owed.to_string(), "median_paid": median_paid.to_string(),
                "paid_in_time": paid_in_time, "by": bust_out_by(*by) } }),
        Reason::SeatSurge { before, now, window_hours_left } => json!({
            "seat_surge": { "before": before, "now": now, "window_hours_left": window_hours_left } }),
        Reason::Mining { family } => json!({ "mining": { "family": family.word() } }),
        Reason::AlertOpen { hours, severe } => {
            json!({ "alert_open": { "hours": hours, "severe": severe } })
        }
        Reason::UsageStale { newest, hours } => json!({
            "usage_stale": { "newest": newest.to_string(), "hours": hours } }),
    }
}

fn bust_out_by(by: BustOutBy) -> Json {
    match by {
        BustOutBy::PaymentReversed => json!("payment_reversed"),
        BustOutBy::Utilisation { percent } => json!({ "limit_used_percent": percent }),
        BustOutBy::Seats { before, now } => json!({ "seats_before": before, "seats_now": now }),
    }
}

fn gap(gap: &Gap) -> Json {
    match gap {
        Gap::NoUsage => json!("no_usage"),
        Gap::StaleUsage { newest, hours } => {
            json!({ "usage_stale": newest.to_string(), "hours": hours })
        }
        Gap::ThinHistory { days, needed } => json!({ "days_of_history": days, "needed": needed }),
        Gap::NoThreshold(currency) => json!({ "no_threshold": currency.code() }),
        Gap::NoBudget => json!("no_budget"),
        Gap::NoAge => json!("customer_age_not_known"),
        Gap::NoRegions => json!("no_regions"),
        Gap::NoMeters => json!("no_meters"),
        Gap::NoInvoices => json!("no_invoices"),
        Gap::NoLimit => json!("no_limit"),
        Gap::NoEarlierSeats => json!("no_earlier_seats"),
        Gap::NoAlerts => json!("no_alerts"),
        Gap::TooLarge => json!("too_large"),
    }
}
