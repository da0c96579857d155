//! Portfolio guards evaluated over a simulation of the book.

use super::simulate::{Direction, Moved, Simulation};
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Decimal, Money, Purse, RuleId, exact};
use crate::policy::Document;
use crate::policy::guards::{Guard, Metric};

/// What came of one guard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarded<'p> {
    pub guard: &'p Guard,
    pub finding: Finding,
    pub rule: RuleId,
}

/// What was found, and what it was measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Within its bounds; of several figures the one nearest to a bound.
    Met { found: Decimal, currency: Option<Currency> },
    /// Below the least the guard allows; the currency where the figure is one of amounts.
    TooLow { found: Decimal, min: Decimal, currency: Option<Currency> },
    /// Above the most the guard allows.
    TooHigh { found: Decimal, max: Decimal, currency: Option<Currency> },
    /// There is nothing to measure, such as a median over no customers. This keeps nothing back.
    NothingToMeasure,
}

/// CR-054: a portfolio guard keeps a policy from being put into force.
pub const GUARD_NOT_MET: RuleId = RuleId::fixed("CR-054");

impl Guarded<'_> {
    /// Whether this guard keeps the new version from being put into force.
    #[must_use]
    pub const fn blocks(&self) -> bool {
        matches!(self.finding, Finding::TooLow { .. } | Finding::TooHigh { .. })
    }
}

/// All guards of a policy, in its order, over the book decided under the version before and this one.
#[must_use]
pub fn guards<'p>(policy: &'p Document, simulation: &Simulation) -> Vec<Guarded<'p>> {
    let guarded = |guard| Guarded { guard, finding: find(guard, simulation), rule: GUARD_NOT_MET };
    policy.guards.iter().map(guarded).collect()
}

fn find(guard: &Guard, simulation: &Simulation) -> Finding {
    let figures = figures(guard.metric, simulation);
    let broken = figures.iter().find_map(|(found, currency)| {
        let (found, currency) = (*found, *currency);
        let low = guard.min.filter(|min| found < *min);
        let high = guard.max.filter(|max| found > *max);
        low.map(|min| Finding::TooLow { found, min, currency })
            .or_else(|| high.map(|max| Finding::TooHigh { found, max, currency }))
    });
    let nearest = figures.iter().min_by_key(|(found, _)| room(guard, *found));
    let met = nearest.map(|(found, currency)| Finding::Met { found: *found, currency: *currency });
    broken.or(met).unwrap_or(Finding::NothingToMeasure)
}

/// How far a figure may still go before it breaks a bound.
fn room(guard: &Guard, found: Decimal) -> Decimal {
    let below = guard.min.and_then(|min| exact::difference(found, min));
    let above = guard.max.and_then(|max| exact::difference(max, found));
    below.into_iter().chain(above).min().unwrap_or(Decimal::MAX)
}

/// The figure, one for each currency where it is one of amounts.
fn figures(metric: Metric, simulation: &Simulation) -> Vec<(Decimal, Option<Currency>)> {
    let all = &simulation.customers;
    let share = |of: &dyn Fn(&Moved) -> bool| ratio(count(all, of), all.len());
    let single = match metric {
        Metric::ApproveShare => share(&|m| m.after == Outcome::Approve),
        Metric::ReferShare => share(&|m| m.after == Outcome::Refer),
        Metric::RefusedShare => share(&|m| matches!(m.after, Outcome::Hold | Outcome::Decline)),
        Metric::MovedShare => share(&Moved::changes),
        Metric::SwapOutShare => share(&|m| m.direction == Direction::Out),
        Metric::SwapInShare => share(&|m| m.direction == Direction::In),
        Metric::OverLimitShare => over_limit(all),
        Metric::SwapInDaysLate => days_late(all),
        Metric::LimitChange => return limit_change(simulation),
    };
    single.map(|found| (found, None)).into_iter().collect()
}

fn count(all: &[Moved], of: &dyn Fn(&Moved) -> bool) -> usize {
    all.iter().filter(|moved| of(moved)).count()
}

/// To four places.
fn ratio(part: usize, of: usize) -> Option<Decimal> {
    Decimal::from(part).checked_div(Decimal::from(of)).map(|share| share.round_dp(4))
}

fn over_limit(all: &[Moved]) -> Option<Decimal> {
    let known = count(all, &|m| m.limit_after.is_some());
    let above = |m: &Moved, limit: Option<Money>| {
        limit.is_some_and(|limit| m.exposure.get(limit.currency()) > limit)
    };
    let newly = |m: &Moved| above(m, m.limit_after) && !above(m, m.limit_before);
    ratio(count(all, &newly), known)
}

fn days_late(all: &[Moved]) -> Option<Decimal> {
    let swapped = all.iter().filter(|m| m.direction == Direction::In);
    let mut days: Vec<i64> = swapped.filter_map(|m| m.worst_days_late).collect();
    super::simulate::median(&mut days).map(Decimal::from)
}

/// For each currency in which there was a limit before.
fn limit_change(simulation: &Simulation) -> Vec<(Decimal, Option<Currency>)> {
    let (mut before, mut after) = (Purse::new(), Purse::new());
    for cell in simulation.swaps.values() {
        before.add_all(&cell.limit_before);
        after.add_all(&cell.limit_after);
    }
    let change = |currency: Currency| {
        let old = before.get(currency).to_decimal();
        let new = after.get(currency).to_decimal();
        let change = new.checked_div(old)?.checked_sub(Decimal::ONE)?;
        Some((change.round_dp(4), Some(currency)))
    };
    before.nonzero().filter_map(|limit| change(limit.currency())).collect()
}
