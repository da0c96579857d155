//! Deciding one customer the short way.

use super::super::decision::Origin;
use super::super::evaluate::Run;
use super::super::placed::Placed;
use super::build::{Plan, QuickLimit, QuickStage, QuickTable, plan};
use super::card::{QuickBin, QuickCard};
use super::rules::RuleMasks;
use super::value::Quick;
use crate::domain::{Currency, Money};

/// The plans of one policy on one day, and the values of the customer at hand.
pub(in super::super) struct Short<'p> {
    plans: Vec<(Currency, Option<Plan<'p>>)>,
    desk: Desk<'p>,
}

/// What is written down for one customer.
#[derive(Default)]
struct Desk<'p> {
    values: Vec<Quick>,
    /// By tested value, once it is looked at.
    regions: Vec<Option<usize>>,
    lost: Vec<(QuickBin<'p>, &'p str)>,
}

impl<'p> Short<'p> {
    pub fn new(policy: &'p crate::policy::Compiled) -> Self {
        let values = vec![Quick::Other; policy.scope.len()];
        Self { plans: Vec::new(), desk: Desk { values, ..Desk::default() } }
    }

    /// Whether the customer was decided; if not, the run holds nothing of use.
    pub fn decide(&mut self, run: &mut Run<'p>, given: &Placed) -> bool {
        let at = match self.plans.iter().position(|(currency, _)| *currency == given.currency) {
            Some(at) => at,
            None => {
                run.parameters(given.currency);
                self.plans.push((given.currency, plan(run)));
                self.plans.len().saturating_sub(1)
            }
        };
        let Some((_, Some(plan))) = self.plans.get(at) else {
            return false;
        };
        run.begin(given.currency);
        self.desk.decide(plan, run, given).is_some()
    }
}

impl<'p> Desk<'p> {
    fn decide(&mut self, plan: &Plan<'p>, run: &mut Run<'p>, given: &Placed) -> Option<()> {
        self.values.get_mut(..given.quick.len())?.copy_from_slice(&given.quick);
        self.regions.clear();
        self.regions.resize(plan.tested.len(), None);
        if plan.needed.iter().any(|at| self.values.get(*at) == Some(&Quick::Missing)) {
            return None;
        }
        for (slot, formula) in &plan.derived {
            let value = formula.value(&self.values);
            if matches!(value, Quick::Missing | Quick::Other) {
                return None;
            }
            *self.values.get_mut(*slot)? = value;
        }
        for card in &plan.cards {
            self.card(plan, card, (run, given))?;
        }
        for stage in &plan.stages {
            match stage {
                QuickStage::Rules { stage, rules, masks, hard } => {
                    let (fired, unclear) = self.masked(plan, masks, given)?;
                    if fired & (unclear | hard) != 0 {
                        return None;
                    }
                    let mut left = fired;
                    while left != 0 {
                        let rule = rules.get(left.trailing_zeros() as usize)?;
                        let origin = Origin::Rule { stage: *stage, rule: rule.id.as_str() };
                        run.reason(&rule.reason, Some(&rule.then), origin, None);
                        left &= left.wrapping_sub(1);
                    }
                }
                QuickStage::Table(table) => self.table(plan, table, (run, given))?,
                QuickStage::Limit(limit) => self.limit(limit, run)?,
            }
        }
        Some(())
    }

    /// The region of a tested value.
    fn region(&mut self, plan: &Plan<'p>, tested: usize, given: &Placed) -> Option<usize> {
        if let Some(Some(region)) = self.regions.get(tested) {
            return Some(*region);
        }
        let value = plan.tested.get(tested)?;
        let quick = *self.values.get(value.slot)?;
        let region = quick.region(&value.regions, given.answers.get(value.slot))?;
        *self.regions.get_mut(tested)? = Some(region);
        Some(region)
    }

    /// What may hold, and what of it cannot be told.
    fn masked(&mut self, plan: &Plan<'p>, masks: &RuleMasks, given: &Placed) -> Option<(u64, u64)> {
        let (mut pass, mut unclear) = (masks.all, 0);
        for mask in &masks.masks {
            let region = self.region(plan, mask.tested, given)?;
            pass &= mask.pass.get(region)?;
            unclear |= mask.unclear.get(region)?;
        }
        Some((pass, unclear))
    }

    fn card(
        &mut self,
        plan: &Plan<'p>,
        card: &QuickCard<'p>,
        (run, given): (&mut Run<'p>, &Placed),
    ) -> Option<()> {
        let mut total = card.base;
        self.lost.clear();
        for characteristic in &card.characteristics {
            let region = self.region(plan, characteristic.tested, given)?;
            let bin = characteristic.bins.get(region).copied().flatten()?;
            total = total.checked_add(bin.points)?;
            if bin.reason.is_some() {
                self.lost.push((bin, characteristic.field));
            }
        }
        self.lost.sort_by_key(|(bin, _)| std::cmp::Reverse(bin.short));
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
        *self.values.get_mut(card.slot)? = Quick::Number(total);
        Some(())
    }

    fn table(
        &mut self,
        plan: &Plan<'p>,
        table: &QuickTable<'p>,
        (run, given): (&mut Run<'p>, &Placed),
    ) -> Option<()> {
        let (hits, unclear) = self.masked(plan, &table.masks, given)?;
        let alone = hits.count_ones() == 1 || (table.first && hits != 0);
        if hits & unclear != 0 || !alone {
            return None;
        }
        let row = table.rows.get(hits.trailing_zeros() as usize)?;
        for (slot, value) in &row.outputs {
            *self.values.get_mut(*slot)? = *value;
        }
        for (role, answer) in &row.granted {
            run.grant((table.stage, row.id), *role, answer);
        }
        if let Some(code) = row.reason {
            run.reason(code, None, Origin::Row { stage: table.stage, row: row.id }, None);
        }
        Some(())
    }

    fn limit(&self, limit: &QuickLimit<'p>, run: &mut Run<'p>) -> Option<()> {
        let mut least: Option<(usize, i64)> = None;
        for (at, candidate) in limit.candidates.iter().enumerate() {
            let Quick::Number(amount) = candidate.value(&self.values) else {
                return None;
            };
            let amount = amount.max(0);
            if least.is_none_or(|(_, best)| amount < best) {
                least = Some((at, amount));
            }
        }
        let (binding, amount) = least?;
        let rounded = match &limit.round {
            None => amount,
            Some(formula) => match formula.value(&self.values) {
                Quick::Number(unit) if unit > 0 => amount.checked_sub(amount.checked_rem(unit)?)?,
                _ => return None,
            },
        };
        let currency = run.currency?;
        let per_minor = 10_i64.checked_pow(6_u32.checked_sub(currency.digits())?)?;
        run.limit = Some(Money::new(rounded.checked_div(per_minor)?, currency));
        run.binding = Some(binding);
        let candidate = limit.text.candidates.get(binding)?;
        run.bound = Some((limit.stage, candidate.id.as_str()));
        if let Some(code) = &candidate.reason {
            let origin = Origin::Candidate { stage: limit.stage, candidate: candidate.id.as_str() };
            run.reason(code, None, origin, None);
        }
        Some(())
    }
}
