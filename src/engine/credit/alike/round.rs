//! Everybody of whom something is known, under one policy.

use super::super::known::{Known, Seating};
use super::super::quick::Limited;
use super::super::sitting::{Sitting, Verdict};
use super::keyed::Keyed;
use crate::domain::Currency;
use crate::policy::Compiled;

/// Decides customers by their places among what is known, each kind of customer once.
///
/// The answers are those of [`Sitting::decide`].
pub struct Round<'a> {
    policy: &'a Compiled,
    known: &'a Known,
    sitting: Sitting<'a>,
    seating: Seating<'a>,
    /// None where a policy has steps that look at more than classes.
    by_currency: Vec<(Currency, Option<Keyed<'a>>)>,
    recalled: usize,
}

impl<'a> Round<'a> {
    #[must_use]
    pub fn new(policy: &'a Compiled, known: &'a Known) -> Self {
        let seating = Seating::new(known, policy);
        let sitting = Sitting::with(policy, known.as_of, seating.still());
        Self { policy, known, sitting, seating, by_currency: Vec::new(), recalled: 0 }
    }

    /// Decides the customer of a place.
    pub fn decide(&mut self, row: usize) -> Verdict<'_, 'a> {
        let told = self.recall(row).and_then(|(at, (kind, limit))| {
            let (currency, keyed) = self.by_currency.get(at)?;
            Some((keyed.as_ref()?.told(kind, limit.by)?, *currency, limit.amount))
        });
        match told {
            Some((told, currency, limit)) => told.verdict(self.sitting.run(), currency, limit),
            None => self.sitting.verdict(),
        }
    }

    /// The place of what is ready for his currency, and whom he is like. None where he is decided by
    /// himself, which is done then.
    fn recall(&mut self, row: usize) -> Option<(usize, (usize, Limited))> {
        let at = self.ready(row);
        let found = at.and_then(|at| {
            let keyed = self.by_currency.get_mut(at)?.1.as_mut()?;
            keyed.find(self.policy, (&self.seating, self.known), row)
        });
        if let Some((at, like)) = at.zip(found.as_ref().and_then(|found| found.like)) {
            self.recalled = self.recalled.saturating_add(1);
            return Some((at, like));
        }
        self.sitting.settle(self.seating.place(row));
        let keyed = at.and_then(|at| self.by_currency.get_mut(at)?.1.as_mut());
        if let (Some(found), Some(keyed)) = (found, keyed) {
            keyed.keep(&found, &self.sitting);
        }
        None
    }

    /// How many customers were decided as one before them who is like them.
    #[must_use]
    pub const fn recalled(&self) -> usize {
        self.recalled
    }

    /// The place of what is ready for the customer's currency.
    fn ready(&mut self, row: usize) -> Option<usize> {
        let currency = self.known.people.get(row)?.currency;
        let there = self.by_currency.iter().position(|(ready, _)| *ready == currency);
        there.or_else(|| {
            let plan = self.sitting.plan(currency)?;
            let keyed = Keyed::new(self.policy, (plan, self.seating.seats(), self.known), currency);
            self.by_currency.push((currency, keyed));
            self.by_currency.len().checked_sub(1)
        })
    }
}
