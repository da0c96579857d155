//! The report as JSON: the record. The page is made from the same report and names this file's hash.
//!
//! Keys stand in the order of the alphabet and nothing depends on where or when it is written:
//! the same report gives the same bytes. What is not known is the word `UNKNOWN`.

use serde_json::{Value, json};

use super::json_signals::signal;
use crate::domain::case::{CaseDetail, CaseMove, CaseState};
use crate::domain::text::is_invisible;
use crate::domain::{Day, Instant, Purse};
use crate::engine::money_at_risk::{Feasibility, May, Reversible, Takes, Why};
use crate::engine::suspicion::clocks::{About, Clock, ClockKind, ClockState, Missing};
use crate::engine::suspicion::consequences::SheetLine;
use crate::engine::suspicion::report::{Party, ReportAlert};
use crate::engine::suspicion::{Happening, Loss, Report, ReportKind, What};

/// The name of the form, for those who read it.
pub const FORM: &str = "recourse.suspicious-activity-report";
/// Its version.
pub const VERSION: u32 = 1;
const UNKNOWN: &str = "UNKNOWN";

/// Writes the report. Characters that reorder or hide text are escaped, so that no reader is deceived.
#[must_use]
pub fn write(report: &Report) -> String {
    let value = value(report);
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    if !text.contains(is_invisible) {
        return text;
    }
    text.chars().map(escape_hidden).collect()
}

/// Outside of strings JSON has no such characters, so each one stands in a string.
fn escape_hidden(c: char) -> String {
    if is_invisible(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }
}

fn value(report: &Report) -> Value {
    json!({
        "form": FORM,
        "version": VERSION,
        "report": head(report),
        "case": case(report),
        "parties": report.parties.iter().map(party).collect::<Vec<_>>(),
        "narrative": narrative(report),
        "timeline": report.timeline.iter().map(happening).collect::<Vec<_>>(),
        "alerts": report.alerts.iter().map(alert).collect::<Vec<_>>(),
        "signals": report.signals.iter().map(signal).collect::<Vec<_>>(),
        "evidence": report.evidence.iter().map(|e| json!({
            "name": e.name, "sha256": e.sha256, "bytes": e.bytes,
            "how": known(Some(&e.how)), "at": e.at.to_string(),
        })).collect::<Vec<_>>(),
        "containment": report.sheet.iter().map(sheet_line).collect::<Vec<_>>(),
        "clocks": report.clocks.iter().map(|c| clock(c, report.at)).collect::<Vec<_>>(),
        "money": money(&report.money),
        "rests_on": {
            "entries": report.rests_on.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
            "heads": report.issue.heads.iter().map(|(writer, hash)| json!({
                "writer": writer, "sha256": hash,
            })).collect::<Vec<_>>(),
        },
    })
}

fn head(report: &Report) -> Value {
    json!({
        "revision": report.revision,
        "prior_sha256": report.prior,
        "kind": match report.kind {
            ReportKind::Initial => "initial",
            ReportKind::Continuing => "continuing",
            ReportKind::Amendment => "amendment",
        },
        "audience": report.issue.audience,
        "by": known(Some(&report.issue.by)),
        "role": known(Some(&report.issue.role)),
        "at": report.at.to_string(),
        "reseller": {
            "name": known(Some(&report.partner.name)),
            "role": report.partner.role.word(),
            "cloud": report.partner.cloud.word(),
        },
    })
}

fn case(report: &Report) -> Value {
    json!({
        "id": report.case.as_str(),
        "title": report.title,
        "state": report.state.word(),
        "disposition": known(report.disposition.as_ref().map(|d| d.word())),
        "typology": report.typology.word(),
        "severity": report.severity.word(),
        "opened": report.opened.to_string(),
        "owner": known(Some(&report.owner)),
        "first_fraud_day": day(report.first_fraud_day),
    })
}

fn party(party: &Party) -> Value {
    json!({
        "part": party.part.word(),
        "name": known(Some(&party.name)),
        "tenant": party.tenant.as_str(),
        "domain": known(party.domain.as_deref()),
        "country": known(party.country.as_deref()),
        "cloud": party.cloud.word(),
        "email": known(party.email.as_deref()),
        "phone": known(party.phone.as_deref()),
        "customer_since": day(party.customer_since),
        "subscriptions": party.subscriptions.iter().map(|s| s.as_str()).collect::<Vec<_>>(),
    })
}

fn narrative(report: &Report) -> Value {
    let told = report.narrative.iter().map(|answer| {
        let text = known(answer.text.as_deref());
        (answer.question.word().to_owned(), json!({ "text": text, "by": answer.by }))
    });
    Value::Object(told.collect())
}

fn happening(happening: &Happening) -> Value {
    let (kind, detail) = what(&happening.what);
    let at =
        if happening.day_only { happening.at.day().to_string() } else { happening.at.to_string() };
    json!({
        "at": at, "kind": kind, "detail": detail,
        "by": happening.by.as_deref().map_or("Microsoft", |by| known(Some(by))),
        "entry": happening.entry.as_str(),
    })
}

fn what(what: &What) -> (&'static str, Value) {
    match what {
        What::FirstFraudDay(day) => ("first_fraud_day", json!({ "day": day.to_string() })),
        What::AlertFirstSeen(a) => ("alert_first_seen", json!({ "alert": a.id.as_str() })),
        What::AlertRaised(a) => (
            "alert_raised",
            json!({ "alert": a.id.as_str(), "type": a.kind, "severity": a.severity.word() }),
        ),
        What::AlertChanged { alert, from, to, by } => {
            ("alert_changed", json!({ "alert": alert.as_str(), "from": from, "to": to, "by": by }))
        }
        What::Opened => ("opened", json!({})),
        What::Moved { from, step } => ("moved", moved(from, step)),
        What::Changed(d) => ("changed", changed(d)),
        What::Noted { text, answers } => {
            ("noted", json!({ "text": text, "answers": answers.as_ref().map(|q| q.word()) }))
        }
        What::EvidenceAdded(e) => ("evidence_added", json!({ "name": e.name, "sha256": e.sha256 })),
        What::Acted(a) => (
            "action_recorded",
            json!({
                "action": a.kind.word(),
                "subscription": a.subscription.as_ref().map(|s| s.as_str()),
                "where": a.done_where, "amount": a.amount.map(|m| m.to_string()),
                "reference": a.reference, "note": a.note,
            }),
        ),
        What::Answered { alert, verdict, note } => (
            "alert_answered",
            json!({ "alert": alert.as_str(), "verdict": verdict.word(), "note": note }),
        ),
        What::Reported { revision, audience, sha256 } => (
            "report_issued",
            json!({ "revision": revision, "audience": audience, "sha256": sha256 }),
        ),
    }
}

fn moved(from: &CaseState, step: &CaseMove) -> Value {
    json!({
        "from": from.word(), "to": step.to.word(), "reason": step.reason,
        "disposition": step.disposition.as_ref().map(|d| d.word()),
        "waiting_for": step.waiting_for, "wake": step.wake.map(|w| w.to_string()),
        "into": step.into.as_ref().map(|c| c.as_str()),
    })
}

fn changed(d: &CaseDetail) -> Value {
    json!({
        "owner": d.owner, "typology": d.typology.as_ref().map(|t| t.word()),
        "severity": d.severity.as_ref().map(|s| s.word()),
        "part": d.part.as_ref().map(|p| p.word()),
        "first_fraud_day": d.first_fraud_day.map(|f| f.to_string()),
        "alerts": d.alerts.iter().map(|a| a.as_str()).collect::<Vec<_>>(),
        "subscriptions": d.subscriptions.iter().map(|s| s.as_str()).collect::<Vec<_>>(),
    })
}

fn alert(line: &ReportAlert) -> Value {
    let a = &line.alert;
    json!({
        "id": a.id.as_str(), "type": a.kind, "family": a.family.word(), "source": a.source.word(),
        "title": a.title, "description": a.description,
        "severity": a.severity.word(), "confidence": a.confidence.word(),
        "detected": a.detected.to_string(),
        "first_seen": moment(a.first_seen), "last_seen": moment(a.last_seen),
        "status": a.status.word(), "verdict": line.verdict.word(), "answered": moment(line.answered),
        "subscription": known(a.subscription.as_ref().map(|s| s.as_str())),
        "resources": a.resources, "details": a.details, "hit_count": a.hit_count,
        "is_test": a.is_test,
        "read_from": line.source.as_ref().map(|(file, sha256)| json!({ "file": file, "sha256": sha256 })),
    })
}

fn sheet_line(line: &SheetLine) -> Value {
    json!({
        "subscription": line.subscription.as_str(),
        "offer": known(line.known.as_ref().map(|k| k.offer.as_str())),
        "product": known(line.known.as_ref().map(|k| k.product.word())),
        "status": known(line.known.as_ref().map(|k| k.status.word())),
        "choices": line.choices.iter().map(choice).collect::<Vec<_>>(),
    })
}

fn choice(answer: &Feasibility) -> Value {
    let rules = answer.side_effects.iter().map(|(_, rule)| rule.as_str());
    json!({
        "action": answer.action.word(),
        "possible": possible(answer),
        "stops_access": takes(answer.stops_access),
        "stops_cost": takes(answer.stops_cost),
        "taken_back": match answer.reversible {
            Reversible::Never => json!("never"),
            Reversible::AnyTime => json!("any_time"),
            Reversible::UntilEndOf(end) => json!({ "until": end.to_string() }),
            Reversible::CannotTell => json!(UNKNOWN),
        },
        "saves": answer.saved.map_or(json!(UNKNOWN), |m| json!(m.to_string())),
        "saves_per_day": answer.saved_per_day.map(|m| m.to_string()),
        "still_billed": answer.still_committed.map_or(json!(UNKNOWN), |m| json!(m.to_string())),
        "rules": std::iter::once(answer.rule.as_str()).chain(rules).collect::<Vec<_>>(),
    })
}

fn possible(answer: &Feasibility) -> Value {
    match (answer.may, &answer.why) {
        (May::Yes, Why::InsideWindow(closes)) => json!({ "until": closes.over_at().to_string() }),
        (May::Yes, _) => json!("yes"),
        (May::CannotTell, _) => json!(UNKNOWN),
        (May::No, Why::WindowClosed(closed)) => {
            json!({ "no": "window_over", "at": closed.over_at().to_string() })
        }
        (May::No, Why::StateForbids(status)) => json!({ "no": "status", "status": status.word() }),
        (May::No, Why::AlreadySuspended) => json!({ "no": "status", "status": "suspended" }),
        (May::No, Why::ChildrenActive(count)) => json!({ "no": "plan_in_use", "active": count }),
        (May::No, Why::TermOver) => json!({ "no": "term_over" }),
        (May::No, Why::AlreadySet) => json!({ "no": "already_set" }),
        (May::No, _) => json!({ "no": "not_for_this_product" }),
    }
}

fn takes(takes: Takes) -> Value {
    match takes {
        Takes::AtOnce => json!("at_once"),
        Takes::From(day) => json!({ "from": day.to_string() }),
        Takes::Never => json!("no"),
        Takes::CannotTell => json!(UNKNOWN),
    }
}

fn clock(clock: &Clock, at: Instant) -> Value {
    let about = match &clock.about {
        About::Alert(id) => json!({ "alert": id.as_str() }),
        About::Subscription(id) => json!({ "subscription": id.as_str() }),
        About::Ticket(id) => json!({ "service_request": id.as_str() }),
        About::Case(id) => json!({ "case": id.as_str() }),
    };
    let state = match clock.state {
        ClockState::Running => json!("running"),
        ClockState::Stopped { at } => json!({ "stopped": at.to_string() }),
        ClockState::CannotTell(missing) => json!({ "cannot_tell": missing_word(missing) }),
    };
    json!({
        "rule": clock.rule().as_str(), "clock": clock_word(clock.kind), "about": about,
        "start": moment(clock.start), "due": moment(clock.due), "state": state,
        "minutes_left": clock.minutes_left(at), "late": clock.is_late(at),
    })
}

const fn clock_word(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::FirstAnswer => "first_answer",
        ClockKind::RefundRequest => "refund_request",
        ClockKind::CancelWindow => "cancel_window",
        ClockKind::TicketAnswer => "service_request_answer",
        ClockKind::SecondPerson => "second_person",
        ClockKind::Wake => "wake",
        ClockKind::FollowUp => "follow_up",
    }
}

const fn missing_word(missing: Missing) -> &'static str {
    match missing {
        Missing::FirstFraudDay => "first_fraud_day",
        Missing::OrderDay => "order_day",
        Missing::Product => "product",
        Missing::Subscription => "subscription",
        Missing::AnswerMoment => "answer_moment",
    }
}

fn money(money: &Loss) -> Value {
    json!({
        "usage_since_first_fraud_day": money.since_first_day.as_ref().map_or(json!(UNKNOWN), purse),
        "may_be_refunded_at_most": money.may_be_refunded.as_ref().map_or(json!(UNKNOWN), purse),
        "newest_day": money.newest_day.as_ref().map_or(json!(UNKNOWN), |(day, p)| json!({
            "day": day.to_string(), "usage": purse(p),
        })),
        "per_hour": purse(&money.per_hour),
        "open_invoices": purse(&money.open_invoices),
        "asked_back": purse(&money.asked_back),
        "usage_known_to": day(money.known_to),
    })
}

fn purse(purse: &Purse) -> Value {
    json!(purse.iter().map(|m| m.to_string()).collect::<Vec<_>>())
}

fn known(text: Option<&str>) -> &str {
    text.filter(|t| !t.trim().is_empty()).unwrap_or(UNKNOWN)
}

fn day(day: Option<Day>) -> String {
    day.map_or(UNKNOWN.to_owned(), |d| d.to_string())
}

fn moment(at: Option<Instant>) -> String {
    at.map_or(UNKNOWN.to_owned(), |i| i.to_string())
}
