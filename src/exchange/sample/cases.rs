//! The sample's cases and what was recorded on them.

use super::facts::Person;
use super::form::{CaseForm, EventForm};
use super::records::{Draft, SampleError, fail};
use crate::domain::Instant;
use crate::domain::action::{Action, ActionKind};
use crate::domain::alert::{Level, Verdict};
use crate::domain::case::{
    AlertAnswer, CaseMove, CaseNote, CaseOpening, CaseState, CustomerPart, Disposition, Evidence,
    ReportIssue, Typology,
};
use crate::domain::ids::{AlertId, CaseId};
use crate::journal::{Body, Operator};

pub(super) fn record(
    person: &Person<'_>,
    people: &[Operator],
    drafts: &mut Vec<Draft>,
) -> Result<(), SampleError> {
    for form in &person.form.cases {
        let by = people.get(form.owner).cloned().unwrap_or_default();
        let case = CaseId::new(&form.id).map_err(fail)?;
        let opened = person.clock.moment(&form.at)?;
        let body = Body::CaseOpening(opening(person, form, &by, (case.clone(), opened))?);
        drafts.push(Draft { at: opened, on: None, by: by.clone(), body });
        for event in &form.events {
            let at = person.clock.moment(&event.at)?;
            let body = happened(person, event, (case.clone(), at))?;
            drafts.push(Draft { at, on: None, by: by.clone(), body });
        }
    }
    Ok(())
}

fn opening(
    person: &Person<'_>,
    form: &CaseForm,
    by: &Operator,
    (case, opened): (CaseId, Instant),
) -> Result<CaseOpening, SampleError> {
    let subscriptions = form.subs.iter().map(|s| person.subscription(*s));
    let alerts = form.alerts.iter().map(|a| AlertId::new(a).map_err(fail));
    Ok(CaseOpening {
        case,
        title: form.title.clone(),
        customer: person.id.clone(),
        subscriptions: subscriptions.collect::<Result<_, _>>()?,
        alerts: alerts.collect::<Result<_, _>>()?,
        typology: Typology::from_word(&form.typology),
        severity: Level::from_word(&form.severity),
        part: CustomerPart::from_word(&form.part),
        owner: by.name.clone(),
        opened,
        first_fraud_day: form.fraud.map(|d| person.clock.day(d)),
        reason: form.reason.clone(),
    })
}

fn happened(
    person: &Person<'_>,
    form: &EventForm,
    (case, at): (CaseId, Instant),
) -> Result<Body, SampleError> {
    if let Some(to) = &form.to {
        return Ok(Body::CaseMove(CaseMove {
            case,
            to: CaseState::from_word(to),
            at,
            reason: form.text.clone(),
            disposition: form.disposition.as_deref().map(Disposition::from_word),
            waiting_for: None,
            wake: None,
            into: None,
        }));
    }
    if let Some(alert) = &form.answer {
        return Ok(Body::AlertAnswer(AlertAnswer {
            alert: AlertId::new(alert).map_err(fail)?,
            at,
            verdict: Verdict::from_word(form.verdict.as_deref().unwrap_or("none")),
            case: Some(case),
            note: None,
        }));
    }
    if let Some(kind) = &form.action {
        let amount = form.amount.as_deref().map(|a| person.money(a));
        return Ok(Body::Action(Action {
            kind: ActionKind::from_word(kind),
            customer: person.id.clone(),
            subscription: form.sub.map(|s| person.subscription(s)).transpose()?,
            case: Some(case),
            done: at.day(),
            done_at: Some(at),
            done_where: Some("Partner Center".to_owned()),
            amount: amount.transpose()?,
            reference: None,
            note: Some(form.text.clone()),
        }));
    }
    Ok(written(form, case, at))
}

/// A piece of evidence, a report, or a note.
fn written(form: &EventForm, case: CaseId, at: Instant) -> Body {
    match (&form.evidence, form.report) {
        (Some(name), _) => Body::Evidence(Evidence {
            case,
            at,
            name: name.clone(),
            sha256: form.sha.clone(),
            bytes: form.bytes,
            how: form.text.clone(),
        }),
        (None, Some(revision)) => Body::ReportIssue(ReportIssue {
            case,
            at,
            revision,
            audience: form.audience.clone(),
            sha256: form.sha.clone(),
        }),
        (None, None) => Body::CaseNote(CaseNote {
            case,
            at,
            text: form.note.clone().unwrap_or_default(),
            answers: None,
        }),
    }
}
