//! The key of a customer: into which class everything falls that decides.

use super::super::known::{From, Hundredths, Known, Seat, Seating};
use super::super::quick::{By, Formula, Limited, Plan, Quick, QuickLimit, QuickStage, Step};
use super::super::sitting::Sitting;
use super::classes::Classes;
use super::kept::{Kept, Key, Kind, Told};
use super::lane::Lane;
use super::merge::{Merge, Room};
use crate::domain::{Currency, order};
use crate::policy::Compiled;
use crate::policy::document::Missing;
use crate::policy::feel::Slot;
use crate::policy::regions::Regions;

/// Customers of one currency by what decides them.
pub(super) struct Keyed<'p> {
    currency: Currency,
    lanes: Vec<Lane<'p>>,
    reads: Vec<Read<'p>>,
    derived: Vec<(usize, Formula)>,
    marks: Vec<Mark>,
    limit: Option<QuickLimit<'p>>,
    /// What the limit looks at beside fields and derived values.
    outputs: Vec<usize>,
    /// By slot.
    values: Vec<Quick>,
    merge: Merge,
    kept: Kept<'p>,
}

/// A field that expressions look at.
struct Read<'p> {
    slot: usize,
    /// The place among the seats.
    seat: usize,
    /// The whole column, where it is one of plain numbers.
    numbers: Option<&'p [Hundredths]>,
}

/// A derived value that decides, and where its class stands in the key.
struct Mark {
    slot: usize,
    regions: Regions,
    classes: Classes,
    shift: u32,
}

/// A customer whose key is known.
pub(super) struct Found {
    key: Key,
    /// The place of his kind, where he is not the first of it.
    kind: Option<usize>,
    /// The place of his kind and his limit, where all else was told before.
    pub like: Option<(usize, Limited)>,
}

impl<'p> Keyed<'p> {
    /// None where a policy has a step that looks at more than classes.
    pub fn new(
        policy: &'p Compiled,
        (plan, seats, known): (&Plan<'p>, &[Seat], &'p Known),
        currency: Currency,
    ) -> Option<Self> {
        let limit = only_limit(plan)?.cloned();
        plan.all_cards()?;
        let mut keyed = Self {
            currency,
            lanes: Vec::new(),
            reads: Vec::new(),
            derived: Vec::new(),
            marks: Vec::new(),
            limit,
            outputs: Vec::new(),
            values: vec![Quick::Null; policy.scope.len()],
            merge: Merge::default(),
            kept: Kept::default(),
        };
        keyed.take_derived(plan)?;
        keyed.take_reads(plan, (seats, known))?;
        let mut used = 0;
        keyed.take_lanes(plan, (seats, known), &mut used)?;
        keyed.take_marks(plan, &mut used)?;
        Some(keyed)
    }

    /// Derived values that are not the same for everybody.
    fn take_derived(&mut self, plan: &Plan<'p>) -> Option<()> {
        for derived in &plan.derived {
            match derived.formula.clone()? {
                Formula::Const(value) => *self.values.get_mut(derived.slot.index())? = value,
                formula => self.derived.push((derived.slot.index(), formula)),
            }
        }
        Some(())
    }

    fn take_reads(&mut self, plan: &Plan<'p>, (seats, known): (&[Seat], &'p Known)) -> Option<()> {
        let is_derived = |slot: &usize| plan.derived.iter().any(|d| d.slot.index() == *slot);
        let mut by_derived = Vec::new();
        self.derived.iter().for_each(|(_, formula)| formula.reads(&mut by_derived));
        if by_derived.iter().any(|slot| *slot >= plan.fields && !is_derived(slot)) {
            return None;
        }
        let mut by_limit = Vec::new();
        if let Some(limit) = &self.limit {
            let formulas = limit.candidates.iter().chain(&limit.round);
            formulas.for_each(|formula| formula.reads(&mut by_limit));
        }
        self.outputs = by_limit
            .iter()
            .copied()
            .filter(|slot| *slot >= plan.fields && !is_derived(slot))
            .collect();
        let mut fields: Vec<usize> =
            by_derived.into_iter().chain(by_limit).filter(|s| *s < plan.fields).collect();
        order::sort(&mut fields);
        fields.dedup();
        for slot in fields {
            let seat = seats.iter().position(|seat| seat.at == slot)?;
            let numbers = match seats.get(seat)?.from {
                From::Column(column) => known.numbers(column),
                _ => None,
            };
            self.reads.push(Read { slot, seat, numbers });
        }
        Some(())
    }

    fn take_lanes(
        &mut self,
        plan: &Plan<'p>,
        (seats, known): (&[Seat], &'p Known),
        used: &mut u32,
    ) -> Option<()> {
        for (at, seat) in seats.iter().enumerate() {
            let asked_for = plan.needed.iter().any(|needed| needed.slot == seat.at);
            let tested = plan.tested.iter().enumerate().find(|(_, tested)| tested.slot == seat.at);
            let (regions, classes) = match tested {
                Some((place, tested)) => {
                    (tested.regions.clone(), Classes::of(plan, place, asked_for)?)
                }
                None if asked_for => (Regions::Whole, Classes::there_or_missing()),
                None => continue,
            };
            if let Some(room) = room(used, classes.count())? {
                let speaks = if asked_for { classes.missing() } else { None };
                self.merge.take(plan, (tested.map(|t| t.0), &classes), (room, speaks));
                self.lanes.push(Lane::new((at, seat, known), (regions, classes), room.0)?);
            }
        }
        Some(())
    }

    fn take_marks(&mut self, plan: &Plan<'p>, used: &mut u32) -> Option<()> {
        for (place, tested) in plan.tested.iter().enumerate() {
            if !self.derived.iter().any(|(slot, _)| *slot == tested.slot) {
                continue;
            }
            let classes = Classes::of(plan, place, false)?;
            let causes = self.reads.len() as u64;
            if let Some(room) = room(used, classes.count().saturating_add(causes))? {
                self.merge.take(plan, (Some(place), &classes), (room, None));
                let regions = tested.regions.clone();
                self.marks.push(Mark { slot: tested.slot, regions, classes, shift: room.0 });
            }
        }
        Some(())
    }

    /// The key of a customer; none where only the long way can tell. His values are put down.
    pub fn find(
        &mut self,
        policy: &Compiled,
        (seating, known): (&Seating<'_>, &Known),
        row: usize,
    ) -> Option<Found> {
        let seats = seating.seats();
        let mut key = 0;
        for lane in &self.lanes {
            key |= lane.part(seats.get(lane.seat)?, known, row)?;
        }
        for read in &self.reads {
            let seat = seats.get(read.seat)?;
            let number = read.numbers.and_then(|numbers| numbers.get(row));
            *self.values.get_mut(read.slot)? = match number {
                Some(number) => number.quick().unwrap_or(seat.quick),
                None => seat.short(known, row),
            };
        }
        for (slot, formula) in &self.derived {
            let value = formula.value(&self.values);
            if value == Quick::Other {
                return None;
            }
            *self.values.get_mut(*slot)? = value;
        }
        for mark in &self.marks {
            key |= self.class(mark)? << mark.shift;
        }
        let key = self.merge.meaning(key)?;
        let kind = self.kept.find(key);
        let like = kind.and_then(|kind| {
            let limit = self.limit(kind, policy)?;
            self.told(kind, limit.by).is_some().then_some((kind, limit))
        });
        Some(Found { key, kind, like })
    }

    /// A value that is missing is told by the field for want of which it is.
    fn class(&self, mark: &Mark) -> Option<u64> {
        match *self.values.get(mark.slot)? {
            Quick::Missing(cause) => {
                let place = self.reads.iter().position(|read| read.slot == cause.index())?;
                Some(mark.classes.count().saturating_add(place as u64))
            }
            value => mark.classes.find(&mark.regions, value, None),
        }
    }

    /// The limit of the customer whose values are put down; none where more is to be said of it.
    fn limit(&mut self, kind: usize, policy: &Compiled) -> Option<Limited> {
        let kind = self.kept.kind(kind)?;
        for (slot, value) in self.outputs.iter().zip(&kind.outputs) {
            *self.values.get_mut(*slot)? = *value;
        }
        let Some(limit) = &self.limit else {
            return Some(Limited { amount: None, by: By::Nothing });
        };
        let skipped = |slot: Slot| {
            let field = policy.document.fields.get(slot.index());
            field.is_some_and(|field| field.missing == Missing::SkipCandidate)
        };
        limit.plainly(&self.values, (self.currency, skipped))
    }

    /// Keeps what a sitting decided for the customer whose values are put down.
    pub fn keep(&mut self, found: &Found, sitting: &Sitting<'p>) {
        let Some(values) = sitting.worked_out() else {
            return;
        };
        let outputs =
            self.outputs.iter().map(|slot| values.get(*slot).copied().unwrap_or(Quick::Other));
        let outputs: Vec<Quick> = outputs.collect();
        let Some(at) = found.kind.or_else(|| self.kept.add(found.key, outputs)) else {
            return;
        };
        let run = sitting.run();
        // What else is said of a limit does not stand in the key.
        if let Some(limit) = self.limit(at, run.policy)
            && limit.amount == run.limit
        {
            self.kept.tell(at, limit.by, Told::of(run, &sitting.verdict()));
        }
    }

    pub fn told(&self, kind: usize, by: By) -> Option<&Told<'p>> {
        self.kept.kind(kind).and_then(|kind: &Kind<'p>| kind.told(by))
    }
}

/// The limit of a policy that has at most one, and nothing without a short way.
fn only_limit<'a, 'p>(plan: &'a Plan<'p>) -> Option<Option<&'a QuickLimit<'p>>> {
    let mut found = None;
    for stage in &plan.stages {
        match stage {
            Step::Short(QuickStage::Limit(limit)) if found.is_none() => found = Some(limit),
            Step::Short(QuickStage::Rules(rules)) if rules.hard == 0 => {}
            Step::Short(QuickStage::Table(_)) => {}
            _ => return None,
        }
    }
    Some(found)
}

/// Takes room in a key for so many classes, nothing where there is but one; none where the key is full.
fn room(used: &mut u32, classes: u64) -> Option<Option<Room>> {
    let bits = u64::BITS - classes.saturating_sub(1).leading_zeros();
    let shift = *used;
    *used = shift.checked_add(bits).filter(|all| *all <= u64::BITS)?;
    Some(u64::MAX.checked_shr(u64::BITS - bits).map(|mask| (shift, mask)))
}
