//! What signals add up to: points by scenario, a case to propose, containment to recommend.

use std::collections::{BTreeMap, BTreeSet};

use super::signals::{Outcome, Signal};
use crate::book::Book;
use crate::domain::ids::{CaseId, CustomerId};
use crate::domain::order;
use crate::policy::signals::{Scenario, Scoring};
use crate::policy::words::Words;

/// One part of a scenario: its signals, those of them that fired, and the points that gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub any_of: Vec<String>,
    pub fired: Vec<String>,
    /// Fired and muted: listed, without points.
    pub muted: Vec<String>,
    /// Named, and cannot be evaluated.
    pub unknown: Vec<String>,
    pub points: u32,
    pub points_max: u32,
}

/// What one scenario comes to for one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioScore {
    pub customer: CustomerId,
    pub key: String,
    pub label: Words,
    pub points: u32,
    pub parts: Vec<Part>,
}

/// A case worth opening.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub score: ScenarioScore,
    /// The sum speaks for containing at once.
    pub contain: bool,
    /// Cases of this customer that are open already.
    pub already_open: Vec<CaseId>,
}

/// Points of all scenarios for one customer. A part gives its points once, however often its
/// signals fire, so that a further hit never lowers a sum and repetition never raises it.
#[must_use]
pub fn score(customer: &CustomerId, signals: &[Signal], scoring: &Scoring) -> Vec<ScenarioScore> {
    let mine: Vec<&Signal> = signals.iter().filter(|s| s.customer == *customer).collect();
    let heard = Heard::of(&mine);
    scoring
        .scenarios
        .iter()
        .map(|scenario| {
            let parts = parts(scenario, &heard);
            ScenarioScore {
                customer: customer.clone(),
                key: scenario.key.clone(),
                label: scenario.label.clone(),
                points: parts.iter().fold(0, |sum, p| p.points.saturating_add(sum)),
                parts,
            }
        })
        .collect()
}

/// Scenarios that have reached the points at which a case is opened, highest first.
#[must_use]
pub fn propose(book: &Book, signals: &[Signal], scoring: &Scoring) -> Vec<Proposal> {
    let mut by_customer: BTreeMap<&CustomerId, Vec<Signal>> = BTreeMap::new();
    for signal in signals {
        let group = by_customer.entry(&signal.customer).or_default();
        group.push(signal.clone());
    }
    let mut proposals: Vec<Proposal> = by_customer
        .iter()
        .flat_map(|(customer, signals)| score(customer, signals, scoring))
        .filter(|s| s.points >= scoring.open_case_points)
        .map(|score| Proposal {
            contain: score.points >= scoring.contain_points,
            already_open: open_cases(book, &score.customer),
            score,
        })
        .collect();
    order::sort_by(&mut proposals, |a, b| {
        let key = |p: &Proposal| (p.score.customer.clone(), p.score.key.clone());
        (b.score.points.cmp(&a.score.points)).then_with(|| key(a).cmp(&key(b)))
    });
    proposals
}

fn open_cases(book: &Book, customer: &CustomerId) -> Vec<CaseId> {
    let account = book.accounts.get(customer);
    let cases = account.into_iter().flat_map(|a| &a.cases);
    cases.filter(|id| book.cases.get(*id).is_some_and(|c| !c.is_closed())).cloned().collect()
}

#[derive(Default)]
struct Heard<'a> {
    fired: BTreeSet<&'a str>,
    muted: BTreeSet<&'a str>,
    unknown: BTreeSet<&'a str>,
}

impl<'a> Heard<'a> {
    fn of(signals: &[&'a Signal]) -> Self {
        let mut heard = Self::default();
        for signal in signals {
            let set = match &signal.outcome {
                Outcome::Hit(_) => &mut heard.fired,
                Outcome::Muted { .. } => &mut heard.muted,
                Outcome::NotEvaluable(_) => &mut heard.unknown,
                Outcome::NoHit(_) => continue,
            };
            set.insert(signal.rule.as_str());
        }
        heard
    }
}

fn parts(scenario: &Scenario, heard: &Heard<'_>) -> Vec<Part> {
    scenario
        .parts
        .iter()
        .map(|part| {
            let named = |set: &BTreeSet<&str>| -> Vec<String> {
                let named = part.any_of.iter();
                named.filter(|r| set.contains(r.as_str())).cloned().collect()
            };
            let fired = named(&heard.fired);
            Part {
                points: if fired.is_empty() { 0 } else { part.points },
                points_max: part.points,
                any_of: part.any_of.clone(),
                muted: named(&heard.muted),
                unknown: named(&heard.unknown),
                fired,
            }
        })
        .collect()
}
