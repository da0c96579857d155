//! A policy on one day, ready to decide many customers.

use super::decision::Origin;
use super::evaluate::Run;
use super::ground::Ground;
use super::placed::Placed;
use crate::domain::decision::Outcome;
use crate::domain::{Day, Money};
use crate::policy::Compiled;

/// Decides one customer after the other, keeping nothing of the one before.
///
/// The answers are those of [`decide`](super::decide); only the trace and the words are left out.
pub struct Sitting<'p> {
    run: Run<'p>,
}

/// A decision in short.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict<'s, 'p> {
    pub outcome: Outcome,
    /// None when it cannot be worked out.
    pub limit: Option<Money>,
    /// Days from issue to due; none for prepayment or when no table says so.
    pub term_days: Option<u16>,
    pub deposit: Option<Money>,
    pub grade: Option<&'s str>,
    pub next_review: Day,
    pub expires: Day,
    /// All of them, the weightiest first.
    pub reasons: &'s [Ground<'p>],
    /// The stage and the candidate that gave the limit.
    pub bound: Option<(&'p str, &'p str)>,
    row_asks: &'s [(usize, &'p str, &'p str)],
}

impl<'p> Verdict<'_, 'p> {
    /// Everything that asked for the outcome, rules and missing values before rows of tables.
    pub fn asked_by(&self, policy: &Compiled) -> Vec<Origin<&'p str>> {
        let severity = policy.document.severity(&self.outcome);
        let asks = |outcome: &Outcome| policy.document.severity(outcome) == severity;
        let grounds = self.reasons.iter().filter(|g| g.outcome.as_ref().is_some_and(asks));
        let rows = self.row_asks.iter().filter(|(asked, ..)| *asked == severity);
        let rows = rows.map(|(_, stage, row)| Origin::Row { stage: *stage, row: *row });
        grounds.map(|g| g.origin.clone()).chain(rows).collect()
    }
}

impl<'p> Sitting<'p> {
    #[must_use]
    pub fn new(policy: &'p Compiled, as_of: Day) -> Self {
        Self { run: Run::new(policy, as_of, false) }
    }

    /// Decides one customer. What is given must have been placed for the same policy.
    pub fn decide(&mut self, given: &Placed) -> Verdict<'_, 'p> {
        self.run.decide(given);
        self.run.rank();
        let outcome = self.run.outcome();
        let limit = self.run.granted_limit(&outcome);
        let next_review = self.run.next_review();
        let grace = i64::from(self.run.policy.document.outcome.grace_days);
        Verdict {
            limit,
            term_days: self.run.term_days(&outcome),
            deposit: self.run.deposit(limit),
            grade: self.run.granted.grade.as_deref(),
            next_review,
            expires: next_review.plus_days_clamped(grace),
            reasons: &self.run.grounds,
            bound: self.run.bound,
            row_asks: &self.run.row_asks,
            outcome,
        }
    }

    /// The outcome alone.
    pub fn outcome(&mut self, given: &Placed) -> Outcome {
        self.run.decide(given);
        self.run.outcome()
    }
}
