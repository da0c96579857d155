//! The report of a case: what may be written, what was issued, and the files.

use crate::app::Screen;
use crate::app::State;
use crate::app::route::Route;
use crate::app::update::suspicion::FileKind;
use crate::app::view_model::report_paper::document;
use crate::app::watch;
use crate::app::words::report as words;
use crate::book::{Book, fold};
use crate::domain::Instant;
use crate::domain::case::ReportIssue;
use crate::domain::ids::CaseId;
use crate::engine::credit::in_force;
use crate::engine::suspicion::report::QUESTIONS;
use crate::engine::suspicion::{Issue, Report, report};
use crate::exchange::bundle::{Meta, ReportFile, Selection, write_report};
use crate::exchange::write::report::{csv, html, json};
use crate::journal::{Journal, Operator, sha256_hex};

pub use crate::exchange::write::report::document::{
    Block, Cell, CellKind, Document, Line, Section,
};

/// The page of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub case: CaseId,
    pub case_href: String,
    pub document: Document,
    pub questions: Vec<QuestionText>,
    /// Readers to choose from: value and name.
    pub audiences: Vec<(String, String)>,
    pub audience: String,
    pub unsaved: bool,
    pub issued: Vec<IssuedText>,
}

/// A question and what stands in its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText {
    pub question: crate::domain::case::Question,
    pub id: String,
    pub label: String,
    pub hint: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedText {
    pub revision: u32,
    pub text: String,
    pub hash: String,
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub mime: &'static str,
    pub content: String,
}

const AUDIENCES: [&str; 6] = ["microsoft", "provider", "internal", "bank", "police", "insurer"];

/// None when the book knows no such case.
#[must_use]
pub fn page(screen: &Screen<'_>, id: &CaseId) -> Option<Page> {
    let state = screen.state;
    let case = state.book.cases.get(id)?;
    let audience = state.suspicion.audience();
    let made = draft(screen, id)?;
    let lang = screen.lang();
    Some(Page {
        case: id.clone(),
        case_href: Route::Case(id.clone()).to_string(),
        document: document(screen, &made, &hash(&made)),
        questions: QUESTIONS
            .iter()
            .map(|question| {
                let (label, hint) = words::question(lang, question);
                QuestionText {
                    id: format!("answer-{}", question.word()),
                    question: question.clone(),
                    label,
                    hint,
                }
            })
            .collect(),
        audiences: AUDIENCES.iter().map(|a| ((*a).to_owned(), words::reader(lang, a))).collect(),
        audience: audience.to_owned(),
        unsaved: state.suspicion.answers.keys().any(|(of, _)| of == id),
        issued: case.reports.iter().rev().map(|r| issued_text(screen, &r.value)).collect(),
    })
}

/// What stands in the field of a question: what is typed, else what was recorded.
#[must_use]
pub fn answer(
    screen: &Screen<'_>,
    case: &CaseId,
    question: &crate::domain::case::Question,
) -> String {
    let key = (case.clone(), question.word().to_owned());
    if let Some(typed) = screen.state.suspicion.answers.get(&key) {
        return typed.clone();
    }
    let file = screen.state.book.cases.get(case);
    let notes = file.into_iter().flat_map(|c| c.notes.iter().rev());
    notes
        .filter(|n| n.value.answers.as_ref() == Some(question))
        .map(|n| n.value.text.clone())
        .next()
        .unwrap_or_default()
}

fn issued_text(screen: &Screen<'_>, issue: &ReportIssue) -> IssuedText {
    let lang = screen.lang();
    let number = screen.format.number(i64::from(issue.revision));
    let moment = screen.format.moment(issue.at);
    let reader = words::reader(lang, &issue.audience);
    IssuedText {
        revision: issue.revision,
        text: words::issued_line(lang, &number, &moment, &reader),
        hash: issue.sha256.clone(),
    }
}

/// The report as it would be issued this moment, from the book as it is shown.
fn draft(screen: &Screen<'_>, id: &CaseId) -> Option<Report> {
    let state = screen.state;
    let case = state.book.cases.get(id)?;
    let moment = state.moment();
    let rules = watch::clocks_shown(state)?;
    let summary = state.desk.summary(&case.opening.value.customer);
    let signals = summary.map_or(&[][..], |s| &s.signals);
    let issue = Issue {
        audience: state.suspicion.audience().to_owned(),
        by: state.operator.name.clone(),
        role: state.operator.role.clone(),
        heads: heads(&state.journal, moment),
    };
    Some(report(case, &state.book, signals, &rules, (issue, moment)))
}

/// Whether a revision can be made again just as it was issued.
#[must_use]
pub fn still_holds(state: &State, id: &CaseId, revision: u32) -> bool {
    let case = state.book.cases.get(id);
    let found = case.and_then(|c| c.reports.iter().find(|r| r.value.revision == revision));
    let again = issued(state, id, revision).map(|r| hash(&r));
    found.is_some_and(|f| again.as_ref() == Some(&f.value.sha256))
}

/// The report as it stands at a moment, for a reader, by somebody.
///
/// It rests on what was recorded before that moment, so that the same report can be made again later.
#[must_use]
pub fn at(
    state: &State,
    id: &CaseId,
    (audience, by): (&str, &Operator),
    moment: Instant,
) -> Option<Report> {
    made(&state.journal, id, (audience, by), moment)
}

/// A revision that was issued, made again from what was recorded before it.
#[must_use]
pub fn issued(state: &State, id: &CaseId, revision: u32) -> Option<Report> {
    let case = state.book.cases.get(id)?;
    let found = case.reports.iter().find(|r| r.value.revision == revision)?;
    let entry = state.journal.find(&found.mark.entry)?;
    let audience = found.value.audience.as_str();
    at(state, id, (audience, &entry.by), found.value.at)
}

/// The report of a case from a journal, as it stood just before a moment.
#[must_use]
pub fn made(
    journal: &Journal,
    id: &CaseId,
    (audience, by): (&str, &Operator),
    moment: Instant,
) -> Option<Report> {
    let before = Instant::from_millis(moment.millis().saturating_sub(1));
    let book: Book = fold(journal, Some(before));
    let case = book.cases.get(id)?;
    let policy = in_force(&book, moment.day()).ok();
    let settings = policy.as_ref().map_or_else(|| watch::shipped(), |p| &p.document.suspicion);
    let rules = watch::clock_rules(&book, settings, moment)?;
    let account = book.accounts.get(&case.opening.value.customer);
    let signals = account.map_or(Vec::new(), |a| watch::signals(&book, a, settings, moment));
    let issue = Issue {
        audience: audience.to_owned(),
        by: by.name.clone(),
        role: by.role.clone(),
        heads: heads(journal, before),
    };
    Some(report(case, &book, &signals, &rules, (issue, moment)))
}

/// The newest entry of each writer up to a moment.
fn heads(journal: &Journal, until: Instant) -> Vec<(String, String)> {
    let mut heads = std::collections::BTreeMap::new();
    for entry in journal.entries().iter().filter(|e| e.at <= until) {
        heads.insert(entry.writer.to_string(), entry.hash().to_string());
    }
    heads.into_iter().collect()
}

/// SHA-256 of the report's JSON.
#[must_use]
pub fn hash(report: &Report) -> String {
    sha256_hex(json::write(report).as_bytes())
}

/// A file of a revision that was issued, or of the draft.
#[must_use]
pub fn file(
    screen: &Screen<'_>,
    id: &CaseId,
    revision: Option<u32>,
    kind: FileKind,
) -> Option<File> {
    let state = screen.state;
    let made = match revision {
        Some(revision) => issued(state, id, revision)?,
        None => {
            let audience = state.suspicion.audience();
            at(state, id, (audience, &state.operator), state.moment())?
        }
    };
    match kind {
        FileKind::Bundle => bundle(screen, &made),
        kind => Some(write(screen, &made, kind)),
    }
}

/// The report's files together with the entries of its case; none when the entries cannot be written.
fn bundle(screen: &Screen<'_>, report: &Report) -> Option<File> {
    let state = screen.state;
    let asked = Selection { case: Some(report.case.clone()), ..Selection::default() };
    let part = asked.of(&state.journal, &state.book).ok()?;
    let meta = Meta {
        at: state.moment(),
        by: state.operator.clone(),
        program: format!("recourse {}", env!("CARGO_PKG_VERSION")),
    };
    let files = [FileKind::Html, FileKind::Json, FileKind::Csv].map(|kind| {
        let File { name, mime, content } = write(screen, report, kind);
        ReportFile { name, mime, text: content }
    });
    let content = write_report(&part.journal, &meta, &asked, &files);
    Some(File { name: named(report, "bundle.json"), mime: "application/json", content })
}

fn named(report: &Report, ending: &str) -> String {
    let case: String = report.case.as_str().chars().filter(char::is_ascii_alphanumeric).collect();
    format!("case-{case}-revision-{}.{ending}", report.revision)
}

/// Writes a report in one of its forms.
#[must_use]
pub fn write(screen: &Screen<'_>, report: &Report, kind: FileKind) -> File {
    let name = |ending: &str| named(report, ending);
    let paper = || document(screen, report, &hash(report));
    match kind {
        FileKind::Json | FileKind::Bundle => {
            File { name: name("json"), mime: "application/json", content: json::write(report) }
        }
        FileKind::Html => {
            File { name: name("html"), mime: "text/html", content: html::write(&paper()) }
        }
        FileKind::Csv => File {
            name: name("csv"),
            mime: "text/csv",
            content: csv::table(&paper(), words::timeline(screen.lang())).unwrap_or_default(),
        },
    }
}
