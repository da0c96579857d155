//! Running a policy over the inputs of one customer.

use std::fmt::Display;

use super::decision::{CandidateSeen, Origin};
use super::granted::Granted;
use super::ground::Ground;
use super::placed::Placed;
use super::rank::{rank, weight};
use super::trace::{ConditionSeen, Seen, Step};
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Day, Decimal, Money};
use crate::policy::Compiled;
use crate::policy::compiled::{CompiledRule, CompiledStage};
use crate::policy::document::{Amount, Condition, Missing, Rule, StageKind, within};
use crate::policy::feel::{Answer, Cause, Cell, Slot, Truth, Value, both, either};
use rust_decimal::prelude::ToPrimitive as _;

/// A decision in the making; it may be made anew for another customer.
pub(super) struct Run<'p> {
    pub policy: &'p Compiled,
    pub as_of: Day,
    /// Whether the trace and the candidates are wanted, or the answer only.
    pub detail: bool,
    pub currency: Option<Currency>,
    /// The currency whose parameters stand among the values.
    parameters_of: Option<Currency>,
    pub values: Vec<Answer>,
    pub grounds: Vec<Ground<'p>>,
    /// The most severe outcome that anything asked for, with its place in the order of severity.
    severest: Option<(usize, Outcome)>,
    pub candidates: Vec<CandidateSeen>,
    pub binding: Option<usize>,
    /// The stage and the candidate that gave the limit.
    pub bound: Option<(&'p str, &'p str)>,
    /// Rows of tables that asked for an outcome: its severity, the stage, the row.
    pub row_asks: Vec<(usize, &'p str, &'p str)>,
    pub limit: Option<Money>,
    pub granted: Granted,
    pub trace: Vec<Step>,
}

/// What stands for an input that has no place.
static NOTHING: Answer = Err(Cause::Null);

impl<'p> Run<'p> {
    pub fn new(policy: &'p Compiled, as_of: Day, detail: bool) -> Self {
        Self {
            policy,
            as_of,
            detail,
            currency: None,
            parameters_of: None,
            values: vec![Err(Cause::Null); policy.scope.len()],
            grounds: Vec::new(),
            severest: None,
            candidates: Vec::new(),
            binding: None,
            bound: None,
            row_asks: Vec::new(),
            limit: None,
            granted: Granted::default(),
            trace: Vec::new(),
        }
    }

    pub fn decide(&mut self, given: &Placed) {
        self.begin(given.currency);
        let policy = self.policy;
        for slot in policy.worked_out() {
            self.put(slot, Err(Cause::Null));
        }
        self.parameters(given.currency);
        self.fields(given);
        self.derived();
        self.cards();
        self.stages();
    }

    /// Forgets the customer before. Parameters stand until another currency is asked for.
    pub fn begin(&mut self, currency: Currency) {
        self.currency = Some(currency);
        self.grounds.clear();
        self.severest = None;
        self.candidates.clear();
        self.binding = None;
        self.bound = None;
        self.row_asks.clear();
        self.limit = None;
        self.granted = Granted::default();
        self.trace.clear();
    }

    fn fields(&mut self, given: &Placed) {
        for (field, at) in self.policy.document.fields.iter().zip(0..=u16::MAX) {
            let answer = given.answer(usize::from(at));
            if let (Err(_), Missing::Outcome(outcome, code)) = (&answer, &field.missing) {
                let origin = Origin::MissingField { field: field.id.as_str() };
                self.reason(code, Some(outcome), origin, None);
            }
            self.put(Slot(at), answer);
        }
    }

    pub fn parameters(&mut self, currency: Currency) {
        if self.parameters_of.replace(currency) == Some(currency) {
            return;
        }
        let policy = self.policy;
        for (parameter, slot) in policy.document.parameters.iter().zip(&policy.parameters) {
            let value = parameter.on(self.as_of).and_then(|v| match &v.amount {
                Amount::Number(number) => Some(*number),
                Amount::Money(amounts) => amounts.get(&currency).map(|money| money.to_decimal()),
            });
            self.put(*slot, value.map(Value::Number).ok_or(Cause::Missing(*slot)));
        }
        for (slot, value) in &policy.lists {
            self.put(*slot, Ok(value.clone()));
        }
    }

    fn derived(&mut self) {
        let policy = self.policy;
        for step in &policy.derived {
            let answer = step.expr.answer(&self.values);
            let id = policy.scope.name(step.slot);
            if let Err(Cause::Error(error)) = answer {
                self.failed(&id, &error);
            }
            self.tell(|| Step::Derived {
                id: id.to_owned(),
                value: Seen::of(&answer, &policy.scope),
            });
            self.put(step.slot, answer);
        }
    }

    fn stages(&mut self) {
        for at in 0..self.policy.stages.len() {
            self.stage_at(at);
        }
    }

    /// One stage by its place in the order of the document.
    pub fn stage_at(&mut self, at: usize) {
        let policy = self.policy;
        let (Some(stage), Some(compiled)) = (policy.document.stages.get(at), policy.stages.get(at))
        else {
            return;
        };
        match (&stage.kind, compiled) {
            (StageKind::Rules(rules), CompiledStage::Rules(compiled)) => {
                for (rule, compiled) in rules.iter().zip(compiled) {
                    self.rule(&stage.id, rule, compiled);
                }
            }
            (StageKind::Table(text), CompiledStage::Table { table, outputs }) => {
                self.table(&stage.id, text, (table, outputs));
            }
            (StageKind::Limit(text), CompiledStage::Limit { candidates, round_down_to }) => {
                self.limit_stage(&stage.id, text, (candidates, round_down_to.as_ref()))
            }
            // A compiled policy has the stages of its document.
            _ => self.failed(&stage.id, &"the stage is not compiled"),
        }
    }

    pub fn rule(&mut self, stage: &'p str, rule: &'p Rule, compiled: &CompiledRule) {
        if !within(rule.effective, self.as_of) {
            self.tell(|| Step::NotInForce { stage: stage.to_owned(), rule: rule.id.clone() });
            return;
        }
        let mut conditions = Vec::new();
        let when = self.all_hold((&rule.when, &compiled.when), &mut conditions);
        if matches!(when, Ok(false)) && !self.detail {
            return;
        }
        let spared = self.any_holds((&rule.unless, &compiled.unless), &mut conditions);
        let fired = both(when, spared.map(|held| !held));
        self.tell(|| Step::Rule {
            stage: stage.to_owned(),
            rule: rule.id.clone(),
            fired: fired.ok(),
            conditions,
        });
        match fired {
            Ok(false) => {}
            Ok(true) => {
                let origin = Origin::Rule { stage, rule: rule.id.as_str() };
                self.reason(&rule.reason, Some(&rule.then), origin, None);
            }
            Err(cause) => self.unclear(&format_args!("{stage}.{}", rule.id), cause),
        }
    }

    /// Whether all conditions hold. Without a trace, one that fails ends the matter.
    fn all_hold(
        &self,
        (texts, cells): (&[Condition], &[(Slot, Cell)]),
        seen: &mut Vec<ConditionSeen>,
    ) -> Truth {
        let mut all = Ok(true);
        for (text, cell) in texts.iter().zip(cells) {
            all = both(all, self.condition(text, cell, false, seen));
            if matches!(all, Ok(false)) && !self.detail {
                break;
            }
        }
        all
    }

    fn any_holds(
        &self,
        (texts, cells): (&[Condition], &[(Slot, Cell)]),
        seen: &mut Vec<ConditionSeen>,
    ) -> Truth {
        let mut any = Ok(false);
        for (text, cell) in texts.iter().zip(cells) {
            any = either(any, self.condition(text, cell, true, seen));
        }
        any
    }

    fn condition(
        &self,
        text: &Condition,
        (slot, cell): &(Slot, Cell),
        unless: bool,
        seen: &mut Vec<ConditionSeen>,
    ) -> Truth {
        let value = self.value(*slot);
        let truth = cell.holds(value, &self.values);
        if self.detail {
            seen.push(ConditionSeen {
                field: text.field.clone(),
                is: text.is.clone(),
                value: Seen::of(value, &self.policy.scope),
                held: truth.ok(),
                unless,
            });
        }
        truth
    }

    // What every part needs.

    /// Keeps a step of the trace, where one is wanted.
    pub fn tell(&mut self, step: impl FnOnce() -> Step) {
        if self.detail {
            self.trace.push(step());
        }
    }

    pub fn put(&mut self, slot: Slot, answer: Answer) {
        if let Some(place) = self.values.get_mut(slot.index()) {
            *place = answer;
        }
    }

    pub fn value(&self, slot: Slot) -> &Answer {
        self.values.get(slot.index()).unwrap_or(&NOTHING)
    }

    /// The rule for a missing field; none for what is no field.
    pub fn missing_rule(&self, slot: Slot) -> Option<&'p Missing> {
        self.policy.document.fields.get(slot.index()).map(|field| &field.missing)
    }

    /// Takes the outcome if nothing before was more severe.
    pub fn ask_for(&mut self, outcome: Outcome) {
        let severity = self.policy.document.severity(&outcome);
        if self.severest.as_ref().is_none_or(|(severest, _)| severity >= *severest) {
            self.severest = Some((severity, outcome));
        }
    }

    pub fn reason(
        &mut self,
        code: &'p str,
        outcome: Option<&Outcome>,
        origin: Origin<&'p str>,
        points_lost: Option<Decimal>,
    ) {
        let outcome = outcome.cloned();
        if let Some(outcome) = &outcome {
            self.ask_for(outcome.clone());
        }
        let weight = weight(self.policy, &origin, outcome.as_ref());
        self.grounds.push(Ground { code, points_lost, outcome, origin, weight });
    }

    /// Something could not be worked out: the decision is referred.
    pub fn failed(&mut self, place: &dyn Display, problem: &dyn Display) {
        let origin = Origin::Failure { place: place.to_string(), problem: problem.to_string() };
        let code = &self.policy.document.outcome.error_reason;
        self.reason(code, Some(&Outcome::Refer), origin, None);
    }

    /// A condition could not be told. A field with a rule of its own has had its say already.
    pub fn unclear(&mut self, place: &dyn Display, cause: Cause) {
        match cause {
            Cause::Error(error) => self.failed(place, &error),
            // Where something that could not be worked out is told already, a null that comes of it is not.
            Cause::Null if self.tells_what_is_missing() => self.ask_for(Outcome::Refer),
            Cause::Null => self.failed(place, &"there is no value"),
            Cause::Missing(slot) => {
                self.ask_for(Outcome::Refer);
                if matches!(self.missing_rule(slot), Some(Missing::Outcome(..))) {
                    return;
                }
                let policy = self.policy;
                let origin = Origin::MissingField { field: policy.scope.name(slot) };
                let code = &policy.document.outcome.missing_reason;
                self.reason(code, Some(&Outcome::Refer), origin, None);
            }
        }
    }

    fn tells_what_is_missing(&self) -> bool {
        let is_told = |ground: &Ground<'_>| {
            matches!(ground.origin, Origin::Failure { .. } | Origin::MissingField { .. })
        };
        self.grounds.iter().any(is_told)
    }

    pub fn rank(&mut self) {
        rank(&mut self.grounds);
    }

    /// The most severe outcome that anything asked for; the mildest when nothing did.
    pub fn outcome(&self) -> Outcome {
        let severest = self.severest.as_ref().map(|(_, outcome)| outcome);
        let mildest = self.policy.document.outcome.severity.first();
        severest.or(mildest).cloned().unwrap_or(Outcome::Refer)
    }

    /// The limit that goes with an outcome: zero where the policy says so.
    pub fn granted_limit(&self, outcome: &Outcome) -> Option<Money> {
        let zero = self.policy.document.outcome.zero_limit.contains(outcome);
        self.currency.filter(|_| zero).map(Money::zero).or(self.limit)
    }

    pub fn term_days(&self, outcome: &Outcome) -> Option<u16> {
        let days = whole(self.granted.term_days).and_then(|d| u16::try_from(d).ok());
        days.filter(|days| *days > 0 && *outcome != Outcome::Prepay)
    }

    pub fn deposit(&self, limit: Option<Money>) -> Option<Money> {
        let share = self.granted.deposit_share.filter(|share| *share > Decimal::ZERO)?;
        limit.filter(|limit| limit.is_positive())?.scaled(share).ok()
    }

    pub fn review_days(&self) -> i64 {
        whole(self.granted.review_days)
            .unwrap_or_else(|| i64::from(self.policy.document.outcome.review_days))
    }

    pub fn next_review(&self) -> Day {
        self.as_of.plus_days_clamped(self.review_days())
    }
}

fn whole(number: Option<Decimal>) -> Option<i64> {
    number.and_then(|n| n.trunc().to_i64())
}
