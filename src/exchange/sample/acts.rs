//! What was decided and done about a sample customer, and the alerts read on the way.

use super::facts::Person;
use super::form::{ActionForm, AlertForm, DecisionForm, NoticeForm, PromiseForm};
use super::imports;
use super::records::{Draft, SampleError, fail};
use crate::domain::action::{Action, ActionKind};
use crate::domain::alert::{
    Alert, AlertActivity, AlertFamily, AlertSource, AlertStatus, Level, Verdict,
};
use crate::domain::decision::{DecisionRecord, Outcome};
use crate::domain::dispute::Dispute;
use crate::domain::hold::{Hold, HoldReason};
use crate::domain::ids::AlertId;
use crate::domain::notice::{Delivery, Notice};
use crate::domain::promise::Promise;
use crate::domain::{Currency, Extra, Instant, Money};
use crate::journal::{Body, Fact, Operator, sha256_hex};

pub(super) fn record(
    person: &Person<'_>,
    people: &[Operator],
    drafts: &mut Vec<Draft>,
) -> Result<(), SampleError> {
    let collector = usize::from(person.currency == Currency::TWD);
    let by = people.get(collector).cloned().unwrap_or_default();
    let mut add = |day: i64, minutes: i64, body: Body| {
        let at = person.clock.recorded(day, minutes);
        let day = person.clock.day(day);
        let on = (day != at.day()).then_some(day);
        drafts.push(Draft { at, on, by: by.clone(), body });
    };
    let form = person.form;
    if let Some(decided) = &form.decision {
        add(decided.on, 20, decision(person, decided)?);
    }
    for sent in &form.notices {
        add(sent.on, 30, notice(person, sent)?);
    }
    for made in &form.promises {
        add(made.made, 40, promise(person, made)?);
    }
    for opened in &form.disputes {
        let body = Body::Dispute(Dispute {
            customer: person.id.clone(),
            invoice: person.number(opened.nth)?,
            amount: None,
            opened: person.clock.day(opened.on),
            reason: opened.reason.clone(),
        });
        add(opened.on, 45, body);
    }
    for placed in &form.holds {
        let body = Body::Hold(Hold {
            customer: person.id.clone(),
            reason: HoldReason::from_word(&placed.reason),
            owner: by.name.clone(),
            start: person.clock.day(placed.start),
            end: person.clock.day(placed.end),
            review: None,
            note: placed.note.clone(),
        });
        add(placed.on, 50, body);
    }
    for (done, minute) in form.actions.iter().zip(55..) {
        add(done.on, minute, action(person, done)?);
    }
    alerts(person, people, drafts)
}

fn decision(person: &Person<'_>, form: &DecisionForm) -> Result<Body, SampleError> {
    let outcome = Outcome::from_word(&form.outcome);
    let amount = |text: &Option<String>| text.as_deref().map(|t| person.money(t)).transpose();
    let limit = amount(&form.limit)?;
    let clock = &person.clock;
    Ok(Body::Decision(Box::new(DecisionRecord {
        customer: person.id.clone(),
        as_of: clock.day(form.on),
        requested: amount(&form.asked)?.or(limit),
        proposed: match form.override_code {
            Some(_) => Outcome::Refer,
            None => outcome.clone(),
        },
        proposed_limit: match form.override_code {
            Some(_) => None,
            None => limit,
        },
        decided: outcome,
        limit,
        terms_days: form.terms,
        deposit: amount(&form.deposit)?,
        expires: form.expires.map(|d| clock.day(d)),
        next_review: form.review.map(|d| clock.day(d)),
        reasons: Vec::new(),
        inputs: Vec::new(),
        policy_id: "standard".to_owned(),
        policy_version: "1".to_owned(),
        policy_sha256: sha256_hex(crate::policy::shipped::STANDARD.as_bytes()),
        engine: "sample".to_owned(),
        override_code: form.override_code.clone(),
        second_by: None,
        note: form.note.clone(),
    })))
}

fn notice(person: &Person<'_>, form: &NoticeForm) -> Result<Body, SampleError> {
    let invoices = form.nth.iter().map(|nth| person.number(*nth)).collect::<Result<Vec<_>, _>>()?;
    let each = match &person.form.history {
        Some(history) => person.money(&history.amount)?,
        None => Money::zero(person.currency),
    };
    let count = i64::try_from(invoices.len()).map_err(fail)?;
    Ok(Body::Notice(Notice {
        customer: person.id.clone(),
        step: form.step.clone(),
        sent: person.clock.day(form.on),
        delivery: Delivery::from_word(form.delivery.as_deref().unwrap_or("sent")),
        invoices,
        amount: each.times(count).map_err(fail)?,
        deadline: form.deadline.map(|d| person.clock.day(d)),
        channel: Some("e-mail".to_owned()),
        note: None,
    }))
}

fn promise(person: &Person<'_>, form: &PromiseForm) -> Result<Body, SampleError> {
    Ok(Body::Promise(Promise {
        customer: person.id.clone(),
        amount: person.money(&form.amount)?,
        made: person.clock.day(form.made),
        due: person.clock.day(form.due),
        keep_at_percent: 98,
        grace_days: 3,
        by_whom: None,
        note: form.note.clone(),
    }))
}

fn action(person: &Person<'_>, form: &ActionForm) -> Result<Body, SampleError> {
    Ok(Body::Action(Action {
        kind: ActionKind::from_word(&form.kind),
        customer: person.id.clone(),
        subscription: form.sub.map(|s| person.subscription(s)).transpose()?,
        case: None,
        done: person.clock.day(form.on),
        done_at: None,
        done_where: form.sub.map(|_| "Partner Center".to_owned()),
        amount: None,
        reference: None,
        note: form.note.clone(),
    }))
}

/// An alert is read a few minutes after it was raised, and again once it was settled.
fn alerts(
    person: &Person<'_>,
    people: &[Operator],
    drafts: &mut Vec<Draft>,
) -> Result<(), SampleError> {
    let by = people.get(2).cloned().unwrap_or_default();
    for form in &person.form.alerts {
        let settled = alert(person, form)?;
        let mut raised = settled.clone();
        raised.status = AlertStatus::Active;
        raised.verdict = Verdict::Unstated;
        raised.resolved = None;
        raised.activity = Vec::new();
        let changed = settled.activity.last().and_then(|a| a.at);
        let mut add = |at: Instant, value: Alert| {
            let body = imports::alone(Fact::Alert(Box::new(value)))?;
            drafts.push(Draft { at, on: None, by: by.clone(), body });
            Ok(())
        };
        // What is older than the book was read with its first import.
        let first = person.clock.recorded(-370, 30);
        add(raised.detected.plus_minutes(4).max(first), raised)?;
        if let Some(at) = changed {
            add(at.plus_minutes(6), settled)?;
        }
    }
    Ok(())
}

fn alert(person: &Person<'_>, form: &AlertForm) -> Result<Alert, SampleError> {
    let moment =
        |text: &Option<String>| text.as_deref().map(|t| person.clock.moment(t)).transpose();
    let detected = person.clock.moment(&form.at)?;
    let (answered, resolved) = (moment(&form.answered)?, moment(&form.resolved)?);
    let step = |at: Option<Instant>, from: &str, to: &str| {
        at.map(|at| AlertActivity {
            at: Some(at),
            from: from.to_owned(),
            to: to.to_owned(),
            by: "analyst@meridian.example".to_owned(),
        })
    };
    let activity =
        [step(answered, "active", "investigating"), step(resolved, "investigating", "resolved")];
    Ok(Alert {
        id: AlertId::new(&form.id).map_err(fail)?,
        source: AlertSource::from_word(form.source.as_deref().unwrap_or("graph")),
        kind: form.kind.clone(),
        family: AlertFamily::from_word(&form.kind),
        title: None,
        description: None,
        detected,
        first_seen: Some(detected.plus_minutes(-38)),
        last_seen: Some(detected.plus_minutes(-2)),
        customer: person.id.clone(),
        customer_name: Some(person.form.name.clone()),
        subscription: form.sub.map(|s| person.subscription(s)).transpose()?,
        severity: Level::from_word(&form.severity),
        confidence: Level::from_word(&form.confidence),
        status: AlertStatus::from_word(form.status.as_deref().unwrap_or("active")),
        verdict: Verdict::from_word(form.verdict.as_deref().unwrap_or("none")),
        resolved,
        hit_count: form.hits,
        resources: form.resources.clone(),
        details: form.details.iter().collect(),
        activity: activity.into_iter().flatten().collect(),
        is_test: form.test,
        extra: Extra::new(),
    })
}
