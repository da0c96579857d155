//! A policy on one day, ready to decide many customers.

use super::decision::Origin;
use super::evaluate::Run;
use super::ground::Ground;
use super::placed::Placed;
use super::quick::{Plan, Quick, Short};
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Day, Money};
use crate::policy::Compiled;
use crate::policy::feel::{Answer, Slot};

/// Decides one customer after the other, keeping nothing of the one before.
///
/// The answers are those of [`decide`](super::decide); only the trace and the words are left out.
pub struct Sitting<'p> {
    run: Run<'p>,
    short: Short<'p>,
    by_short: usize,
    /// Whether the customer decided last took no long step.
    was_short: bool,
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
    pub(super) as_of: Day,
    pub(super) review_days: i64,
    pub(super) grace_days: i64,
    /// All of them, the weightiest first.
    pub reasons: &'s [Ground<'p>],
    /// The stage and the candidate that gave the limit.
    pub bound: Option<(&'p str, &'p str)>,
    pub(super) row_asks: &'s [(usize, &'p str, &'p str)],
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
        Self::with(policy, as_of, Vec::new())
    }

    /// For customers for whom some fields always have the same value.
    pub(super) fn with(policy: &'p Compiled, as_of: Day, still: Vec<(Slot, Answer)>) -> Self {
        let short = Short::new(policy, still);
        Self { run: Run::new(policy, as_of, false), short, by_short: 0, was_short: false }
    }

    /// Decides one customer. What is given must have been placed for the same policy.
    pub fn decide(&mut self, given: &Placed) -> Verdict<'_, 'p> {
        self.settle(given);
        self.verdict()
    }

    /// What was decided last.
    pub(super) fn verdict(&self) -> Verdict<'_, 'p> {
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

    /// The plan of the short way, for one currency.
    pub(super) fn plan(&mut self, currency: Currency) -> Option<&Plan<'p>> {
        self.short.plan(&mut self.run, currency)
    }

    /// What was worked out for the customer decided last, by slot; none where a step went the long way.
    pub(super) fn worked_out(&self) -> Option<&[Quick]> {
        self.was_short.then(|| self.short.values())
    }

    pub(super) const fn run(&self) -> &Run<'p> {
        &self.run
    }

    /// The outcome alone.
    pub fn outcome(&mut self, given: &Placed) -> Outcome {
        self.undergo(given);
        self.run.outcome()
    }

    /// Decides one customer; [`Sitting::verdict`] tells how.
    pub(super) fn settle(&mut self, given: &Placed) {
        self.undergo(given);
        self.run.rank();
    }

    /// The short way where it leads there, the long way otherwise.
    fn undergo(&mut self, given: &Placed) {
        let decided = self.short.decide(&mut self.run, given);
        self.was_short = decided && !self.short.took_long_steps();
        self.by_short = self.by_short.saturating_add(usize::from(self.was_short));
        if !decided {
            self.run.decide(given);
        }
    }
}
