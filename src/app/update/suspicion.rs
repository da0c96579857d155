//! Suspicious activity: its events and its form.

use std::collections::BTreeMap;

use super::case_form;
use super::{record, record_all};
use crate::app::route::Route;
use crate::app::toast::Message;
use crate::app::view_model::report as paper;
use crate::app::words::report as words;
use crate::app::{Effect, Now, State};
use crate::domain::action::ActionKind;
use crate::domain::case::{CaseNote, CaseState, Question, ReportIssue};
use crate::domain::ids::{AlertId, CaseId, CustomerId, SubscriptionId};
use crate::journal::Body;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// A form was asked for.
    Asked(Panel),
    /// The form was left without recording.
    Left,
    Typed(Field, String),
    /// What the form says is to be recorded.
    Recorded,
    /// An answer of the report was typed.
    AnswerTyped(CaseId, Question, String),
    AnswersRecorded(CaseId),
    AudiencePicked(String),
    ReportIssued(CaseId),
    /// A report is to be saved as a file: a revision that was issued, or the draft.
    ReportSaved(CaseId, Option<u32>, FileKind),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Html,
    Json,
    Csv,
    /// All of them in one file, together with the entries they rest on.
    Bundle,
}

/// A form, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    OpenFromAlert(AlertId),
    /// From signals that add up, by the key of their scenario.
    OpenFromSignals(CustomerId, String),
    Move(CaseId, CaseState),
    Note(CaseId),
    Act(CaseId, Option<ActionKind>, Option<SubscriptionId>),
    Evidence(CaseId),
    Answer(AlertId, Option<CaseId>),
    Change(CaseId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    Owner,
    Reason,
    Typology,
    Severity,
    Part,
    FirstDay,
    Disposition,
    WaitingFor,
    Wake,
    Survivor,
    Text,
    Action,
    Subscription,
    DoneOn,
    DoneWhere,
    Reference,
    Amount,
    Name,
    Hash,
    Bytes,
    How,
    Verdict,
}

impl Field {
    /// The id of the field's element.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "case-title",
            Self::Owner => "case-owner",
            Self::Reason => "case-reason",
            Self::Typology => "case-typology",
            Self::Severity => "case-severity",
            Self::Part => "case-part",
            Self::FirstDay => "case-first-day",
            Self::Disposition => "case-disposition",
            Self::WaitingFor => "case-waiting-for",
            Self::Wake => "case-wake",
            Self::Survivor => "case-survivor",
            Self::Text => "case-text",
            Self::Action => "case-action",
            Self::Subscription => "case-subscription",
            Self::DoneOn => "case-done-on",
            Self::DoneWhere => "case-done-where",
            Self::Reference => "case-reference",
            Self::Amount => "case-amount",
            Self::Name => "case-name",
            Self::Hash => "case-hash",
            Self::Bytes => "case-bytes",
            Self::How => "case-how",
            Self::Verdict => "case-verdict",
        }
    }
}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub panel: Option<Panel>,
    pub values: BTreeMap<Field, String>,
    /// Recording was tried: faults are shown from now on.
    pub tried: bool,
    /// Answers typed and not recorded, by case and word of the question.
    pub answers: BTreeMap<(CaseId, String), String>,
    /// For whom the next report is; Microsoft when empty.
    pub audience: String,
}

impl Form {
    #[must_use]
    pub fn value(&self, field: Field) -> &str {
        self.values.get(&field).map_or("", |v| v.trim())
    }

    #[must_use]
    pub fn audience(&self) -> &str {
        if self.audience.is_empty() { "microsoft" } else { &self.audience }
    }
}

pub fn update(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Asked(panel) => {
            let values = case_form::first_values(state, &panel, now);
            let form = &mut state.suspicion;
            form.values = values;
            form.tried = false;
            form.panel = Some(panel);
            Vec::new()
        }
        Event::Left => {
            leave(state);
            Vec::new()
        }
        Event::Typed(field, text) => {
            state.suspicion.values.insert(field, text);
            Vec::new()
        }
        Event::Recorded => record_form(state, now),
        Event::AnswerTyped(case, question, text) => {
            let key = (case, question.word().to_owned());
            state.suspicion.answers.insert(key, text);
            Vec::new()
        }
        Event::AnswersRecorded(case) => record_answers(state, now, &case),
        Event::AudiencePicked(audience) => {
            state.suspicion.audience = audience;
            Vec::new()
        }
        Event::ReportIssued(case) => issue(state, now, case),
        Event::ReportSaved(case, revision, kind) => save(state, &case, revision, kind),
    }
}

fn leave(state: &mut State) {
    state.suspicion.panel = None;
    state.suspicion.values.clear();
    state.suspicion.tried = false;
}

/// Records what the form says, or shows its faults.
fn record_form(state: &mut State, now: &mut Now) -> Vec<Effect> {
    let Some(panel) = state.suspicion.panel.clone() else {
        return Vec::new();
    };
    match case_form::bodies(state, &panel, now) {
        Err(faults) => {
            state.suspicion.tried = true;
            let first = faults.first().map(|(field, _)| field.id().to_owned());
            first.map(Effect::Focus).into_iter().collect()
        }
        Ok((bodies, on)) => {
            let opened = bodies.iter().find_map(|body| match body {
                Body::CaseOpening(opening) => Some(opening.case.clone()),
                _ => None,
            });
            let before = state.journal.len();
            let mut effects = record_all(state, now, bodies, on);
            if state.journal.len() > before {
                leave(state);
                effects.extend(opened.map(|case| Effect::Go(Route::Case(case))));
            }
            effects
        }
    }
}

fn record_answers(state: &mut State, now: &mut Now, case: &CaseId) -> Vec<Effect> {
    let typed = state.suspicion.answers.iter();
    let notes: Vec<Body> = typed
        .filter(|((of, _), _)| of == case)
        .map(|((_, question), text)| {
            Body::CaseNote(CaseNote {
                case: case.clone(),
                at: now.instant,
                text: text.trim().to_owned(),
                answers: Some(Question::from_word(question)),
            })
        })
        .collect();
    let before = state.journal.len();
    let effects = record_all(state, now, notes, None);
    if state.journal.len() > before {
        state.suspicion.answers.retain(|(of, _), _| of != case);
    }
    effects
}

/// Issues the next revision: what is recorded is the hash of its JSON as it stands this moment.
fn issue(state: &mut State, now: &mut Now, case: CaseId) -> Vec<Effect> {
    let audience = state.suspicion.audience().to_owned();
    let by = state.operator.clone();
    let Some(report) = paper::at(state, &case, (&audience, &by), now.instant) else {
        return Vec::new();
    };
    let body = Body::ReportIssue(ReportIssue {
        case,
        at: now.instant,
        revision: report.revision,
        audience,
        sha256: paper::hash(&report),
    });
    record(state, now, body, None)
}

/// Saves the report of a case as a file: a revision that was issued, or the draft.
pub(super) fn save(
    state: &mut State,
    case: &CaseId,
    revision: Option<u32>,
    kind: FileKind,
) -> Vec<Effect> {
    let plain = crate::app::PlainFormat { lang: state.lang };
    let screen = crate::app::Screen { state, format: &plain };
    let Some(file) = paper::file(&screen, case, revision, kind) else {
        return Vec::new();
    };
    if revision.is_some_and(|r| !paper::still_holds(state, case, r)) {
        let sentence = words::changed_since(state.lang).to_owned();
        state.toasts.push(Message::Failed { sentence }, Vec::new());
    }
    let name = file.name.clone();
    state.toasts.push(Message::Downloaded { name }, Vec::new());
    vec![Effect::Download { name: file.name, mime: file.mime, content: file.content }]
}
