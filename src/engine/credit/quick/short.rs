//! Deciding one customer the short way.

use super::super::decision::Origin;
use super::super::evaluate::Run;
use super::super::placed::Placed;
use super::build::{Plan, Step, plan};
use super::card::{QuickBin, QuickCard};
use super::value::Quick;
use crate::domain::{Currency, order};
use crate::policy::feel::{Answer, Cause, Slot};

/// The plans of one policy on one day, and the values of the customer at hand.
pub(in super::super) struct Short<'p> {
    /// Fields that are the same for every customer, with what they are.
    still: Vec<(Slot, Answer)>,
    plans: Vec<(Currency, Plan<'p>)>,
    desk: Desk<'p>,
}

/// What is written down for one customer.
#[derive(Default)]
pub(super) struct Desk<'p> {
    pub values: Vec<Quick>,
    /// By tested value, once it is looked at.
    regions: Vec<u32>,
    lost: Vec<(QuickBin<'p>, &'p str)>,
    pub candidates: Vec<Quick>,
    /// Whether all values stand at length in the run too, since a step was taken the long way.
    is_laid: bool,
}

/// Stands for a region that nobody asked for yet.
const UNSEEN: u32 = u32::MAX;

impl<'p> Short<'p> {
    pub fn new(policy: &'p crate::policy::Compiled, still: Vec<(Slot, Answer)>) -> Self {
        let values = vec![Quick::Other; policy.scope.len()];
        Self { still, plans: Vec::new(), desk: Desk { values, ..Desk::default() } }
    }

    /// The plan for a currency.
    pub fn plan(&mut self, run: &mut Run<'p>, currency: Currency) -> Option<&Plan<'p>> {
        let at = self.ready(run, currency);
        self.plans.get(at).map(|(_, plan)| plan)
    }

    fn ready(&mut self, run: &mut Run<'p>, currency: Currency) -> usize {
        if let Some(at) = self.plans.iter().position(|(known, _)| *known == currency) {
            return at;
        }
        run.parameters(currency);
        for (slot, answer) in &self.still {
            run.put(*slot, answer.clone());
        }
        let still: Vec<Slot> = self.still.iter().map(|(slot, _)| *slot).collect();
        self.plans.push((currency, plan(run, &still)));
        self.plans.len().saturating_sub(1)
    }

    /// Whether the customer was decided; if not, the run holds nothing of use.
    pub fn decide(&mut self, run: &mut Run<'p>, given: &Placed) -> bool {
        let at = self.ready(run, given.currency);
        let Some((_, plan)) = self.plans.get(at) else {
            return false;
        };
        run.begin(given.currency);
        self.desk.decide(plan, run, given).is_some()
    }

    /// What was worked out for the customer decided last, by slot.
    pub fn values(&self) -> &[Quick] {
        &self.desk.values
    }

    /// Whether any step of the customer decided last went the long way.
    pub const fn took_long_steps(&self) -> bool {
        self.desk.is_laid
    }
}

impl<'p> Desk<'p> {
    fn decide(&mut self, plan: &Plan<'p>, run: &mut Run<'p>, given: &Placed) -> Option<()> {
        self.begin(plan, given)?;
        self.needed(plan, run)?;
        self.derived(plan, run, given);
        self.cards(plan, run, given)?;
        self.stages(plan, run, given)
    }

    fn needed(&mut self, plan: &Plan<'p>, run: &mut Run<'p>) -> Option<()> {
        for needed in &plan.needed {
            if self.values.get(needed.slot)?.cause().is_some() {
                let origin = Origin::MissingField { field: needed.field };
                run.reason(needed.code, Some(needed.outcome), origin, None);
            }
        }
        Some(())
    }

    fn derived(&mut self, plan: &Plan<'p>, run: &mut Run<'p>, given: &Placed) {
        for derived in &plan.derived {
            let value = derived.formula.as_ref().map(|formula| formula.value(&self.values));
            match value.filter(|value| !matches!(value, Quick::Other)) {
                Some(value) => self.set(run, derived.slot, value),
                None => {
                    self.lay(plan, run, given);
                    let answer = derived.expr.answer(&run.values);
                    if let Err(Cause::Error(error)) = answer {
                        run.failed(&run.policy.scope.name(derived.slot), &error);
                    }
                    self.take(run, derived.slot, answer);
                }
            }
        }
    }

    fn cards(&mut self, plan: &Plan<'p>, run: &mut Run<'p>, given: &Placed) -> Option<()> {
        for (at, card) in plan.cards.iter().enumerate() {
            match card {
                Step::Short(card) => self.card(plan, card, (run, given))?,
                Step::Long => {
                    self.lay(plan, run, given);
                    run.card_at(at);
                    self.take_back(run, run.policy.cards.get(at)?.slot);
                }
            }
        }
        Some(())
    }

    fn stages(&mut self, plan: &Plan<'p>, run: &mut Run<'p>, given: &Placed) -> Option<()> {
        for (at, stage) in plan.stages.iter().enumerate() {
            let decided = match stage {
                Step::Short(stage) => self.stage(plan, stage, (run, given))?,
                Step::Long => false,
            };
            if !decided {
                self.lay(plan, run, given);
                run.stage_at(at);
                self.take_outputs(run, at);
            }
        }
        Some(())
    }

    fn begin(&mut self, plan: &Plan<'p>, given: &Placed) -> Option<()> {
        self.values.get_mut(..plan.fields)?.copy_from_slice(given.quick.get(..plan.fields)?);
        for slot in &plan.worked_out {
            *self.values.get_mut(*slot)? = Quick::Null;
        }
        self.regions.clear();
        self.regions.resize(plan.tested.len(), UNSEEN);
        self.is_laid = false;
        Some(())
    }

    /// The region of a tested value.
    #[inline]
    pub fn region(
        &mut self,
        plan: &Plan<'p>,
        tested: usize,
        (run, given): (&Run<'p>, &Placed),
    ) -> Option<usize> {
        match self.regions.get(tested) {
            Some(&region) if region != UNSEEN => Some(region as usize),
            _ => self.find_region(plan, tested, (run, given)),
        }
    }

    fn find_region(
        &mut self,
        plan: &Plan<'p>,
        tested: usize,
        (run, given): (&Run<'p>, &Placed),
    ) -> Option<usize> {
        let value = plan.tested.get(tested)?;
        let quick = *self.values.get(value.slot)?;
        let answers = if value.slot < plan.fields { &given.answers } else { &run.values };
        let region = quick.region(&value.regions, answers.get(value.slot))?;
        *self.regions.get_mut(tested)? = u32::try_from(region).ok()?;
        Some(region)
    }

    fn card(
        &mut self,
        plan: &Plan<'p>,
        card: &QuickCard<'p>,
        (run, given): (&mut Run<'p>, &Placed),
    ) -> Option<()> {
        let mut total = card.base;
        let mut unknown = None;
        self.lost.clear();
        for characteristic in &card.characteristics {
            let region = self.region(plan, characteristic.tested, (run, given))?;
            let Some(bin) = characteristic.bins.get(region).copied().flatten() else {
                let slot = plan.tested.get(characteristic.tested)?.slot;
                let cause @ Cause::Missing(_) = self.values.get(slot)?.cause()? else {
                    return None;
                };
                run.unclear(&format_args!("{}: {}", card.id, characteristic.field), cause);
                unknown = unknown.max(Some(cause));
                continue;
            };
            total = total.checked_add(bin.points)?;
            if bin.reason.is_some() {
                self.lost.push((bin, characteristic.field));
            }
        }
        order::sort_by_key(&mut self.lost, |(bin, _)| std::cmp::Reverse(bin.lost));
        let mut told = 0;
        for at in 0..self.lost.len() {
            let (bin, field) = *self.lost.get(at)?;
            let again = self.lost.get(..at)?.iter().any(|(b, _)| b.reason == bin.reason);
            if again || told >= card.max_reasons {
                continue;
            }
            told += 1;
            let origin = Origin::Card { card: card.id, field };
            run.reason(bin.reason?, None, origin, Some(bin.short));
        }
        let total = match unknown {
            Some(Cause::Missing(slot)) => Quick::Missing(slot),
            _ => Quick::Number(total),
        };
        self.set(run, card.slot, total);
        Some(())
    }

    // What a step leaves behind, and what the long way needs.

    /// Puts all that is known so far at length into the run, for a step that goes the long way.
    pub fn lay(&mut self, plan: &Plan<'p>, run: &mut Run<'p>, given: &Placed) {
        if self.is_laid {
            return;
        }
        self.is_laid = true;
        run.parameters(given.currency);
        for (slot, at) in (0..=u16::MAX).map(Slot).zip(0..plan.fields) {
            run.put(slot, given.answer(at));
        }
        for at in &plan.worked_out {
            let answer = self.values.get(*at).and_then(|value| value.answer());
            if let (Some(answer), Ok(slot)) = (answer, u16::try_from(*at)) {
                run.put(Slot(slot), answer);
            }
        }
    }

    /// A value that was worked out the short way.
    pub fn set(&mut self, run: &mut Run<'p>, slot: Slot, value: Quick) {
        if let Some(place) = self.values.get_mut(slot.index()) {
            *place = value;
        }
        if self.is_laid
            && let Some(answer) = value.answer()
        {
            run.put(slot, answer);
        }
    }

    /// A value that was worked out the long way.
    fn take(&mut self, run: &mut Run<'p>, slot: Slot, answer: crate::policy::feel::Answer) {
        run.put(slot, answer);
        self.take_back(run, slot);
    }

    fn take_back(&mut self, run: &Run<'p>, slot: Slot) {
        if let Some(place) = self.values.get_mut(slot.index()) {
            *place = Quick::of(run.value(slot));
        }
    }

    fn take_outputs(&mut self, run: &Run<'p>, stage: usize) {
        use crate::policy::compiled::CompiledStage;
        if let Some(CompiledStage::Table { outputs, .. }) = run.policy.stages.get(stage) {
            for slot in outputs {
                self.take_back(run, *slot);
            }
        }
    }
}
