//! From a draft to a policy in force: proposed by one person, approved by others, each as an entry.

use serde_json::{Value, json};

use super::form::Checked;
use super::place::put;
use crate::app::state::ReadOnly;
use crate::app::toast::Message;
use crate::app::update::{record, record_as};
use crate::app::{Effect, Now, State};
use crate::book::PolicyDraftRecord;
use crate::domain::text::fold_name;
use crate::domain::{Day, RuleId};
use crate::engine::credit::{GUARD_NOT_MET, TESTS_FAIL, approved_by, guards};
use crate::journal::{Body, PolicyActivation, PolicyApproval, PolicyDraft, Waiver};
use crate::policy::Compiled;
use crate::policy::canonical::sha256;
use crate::policy::document::Document;

/// Why a draft may not be proposed, or a proposal not be approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum No {
    /// Nothing can be recorded now.
    ReadOnly(ReadOnly),
    /// CR-050: nobody is named as working here.
    NoName,
    /// CR-051: the check of the latest edit is not done yet.
    NotChecked,
    /// CR-052: faults keep the document from being used.
    Faults(usize),
    /// CR-053: tests that the policy carries fail.
    Tests(usize),
    /// CR-054: a guard of the policy is not met, and no reason is given to let it pass.
    Guard(String),
    /// CR-055: it would be in force on a day that has passed.
    DayPassed(Day),
    /// CR-056: the author does not approve what he wrote.
    OwnDraft,
    /// CR-057: the policy in force says the same.
    NothingChanged,
    /// CR-058: the same person approved it already.
    Approved,
    /// CR-060: this version is the challenger already.
    Challenger,
}

impl No {
    #[must_use]
    pub const fn rule(&self) -> Option<RuleId> {
        Some(match self {
            Self::ReadOnly(_) => return None,
            Self::NoName => RuleId::fixed("CR-050"),
            Self::NotChecked => RuleId::fixed("CR-051"),
            Self::Faults(_) => RuleId::fixed("CR-052"),
            Self::Tests(_) => TESTS_FAIL,
            Self::Guard(_) => GUARD_NOT_MET,
            Self::DayPassed(_) => RuleId::fixed("CR-055"),
            Self::OwnDraft => RuleId::fixed("CR-056"),
            Self::NothingChanged => RuleId::fixed("CR-057"),
            Self::Approved => RuleId::fixed("CR-058"),
            Self::Challenger => RuleId::fixed("CR-060"),
        })
    }
}

/// Proposals that wait: the latest of each document that was not put into force since.
#[must_use]
pub fn proposals(state: &State) -> Vec<&PolicyDraftRecord> {
    let book = &state.book;
    let all = &book.policy_drafts;
    let is_latest =
        |at: usize, p: &PolicyDraftRecord| !all.iter().skip(at + 1).any(|o| o.sha256 == p.sha256);
    let is_done = |p: &PolicyDraftRecord| book.policies.iter().any(|done| done.sha256 == p.sha256);
    let open = all.iter().enumerate().filter(|(at, p)| is_latest(*at, p) && !is_done(p));
    open.map(|(_, p)| p).collect()
}

/// The waiting proposal of a hash.
pub(super) fn proposal<'s>(state: &'s State, sha256: &str) -> Option<&'s PolicyDraftRecord> {
    proposals(state).into_iter().find(|p| p.sha256 == sha256)
}

/// People other than the author who have to approve: one at least, and as many as the policy
/// in force or the new one asks for.
#[must_use]
pub fn approvals_wanted(in_force: Option<&Document>, new: &Document) -> usize {
    let old = in_force.map_or(0, |d| d.min_approvals);
    new.min_approvals.max(old).max(1) as usize
}

/// None when the draft may be proposed.
#[must_use]
pub fn may_propose(state: &State) -> Option<No> {
    let no = usual(state);
    no.or_else(|| {
        let draft = state.policy.draft.as_ref()?;
        let same = state.policy_in_force.as_ref().is_some_and(|p| p.sha256 == sha256(&draft.json));
        same.then_some(No::NothingChanged)
    })
}

/// None when what is looked at may be approved by the person at work.
#[must_use]
pub fn may_approve(state: &State) -> Option<No> {
    let no = usual(state);
    no.or_else(|| {
        let (checked, _) = state.policy.checked()?;
        let policy = checked.policy.as_ref()?;
        let me = fold_name(&state.operator.name);
        if fold_name(&policy.document.author) == me {
            return Some(No::OwnDraft);
        }
        let before = approved_by(policy, &state.book);
        if before.iter().any(|name| fold_name(name) == me) {
            return Some(No::Approved);
        }
        unmet(state, policy)
    })
}

/// The first guard that is not met and is not let pass for a reason. While the book is being
/// decided anew nothing is known of guards: that counts as not checked.
fn unmet(state: &State, policy: &Compiled) -> Option<No> {
    if policy.document.guards.is_empty() || state.policy_in_force.is_none() {
        return None;
    }
    let Some((simulation, true)) = state.policy.book() else {
        return Some(No::NotChecked);
    };
    let waived = &state.policy.waived;
    let pass = |id: &str| waived.get(id).is_some_and(|why| !why.trim().is_empty());
    let all = guards(&policy.document, simulation);
    let first = all.iter().find(|g| g.blocks() && !pass(&g.guard.id))?;
    Some(No::Guard(first.guard.id.clone()))
}

fn usual(state: &State) -> Option<No> {
    if let Some(no) = nobody(state) {
        return Some(no);
    }
    match state.policy.checked() {
        Some((checked, true)) => unfit(checked).or_else(|| passed(state, checked)),
        _ => Some(No::NotChecked),
    }
}

/// Why the person at work can record nothing.
pub(super) fn nobody(state: &State) -> Option<No> {
    if let Some(why) = state.read_only() {
        return Some(No::ReadOnly(why));
    }
    fold_name(&state.operator.name).is_empty().then_some(No::NoName)
}

/// Why a document cannot be used.
pub(super) fn unfit(checked: &Checked) -> Option<No> {
    if checked.policy.is_none() {
        return Some(No::Faults(checked.faults.len()));
    }
    let failed = checked.tests.iter().filter(|t| !t.passed()).count();
    (failed > 0).then_some(No::Tests(failed))
}

/// Its first day has passed.
fn passed(state: &State, checked: &Checked) -> Option<No> {
    let policy = checked.policy.as_ref()?;
    if let Some(from) = policy.document.effective.0.filter(|from| *from < state.as_of()) {
        return Some(No::DayPassed(from));
    }
    None
}

/// Records the draft as a proposal.
pub(super) fn propose(state: &mut State, now: &mut Now) -> Vec<Effect> {
    if may_propose(state).is_some() {
        return Vec::new();
    }
    let Some(draft) = state.policy.draft.clone() else {
        return Vec::new();
    };
    let mut json = Value::clone(&draft.json);
    put(&mut json, "author", Some(json!(state.operator.name.trim())));
    put(&mut json, "status", Some(json!("proposed")));
    let hash = sha256(&json);
    let body = Body::PolicyDraft(PolicyDraft {
        document: json.to_string(),
        sha256: hash.clone(),
        reason: note(state),
    });
    let effects = record(state, now, body, None);
    if proposal(state, &hash).is_some() {
        state.policy.draft = None;
        state.policy.note.clear();
        state.policy.waived.clear();
    }
    effects
}

/// What the author or the approver says to it.
pub(super) fn note(state: &State) -> Option<String> {
    Some(state.policy.note.trim().to_owned()).filter(|n| !n.is_empty())
}

/// Records an approval: with the last one that is wanted the policy is put into force.
pub(super) fn approve(state: &mut State, now: &mut Now, hash: &str) -> Vec<Effect> {
    let looked_at = state.policy.checked().and_then(|(c, _)| c.policy.clone());
    let Some(policy) = looked_at.filter(|p| p.sha256 == hash && may_approve(state).is_none())
    else {
        return Vec::new();
    };
    let Some(text) = proposal(state, hash).map(|p| p.document.clone()) else {
        return Vec::new();
    };
    let approval = PolicyApproval { sha256: hash.to_owned(), note: note(state) };
    let mut bodies = vec![Body::PolicyApproval(approval)];
    let in_force = state.policy_in_force.as_deref().map(|p| &p.document);
    let wanted = approvals_wanted(in_force, &policy.document);
    let signed = approved_by(&policy, &state.book).len().saturating_add(1);
    if signed >= wanted {
        bodies.extend(activation(state, now, &text).map(Body::Policy));
    }
    let on = if signed >= wanted { policy.document.effective.0 } else { None };
    let kind = bodies.last().map(|b| b.kind().to_owned()).unwrap_or_default();
    let effects = record_as(state, now, bodies, on, Message::Recorded { kind });
    state.policy.review = None;
    state.policy.note.clear();
    state.policy.waived.clear();
    effects
}

/// The document with everybody's approval in it, so that its file tells of them too.
fn activation(state: &State, now: &Now, text: &str) -> Option<PolicyActivation> {
    let mut json: Value = serde_json::from_str(text).ok()?;
    let hash = sha256(&json);
    let sign = |by: &str, role: &str, at: String| json!({ "by": by, "role": role, "at": at, "sha256": hash });
    let earlier = state.book.policy_approvals.iter().filter(|a| a.sha256 == hash);
    let mut signs: Vec<Value> =
        earlier.map(|a| sign(&a.mark.by, "", a.mark.recorded.to_string())).collect();
    let me = &state.operator;
    signs.push(sign(me.name.trim(), &me.role, now.instant.to_string()));
    put(&mut json, "approvals", Some(Value::Array(signs)));
    put(&mut json, "status", Some(json!("approved")));
    let waived = state.policy.waived.iter().filter(|(_, why)| !why.trim().is_empty());
    Some(PolicyActivation {
        document: json.to_string(),
        sha256: hash.clone(),
        reason: note(state),
        waived: waived
            .map(|(guard, why)| Waiver { guard: guard.clone(), reason: why.trim().to_owned() })
            .collect(),
    })
}
