//! From a document to a compiled policy, with every fault found on the way.

use serde_json::Value as Json;

use super::canonical::sha256;
use super::checker::{Checker, value_of};
use super::compiled::{Card, Compiled, CompiledRule, CompiledStage, DerivedStep};
use super::document::{
    Amount, Condition, Document, FieldKind, LANGUAGE, LimitStage, Missing, Scorecard, Stage,
    StageKind,
};
use super::fault::{Fault, FaultKind, Weight};
use super::feel::{Cell, Expr, Slot, Type, Unit, Value};
use super::place::Place;
use super::read_document;

/// Reads and checks a policy.
///
/// # Errors
/// Every fault when at least one is an error; a policy with warnings only is compiled.
pub fn compile(text: &str) -> Result<Compiled, Vec<Fault>> {
    let json: Json = serde_json::from_str(text)
        .map_err(|e| vec![Fault::error("", FaultKind::NotJson((&e).into()))])?;
    let (document, read_faults) = read_document::read(&json);
    let (compiled, mut faults) = Compiler::run(document, sha256(&json));
    faults.splice(0..0, super::members::repeated(text).into_iter().chain(read_faults));
    faults.extend(super::bounds::check(&json));
    if faults.iter().any(|f| f.weight == Weight::Error) {
        return Err(faults);
    }
    Ok(Compiled { warnings: faults, ..compiled })
}

/// Everything that is wrong with a policy, errors and warnings.
#[must_use]
pub fn check(text: &str) -> Vec<Fault> {
    match compile(text) {
        Ok(compiled) => compiled.warnings,
        Err(faults) => faults,
    }
}

pub(super) struct Compiler<'a> {
    document: &'a Document,
    pub checker: Checker<'a>,
}

impl Compiler<'_> {
    fn run(document: Document, sha256: String) -> (Compiled, Vec<Fault>) {
        let mut compiler =
            Compiler { document: &document, checker: Checker::new(&document.reasons) };
        compiler.header();
        let defaults = compiler.fields();
        let parameters = compiler.parameters();
        let lists = compiler.lists();
        let derived = compiler.derived();
        let cards = compiler.cards();
        let stages = compiler.stages();
        compiler.authority();
        compiler.guards();
        compiler.tests();
        let (scope, faults) = compiler.checker.finish();
        let compiled = Compiled {
            document,
            sha256,
            warnings: Vec::new(),
            scope,
            defaults,
            parameters,
            lists,
            derived,
            cards,
            stages,
        };
        (compiled, faults)
    }

    fn header(&mut self) {
        let outcome = &self.document.outcome;
        if self.document.language != LANGUAGE {
            self.checker.error(
                &Place::TOP.key("language"),
                FaultKind::NotOneOf {
                    found: self.document.language.clone(),
                    allowed: format!("`{LANGUAGE}`"),
                },
            );
        }
        self.checker.reason(&Place::TOP.key("outcome.errorReason"), Some(&outcome.error_reason));
        self.checker
            .reason(&Place::TOP.key("outcome.missingReason"), Some(&outcome.missing_reason));
    }

    fn fields(&mut self) -> Vec<Option<Value>> {
        let mut defaults = Vec::new();
        for (at, field) in self.document.fields.iter().enumerate() {
            let place = Place::TOP.item("fields", at);
            self.checker.declare(&place.key("id"), &field.id, type_of(field.kind));
            let mut default = None;
            match &field.missing {
                Missing::Outcome(_, reason) => {
                    self.checker.reason(&place.key("missing.reason"), Some(reason))
                }
                Missing::Default(text) => match value_of(field.kind, text) {
                    Ok(value) => default = Some(value),
                    Err(kind) => self.checker.error(&place.key("missing.value"), kind),
                },
                Missing::ScoreAsMissing | Missing::SkipCandidate => {}
            }
            defaults.push(default);
        }
        defaults
    }

    fn parameters(&mut self) -> Vec<Slot> {
        let mut slots = Vec::new();
        for (at, parameter) in self.document.parameters.iter().enumerate() {
            let place = Place::TOP.item("parameters", at);
            let money = parameter.values.iter().any(|v| matches!(v.amount, Amount::Money(_)));
            let mixed =
                money && parameter.values.iter().any(|v| matches!(v.amount, Amount::Number(_)));
            if mixed || parameter.values.is_empty() {
                self.checker.error(&place.key("values"), FaultKind::ParameterValues);
            }
            let days: Vec<_> = parameter.values.iter().map(|value| value.from).collect();
            for (_, again) in crate::domain::order::repeats(&days) {
                let id = days.get(again).map(ToString::to_string).unwrap_or_default();
                let place = place.item("values", again);
                self.checker.error(&place.key("from"), FaultKind::Duplicate { id });
            }
            let unit = if money { Unit::Money } else { Unit::Plain };
            let slot = self.checker.declare(&place.key("id"), &parameter.id, Type::Number(unit));
            slots.push(slot);
        }
        slots
    }

    fn lists(&mut self) -> Vec<(Slot, Value)> {
        let mut lists = Vec::new();
        for (at, list) in self.document.lists.iter().enumerate() {
            let kind = Type::List(Box::new(Type::Text));
            let slot =
                self.checker.declare(&Place::TOP.item("lists", at).key("id"), &list.id, kind);
            let values: Vec<Value> = list.values.iter().map(|t| Value::text(t)).collect();
            lists.push((slot, Value::List(values.into())));
        }
        lists
    }

    fn derived(&mut self) -> Vec<DerivedStep> {
        let slots: Vec<Slot> = self
            .document
            .derived
            .iter()
            .enumerate()
            .map(|(at, d)| {
                self.checker.declare(&Place::TOP.item("derived", at).key("id"), &d.id, Type::Any)
            })
            .collect();
        let mut exprs: Vec<(usize, Expr)> = Vec::new();
        for (at, derived) in self.document.derived.iter().enumerate() {
            let place = Place::TOP.item("derived", at);
            let expr = self.checker.parse(&place.key("expr"), &derived.expr);
            exprs.extend(expr.map(|e| (at, e)));
        }
        let mut steps: Vec<DerivedStep> = Vec::new();
        while let Some(next) = next_ready(&exprs, &slots) {
            let (at, expr) = exprs.remove(next);
            let kind = self.checker.kind(&Place::TOP.item("derived", at).key("expr"), &expr);
            if let Some(slot) = slots.get(at).copied() {
                self.checker.set_kind(slot, kind);
                steps.push(DerivedStep { slot, expr });
            }
        }
        self.cycle(&exprs);
        steps
    }

    fn cycle(&mut self, left: &[(usize, Expr)]) {
        let names: Vec<String> = left
            .iter()
            .filter_map(|(at, _)| self.document.derived.get(*at))
            .map(|d| format!("`{}`", d.id))
            .collect();
        if !names.is_empty() {
            let names = names.join(", ");
            self.checker.error(&Place::TOP.key("derived"), FaultKind::Cycle { names });
        }
    }

    fn cards(&mut self) -> Vec<Card> {
        let mut cards = Vec::new();
        for (at, card) in self.document.scorecards.iter().enumerate() {
            let place = Place::TOP.item("scorecards", at);
            let characteristics = self.characteristics(&place, card);
            let slot = self.checker.declare(&place.key("id"), &card.id, Type::Number(Unit::Plain));
            cards.push(Card { slot, characteristics });
        }
        cards
    }

    fn characteristics(&mut self, place: &Place<'_>, card: &Scorecard) -> Vec<(Slot, Vec<Cell>)> {
        let mut characteristics = Vec::new();
        for (at, characteristic) in card.characteristics.iter().enumerate() {
            let place = place.item("characteristics", at);
            let Some(slot) = self.checker.name(&place.key("field"), &characteristic.field) else {
                continue;
            };
            let mut cells = Vec::new();
            for (bin_at, bin) in characteristic.bins.iter().enumerate() {
                let place = place.item("bins", bin_at);
                cells.extend(self.checker.cell(&place.key("is"), &bin.is, slot));
                self.checker.reason(&place.key("reason"), bin.reason.as_ref());
            }
            self.missing_bin(&place, characteristic, &cells);
            let field = &characteristic.field;
            super::analysis::check_bins(&place, field, &cells, &mut self.checker);
            characteristics.push((slot, cells));
        }
        characteristics
    }

    /// A customer must not score better by keeping something to himself.
    fn missing_bin(
        &mut self,
        place: &Place<'_>,
        characteristic: &super::document::Characteristic,
        cells: &[Cell],
    ) {
        let null = cells
            .iter()
            .position(|cell| cell.holds(&Err(super::feel::Cause::Null), &[]) == Ok(true));
        let Some(null) = null.and_then(|at| characteristic.bins.get(at)) else {
            self.checker.warn(place, FaultKind::NoMissingBin);
            return;
        };
        let worst = characteristic.bins.iter().map(|b| b.points).min();
        if worst.is_some_and(|worst| null.points > worst) {
            self.checker.warn(place, FaultKind::MissingPays { points: null.points });
        }
    }

    fn stages(&mut self) -> Vec<CompiledStage> {
        let document = self.document;
        let ids: Vec<&str> = document.stages.iter().map(|stage| stage.id.as_str()).collect();
        self.checker.none_twice(&Place::TOP, ("stages", "id"), &ids);
        let stages = document.stages.iter().enumerate();
        stages.map(|(at, stage)| self.stage(at, stage)).collect()
    }

    fn stage(&mut self, at: usize, stage: &Stage) -> CompiledStage {
        let place = Place::TOP.item("stages", at);
        match &stage.kind {
            StageKind::Rules(rules) => {
                let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
                self.checker.none_twice(&place, ("rules", "id"), &ids);
                let rules = rules
                    .iter()
                    .enumerate()
                    .map(|(at, rule)| {
                        let place = place.item("rules", at);
                        self.checker.reason(&place.key("reason"), Some(&rule.reason));
                        CompiledRule {
                            when: self.conditions(&place, "when", &rule.when),
                            unless: self.conditions(&place, "unless", &rule.unless),
                        }
                    })
                    .collect();
                CompiledStage::Rules(rules)
            }
            StageKind::Table(table) => self.table(&place, table),
            StageKind::Limit(limit) => self.limit(&place, limit),
        }
    }

    fn conditions(
        &mut self,
        rule: &Place<'_>,
        list: &str,
        conditions: &[Condition],
    ) -> Vec<(Slot, Cell)> {
        let mut compiled = Vec::new();
        for (at, condition) in conditions.iter().enumerate() {
            let place = rule.item(list, at);
            let slot = self.checker.name(&place.key("field"), &condition.field);
            let cell = slot.and_then(|slot| {
                let cell = self.checker.cell(&place.key("is"), &condition.is, slot)?;
                Some((slot, cell))
            });
            compiled.extend(cell);
        }
        compiled
    }

    fn limit(&mut self, place: &Place<'_>, limit: &LimitStage) -> CompiledStage {
        let ids: Vec<&str> = limit.candidates.iter().map(|c| c.id.as_str()).collect();
        self.checker.none_twice(place, ("candidates", "id"), &ids);
        let mut candidates = Vec::new();
        for (at, candidate) in limit.candidates.iter().enumerate() {
            let place = place.item("candidates", at);
            self.checker.reason(&place.key("reason"), candidate.reason.as_ref());
            candidates.extend(self.checker.amount(&place.key("expr"), &candidate.expr));
        }
        let round = limit.round_down_to.as_ref();
        let place = place.key("roundDownTo");
        CompiledStage::Limit {
            candidates,
            round_down_to: round.and_then(|text| self.checker.amount(&place, text)),
        }
    }

    fn authority(&mut self) {
        let document = self.document;
        let roles: Vec<&str> = document.authority.iter().map(|a| a.role.as_str()).collect();
        self.checker.none_twice(&Place::TOP, ("authority", "role"), &roles);
        let codes: Vec<&str> = document.override_reasons.iter().map(|r| r.code.as_str()).collect();
        self.checker.none_twice(&Place::TOP, ("overrideReasons", "code"), &codes);
    }

    fn guards(&mut self) {
        let document = self.document;
        let ids: Vec<&str> = document.guards.iter().map(|guard| guard.id.as_str()).collect();
        self.checker.none_twice(&Place::TOP, ("guards", "id"), &ids);
        for (at, guard) in document.guards.iter().enumerate() {
            if guard.min.is_none() && guard.max.is_none() {
                self.checker.error(&Place::TOP.item("guards", at), FaultKind::NoBound);
            }
        }
    }

    fn tests(&mut self) {
        for (at, test) in self.document.tests.iter().enumerate() {
            let place = Place::TOP.item("tests", at);
            for (name, text) in &test.input {
                let field = self.document.fields.iter().find(|f| f.id == *name);
                let input = place.key("input");
                let place = input.key(name);
                match field {
                    None => self.checker.unknown(&place, name),
                    Some(field) => {
                        if let Err(kind) = value_of(field.kind, text) {
                            self.checker.error(&place, kind);
                        }
                    }
                }
            }
            for code in test.expect.reasons.iter().flatten() {
                self.checker.reason(&place.key("expect.reasons"), Some(code));
            }
        }
    }
}

/// The first expression that reads no derived value still to come. One that could not be read is not waited for: its
/// fault is told, and nobody is in a circle with it.
fn next_ready(exprs: &[(usize, Expr)], slots: &[Slot]) -> Option<usize> {
    let to_come = |slot: &Slot| exprs.iter().any(|(at, _)| slots.get(*at) == Some(slot));
    exprs.iter().position(|(_, expr)| {
        let mut reads = Vec::new();
        expr.reads(&mut reads);
        !reads.iter().any(to_come)
    })
}

const fn type_of(kind: FieldKind) -> Type {
    match kind {
        FieldKind::Bool => Type::Bool,
        FieldKind::Text => Type::Text,
        FieldKind::Number => Type::Number(Unit::Plain),
        FieldKind::Money => Type::Number(Unit::Money),
        FieldKind::Day => Type::Day,
    }
}
