//! Where readers put what they found: facts, problems grouped by their repair, refused rows.

use std::collections::BTreeMap;

use super::problem::{Place, Problem, Weight, What};
use crate::domain::RuleId;
use crate::exchange::map::TableSeen;
use crate::journal::{Fact, FactRow};

/// A row that was not taken, as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Refused {
    pub place: Place,
    pub why: What,
    /// The row's cells, or the item as JSON.
    pub cells: Vec<String>,
}

/// Collects the findings of one file.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    facts: Vec<FactRow>,
    problems: Vec<Problem>,
    /// Where in `problems` a rule stands for a field.
    groups: BTreeMap<(Weight, RuleId, Option<String>, String), usize>,
    refused: Vec<Refused>,
    /// The table, where a person may say what its columns hold.
    pub(super) table: Option<TableSeen>,
}

/// What a [`Sink`] collected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub facts: Vec<FactRow>,
    pub problems: Vec<Problem>,
    pub refused: Vec<Refused>,
    pub table: Option<TableSeen>,
}

impl Sink {
    /// Makes room for so many facts.
    pub fn expect(&mut self, facts: usize) {
        self.facts.reserve(facts);
    }

    /// A fact and the line or item number where it stands.
    pub fn fact(&mut self, row: u32, fact: Fact) {
        self.facts.push(FactRow { row, fact });
    }

    /// Counts a problem with those of the same rule and field.
    pub fn problem(&mut self, problem: Problem) {
        let key =
            (problem.weight, problem.rule(), problem.place.field.clone(), problem.what.subject());
        match self.groups.get(&key).and_then(|at| self.problems.get_mut(*at)) {
            Some(group) => group.count = group.count.saturating_add(problem.count),
            None => {
                self.groups.insert(key, self.problems.len());
                self.problems.push(problem);
            }
        }
    }

    /// Whether a problem stops the whole file.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.problems.iter().any(|p| p.weight == Weight::File)
    }

    pub fn note(&mut self, place: Place, what: What) {
        self.problem(Problem::new(Weight::Note, place, what));
    }

    /// A note that was met several times, with the place of the first.
    pub fn notes(&mut self, place: Place, what: What, count: u32) {
        self.problem(Problem { count, ..Problem::new(Weight::Note, place, what) });
    }

    /// A row that is not taken, with the row itself for the list of refused rows.
    pub fn refuse(&mut self, place: Place, why: What, cells: Vec<String>) {
        self.problem(Problem::new(Weight::Row, place.clone(), why.clone()));
        self.refused.push(Refused { place, why, cells });
    }

    /// Everything; facts are dropped when a problem stops the whole file.
    #[must_use]
    pub fn finish(mut self) -> Found {
        if self.has_failed() {
            self.facts.clear();
        }
        Found {
            facts: self.facts,
            problems: self.problems,
            refused: self.refused,
            table: self.table,
        }
    }
}
