//! Fills the sample book when it is opened for the first time.

use crate::app::state::Namespace;
use crate::app::toast::Message;
use crate::app::view_model::report;
use crate::app::{Effect, Now, State};
use crate::domain::ids::WriterId;
use crate::exchange::sample::{Draft, WRITER, drafts};
use crate::journal::ulid::FreshIds;
use crate::journal::{Append, Body, Entry, Operator};

/// Appends the invented entries to an empty sample book; any other book is left as it is.
pub fn seed(state: &mut State, now: &Now) -> Vec<Effect> {
    if state.namespace != Namespace::Sample || !state.journal.is_empty() {
        return Vec::new();
    }
    match entries(state, now) {
        Ok(entries) => {
            super::refold(state);
            vec![Effect::Keep(Namespace::Sample, entries)]
        }
        Err(sentence) => {
            state.toasts.push(Message::Failed { sentence }, Vec::new());
            Vec::new()
        }
    }
}

fn entries(state: &mut State, now: &Now) -> Result<Vec<Entry>, String> {
    let writer = WriterId::new(WRITER).map_err(|e| e.to_string())?;
    let drafts = drafts(now.today, now.instant).map_err(|e| e.to_string())?;
    (1..).zip(drafts).map(|(count, draft)| append(state, &writer, count, draft)).collect()
}

fn append(
    state: &mut State,
    writer: &WriterId,
    count: u128,
    draft: Draft,
) -> Result<Entry, String> {
    let with = Append {
        writer,
        ids: &mut FreshIds::new(draft.at, count),
        at: draft.at,
        on: draft.on,
        by: &draft.by,
    };
    let body = stamped(state, &draft.by, draft.body);
    state.journal.append(with, body).map_err(|e| e.to_string())
}

/// A report of the sample carries the hash of what it says, so that it can be made again as it was issued.
fn stamped(state: &State, by: &Operator, body: Body) -> Body {
    let Body::ReportIssue(mut issue) = body else {
        return body;
    };
    let reader = (issue.audience.as_str(), by);
    if let Some(made) = report::made(&state.journal, &issue.case, reader, issue.at) {
        issue.sha256 = report::hash(&made);
    }
    Body::ReportIssue(issue)
}
