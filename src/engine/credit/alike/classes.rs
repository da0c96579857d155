//! Which values of a field mean the same to every rule, row and scorecard of a policy.

use super::super::quick::{Plan, Quick, Step};
use crate::policy::feel::Answer;
use crate::policy::regions::Regions;

/// The classes of one value that cells look at, from 0; or of one that only must not be missing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Classes {
    /// By region, with two more after the last: for a missing value, and for null.
    of: Vec<u64>,
    /// By class, the first of its regions.
    firsts: Vec<usize>,
}

impl Classes {
    /// Of a tested value of a plan. `asked_for`: the policy says something by itself where it is missing.
    pub fn of(plan: &Plan<'_>, tested: usize, asked_for: bool) -> Option<Self> {
        let missing = plan.tested.get(tested)?.regions.count();
        let mut firsts: Vec<usize> = Vec::new();
        let mut of = Vec::new();
        for region in 0..missing.saturating_add(2) {
            let own = asked_for && region == missing;
            let like = |first: &usize| !own && alike(plan, tested, (*first, region));
            let class = firsts.iter().position(like).unwrap_or_else(|| {
                firsts.push(region);
                firsts.len().saturating_sub(1)
            });
            of.push(class as u64);
        }
        Some(Self { of, firsts })
    }

    /// There or missing.
    pub fn there_or_missing() -> Self {
        Self { of: vec![0, 1, 1], firsts: vec![0, 1] }
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.firsts.len() as u64
    }

    /// One region of each class.
    pub fn firsts(&self) -> impl Iterator<Item = usize> {
        self.firsts.iter().copied()
    }

    /// The class of a missing value.
    pub fn missing(&self) -> Option<u64> {
        self.of.get(self.of.len().checked_sub(2)?).copied()
    }

    /// The class of a value; none where only the long way can tell.
    pub fn find(&self, regions: &Regions, value: Quick, given: Option<&Answer>) -> Option<u64> {
        self.of_region(value.region(regions, given)?)
    }

    pub fn of_region(&self, region: usize) -> Option<u64> {
        self.of.get(region).copied()
    }

    /// For whole numbers of hundredths: from which number on which class holds, rising. Nothing where
    /// the regions are of another kind.
    pub fn steps(&self, regions: &Regions) -> Vec<(i64, u64)> {
        let classes = self.of.as_slice();
        let Some((lowest, mut rest)) = classes.split_first() else {
            return Vec::new();
        };
        let mut steps = vec![(i64::MIN, *lowest)];
        match regions {
            Regions::Whole => {}
            Regions::Numbers { quick, .. } => {
                for cut in quick {
                    let [at, after, more @ ..] = rest else { return Vec::new() };
                    let whole = cut.div_euclid(PER_HUNDREDTH);
                    let next = whole.saturating_add(1);
                    let is_whole = cut.rem_euclid(PER_HUNDREDTH) == 0;
                    step(&mut steps, if is_whole { whole } else { next }, *at);
                    step(&mut steps, next, *after);
                    rest = more;
                }
            }
            Regions::Texts(_) | Regions::Truths => return Vec::new(),
        }
        steps
    }
}

/// Millionths.
const PER_HUNDREDTH: i64 = 10_000;

fn step(steps: &mut Vec<(i64, u64)>, from: i64, class: u64) {
    match steps.last_mut() {
        // Nothing lies between.
        Some(last) if last.0 == from => last.1 = class,
        Some(last) if last.1 == class => {}
        _ => steps.push((from, class)),
    }
}

/// Whether two regions of a tested value say the same everywhere.
fn alike(plan: &Plan<'_>, tested: usize, (one, other): (usize, usize)) -> bool {
    let masks = plan.masks().flat_map(|masks| &masks.masks).filter(|mask| mask.tested == tested);
    let mut says = masks.map(|mask| (mask.regions.get(one), mask.regions.get(other)));
    let cards = plan.cards.iter().filter_map(|card| match card {
        Step::Short(card) => Some(card),
        Step::Long => None,
    });
    let characteristics = cards.flat_map(|card| &card.characteristics);
    let mut bins = characteristics
        .filter(|characteristic| characteristic.tested == tested)
        .map(|characteristic| (characteristic.bins.get(one), characteristic.bins.get(other)));
    says.all(|(one, other)| one == other) && bins.all(|(one, other)| one == other)
}
