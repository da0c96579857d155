//! Running a policy over the inputs of one customer.

use super::ENGINE;
use super::decision::{CandidateSeen, Decision, InputSeen, Origin, PolicyRef, Reason};
use super::inputs::{Inputs, plain_text};
use super::rank::ranked;
use super::trace::{ConditionSeen, Seen, Step};
use crate::domain::decision::Outcome;
use crate::domain::{Day, Decimal, Money};
use crate::policy::Compiled;
use crate::policy::compiled::{CompiledRule, CompiledStage};
use crate::policy::document::{
    Amount, Condition, Field, Missing, Role, Rule, StageKind, TableStage, within,
};
use crate::policy::feel::{Answer, Cause, Cell, Slot, Truth, Value, both, either};
use crate::policy::table::{self, Table, TableProblem};
use rust_decimal::prelude::ToPrimitive as _;

/// A decision in the making.
pub(super) struct Run<'a> {
    pub policy: &'a Compiled,
    pub inputs: &'a Inputs,
    as_of: Day,
    /// Whether reasons, trace and what was seen are wanted, or the outcome and the limit only.
    detail: bool,
    pub values: Vec<Answer>,
    seen: Vec<InputSeen>,
    reasons: Vec<Reason>,
    outcomes: Vec<Outcome>,
    pub candidates: Vec<CandidateSeen>,
    pub binding: Option<usize>,
    pub limit: Option<Money>,
    granted: Granted,
    pub trace: Vec<Step>,
}

/// What tables gave, by the role of the column.
#[derive(Default)]
struct Granted {
    grade: Option<String>,
    term_days: Option<Decimal>,
    deposit_share: Option<Decimal>,
    review_days: Option<Decimal>,
}

impl<'a> Run<'a> {
    pub fn new(policy: &'a Compiled, inputs: &'a Inputs, as_of: Day, detail: bool) -> Self {
        let mut run = Self {
            policy,
            inputs,
            as_of,
            detail,
            values: vec![Err(Cause::Null); policy.scope.len()],
            seen: Vec::new(),
            reasons: Vec::new(),
            outcomes: Vec::new(),
            candidates: Vec::new(),
            binding: None,
            limit: None,
            granted: Granted::default(),
            trace: Vec::new(),
        };
        run.fields();
        run.parameters();
        run.derived();
        run.cards();
        run.stages();
        run
    }

    fn fields(&mut self) {
        for (at, field) in self.policy.document.fields.iter().enumerate() {
            let Ok(number) = u16::try_from(at) else {
                return;
            };
            let slot = Slot(number);
            let given = self.inputs.values.get(&field.id);
            let age = given.and_then(|i| i.age_days);
            let allowed = field.max_age_days.map(i64::from);
            let too_old = age.zip(allowed).is_some_and(|(age, max)| age > max);
            let value = given.and_then(|i| i.value.clone());
            let default = self.policy.defaults.get(at).cloned().flatten();
            let usable = value.clone().filter(|_| !too_old);
            if self.detail {
                self.seen.push(InputSeen {
                    field: field.id.clone(),
                    label: field.label.clone(),
                    value: value.as_ref().map(plain_text),
                    source: given.map_or_else(|| field.source.clone(), |i| i.source.clone()),
                    age_days: age,
                    too_old: too_old && value.is_some(),
                    defaulted: usable.is_none() && default.is_some(),
                });
            }
            let answer = usable.or(default).ok_or(Cause::Missing(slot));
            if answer.is_err() {
                self.missing_field(field);
            }
            self.put(slot, answer);
        }
    }

    fn missing_field(&mut self, field: &Field) {
        if let Missing::Outcome(outcome, code) = &field.missing {
            let origin = Origin::MissingField { field: field.id.clone() };
            self.reason(code, Some(outcome.clone()), origin, None);
        }
    }

    fn parameters(&mut self) {
        let policy = self.policy;
        for (parameter, slot) in policy.document.parameters.iter().zip(&policy.parameters) {
            let value = parameter.on(self.as_of).and_then(|v| match &v.amount {
                Amount::Number(number) => Some(*number),
                Amount::Money(amounts) => {
                    amounts.get(&self.inputs.currency).map(|money| money.to_decimal())
                }
            });
            let answer = value.map(Value::Number).ok_or(Cause::Missing(*slot));
            self.put(*slot, answer);
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
                self.failed(id, &error.to_string());
            }
            self.tell(|| Step::Derived {
                id: id.to_owned(),
                value: Seen::of(&answer, &policy.scope),
            });
            self.put(step.slot, answer);
        }
    }

    fn stages(&mut self) {
        let policy = self.policy;
        for (stage, compiled) in policy.document.stages.iter().zip(&policy.stages) {
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
                _ => self.failed(&stage.id, "the stage is not compiled"),
            }
        }
    }

    fn rule(&mut self, stage: &str, rule: &Rule, compiled: &CompiledRule) {
        if !within(rule.effective, self.as_of) {
            self.tell(|| Step::NotInForce { stage: stage.to_owned(), rule: rule.id.clone() });
            return;
        }
        let mut conditions = Vec::new();
        let when = self.all_hold(&rule.when, &compiled.when, false, &mut conditions);
        let mut spared = Ok(false);
        for truth in self.each(&rule.unless, &compiled.unless, true, &mut conditions) {
            spared = either(spared, truth);
        }
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
                let origin = Origin::Rule { stage: stage.to_owned(), rule: rule.id.clone() };
                self.reason(&rule.reason, Some(rule.then.clone()), origin, None);
            }
            Err(cause) => self.unclear(&format!("{stage}.{}", rule.id), cause),
        }
    }

    fn all_hold(
        &self,
        texts: &[Condition],
        cells: &[(Slot, Cell)],
        unless: bool,
        seen: &mut Vec<ConditionSeen>,
    ) -> Truth {
        let mut all = Ok(true);
        for truth in self.each(texts, cells, unless, seen) {
            all = both(all, truth);
        }
        all
    }

    fn each(
        &self,
        texts: &[Condition],
        cells: &[(Slot, Cell)],
        unless: bool,
        seen: &mut Vec<ConditionSeen>,
    ) -> Vec<Truth> {
        let mut truths = Vec::new();
        for (text, (slot, cell)) in texts.iter().zip(cells) {
            let value = self.value(*slot);
            let truth = cell.holds(&value, &self.values);
            if self.detail {
                seen.push(ConditionSeen {
                    field: text.field.clone(),
                    is: text.is.clone(),
                    value: Seen::of(&value, &self.policy.scope),
                    held: truth.ok(),
                    unless,
                });
            }
            truths.push(truth);
        }
        truths
    }

    fn table(&mut self, stage: &str, text: &TableStage, (table, slots): (&Table, &[Slot])) {
        let decided = table.decide(&self.values);
        let row_id = |at: &usize| text.text.rows.get(*at).map(|r| r.id.clone());
        let rows: Vec<String> = decided.hits.iter().filter_map(row_id).collect();
        let answers = match decided.answer {
            Ok(outcome) => self.table_answers(stage, table, outcome),
            Err(problem) => {
                self.table_problem(stage, text, &problem);
                vec![Err(Cause::Null); slots.len()]
            }
        };
        let mut outputs = Vec::new();
        for ((slot, answer), output) in slots.iter().zip(answers).zip(&text.outputs) {
            if self.detail {
                outputs.push((output.id.clone(), Seen::of(&answer, &self.policy.scope)));
            }
            self.grant(stage, output.role, &answer);
            self.put(*slot, answer);
        }
        for (at, row) in decided.hits.iter().zip(&rows) {
            if let Some(Some(code)) = text.row_reasons.get(*at) {
                let origin = Origin::Row { stage: stage.to_owned(), row: row.clone() };
                self.reason(code, None, origin, None);
            }
        }
        self.tell(|| Step::Row { stage: stage.to_owned(), rows, outputs });
    }

    /// One answer for each output column; the answers of several rows become lists.
    fn table_answers(
        &mut self,
        stage: &str,
        table: &Table,
        outcome: table::Outcome,
    ) -> Vec<Answer> {
        let width = table.outputs.len();
        match outcome {
            table::Outcome::One(answers) => answers,
            table::Outcome::Single(answer) => vec![answer; width],
            table::Outcome::Many(rows) => (0..width)
                .map(|column| {
                    let items: Result<Vec<Value>, Cause> =
                        rows.iter().filter_map(|row| row.get(column).cloned()).collect();
                    items.map(|items| Value::List(items.into()))
                })
                .collect(),
            table::Outcome::Nothing => {
                self.failed(stage, "no row holds");
                vec![Err(Cause::Null); width]
            }
        }
    }

    fn table_problem(&mut self, stage: &str, text: &TableStage, problem: &TableProblem) {
        let ids = |rows: &[usize]| {
            let ids = rows.iter().filter_map(|at| text.text.rows.get(*at));
            ids.map(|r| r.id.as_str()).collect::<Vec<_>>().join(", ")
        };
        match problem {
            TableProblem::NotUnique { rows } => {
                self.failed(stage, &format!("rows {} hold together", ids(rows)));
            }
            TableProblem::Different { rows } => {
                self.failed(stage, &format!("rows {} hold and differ", ids(rows)));
            }
            TableProblem::NotAllowed { column } => {
                self.failed(
                    stage,
                    &format!("the value of column {} is not allowed", column.saturating_add(1)),
                );
            }
            TableProblem::Unclear(unclear) => {
                let place = format!("{stage}.{}", ids(&[unclear.row]));
                self.unclear(&place, unclear.cause);
            }
        }
    }

    fn grant(&mut self, stage: &str, role: Role, answer: &Answer) {
        match (role, answer) {
            (Role::Value, _) | (_, Err(_)) => {}
            (Role::Outcome, Ok(Value::Text(word))) => match Outcome::from_word(word) {
                Outcome::Other(word) => self.failed(stage, &format!("`{word}` is no outcome")),
                outcome => self.outcomes.push(outcome),
            },
            (Role::Grade, Ok(Value::Text(grade))) => self.granted.grade = Some(grade.to_string()),
            (Role::TermDays, Ok(Value::Number(n))) => self.granted.term_days = Some(*n),
            (Role::DepositShare, Ok(Value::Number(n))) => self.granted.deposit_share = Some(*n),
            (Role::ReviewDays, Ok(Value::Number(n))) => self.granted.review_days = Some(*n),
            (_, Ok(other)) => self.failed(stage, &format!("{other} is of the wrong kind")),
        }
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

    pub fn value(&self, slot: Slot) -> Answer {
        self.values.get(slot.index()).cloned().unwrap_or(Err(Cause::Null))
    }

    /// The rule for a missing field; none for what is no field.
    pub fn missing_rule(&self, slot: Slot) -> Option<&Missing> {
        self.policy.document.fields.get(slot.index()).map(|field| &field.missing)
    }

    pub fn reason(
        &mut self,
        code: &str,
        outcome: Option<Outcome>,
        origin: Origin,
        points_lost: Option<Decimal>,
    ) {
        self.outcomes.extend(outcome.clone());
        if !self.detail {
            return;
        }
        let Some(reason) = self.policy.document.reasons.get(code) else {
            return;
        };
        self.reasons.push(Reason {
            code: code.to_owned(),
            text: reason.text.clone(),
            factor: reason.factor,
            adverse: reason.adverse,
            internal_only: reason.internal_only,
            points_lost,
            outcome,
            origin,
        });
    }

    /// Something could not be worked out: the decision is referred.
    pub fn failed(&mut self, place: &str, problem: &str) {
        let origin = Origin::Failure { place: place.to_owned(), problem: problem.to_owned() };
        let code = self.policy.document.outcome.error_reason.clone();
        self.reason(&code, Some(Outcome::Refer), origin, None);
    }

    /// A condition could not be told. A field with a rule of its own has had its say already.
    pub fn unclear(&mut self, place: &str, cause: Cause) {
        match cause {
            Cause::Error(error) => self.failed(place, &error.to_string()),
            Cause::Null => self.outcomes.push(Outcome::Refer),
            Cause::Missing(slot) => {
                self.outcomes.push(Outcome::Refer);
                if matches!(self.missing_rule(slot), Some(Missing::Outcome(..))) {
                    return;
                }
                let origin =
                    Origin::MissingField { field: self.policy.scope.name(slot).to_owned() };
                let code = self.policy.document.outcome.missing_reason.clone();
                self.reason(&code, Some(Outcome::Refer), origin, None);
            }
        }
    }

    /// The most severe outcome that anything asked for; the mildest when nothing did.
    pub fn outcome(&self) -> Outcome {
        let document = &self.policy.document;
        let severest = self.outcomes.iter().max_by_key(|o| document.severity(o));
        severest.or(document.outcome.severity.first()).cloned().unwrap_or(Outcome::Refer)
    }

    pub fn finish(self) -> Decision {
        let document = &self.policy.document;
        let outcome = self.outcome();
        let zero = document.outcome.zero_limit.contains(&outcome);
        let limit = if zero { Some(Money::zero(self.inputs.currency)) } else { self.limit };
        let whole = |n: Option<Decimal>| n.and_then(|n| n.trunc().to_i64());
        let review = whole(self.granted.review_days)
            .unwrap_or_else(|| i64::from(document.outcome.review_days));
        let next_review = self.as_of.plus_days_clamped(review);
        let term_days = whole(self.granted.term_days).and_then(|d| u16::try_from(d).ok());
        let share = self.granted.deposit_share.filter(|s| *s > Decimal::ZERO);
        Decision {
            as_of: self.as_of,
            currency: self.inputs.currency,
            limit,
            computed_limit: self.limit,
            term_days: term_days.filter(|days| *days > 0 && outcome != Outcome::Prepay),
            deposit: share
                .zip(limit.filter(|l| l.is_positive()))
                .and_then(|(share, limit)| limit.scaled(share).ok()),
            grade: self.granted.grade,
            next_review,
            expires: next_review.plus_days_clamped(i64::from(document.outcome.grace_days)),
            reasons: ranked(self.policy, self.reasons),
            max_reasons: document.outcome.max_reasons,
            candidates: self.candidates,
            binding: self.binding,
            inputs: self.seen,
            trace: self.trace,
            policy: PolicyRef {
                id: document.id.clone(),
                version: document.version.clone(),
                sha256: self.policy.sha256.clone(),
            },
            engine: ENGINE,
            outcome,
        }
    }
}
