//! The limit: the least of the candidates, rounded down.

use super::decision::{CandidateSeen, Origin};
use super::evaluate::Run;
use super::trace::{Seen, Step};
use crate::domain::{Decimal, Money, exact};
use crate::policy::document::{Candidate, LimitStage, Missing};
use crate::policy::feel::{Answer, Cause, Expr, Value};

impl<'p> Run<'p> {
    pub(super) fn limit_stage(
        &mut self,
        stage: &'p str,
        text: &'p LimitStage,
        (candidates, round): (&[Expr], Option<&Expr>),
    ) {
        let mut known = true;
        let mut left_out = None;
        let mut least: Option<(usize, Decimal)> = None;
        for (at, (candidate, expr)) in text.candidates.iter().zip(candidates).enumerate() {
            let answer = expr.answer(&self.values);
            let scope = &self.policy.scope;
            self.tell(|| Step::Candidate {
                stage: stage.to_owned(),
                id: candidate.id.clone(),
                value: Seen::of(&answer, scope),
            });
            let amount = self.candidate(stage, candidate, &answer, &mut known);
            if let (None, Err(Cause::Missing(slot))) = (amount, &answer) {
                left_out = left_out.or(Some(*slot));
            }
            if let Some(amount) = amount.filter(|a| least.is_none_or(|(_, best)| *a < best)) {
                least = Some((at, amount));
            }
            if self.detail {
                self.candidates.push(CandidateSeen {
                    id: candidate.id.clone(),
                    label: candidate.label.clone(),
                    amount: amount.and_then(|a| Money::from_decimal(a, self.currency?).ok()),
                });
            }
        }
        // With every candidate left out there is no limit, which nobody chose.
        if let (None, true, Some(slot)) = (least, known, left_out) {
            self.unclear(&stage, Cause::Missing(slot));
        }
        let limit =
            least.filter(|_| known).and_then(|(_, amount)| self.rounded(stage, amount, round));
        self.binding = least.filter(|_| limit.is_some()).map(|(at, _)| at);
        self.limit = limit;
        self.limit_reason(stage, text);
    }

    /// The amount of a candidate, or none when it is left out.
    ///
    /// Only a field whose rule is `skip-candidate` may be left out: a candidate that is missing
    /// for another cause could have been the least, so there is no limit at all then.
    fn candidate(
        &mut self,
        stage: &'p str,
        candidate: &'p Candidate,
        answer: &Answer,
        known: &mut bool,
    ) -> Option<Decimal> {
        match answer {
            Ok(Value::Number(amount)) => return Some((*amount).max(Decimal::ZERO)),
            Ok(other) => {
                let place = format_args!("{stage}.{}", candidate.id);
                self.failed(&place, &format_args!("{other} is not an amount"));
            }
            Err(Cause::Missing(slot))
                if self.missing_rule(*slot) == Some(&Missing::SkipCandidate) =>
            {
                return None;
            }
            Err(cause) => self.unclear(&format_args!("{stage}.{}", candidate.id), *cause),
        }
        *known = false;
        None
    }

    fn rounded(&mut self, stage: &'p str, amount: Decimal, round: Option<&Expr>) -> Option<Money> {
        let unit = match round.map(|expr| expr.answer(&self.values)) {
            None => None,
            Some(Ok(Value::Number(unit))) if unit > Decimal::ZERO => Some(unit),
            Some(Err(cause)) => {
                self.unclear(&format_args!("{stage}.roundDownTo"), cause);
                return None;
            }
            Some(Ok(other)) => {
                self.failed(
                    &format_args!("{stage}.roundDownTo"),
                    &format_args!("{other} is not an amount above zero"),
                );
                return None;
            }
        };
        let whole = match unit {
            Some(unit) => {
                exact::quotient(amount, unit).and_then(|count| exact::product(count.trunc(), unit))
            }
            None => Some(amount),
        };
        let limit = whole.and_then(|a| {
            let currency = self.currency?;
            let toward_zero = rust_decimal::RoundingStrategy::ToZero;
            let down = a.round_dp_with_strategy(currency.digits(), toward_zero);
            Money::from_decimal(down, currency).ok()
        });
        if limit.is_none() {
            self.failed(&stage, &"the limit is too large");
        }
        limit
    }

    fn limit_reason(&mut self, stage: &'p str, text: &'p LimitStage) {
        let binding = self.binding.and_then(|at| text.candidates.get(at));
        self.bound = binding.map(|c| (stage, c.id.as_str()));
        let limit = self.limit;
        self.tell(|| Step::Limit {
            stage: stage.to_owned(),
            binding: binding.map(|c| c.id.clone()),
            limit,
        });
        if let Some((candidate, code)) = binding.and_then(|c| Some((c, c.reason.as_ref()?))) {
            let origin = Origin::Candidate { stage, candidate: candidate.id.as_str() };
            self.reason(code, None, origin, None);
        }
    }
}
