//! A version that runs along: named by a person, asked at every decision, ended by a person.

use super::publish::{No, nobody, note, unfit};
use crate::app::toast::Message;
use crate::app::update::{record, record_as};
use crate::app::words::policy_challenger as words;
use crate::app::{Effect, Now, State};
use crate::journal::{Body, Challenger, Withdrawal};
use crate::policy::canonical::sha256;

/// None when what is shown may be named challenger. Its first day does not matter: it decides nothing.
#[must_use]
pub fn may_name(state: &State) -> Option<No> {
    if let Some(no) = nobody(state) {
        return Some(no);
    }
    match state.policy.checked() {
        Some((checked, true)) => unfit(checked).or_else(|| is_known(state)),
        _ => Some(No::NotChecked),
    }
}

/// What is shown decides already, or is asked already.
fn is_known(state: &State) -> Option<No> {
    let hash = sha256(&state.policy.subject()?.json);
    if state.policy_in_force.as_ref().is_some_and(|p| p.sha256 == hash) {
        return Some(No::NothingChanged);
    }
    let asked = state.book.challengers.last().is_some_and(|c| c.sha256 == hash);
    asked.then_some(No::Challenger)
}

/// None when the challenger may be ended by the person at work.
#[must_use]
pub fn may_end(state: &State) -> Option<No> {
    nobody(state)
}

/// Records what is shown as the challenger, in place of an earlier one.
pub(super) fn name(state: &mut State, now: &mut Now) -> Vec<Effect> {
    if may_name(state).is_some() {
        return Vec::new();
    }
    let Some(subject) = state.policy.subject() else {
        return Vec::new();
    };
    let body = Body::Challenger(Challenger {
        document: subject.json.to_string(),
        sha256: sha256(&subject.json),
        reason: note(state),
    });
    let effects = record(state, now, body, None);
    state.policy.note.clear();
    effects
}

/// Withdraws every naming that stands, so that none of before comes back. Answers stay.
pub(super) fn end(state: &mut State, now: &mut Now) -> Vec<Effect> {
    let named = state.book.challengers.iter().map(|c| c.mark.entry.clone());
    let named: Vec<_> = named.collect();
    if named.is_empty() || may_end(state).is_some() {
        return Vec::new();
    }
    let reason = note(state).unwrap_or_else(|| "the challenger is asked no more".to_owned());
    let body = Body::Withdrawal(Withdrawal { entries: named, reason });
    let message = Message::Told { sentence: words::ended(state.lang).to_owned() };
    record_as(state, now, vec![body], None, message)
}
