//! What happened to a case, in words.

use crate::app::view_model::Tone;
use crate::app::words::{case as words, report as paper, suspicion as sus};
use crate::app::{Format, Screen};
use crate::book::CaseFile;
use crate::domain::action::Action;
use crate::domain::alert::Verdict;
use crate::domain::case::{CaseDetail, CaseMove};
use crate::engine::suspicion::{Happening, What, history};

/// One moment of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub when: String,
    pub by: String,
    /// Our own words.
    pub title: String,
    /// Words of a person or of others.
    pub detail: Option<String>,
    pub tone: Tone,
}

/// The timeline of a case, the newest first.
#[must_use]
pub fn timeline(screen: &Screen<'_>, case: &CaseFile) -> Vec<Moment> {
    let all = history(case, &screen.state.book);
    all.iter().rev().map(|h| moment(screen.format, h)).collect()
}

/// One moment in words.
#[must_use]
pub fn moment(format: &dyn Format, happening: &Happening) -> Moment {
    let lang = format.lang();
    let (title, detail, tone) = told(format, &happening.what);
    Moment {
        when: if happening.day_only {
            format.day(happening.at.day())
        } else {
            format.moment(happening.at)
        },
        by: match happening.by.as_deref() {
            None => paper::microsoft(lang).to_owned(),
            Some("") => paper::unknown(lang).to_owned(),
            Some(name) => name.to_owned(),
        },
        title,
        detail: detail.filter(|d| !d.trim().is_empty()),
        tone,
    }
}

fn told(format: &dyn Format, what: &What) -> (String, Option<String>, Tone) {
    let lang = format.lang();
    match what {
        What::FirstFraudDay(day) => {
            (words::first_usage(lang, &format.day(*day)), None, Tone::Danger)
        }
        What::AlertFirstSeen(a) => {
            (words::happened_first_seen(lang).to_owned(), a.title.clone(), Tone::Late)
        }
        What::AlertRaised(a) => {
            let text = a.title.clone().unwrap_or_else(|| a.kind.clone());
            (words::happened_alert(lang).to_owned(), Some(text), Tone::Danger)
        }
        What::AlertChanged { from, to, by, .. } => {
            (words::status_change(lang, from, to), Some(by.clone()), Tone::Neutral)
        }
        What::Opened => (words::happened_opened(lang).to_owned(), None, Tone::Accent),
        What::Moved { from, step } => moved(format, from, step),
        What::Changed(d) => {
            (words::happened_changed(lang).to_owned(), Some(changes(format, d)), Tone::Neutral)
        }
        What::Noted { text, answers } => {
            let title = match answers {
                Some(question) => paper::question(lang, question).0,
                None => words::text(lang).to_owned(),
            };
            (title, Some(text.clone()), Tone::Neutral)
        }
        What::EvidenceAdded(e) => {
            (words::evidence_added(lang, &e.name), Some(e.how.clone()), Tone::Neutral)
        }
        What::Acted(a) => acted(format, a),
        What::Answered { verdict, note, .. } => {
            let title = match verdict {
                Verdict::Unstated => words::alert_taken_up(lang).to_owned(),
                said => words::alert_answered_with(lang, &sus::verdict(lang, said)),
            };
            (title, note.clone(), Tone::Settled)
        }
        What::Reported { revision, audience, .. } => {
            let revision = format.number(i64::from(*revision));
            let title = words::reported(lang, &revision, &paper::reader(lang, audience));
            (title, None, Tone::Accent)
        }
    }
}

fn acted(format: &dyn Format, action: &Action) -> (String, Option<String>, Tone) {
    let lang = format.lang();
    let parts = [
        action.subscription.as_ref().map(|s| s.to_string()),
        action.done_where.clone(),
        action.reference.clone(),
        action.amount.map(|m| format.money(m)),
        action.note.clone(),
    ];
    let detail: Vec<String> = parts.into_iter().flatten().collect();
    let title = words::recorded_as(lang, &words::action(lang, &action.kind));
    (title, Some(detail.join(" · ")), Tone::Settled)
}

fn moved(
    format: &dyn Format,
    from: &crate::domain::case::CaseState,
    step: &CaseMove,
) -> (String, Option<String>, Tone) {
    let lang = format.lang();
    let title = words::moved(lang, &words::state(lang, from), &words::state(lang, &step.to));
    let disposition = step.disposition.as_ref();
    let parts = [
        disposition.map(|d| words::disposition_name(lang, d)),
        step.waiting_for.clone(),
        step.wake.map(|w| format.moment(w)),
        Some(step.reason.clone()).filter(|r| !r.is_empty()),
    ];
    let detail: Vec<String> = parts.into_iter().flatten().collect();
    (title, Some(detail.join(" · ")), Tone::Accent)
}

fn changes(format: &dyn Format, detail: &CaseDetail) -> String {
    let lang = format.lang();
    let labelled = |label: &str, value: Option<String>| value.map(|v| format!("{label}: {v}"));
    let ids = |all: Vec<&str>| (!all.is_empty()).then(|| all.join(", "));
    let alerts = detail.alerts.iter().map(|a| a.as_str()).collect();
    let subscriptions = detail.subscriptions.iter().map(|s| s.as_str()).collect();
    let typology = detail.typology.as_ref().map(|t| words::typology_name(lang, t));
    let severity = detail.severity.as_ref().map(|s| sus::level(lang, s));
    let part = detail.part.as_ref().map(|p| words::part_name(lang, p));
    let first = detail.first_fraud_day.map(|d| format.day(d));
    let parts = [
        labelled(words::owner(lang), detail.owner.clone()),
        labelled(words::typology(lang), typology),
        labelled(words::severity(lang), severity),
        labelled(words::part(lang), part),
        labelled(words::first_day(lang), first),
        labelled(words::alerts(lang), ids(alerts)),
        labelled(paper::subscriptions(lang), ids(subscriptions)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
