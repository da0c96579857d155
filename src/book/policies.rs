//! Versions of the policy, as recorded.

use super::kept::Mark;
use crate::domain::decision::DecisionRecord;
use crate::domain::ids::EntryId;

/// A policy that was put into force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyRecord {
    pub mark: Mark,
    pub document: String,
    pub sha256: String,
    pub reason: Option<String>,
    /// Guards that were let pass, each with the reason.
    pub waived: Vec<(String, String)>,
}

/// A version of a policy that waits for approval, or had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyDraftRecord {
    pub mark: Mark,
    pub document: String,
    pub sha256: String,
    pub reason: Option<String>,
}

/// Somebody's approval of a version, bound to its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyApprovalRecord {
    pub mark: Mark,
    pub sha256: String,
    pub note: Option<String>,
}

/// A version of a policy that was named challenger: asked at every decision, deciding nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChallengerRecord {
    pub mark: Mark,
    pub document: String,
    pub sha256: String,
    pub reason: Option<String>,
}

/// What a challenger would have decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChallengerAnswerRecord {
    pub mark: Mark,
    /// The entry of the decision that it stands beside.
    pub decision: EntryId,
    pub answer: DecisionRecord,
}
