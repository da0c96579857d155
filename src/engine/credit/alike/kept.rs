//! Decisions by what decides them.

use std::sync::Arc;

use super::super::evaluate::Run;
use super::super::ground::Ground;
use super::super::quick::{By, Quick};
use super::super::sitting::Verdict;
use super::places::{Places, mixed};
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Decimal, Money};

/// What the rules say, and what else counts.
pub(super) type Key = (u64, u64);

/// What was decided for each kind of customer.
#[derive(Default)]
pub(super) struct Kept<'p> {
    places: Places,
    kinds: Vec<Kind<'p>>,
}

/// Customers alike in all that decides, but for the amounts of their limits.
pub(super) struct Kind<'p> {
    key: Key,
    /// What later steps gave that the limit looks at, in the order of its slots.
    pub outputs: Vec<Quick>,
    told: Vec<(By, Told<'p>)>,
}

/// A decision without its limit.
pub(super) struct Told<'p> {
    outcome: Outcome,
    /// The outcome leaves no limit.
    zero: bool,
    term_days: Option<u16>,
    deposit_share: Option<Decimal>,
    grade: Option<Arc<str>>,
    review_days: i64,
    reasons: Vec<Ground<'p>>,
    bound: Option<(&'p str, &'p str)>,
    row_asks: Vec<(usize, &'p str, &'p str)>,
}

impl<'p> Kept<'p> {
    /// The place of a kind.
    pub fn find(&self, key: Key) -> Option<usize> {
        let same = |at: usize| self.kinds.get(at).is_some_and(|kind| kind.key == key);
        self.places.find(mixed(key.0, key.1), same)
    }

    pub fn kind(&self, at: usize) -> Option<&Kind<'p>> {
        self.kinds.get(at)
    }

    /// A new kind; none where there is no room for it.
    pub fn add(&mut self, key: Key, outputs: Vec<Quick>) -> Option<usize> {
        let at = self.kinds.len();
        self.places.add(mixed(key.0, key.1), at)?;
        self.kinds.push(Kind { key, outputs, told: Vec::new() });
        Some(at)
    }

    pub fn tell(&mut self, at: usize, by: By, told: Told<'p>) {
        if let Some(kind) = self.kinds.get_mut(at) {
            kind.told.push((by, told));
        }
    }
}

impl<'p> Kind<'p> {
    pub fn told(&self, by: By) -> Option<&Told<'p>> {
        self.told.iter().find(|(known, _)| *known == by).map(|(_, told)| told)
    }
}

impl<'p> Told<'p> {
    /// What a run and its verdict say.
    pub fn of(run: &Run<'p>, verdict: &Verdict<'_, 'p>) -> Self {
        Self {
            outcome: verdict.outcome.clone(),
            zero: run.policy.document.outcome.zero_limit.contains(&verdict.outcome),
            term_days: verdict.term_days,
            deposit_share: run.granted.deposit_share.filter(|share| *share > Decimal::ZERO),
            grade: run.granted.grade.clone(),
            review_days: verdict.review_days,
            reasons: verdict.reasons.to_vec(),
            bound: verdict.bound,
            row_asks: verdict.row_asks.to_vec(),
        }
    }

    /// The same for another customer of the kind.
    pub fn verdict(
        &self,
        run: &Run<'p>,
        currency: Currency,
        limit: Option<Money>,
    ) -> Verdict<'_, 'p> {
        let limit = if self.zero { Some(Money::zero(currency)) } else { limit };
        let positive = limit.filter(|limit| limit.is_positive());
        let deposit = self.deposit_share.and_then(|share| positive?.scaled(share).ok());
        Verdict {
            outcome: self.outcome.clone(),
            limit,
            term_days: self.term_days,
            deposit,
            grade: self.grade.as_deref(),
            as_of: run.as_of,
            review_days: self.review_days,
            grace_days: i64::from(run.policy.document.outcome.grace_days),
            reasons: &self.reasons,
            bound: self.bound,
            row_asks: &self.row_asks,
        }
    }
}
