//! What an entry says, in a line.

use super::collections_text::step_label;
use crate::app::words::history as words;
use crate::app::words::{
    case as cases, collections, collections_marks as marks, report, suspicion,
};
use crate::app::{Format, Lang, Screen};
use crate::domain::decision::DecisionRecord;
use crate::domain::text::shorten;
use crate::journal::{Body, ImportAnswer, Observed};

/// A line is enough to recognise an entry; the whole of it is where it belongs.
const CHARS_MAX: usize = 120;

/// The line of an entry: names and texts as they were recorded, coded values in the reader's words.
#[must_use]
pub fn detail(body: &Body, screen: &Screen<'_>) -> String {
    let (lang, format) = (screen.lang(), screen.format);
    let parts: Vec<String> = match body {
        Body::Observed(o) => observed(o, format),
        Body::Settings(p) => vec![p.name.clone()],
        Body::RuleOverride(o) => {
            vec![o.rule.to_string(), o.reading.to_string(), o.reason.clone()]
        }
        Body::Policy(p) => vec![short(&p.sha256), p.reason.clone().unwrap_or_default()],
        Body::PolicyDraft(p) => vec![short(&p.sha256), p.reason.clone().unwrap_or_default()],
        Body::PolicyApproval(p) => vec![short(&p.sha256), p.note.clone().unwrap_or_default()],
        Body::Challenger(p) => vec![short(&p.sha256), p.reason.clone().unwrap_or_default()],
        Body::Decision(d) => decision(d, format),
        Body::ChallengerAnswer(c) => decision(&c.answer, format),
        Body::Notice(n) => {
            vec![
                step_label(screen, &n.step),
                format.money(n.amount),
                n.note.clone().unwrap_or_default(),
            ]
        }
        Body::Hold(h) => vec![
            collections::hold_reason(lang, &h.reason),
            words::until(lang, &format.day(h.end)),
            h.note.clone().unwrap_or_default(),
        ],
        Body::HoldRelease(r) => vec![r.note.clone().unwrap_or_default()],
        Body::Dispute(d) => vec![
            d.invoice.to_string(),
            d.amount.map(|a| format.money(a)).unwrap_or_default(),
            d.reason.clone(),
        ],
        Body::DisputeClosing(c) => {
            vec![marks::outcome(lang, &c.outcome), c.note.clone().unwrap_or_default()]
        }
        Body::Promise(p) => vec![
            format.money(p.amount),
            words::due(lang, &format.day(p.due)),
            p.note.clone().unwrap_or_default(),
        ],
        Body::Action(a) => vec![
            cases::action(lang, &a.kind),
            a.amount.map(|m| format.money(m)).unwrap_or_default(),
            a.note.clone().unwrap_or_default(),
        ],
        Body::Withdrawal(w) => {
            let count = i64::try_from(w.entries.len()).unwrap_or(i64::MAX);
            vec![words::withdraws(lang, &format.number(count)), w.reason.clone()]
        }
        Body::Link(l) => vec![l.from.to_string(), l.to.to_string()],
        Body::ImportAnswer(answer) => import_answer(answer, lang),
        Body::Unknown { kind, .. } => vec![kind.clone()],
        case => of_case(case, lang),
    };
    let told: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    shorten(&told.join(" · "), CHARS_MAX)
}

fn decision(taken: &DecisionRecord, format: &dyn Format) -> Vec<String> {
    vec![
        crate::app::words::terminal::outcome_word(format.lang(), &taken.decided),
        taken.limit.map(|l| format.money(l)).unwrap_or_default(),
        taken.note.clone().unwrap_or_default(),
    ]
}

/// Enough of a hash to tell it from others.
fn short(sha256: &str) -> String {
    sha256.get(..12).unwrap_or(sha256).to_owned()
}

fn observed(observed: &Observed, format: &dyn Format) -> Vec<String> {
    let count = i64::try_from(observed.facts.len()).unwrap_or(i64::MAX);
    vec![observed.source.format.clone(), words::facts(format.lang(), &format.number(count))]
}

/// What was said about files of a kind.
fn import_answer(answer: &ImportAnswer, lang: Lang) -> Vec<String> {
    match answer {
        ImportAnswer::Form(form) => {
            let said = form.columns.iter().filter(|c| !c.holds.is_empty());
            let columns = said.map(|c| format!("{} = {}", c.header, c.holds));
            let orders = [form.date_order.clone(), form.decimal_mark.clone()];
            columns.chain(orders.into_iter().flatten()).collect()
        }
        ImportAnswer::Name(name) => {
            let ruling = if name.left_out { words::left_out } else { words::own_customer };
            vec![name.name.to_string(), ruling(lang).to_owned()]
        }
    }
}

fn of_case(body: &Body, lang: Lang) -> Vec<String> {
    match body {
        Body::CaseOpening(o) => vec![o.title.clone(), o.reason.clone()],
        Body::CaseMove(m) => vec![cases::state(lang, &m.to), m.reason.clone()],
        Body::CaseDetail(d) => vec![
            d.owner.clone().unwrap_or_default(),
            d.typology.as_ref().map(|t| cases::typology_name(lang, t)).unwrap_or_default(),
        ],
        Body::CaseNote(n) => vec![n.text.clone()],
        Body::Evidence(e) => vec![e.name.clone()],
        Body::AlertAnswer(a) => vec![
            a.alert.to_string(),
            suspicion::verdict(lang, &a.verdict),
            a.note.clone().unwrap_or_default(),
        ],
        Body::ReportIssue(r) => vec![r.revision.to_string(), report::reader(lang, &r.audience)],
        _ => Vec::new(),
    }
}
