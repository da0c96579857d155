//! The whole book decided under two policies: who moves from which outcome to which.

use std::collections::BTreeMap;

use super::attributes::gather;
use super::placed::Placed;
use super::sitting::{Sitting, Verdict};
use crate::book::{Book, receivables};
use crate::domain::decision::Outcome;
use crate::domain::ids::CustomerId;
use crate::domain::{Day, Money, Purse};
use crate::policy::Compiled;

/// One customer under both policies.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub customer: CustomerId,
    pub before: Outcome,
    pub after: Outcome,
    pub limit_before: Option<Money>,
    pub limit_after: Option<Money>,
    /// Codes of reasons that only the later policy gives.
    pub new_reasons: Vec<String>,
    pub owed: Purse,
    /// Of the oldest invoice that is late now.
    pub days_late: Option<i64>,
}

impl Moved {
    /// Whether the customer notices anything.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.before != self.after || self.limit_before != self.limit_after
    }
}

/// Customers with the same outcomes before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub customers: usize,
    pub owed: Purse,
    pub limit_before: Purse,
    pub limit_after: Purse,
}

/// The book under both policies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Simulation {
    /// Every customer, those who do not move too.
    pub customers: Vec<Moved>,
    /// By outcome before and after.
    pub swaps: BTreeMap<(Outcome, Outcome), Cell>,
}

/// Decides every customer of the book under both policies, from the same inputs.
///
/// What declined customers would have done is not known: a milder policy looks better here
/// than it may turn out.
#[must_use]
pub fn simulate(before: &Compiled, after: &Compiled, book: &Book, as_of: Day) -> Simulation {
    let mut simulation = Simulation::default();
    let (mut sitting_before, mut sitting_after) =
        (Sitting::new(before, as_of), Sitting::new(after, as_of));
    // What is gathered depends on the policy's fields only.
    let same_fields = before.document.fields == after.document.fields;
    for (id, account) in &book.accounts {
        let (known, _) = gather(before, (book, account), as_of, &[]);
        let old = sitting_before.decide(&Placed::new(before, &known));
        let known = if same_fields { known } else { gather(after, (book, account), as_of, &[]).0 };
        let new = sitting_after.decide(&Placed::new(after, &known));
        let owed = receivables(account, as_of, book.partner.terms_days);
        let moved = Moved {
            customer: id.clone(),
            new_reasons: new_reasons(&old, &new),
            before: old.outcome,
            after: new.outcome,
            limit_before: old.limit,
            limit_after: new.limit,
            owed: owed.owed(),
            days_late: owed.oldest_days_past_due(),
        };
        let key = (moved.before.clone(), moved.after.clone());
        simulation.swaps.entry(key).or_default().add(&moved);
        simulation.customers.push(moved);
    }
    simulation
}

fn new_reasons(old: &Verdict<'_, '_>, new: &Verdict<'_, '_>) -> Vec<String> {
    let known = |code: &str| old.reasons.iter().any(|r| r.code == code);
    new.reasons.iter().filter(|r| !known(r.code)).map(|r| r.code.to_owned()).collect()
}

impl Cell {
    fn add(&mut self, moved: &Moved) {
        self.customers = self.customers.saturating_add(1);
        self.owed.add_all(&moved.owed);
        if let Some(limit) = moved.limit_before {
            self.limit_before.add_capped(limit);
        }
        if let Some(limit) = moved.limit_after {
            self.limit_after.add_capped(limit);
        }
    }
}
