//! The suspicious-activity report of a case: a business document for Microsoft or the provider,
//! the bank, the police, an insurer. It states what is known and says UNKNOWN where nothing is.

use super::clock_rules::ClockRules;
use super::clocks::{Clock, case_clocks};
use super::consequences::{SheetLine, sheet};
use super::history::{Happening, What, history};
use super::loss::{Loss, loss};
use super::signals::{Outcome, Signal};
use crate::book::{Book, CaseFile};
use crate::domain::alert::{Alert, Level, Verdict};
use crate::domain::case::{CaseState, CustomerPart, Disposition, Evidence, Question, Typology};
use crate::domain::ids::{CaseId, CustomerId, EntryId, SubscriptionId};
use crate::domain::partner::{Cloud, Partner};
use crate::domain::{Day, Instant, order};

/// How a report stands to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    Initial,
    /// The case goes on, and this tells how.
    Continuing,
    /// The case had been closed and was opened again.
    Amendment,
}

/// What the caller knows beside the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// For whom: `internal`, `microsoft`, `provider`, `bank`, `police`, `insurer`.
    pub audience: String,
    pub by: String,
    pub role: String,
    /// The newest hash of each writer's chain, by writer.
    pub heads: Vec<(String, String)>,
}

/// Somebody the report speaks of, with everything by which he can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub part: CustomerPart,
    pub name: String,
    pub tenant: CustomerId,
    pub domain: Option<String>,
    pub country: Option<String>,
    pub cloud: Cloud,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub customer_since: Option<Day>,
    pub subscriptions: Vec<SubscriptionId>,
}

/// The answer to one of the eight questions; none is printed as UNKNOWN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub question: Question,
    pub text: Option<String>,
    pub by: Option<String>,
}

/// An alert with the answer recorded to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportAlert {
    pub alert: Alert,
    pub verdict: Verdict,
    pub answered: Option<Instant>,
    /// SHA-256 of the file it was read from.
    pub source: Option<(String, String)>,
}

/// A report, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub case: CaseId,
    pub title: String,
    pub revision: u32,
    pub prior: Option<String>,
    pub kind: ReportKind,
    pub issue: Issue,
    pub at: Instant,
    pub partner: Partner,
    pub state: CaseState,
    pub disposition: Option<Disposition>,
    pub typology: Typology,
    pub severity: Level,
    pub opened: Instant,
    pub owner: String,
    pub first_fraud_day: Option<Day>,
    pub parties: Vec<Party>,
    pub narrative: Vec<Answer>,
    pub timeline: Vec<Happening>,
    pub alerts: Vec<ReportAlert>,
    pub signals: Vec<Signal>,
    pub evidence: Vec<Evidence>,
    pub sheet: Vec<SheetLine>,
    pub clocks: Vec<Clock>,
    pub money: Loss,
    /// Entries of the journal on which it rests, in their order.
    pub rests_on: Vec<EntryId>,
}

/// The questions in the order in which they are answered.
pub const QUESTIONS: &[Question] = Question::KNOWN;

/// The revision that the next report of a case will have, and its kind.
#[must_use]
pub fn next_revision(case: &CaseFile) -> (u32, ReportKind) {
    let last = case.reports.iter().max_by_key(|r| r.value.revision);
    let Some(last) = last else {
        return (1, ReportKind::Initial);
    };
    let reopened = case.moves.windows(2).any(|pair| {
        matches!(pair, [from, to] if from.value.to == CaseState::Closed
            && to.value.to == CaseState::Investigating && to.value.at >= last.value.at)
    });
    let kind = if reopened { ReportKind::Amendment } else { ReportKind::Continuing };
    (last.value.revision.saturating_add(1), kind)
}

/// Puts the report of a case together.
///
/// `signals` are those of the case's customer; what did not fire is left out, what could not be told is kept.
#[must_use]
pub fn report(
    case: &CaseFile,
    book: &Book,
    signals: &[Signal],
    rules: &ClockRules,
    (issue, at): (Issue, Instant),
) -> Report {
    let (revision, kind) = next_revision(case);
    let opening = &case.opening.value;
    let timeline = history(case, book);
    let last = case.reports.iter().max_by_key(|r| r.value.revision);
    Report {
        case: opening.case.clone(),
        title: opening.title.clone(),
        revision,
        prior: last.map(|r| r.value.sha256.clone()),
        kind,
        issue,
        at,
        partner: book.partner.clone(),
        state: case.state(),
        disposition: case.disposition().cloned(),
        typology: case.typology().clone(),
        severity: case.severity().clone(),
        opened: opening.opened,
        owner: case.owner().to_owned(),
        first_fraud_day: case.first_fraud_day(),
        parties: vec![party(case, book)],
        narrative: narrative(case),
        alerts: alerts(case, book),
        signals: telling(signals, &opening.customer),
        evidence: case.evidence.iter().map(|e| e.value.clone()).collect(),
        sheet: sheet(case, book, at),
        clocks: case_clocks(case, book, rules),
        money: loss(case, book, at),
        rests_on: rests_on(&timeline),
        timeline,
    }
}

fn party(case: &CaseFile, book: &Book) -> Party {
    let id = &case.opening.value.customer;
    let customer = book.accounts.get(id).map(|a| &a.customer.value);
    let text = |get: fn(&crate::domain::customer::Customer) -> Option<String>| {
        customer.and_then(get).filter(|t| !t.trim().is_empty())
    };
    Party {
        part: case.part().clone(),
        name: text(|c| Some(c.name.clone())).unwrap_or_default(),
        tenant: id.clone(),
        domain: text(|c| c.domain.clone()),
        country: text(|c| c.country.clone()),
        cloud: customer.map_or(Cloud::Global, |c| c.cloud.clone()),
        email: text(|c| c.email.clone()),
        phone: text(|c| c.phone.clone()),
        customer_since: customer.and_then(|c| c.customer_since),
        subscriptions: case.subscriptions().into_iter().cloned().collect(),
    }
}

/// The latest answer to each question that says something.
fn narrative(case: &CaseFile) -> Vec<Answer> {
    QUESTIONS
        .iter()
        .map(|question| {
            let told = case.notes.iter().rev();
            let told = told.filter(|n| n.value.answers.as_ref() == Some(question));
            let latest = told.take(1).find(|n| !n.value.text.trim().is_empty());
            Answer {
                question: question.clone(),
                text: latest.map(|n| n.value.text.trim().to_owned()),
                by: latest.map(|n| n.mark.by.to_string()),
            }
        })
        .collect()
}

fn alerts(case: &CaseFile, book: &Book) -> Vec<ReportAlert> {
    case.alerts()
        .into_iter()
        .filter_map(|id| book.alerts.get(id))
        .map(|record| {
            let alert = record.alert.value.clone();
            let here = record.answers.last().map(|a| a.value.verdict.clone());
            let source = record.alert.mark.source.as_ref();
            ReportAlert {
                verdict: here.unwrap_or_else(|| alert.verdict.clone()),
                answered: record.answered_at(),
                source: source.map(|s| (s.file.to_string(), s.sha256.to_string())),
                alert,
            }
        })
        .collect()
}

fn telling(signals: &[Signal], customer: &CustomerId) -> Vec<Signal> {
    signals
        .iter()
        .filter(|s| s.customer == *customer && !matches!(s.outcome, Outcome::NoHit(_)))
        .cloned()
        .collect()
}

fn rests_on(timeline: &[Happening]) -> Vec<EntryId> {
    let mut ids: Vec<EntryId> = timeline
        .iter()
        .filter(|h| !matches!(h.what, What::Reported { .. }))
        .map(|h| h.entry.clone())
        .collect();
    order::sort(&mut ids);
    ids.dedup();
    ids
}
