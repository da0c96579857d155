//! What must be done before a version of a policy may be put into force.

use super::guards::{GUARD_NOT_MET, Guarded};
use super::self_test::run_tests;
use crate::book::Book;
use crate::domain::RuleId;
use crate::domain::text::fold_name;
use crate::policy::Compiled;

/// One thing that keeps a version from being put into force. The rule ids are stable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// CR-059: too few people other than the author approved exactly this text.
    Approvals { found: Vec<String>, wanted: u32 },
    /// CR-054: a portfolio guard is not met and nobody waived it with a reason.
    Guard { id: String },
    /// CR-053: tests that the policy carries fail; their ids.
    Tests { failed: Vec<String> },
}

/// CR-053: tests that a policy carries fail.
pub const TESTS_FAIL: RuleId = RuleId::fixed("CR-053");

impl NotYet {
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        match self {
            Self::Guard { .. } => GUARD_NOT_MET,
            Self::Approvals { .. } => RuleId::fixed("CR-059"),
            Self::Tests { .. } => TESTS_FAIL,
        }
    }
}

/// Everybody other than the author who approved exactly this text, in the document or in the
/// journal: each once, as first named.
#[must_use]
pub fn approved_by(policy: &Compiled, book: &Book) -> Vec<String> {
    let signs = policy.document.approvals.iter().filter(|s| s.sha256 == policy.sha256);
    let entries = book.policy_approvals.iter().filter(|a| a.sha256 == policy.sha256);
    let names = signs.map(|s| s.by.as_str()).chain(entries.map(|a| a.mark.by.as_ref()));
    let author = fold_name(&policy.document.author);
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let folded = fold_name(name);
        let counts = !folded.is_empty() && folded != author;
        if counts && !found.iter().any(|known| fold_name(known) == folded) {
            found.push(name.to_owned());
        }
    }
    found
}

/// Everything that keeps a version from being put into force; nothing when it may.
///
/// `waived` names guards that somebody lets pass, each with a reason; a blank reason is none.
#[must_use]
pub fn not_yet(
    policy: &Compiled,
    book: &Book,
    guards: &[Guarded<'_>],
    waived: &[(String, String)],
) -> Vec<NotYet> {
    let mut found = Vec::new();
    let wanted = policy.document.min_approvals;
    let by = approved_by(policy, book);
    if by.len() < wanted as usize {
        found.push(NotYet::Approvals { found: by, wanted });
    }
    let failed: Vec<String> =
        run_tests(policy).into_iter().filter(|t| !t.passed()).map(|t| t.id).collect();
    if !failed.is_empty() {
        found.push(NotYet::Tests { failed });
    }
    let pass = |id: &str| waived.iter().any(|(w, why)| w == id && !why.trim().is_empty());
    let blocking = guards.iter().filter(|g| g.blocks() && !pass(&g.guard.id));
    found.extend(blocking.map(|g| NotYet::Guard { id: g.guard.id.clone() }));
    found
}
