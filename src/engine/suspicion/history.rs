//! What happened to a case, in the order in which it happened.

use crate::book::{Book, CaseFile, Mark};
use crate::domain::action::Action;
use crate::domain::alert::{Alert, Verdict};
use crate::domain::case::{CaseDetail, CaseMove, CaseState, Evidence, Question};
use crate::domain::ids::{AlertId, EntryId};
use crate::domain::{Day, Instant, order};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    pub at: Instant,
    /// The hour is not known: only the day counts.
    pub day_only: bool,
    /// Who recorded it, empty where he gave no name; none for what Microsoft says.
    pub by: Option<String>,
    pub entry: EntryId,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The first day of usage thought fraudulent.
    FirstFraudDay(Day),
    AlertFirstSeen(Box<Alert>),
    AlertRaised(Box<Alert>),
    /// A change of the alert's status by Microsoft's own record.
    AlertChanged {
        alert: AlertId,
        from: String,
        to: String,
        by: String,
    },
    Opened,
    Moved {
        from: CaseState,
        step: Box<CaseMove>,
    },
    Changed(Box<CaseDetail>),
    Noted {
        text: String,
        answers: Option<Question>,
    },
    EvidenceAdded(Box<Evidence>),
    Acted(Box<Action>),
    Answered {
        alert: AlertId,
        verdict: Verdict,
        note: Option<String>,
    },
    Reported {
        revision: u32,
        audience: String,
        sha256: String,
    },
}

/// Everything that happened to a case, oldest first; at the same moment in the order of recording.
#[must_use]
pub fn history(case: &CaseFile, book: &Book) -> Vec<Happening> {
    let mut all = Vec::new();
    alerts(case, book, &mut all);
    let opening = &case.opening;
    all.push(told(&opening.mark, opening.value.opened, What::Opened));
    moves(case, &mut all);
    recorded(case, &mut all);
    if let Some(first) = case.first_fraud_day() {
        let what = What::FirstFraudDay(first);
        all.push(Happening {
            day_only: true,
            ..told(&opening.mark, Instant::start_of(first), what)
        });
    }
    order::sort_by(&mut all, |a, b| (a.at, &a.entry).cmp(&(b.at, &b.entry)));
    all
}

fn told(mark: &Mark, at: Instant, what: What) -> Happening {
    Happening {
        at,
        day_only: false,
        by: Some(mark.by.to_string()),
        entry: mark.entry.clone(),
        what,
    }
}

fn alerts(case: &CaseFile, book: &Book, all: &mut Vec<Happening>) {
    for record in case.alerts().into_iter().filter_map(|id| book.alerts.get(id)) {
        let alert = &record.alert.value;
        let by_microsoft = |at, what| Happening { by: None, ..told(&record.alert.mark, at, what) };
        if let Some(seen) = alert.first_seen.filter(|seen| *seen != alert.detected) {
            let what = What::AlertFirstSeen(Box::new(alert.clone()));
            all.push(by_microsoft(seen, what));
        }
        let what = What::AlertRaised(Box::new(alert.clone()));
        all.push(by_microsoft(alert.detected, what));
        for change in &alert.activity {
            let Some(at) = change.at else { continue };
            let what = What::AlertChanged {
                alert: alert.id.clone(),
                from: change.from.clone(),
                to: change.to.clone(),
                by: change.by.clone(),
            };
            all.push(by_microsoft(at, what));
        }
    }
}

fn moves(case: &CaseFile, all: &mut Vec<Happening>) {
    let mut from = CaseState::New;
    for step in &case.moves {
        let what = What::Moved { from: from.clone(), step: Box::new(step.value.clone()) };
        all.push(told(&step.mark, step.value.at, what));
        from = step.value.to.clone();
    }
}

fn recorded(case: &CaseFile, all: &mut Vec<Happening>) {
    for d in &case.details {
        let what = What::Changed(Box::new(d.value.clone()));
        all.push(told(&d.mark, d.value.at, what));
    }
    for n in &case.notes {
        let what = What::Noted { text: n.value.text.clone(), answers: n.value.answers.clone() };
        all.push(told(&n.mark, n.value.at, what));
    }
    for e in &case.evidence {
        let what = What::EvidenceAdded(Box::new(e.value.clone()));
        all.push(told(&e.mark, e.value.at, what));
    }
    for a in &case.actions {
        let what = What::Acted(Box::new(a.value.clone()));
        all.push(Happening {
            day_only: a.value.done_at.is_none(),
            ..told(&a.mark, super::clocks::action_time(&a.value), what)
        });
    }
    for a in &case.answers {
        let what = What::Answered {
            alert: a.value.alert.clone(),
            verdict: a.value.verdict.clone(),
            note: a.value.note.clone(),
        };
        all.push(told(&a.mark, a.value.at, what));
    }
    for r in &case.reports {
        let what = What::Reported {
            revision: r.value.revision,
            audience: r.value.audience.clone(),
            sha256: r.value.sha256.clone(),
        };
        all.push(told(&r.mark, r.value.at, what));
    }
}
