//! A policy on one day, ready to decide many customers.

use super::decision::Origin;
use super::evaluate::Run;
use super::ground::Ground;
use super::placed::Placed;
use super::quick::Short;
use crate::domain::decision::Outcome;
use crate::domain::{Day, Money};
use crate::policy::Compiled;

/// Decides one customer after the other, keeping nothing of the one before.
///
/// The answers are those of [`decide`](super::decide); only the trace and the words are left out.
pub struct Sitting<'p> {
    run: Run<'p>,
    short: Short<'p>,
    by_short: usize,
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
    as_of: Day,
    review_days: i64,
    grace_days: i64,
    /// All of them, the weightiest first.
    pub reasons: &'s [Ground<'p>],
    /// The stage and the candidate that gave the limit.
    pub bound: Option<(&'p str, &'p str)>,
    row_asks: &'s [(usize, &'p str, &'p str)],
}

impl<'p> Verdict<'_, 'p> {
    /// The day on which to look again.
    #[must_use]
    pub fn next_review(&self) -> Day {
        self.as_of.plus_days_clamped(self.review_days)
    }

    #[must_use]
    pub fn expires(&self) -> Day {
        self.next_review().plus_days_clamped(self.grace_days)
    }

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
        Self { run: Run::new(policy, as_of, false), short: Short::new(policy), by_short: 0 }
    }

    /// Decides one customer. What is given must have been placed for the same policy.
    pub fn decide(&mut self, given: &Placed) -> Verdict<'_, 'p> {
        self.settle(given);
        self.run.rank();
        let outcome = self.run.outcome();
        let limit = self.run.granted_limit(&outcome);
        Verdict {
            limit,
            term_days: self.run.term_days(&outcome),
            deposit: self.run.deposit(limit),
            grade: self.run.granted.grade.as_deref(),
            as_of: self.run.as_of,
            review_days: self.run.review_days(),
            grace_days: i64::from(self.run.policy.document.outcome.grace_days),
            reasons: &self.run.grounds,
            bound: self.run.bound,
            row_asks: &self.run.row_asks,
            outcome,
        }
    }

    /// How many customers the short way decided so far, without one long step.
    #[must_use]
    pub const fn decided_short(&self) -> usize {
        self.by_short
    }

    /// The outcome alone.
    pub fn outcome(&mut self, given: &Placed) -> Outcome {
        self.settle(given);
        self.run.outcome()
    }

    /// The short way where it leads there, the long way otherwise.
    fn settle(&mut self, given: &Placed) {
        if self.short.decide(&mut self.run, given) {
            self.by_short =
                self.by_short.saturating_add(usize::from(!self.short.took_long_steps()));
        } else {
            self.run.decide(given);
        }
    }
}
