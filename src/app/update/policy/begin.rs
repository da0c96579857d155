//! Where a draft begins: a policy that ships, the one in force, a proposal, or a file.

use std::sync::Arc;

use serde_json::{Value, json};

use super::draft::Draft;
use super::event::From;
use super::form::{Read, Refused};
use super::place::put;
use super::publish::proposal;
use super::study::checked;
use crate::app::State;
use crate::app::toast::Message;
use crate::app::words::{dmn as dmn_words, policy_page as words};
use crate::domain::Day;
use crate::engine::credit::run_tests;
use crate::exchange::dmn;
use crate::policy::fault::{Fault, FaultKind, Weight};
use crate::policy::{shipped, signed};

/// The exact text of the policy in force; none when no policy can be used.
#[must_use]
pub(super) fn in_force_text(state: &State) -> Option<String> {
    let policy = state.policy_in_force.as_ref()?;
    let recorded = state.book.policies.iter().rev();
    let own = recorded.filter(|p| p.sha256 == policy.sha256).map(|p| p.document.clone()).next();
    Some(own.unwrap_or_else(|| shipped::STANDARD.to_owned()))
}

/// The policy in force as it is written; none when no policy can be used.
#[must_use]
pub fn in_force_json(state: &State) -> Option<Arc<Value>> {
    let policy = state.policy_in_force.as_ref()?;
    match &state.policy.in_force {
        Some(read) if read.sha256 == policy.sha256 => Some(Arc::clone(&read.json)),
        _ => Some(Arc::new(serde_json::from_str(&in_force_text(state)?).ok()?)),
    }
}

/// Reads the policy in force once for all that is shown of it.
pub(super) fn remember_in_force(state: &mut State) {
    let json = in_force_json(state);
    let read = state.policy_in_force.as_deref().zip(json);
    state.policy.in_force = read.map(|(policy, json)| Read {
        sha256: policy.sha256.clone(),
        json,
        tests: run_tests(policy),
    });
}

/// Puts a draft in place of the one before, which can be brought back.
pub(super) fn begin(state: &mut State, from: &From, today: Day) -> bool {
    let text = match from {
        From::InForce => in_force_text(state),
        From::Shipped(id) => shipped::ALL.iter().find(|s| s.id == *id).map(|s| s.text.to_owned()),
        From::Refused => state.policy.refused.take().and_then(|r| r.text),
        From::Proposal(sha256) => proposal(state, sha256).map(|p| p.document.clone()),
    };
    let Some(mut json) = text.and_then(|t| serde_json::from_str::<Value>(&t).ok()) else {
        return false;
    };
    let same = *from == From::InForce && !state.policy_is_shipped;
    head(&mut json, state, today, same);
    start(state, json);
    true
}

/// What belongs to a draft and not to what it began from.
fn head(json: &mut Value, state: &State, today: Day, own: bool) {
    if !json.is_object() {
        return;
    }
    let wanted = json.get("minApprovals").and_then(Value::as_u64).unwrap_or(0).max(1);
    put(json, "status", Some(json!("draft")));
    put(json, "approvals", Some(json!([])));
    put(json, "minApprovals", Some(json!(wanted)));
    put(json, "author", Some(json!(state.operator.name.trim())));
    put(json, "version", Some(json!(today.to_string().replace('-', "."))));
    put(json, "effective", Some(json!({ "from": today.to_string() })));
    if !own && json.get("status").is_some() {
        put(json, "basedOn", None);
    }
}

pub(super) fn start(state: &mut State, json: Value) {
    let base = in_force_json(state).unwrap_or_default();
    let form = &mut state.policy;
    form.drafts = form.drafts.saturating_add(1);
    let before = form.draft.replace(Draft::new(json, base, form.drafts));
    form.discarded = before.or_else(|| form.discarded.take());
    form.review = None;
    form.refused = None;
    form.waived.clear();
    form.note.clear();
    form.rows_from = 0;
}

/// Takes a file in: a document becomes the draft, tables take their places in the draft.
pub(super) fn take_file(state: &mut State, name: &str, text: &str, today: Day) -> bool {
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim_start().starts_with('<') {
        return take_tables(state, name, text, today);
    }
    let faults = document_faults(text);
    if faults.iter().all(|f| f.weight != Weight::Error) {
        let json: Value = serde_json::from_str(text).unwrap_or_default();
        let mut json = json;
        head(&mut json, state, today, false);
        start(state, json);
        return true;
    }
    let newer = faults.iter().any(|f| matches!(f.kind, FaultKind::NewerFormat { .. }));
    let is_object = serde_json::from_str::<Value>(text).is_ok_and(|v| v.is_object());
    state.policy.refused = Some(Refused {
        name: name.to_owned(),
        faults,
        sentence: None,
        text: (is_object && !newer).then(|| text.to_owned()),
    });
    false
}

/// What is wrong with a document, with its approvals: one that names another hash was changed after it.
fn document_faults(text: &str) -> Vec<Fault> {
    let mut faults = checked(text).faults;
    let json: Value = serde_json::from_str(text).unwrap_or_default();
    faults.splice(0..0, signed::edited(&json));
    faults
}

/// Tables of a DMN file take the places of those of the same id.
fn take_tables(state: &mut State, name: &str, text: &str, today: Day) -> bool {
    let lang = state.lang;
    let refuse = |sentence: String| Refused {
        name: name.to_owned(),
        sentence: Some(sentence),
        ..Refused::default()
    };
    let tables = match dmn::read(text) {
        Ok(tables) => tables,
        Err(error) => {
            state.policy.refused = Some(refuse(dmn_words::fault(lang, &error)));
            return false;
        }
    };
    let mut json = match &state.policy.draft {
        Some(draft) => Value::clone(&draft.json),
        None => {
            let text = in_force_text(state).unwrap_or_default();
            let mut json = serde_json::from_str(&text).unwrap_or_default();
            head(&mut json, state, today, !state.policy_is_shipped);
            json
        }
    };
    let put = dmn::put(&mut json, &tables);
    if put.taken.is_empty() {
        state.policy.refused = Some(refuse(words::no_such_tables(lang).to_owned()));
        return false;
    }
    start(state, json);
    let sentence = dmn_words::put(lang, &put).join(" ");
    state.toasts.push(Message::Told { sentence }, Vec::new());
    true
}
