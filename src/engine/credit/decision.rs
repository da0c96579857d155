//! A decision: the outcome, what goes with it, and why.

use super::ENGINE;
use super::evaluate::Run;
use super::inputs::Inputs;
use super::placed::{Placed, seen};
use super::sitting::Sitting;
use super::trace::Step;
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Day, Decimal, Money};
use crate::policy::document::Factor;
use crate::policy::{Compiled, Words};

/// What the policy proposes for one customer on one day. Nothing is done by it: a person decides.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub as_of: Day,
    pub currency: Currency,
    pub outcome: Outcome,
    /// The limit that goes with the outcome; none when it cannot be worked out.
    pub limit: Option<Money>,
    /// What the limit would have been before the outcome set it to zero.
    pub computed_limit: Option<Money>,
    /// Days from issue to due; none for prepayment or when no table says so.
    pub term_days: Option<u16>,
    pub deposit: Option<Money>,
    pub grade: Option<String>,
    pub next_review: Day,
    pub expires: Day,
    /// All of them, the weightiest first.
    pub reasons: Vec<Reason>,
    /// How many of the reasons the policy wants told.
    pub max_reasons: usize,
    pub candidates: Vec<CandidateSeen>,
    /// The place of the candidate that gave the limit.
    pub binding: Option<usize>,
    pub inputs: Vec<InputSeen>,
    pub trace: Vec<Step>,
    pub policy: PolicyRef,
    pub engine: &'static str,
}

/// Which policy decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyRef {
    pub id: String,
    pub version: String,
    pub sha256: String,
}

/// One reason, with the policy's own words.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub code: String,
    pub text: Words,
    pub factor: Factor,
    pub adverse: bool,
    pub internal_only: bool,
    /// What the customer lost against the best bin, for a scorecard's reason.
    pub points_lost: Option<Decimal>,
    /// What the reason asks for, where it asks for anything.
    pub outcome: Option<Outcome>,
    pub origin: Origin,
}

/// Where a reason comes from, by the names of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin<Name = String> {
    Rule {
        stage: Name,
        rule: Name,
    },
    /// A value that the policy wants and that is missing or too old.
    MissingField {
        field: Name,
    },
    Card {
        card: Name,
        field: Name,
    },
    Row {
        stage: Name,
        row: Name,
    },
    Candidate {
        stage: Name,
        candidate: Name,
    },
    /// Something could not be worked out; the place in the document and the cause.
    Failure {
        place: String,
        problem: String,
    },
}

/// One candidate for the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateSeen {
    pub id: String,
    pub label: Words,
    /// None when it was left out because a value is missing.
    pub amount: Option<Money>,
}

/// One value that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputSeen {
    pub field: String,
    pub label: Words,
    /// As text; none when missing.
    pub value: Option<String>,
    pub source: String,
    pub age_days: Option<i64>,
    /// There is a value, but it is older than the policy allows.
    pub too_old: bool,
    /// The value was missing and the policy's own default was taken.
    pub defaulted: bool,
}

/// Decides one customer on one day.
///
/// A missing value never makes the outcome better, except by a default the policy states;
/// what cannot be worked out is referred, and the reason names the place.
#[must_use]
pub fn decide(policy: &Compiled, inputs: &Inputs, as_of: Day) -> Decision {
    let mut run = Run::new(policy, as_of, true);
    run.decide(&Placed::new(policy, inputs));
    run.rank();
    let document = &policy.document;
    let outcome = run.outcome();
    let limit = run.granted_limit(&outcome);
    let next_review = run.next_review();
    Decision {
        as_of,
        currency: inputs.currency,
        limit,
        computed_limit: run.limit,
        term_days: run.term_days(&outcome),
        deposit: run.deposit(limit),
        grade: run.granted.grade.as_deref().map(str::to_owned),
        next_review,
        expires: next_review.plus_days_clamped(i64::from(document.outcome.grace_days)),
        reasons: run.grounds.into_iter().filter_map(|g| g.spelled(policy)).collect(),
        max_reasons: document.outcome.max_reasons,
        candidates: run.candidates,
        binding: run.binding,
        inputs: seen(policy, inputs),
        trace: run.trace,
        policy: PolicyRef {
            id: document.id.clone(),
            version: document.version.clone(),
            sha256: policy.sha256.clone(),
        },
        engine: ENGINE,
        outcome,
    }
}

/// The outcome of [`decide`] alone, without reasons and trace.
#[must_use]
pub fn outcome(policy: &Compiled, inputs: &Inputs, as_of: Day) -> Outcome {
    Sitting::new(policy, as_of).outcome(&Placed::new(policy, inputs))
}

impl Decision {
    /// The reasons to be told: the weightiest, as many as the policy says.
    #[must_use]
    pub fn told(&self) -> &[Reason] {
        let count = self.reasons.len().min(self.max_reasons);
        self.reasons.get(..count).unwrap_or_default()
    }

    /// The reasons the customer may be given: those against him, and none that is internal.
    pub fn for_customer(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|r| r.adverse && !r.internal_only).take(self.max_reasons)
    }

    /// The values that were wanted and not there.
    pub fn missing(&self) -> impl Iterator<Item = &InputSeen> {
        self.inputs.iter().filter(|input| input.too_old || input.value.is_none())
    }
}
