//! The whole book decided under two policies: who moves from which outcome to which, and for which rule.

use std::collections::BTreeMap;
use std::ops::Range;

use super::alike::Round;
use super::decision::Origin;
use super::known::{Known, Person};
use super::sitting::Verdict;
use crate::domain::decision::Outcome;
use crate::domain::ids::CustomerId;
use crate::domain::{Day, Money, Purse, order};
use crate::policy::Compiled;

/// One customer under both policies.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub customer: CustomerId,
    pub before: Outcome,
    pub after: Outcome,
    pub limit_before: Option<Money>,
    pub limit_after: Option<Money>,
    pub terms_before: Option<u16>,
    pub terms_after: Option<u16>,
    pub direction: Direction,
    /// What moved him: where he went out, what the new policy has against him and the old had not;
    /// where he came in, what the old policy had against him and the new has not; where only the
    /// limit moved, the candidate that now gives it. None where nothing by itself did.
    pub by: Option<Origin>,
    /// Codes of reasons that only the later policy gives.
    pub new_reasons: Vec<String>,
    /// Codes of reasons that only the earlier policy gives.
    pub gone_reasons: Vec<String>,
    pub owed: Purse,
    /// Everything that may be lost.
    pub exposure: Purse,
    /// Of the oldest invoice that is late now.
    pub days_late: Option<i64>,
    /// The most in twelve months; none where no invoice came due yet.
    pub worst_days_late: Option<i64>,
}

/// Which way a customer moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// A milder outcome.
    In,
    /// A more severe outcome.
    Out,
    /// The same outcome with a higher limit.
    Raised,
    /// The same outcome with a lower limit, or none any more.
    Lowered,
    /// The same outcome and limit with other days to pay.
    Terms,
    Unchanged,
}

impl Moved {
    /// Whether the customer notices anything.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.direction != Direction::Unchanged
    }
}

/// Customers with the same outcomes before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub customers: usize,
    pub owed: Purse,
    pub exposure: Purse,
    pub limit_before: Purse,
    pub limit_after: Purse,
}

/// Customers that one rule moves one way.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleMoves {
    pub by: Option<Origin>,
    pub direction: Direction,
    pub sums: Cell,
    pub days_late: DaysLate,
    /// Their places in [`Simulation::customers`].
    pub who: Vec<usize>,
}

/// How late the customers of a group really paid, by the worst of each in twelve months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DaysLate {
    /// Customers of whom it is known.
    pub known: usize,
    pub median: Option<i64>,
    pub worst: Option<i64>,
    /// Customers with something late now.
    pub late_now: usize,
}

/// The book under both policies.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    pub as_of: Day,
    /// Every customer in the order of the book, those who do not move too.
    pub customers: Vec<Moved>,
    /// By outcome before and after.
    pub swaps: BTreeMap<(Outcome, Outcome), Cell>,
    /// What moved anybody: those who come in first, then those who go out, then limits; the rule
    /// that moves most first.
    pub rules: Vec<RuleMoves>,
    pub unchanged: usize,
}

/// Decides every customer under both policies, from the same facts.
///
/// What declined customers would have done is not known: a milder policy looks better here
/// than it may turn out.
#[must_use]
pub fn simulate(before: &Compiled, after: &Compiled, known: &Known) -> Simulation {
    Simulation::of(known.as_of, moves((before, after), known, 0..known.people.len()))
}

/// Decides the customers of some places under both policies, the earlier one first: a large book
/// in several turns.
#[must_use]
pub fn moves(
    (before, after): (&Compiled, &Compiled),
    known: &Known,
    rows: Range<usize>,
) -> Vec<Moved> {
    let mut rounds = (Round::new(before, known), Round::new(after, known));
    let people = known.people.iter().enumerate().skip(rows.start).take(rows.len());
    people
        .map(|(row, person)| {
            let (old, new) = (rounds.0.decide(row), rounds.1.decide(row));
            moved(person, (before, &old), (after, &new))
        })
        .collect()
}

impl Simulation {
    /// What is told of customers that were decided under both policies.
    #[must_use]
    pub fn of(as_of: Day, customers: Vec<Moved>) -> Self {
        let mut swaps: BTreeMap<(Outcome, Outcome), Cell> = BTreeMap::new();
        for moved in &customers {
            swaps.entry((moved.before.clone(), moved.after.clone())).or_default().add(moved);
        }
        Self {
            as_of,
            unchanged: customers.iter().filter(|m| !m.changes()).count(),
            rules: by_rule(&customers),
            customers,
            swaps,
        }
    }
}

fn moved(
    person: &Person,
    (before, old): (&Compiled, &Verdict<'_, '_>),
    (after, new): (&Compiled, &Verdict<'_, '_>),
) -> Moved {
    let severity = |outcome: &Outcome| after.document.severity(outcome);
    let granted = |v: &Verdict<'_, '_>| (v.outcome.clone(), v.limit, v.term_days);
    let direction = direction(severity, &granted(old), &granted(new));
    let by = match direction {
        Direction::In => first_of((before, old), (after, new)),
        Direction::Out => first_of((after, new), (before, old)),
        Direction::Raised | Direction::Lowered => new.bound.map(|(stage, candidate)| {
            Origin::Candidate { stage: stage.to_owned(), candidate: candidate.to_owned() }
        }),
        Direction::Terms | Direction::Unchanged => None,
    };
    Moved {
        customer: person.id.clone(),
        before: old.outcome.clone(),
        after: new.outcome.clone(),
        limit_before: old.limit,
        limit_after: new.limit,
        terms_before: old.term_days,
        terms_after: new.term_days,
        direction,
        by,
        new_reasons: codes_beyond(new, old),
        gone_reasons: codes_beyond(old, new),
        owed: person.owed.clone(),
        exposure: person.exposure.clone(),
        days_late: person.days_late,
        worst_days_late: person.worst_days_late,
    }
}

/// An outcome, its limit and its days to pay.
pub(super) type Granted = (Outcome, Option<Money>, Option<u16>);

/// By the order of severity of the later policy.
pub(super) fn direction<S: Ord>(
    severity: impl Fn(&Outcome) -> S,
    (old, old_limit, old_days): &Granted,
    (new, new_limit, new_days): &Granted,
) -> Direction {
    match severity(new).cmp(&severity(old)) {
        std::cmp::Ordering::Less => return Direction::In,
        std::cmp::Ordering::Greater => return Direction::Out,
        std::cmp::Ordering::Equal => {}
    }
    match (old_limit, new_limit) {
        (Some(old), Some(new)) if new > old => Direction::Raised,
        (None, Some(_)) => Direction::Raised,
        (Some(old), Some(new)) if new < old => Direction::Lowered,
        (Some(_), None) => Direction::Lowered,
        _ if old_days != new_days => Direction::Terms,
        _ => Direction::Unchanged,
    }
}

/// The first that asks for the harsher outcome in the one verdict and not in the other.
fn first_of(
    (harsh, harsher): (&Compiled, &Verdict<'_, '_>),
    (mild, milder): (&Compiled, &Verdict<'_, '_>),
) -> Option<Origin> {
    let also = milder.asked_by(mild);
    let asked = harsher.asked_by(harsh);
    let only = asked.iter().find(|origin| !also.contains(origin));
    only.or(asked.first()).cloned().map(Origin::spelled)
}

fn codes_beyond(these: &Verdict<'_, '_>, those: &Verdict<'_, '_>) -> Vec<String> {
    let known = |code: &str| those.reasons.iter().any(|r| r.code == code);
    these.reasons.iter().filter(|r| !known(r.code)).map(|r| r.code.to_owned()).collect()
}

fn by_rule(customers: &[Moved]) -> Vec<RuleMoves> {
    let mut rules: Vec<RuleMoves> = Vec::new();
    for (at, moved) in customers.iter().enumerate().filter(|(_, m)| m.changes()) {
        let same = |r: &RuleMoves| r.direction == moved.direction && r.by == moved.by;
        match rules.iter_mut().find(|r| same(r)) {
            Some(rule) => rule.add(at, moved),
            None => {
                let mut rule = RuleMoves {
                    by: moved.by.clone(),
                    direction: moved.direction,
                    sums: Cell::default(),
                    days_late: DaysLate::default(),
                    who: Vec::new(),
                };
                rule.add(at, moved);
                rules.push(rule);
            }
        }
    }
    for rule in &mut rules {
        rule.days_late = DaysLate::of(rule.who.iter().filter_map(|at| customers.get(*at)));
    }
    order::sort_by_key(&mut rules, |r| (r.direction, std::cmp::Reverse(r.sums.customers)));
    rules
}

impl RuleMoves {
    fn add(&mut self, at: usize, moved: &Moved) {
        self.sums.add(moved);
        self.who.push(at);
    }
}

impl DaysLate {
    /// Of a group of customers.
    pub fn of<'m>(moved: impl Iterator<Item = &'m Moved>) -> Self {
        let (mut days, mut late_now) = (Vec::new(), 0_usize);
        for moved in moved {
            days.extend(moved.worst_days_late);
            late_now = late_now.saturating_add(usize::from(moved.days_late.is_some()));
        }
        let worst = days.iter().max().copied();
        Self { known: days.len(), median: median(&mut days), worst, late_now }
    }
}

/// The middle one; of two middle ones the greater.
pub(super) fn median(days: &mut [i64]) -> Option<i64> {
    days.sort_unstable();
    days.get(days.len() / 2).copied()
}

impl Cell {
    fn add(&mut self, moved: &Moved) {
        self.customers = self.customers.saturating_add(1);
        self.owed.add_all(&moved.owed);
        self.exposure.add_all(&moved.exposure);
        if let Some(limit) = moved.limit_before {
            self.limit_before.add_capped(limit);
        }
        if let Some(limit) = moved.limit_after {
            self.limit_after.add_capped(limit);
        }
    }
}
