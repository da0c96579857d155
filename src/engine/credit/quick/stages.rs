//! Stages the short way. Each answers whether it was decided; if not, nothing was done yet.

use super::super::decision::Origin;
use super::super::evaluate::Run;
use super::super::placed::Placed;
use super::build::{Plan, QuickLimit, QuickRules, QuickStage, QuickTable};
use super::rules::RuleMasks;
use super::short::Desk;
use super::value::Quick;
use crate::domain::{Currency, Money};
use crate::policy::document::{Candidate, Missing};
use crate::policy::feel::{Cause, Slot};

/// Rules or rows by bits: what may hold, and what of it is open.
struct Held {
    pass: u64,
    /// For want of a value.
    unclear: u64,
    /// For another cause, which only the long way finds.
    odd: u64,
}

impl<'p> Desk<'p> {
    pub fn stage(
        &mut self,
        plan: &Plan<'p>,
        stage: &QuickStage<'p>,
        at: (&mut Run<'p>, &Placed),
    ) -> Option<bool> {
        match stage {
            QuickStage::Rules(rules) => self.rules(plan, rules, at),
            QuickStage::Table(table) => self.table(plan, table, at),
            QuickStage::Limit(limit) => self.limit(limit, at.0),
        }
    }

    fn held(
        &mut self,
        plan: &Plan<'p>,
        masks: &RuleMasks,
        (run, given): (&Run<'p>, &Placed),
    ) -> Option<Held> {
        let mut held = Held { pass: masks.all, unclear: 0, odd: 0 };
        for mask in &masks.masks {
            let region = self.region(plan, mask.tested, (run, given))?;
            let says = mask.regions.get(region)?;
            held.pass &= says.pass;
            held.unclear |= says.unclear;
            held.odd |= says.odd;
        }
        held.unclear &= held.pass;
        held.odd &= held.pass;
        Some(held)
    }

    /// Why one rule or row cannot be told, by the values it looks at, in the order of the masks.
    fn causes<'d>(
        &'d self,
        plan: &'d Plan<'p>,
        masks: &'d RuleMasks,
        bit: u64,
    ) -> impl Iterator<Item = Cause> + 'd {
        masks.masks.iter().filter_map(move |mask| {
            let tested = plan.tested.get(mask.tested)?;
            let value = self.values.get(tested.slot)?;
            let region = value.region(&tested.regions, None)?;
            let open = mask.regions.get(region)?.unclear & bit != 0;
            value.cause().filter(|_| open)
        })
    }

    fn rules(
        &mut self,
        plan: &Plan<'p>,
        rules: &QuickRules<'p>,
        (run, given): (&mut Run<'p>, &Placed),
    ) -> Option<bool> {
        let Some(held) = self.held(plan, &rules.masks, (run, given)) else {
            return Some(false);
        };
        let mut left = held.pass;
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            let bit = left & left.wrapping_neg();
            left &= left.wrapping_sub(1);
            let rule = rules.rules.get(at)?;
            if (held.odd | rules.hard) & bit != 0 {
                self.lay(plan, run, given);
                run.rule(rules.stage, rule, rules.compiled.get(at)?);
            } else if held.unclear & bit != 0 {
                let cause = self.causes(plan, &rules.masks, bit).max()?;
                run.unclear(&format_args!("{}.{}", rules.stage, rule.id), cause);
            } else {
                let origin = Origin::Rule { stage: rules.stage, rule: rule.id.as_str() };
                run.reason(&rule.reason, Some(&rule.then), origin, None);
            }
        }
        Some(true)
    }

    fn table(
        &mut self,
        plan: &Plan<'p>,
        table: &QuickTable<'p>,
        (run, given): (&mut Run<'p>, &Placed),
    ) -> Option<bool> {
        let Some(held) = self.held(plan, &table.masks, (run, given)) else {
            return Some(false);
        };
        let mut hits = held.pass & !held.unclear;
        let mut unclear = held.unclear;
        if table.first && hits != 0 {
            hits &= hits.wrapping_neg();
            unclear &= hits.wrapping_sub(1);
        }
        if held.odd != 0 || (unclear == 0 && hits.count_ones() != 1) {
            return Some(false);
        }
        if unclear == 0 {
            self.row(table, hits, run)?;
        } else {
            let row = table.rows.get(unclear.trailing_zeros() as usize)?;
            let bit = unclear & unclear.wrapping_neg();
            let cause = self.causes(plan, &table.masks, bit).next()?;
            run.unclear(&format_args!("{}.{}", table.stage, row.id), cause);
            for slot in table.slots {
                self.set(run, *slot, Quick::Null);
            }
        }
        while hits != 0 {
            let row = table.rows.get(hits.trailing_zeros() as usize)?;
            hits &= hits.wrapping_sub(1);
            if let Some(code) = row.reason {
                run.reason(code, None, Origin::Row { stage: table.stage, row: row.id }, None);
            }
        }
        Some(true)
    }

    /// The outputs of the only row that holds.
    fn row(&mut self, table: &QuickTable<'p>, hit: u64, run: &mut Run<'p>) -> Option<()> {
        let row = table.rows.get(hit.trailing_zeros() as usize)?;
        for output in &row.outputs {
            let name = run.policy.scope.name(output.slot);
            run.grant((table.stage, row.id, name), output.role, &output.answer);
            self.set(run, output.slot, output.quick);
            if matches!(output.quick, Quick::Other) {
                run.put(output.slot, output.answer.clone());
            }
        }
        Some(())
    }

    fn limit(&mut self, limit: &QuickLimit<'p>, run: &mut Run<'p>) -> Option<bool> {
        let round = match limit.round.as_ref().map(|formula| formula.value(&self.values)) {
            None => None,
            Some(Quick::Number(unit)) if unit > 0 => Some(unit),
            Some(_) => return Some(false),
        };
        self.candidates.clear();
        for candidate in &limit.candidates {
            let amount = candidate.value(&self.values);
            if !matches!(amount, Quick::Number(_) | Quick::Missing(_) | Quick::Null) {
                return Some(false);
            }
            self.candidates.push(amount);
        }
        let least = self.least(limit, run)?;
        run.limit = match least {
            Some((_, amount)) => Some(rounded(amount, round, run.currency?)?),
            None => None,
        };
        run.binding = least.map(|(at, _)| at);
        let binding: Option<&'p Candidate> =
            least.and_then(|(at, _)| limit.text.candidates.get(at));
        run.bound = binding.map(|candidate| (limit.stage, candidate.id.as_str()));
        if let Some((candidate, code)) = binding.and_then(|c| Some((c, c.reason.as_ref()?))) {
            let origin = Origin::Candidate { stage: limit.stage, candidate: candidate.id.as_str() };
            run.reason(code, None, origin, None);
        }
        Some(true)
    }

    /// The least candidate with its place; none where one that could be less is missing.
    fn least(&self, limit: &QuickLimit<'p>, run: &mut Run<'p>) -> Option<Option<(usize, i64)>> {
        let mut known = true;
        let mut left_out = None;
        let mut least: Option<(usize, i64)> = None;
        for (at, value) in self.candidates.iter().enumerate() {
            match value {
                Quick::Number(amount) => {
                    let amount = (*amount).max(0);
                    if least.is_none_or(|(_, best)| amount < best) {
                        least = Some((at, amount));
                    }
                }
                Quick::Missing(slot)
                    if run.missing_rule(*slot) == Some(&Missing::SkipCandidate) =>
                {
                    left_out = left_out.or(Some(*slot));
                }
                unknown => {
                    let candidate = limit.text.candidates.get(at)?;
                    let place = format_args!("{}.{}", limit.stage, candidate.id);
                    run.unclear(&place, unknown.cause()?);
                    known = false;
                }
            }
        }
        if let (None, true, Some(slot)) = (least, known, left_out) {
            run.unclear(&limit.stage, Cause::Missing(slot));
        }
        Some(least.filter(|_| known))
    }
}

impl QuickLimit<'_> {
    /// The limit where at most one candidate is missing that may not be left out; none where more than
    /// that is to be said.
    pub fn plainly(
        &self,
        values: &[Quick],
        (currency, may_be_left_out): (Currency, impl Fn(Slot) -> bool),
    ) -> Option<Limited> {
        let mut unknown = None;
        let mut least: Option<(usize, i64)> = None;
        for (at, candidate) in self.candidates.iter().enumerate() {
            match candidate.value(values) {
                Quick::Number(amount) => {
                    let amount = amount.max(0);
                    if least.is_none_or(|(_, best)| amount < best) {
                        least = Some((at, amount));
                    }
                }
                Quick::Missing(slot) if may_be_left_out(slot) => {}
                Quick::Missing(slot) if unknown.is_none() => unknown = Some((at, slot)),
                _ => return None,
            }
        }
        let unit = match self.round.as_ref().map(|formula| formula.value(values)) {
            None => None,
            Some(Quick::Number(unit)) if unit > 0 => Some(unit),
            Some(_) => return None,
        };
        Some(match (unknown, least) {
            (Some((at, slot)), _) => Limited { amount: None, by: By::Missing(at, slot) },
            (None, None) if self.candidates.is_empty() => Limited { amount: None, by: By::Nothing },
            // All were left out.
            (None, None) => return None,
            (None, Some((at, amount))) => {
                let amount = Some(rounded(amount, unit, currency)?);
                Limited { amount, by: By::Candidate(at) }
            }
        })
    }
}

/// A limit, and what gave it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Limited {
    pub amount: Option<Money>,
    pub by: By,
}

/// What gave a limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum By {
    /// There is no candidate.
    Nothing,
    /// The candidate of this place.
    Candidate(usize),
    /// There is no limit: the candidate of this place is missing for want of a value.
    Missing(usize, Slot),
}

fn rounded(amount: i64, unit: Option<i64>, currency: Currency) -> Option<Money> {
    let whole = match unit {
        Some(unit) => amount.checked_sub(amount.checked_rem(unit)?)?,
        None => amount,
    };
    let per_minor = 10_i64.checked_pow(6_u32.checked_sub(currency.digits())?)?;
    Some(Money::new(whole.checked_div(per_minor)?, currency))
}
