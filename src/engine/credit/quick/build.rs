//! Making a policy ready for the short way, for one currency on one day.

use super::super::evaluate::Run;
use super::card::{QuickBin, QuickCard, QuickCharacteristic};
use super::formula::Formula;
use super::rules::{Condition, RULES_MAX, RuleMasks, mask};
use super::value::Quick;
use crate::domain::decision::Outcome;
use crate::domain::order;
use crate::policy::Compiled;
use crate::policy::compiled::{Card, CompiledRule, CompiledStage};
use crate::policy::document::{
    Field, LimitStage, Missing, Role, Rule, Scorecard, Stage, StageKind, TableStage, within,
};
use crate::policy::feel::{Answer, Cause, Cell, Expr, Slot, Value};
use crate::policy::regions::{Regions, millionths};
use crate::policy::table::{HitPolicy, Row, Table};

/// A policy for the short way.
#[derive(Debug)]
pub(in super::super) struct Plan<'p> {
    /// How many fields there are; they stand first among the values.
    pub fields: usize,
    /// Everything that is worked out for each customer anew.
    pub worked_out: Vec<usize>,
    pub needed: Vec<Needed<'p>>,
    pub derived: Vec<QuickDerived<'p>>,
    pub tested: Vec<Tested>,
    pub cards: Vec<Step<QuickCard<'p>>>,
    pub stages: Vec<Step<QuickStage<'p>>>,
}

/// What has a short way, and what the long way does at its place.
#[derive(Debug)]
pub(in super::super) enum Step<Quick> {
    Short(Quick),
    Long,
}

impl<Quick> From<Option<Quick>> for Step<Quick> {
    fn from(found: Option<Quick>) -> Self {
        found.map_or(Self::Long, Self::Short)
    }
}

/// A field that says so itself when it is missing.
#[derive(Debug)]
pub(in super::super) struct Needed<'p> {
    pub slot: usize,
    pub field: &'p str,
    pub outcome: &'p Outcome,
    pub code: &'p str,
}

#[derive(Debug)]
pub(in super::super) struct QuickDerived<'p> {
    pub slot: Slot,
    pub expr: &'p Expr,
    /// None where there is no short form.
    pub formula: Option<Formula>,
}

/// A value that cells look at, and the regions they cut it into.
#[derive(Debug)]
pub(in super::super) struct Tested {
    pub slot: usize,
    pub regions: Regions,
}

#[derive(Debug)]
pub(in super::super) enum QuickStage<'p> {
    Rules(QuickRules<'p>),
    Table(QuickTable<'p>),
    Limit(QuickLimit<'p>),
}

#[derive(Debug)]
pub(in super::super) struct QuickRules<'p> {
    pub stage: &'p str,
    pub rules: &'p [Rule],
    pub compiled: &'p [CompiledRule],
    pub masks: RuleMasks,
    /// Rules with a condition that only the long way can tell.
    pub hard: u64,
}

#[derive(Debug)]
pub(in super::super) struct QuickTable<'p> {
    pub stage: &'p str,
    pub first: bool,
    pub slots: &'p [Slot],
    pub masks: RuleMasks,
    pub rows: Vec<QuickRow<'p>>,
}

#[derive(Debug)]
pub(in super::super) struct QuickRow<'p> {
    pub id: &'p str,
    pub reason: Option<&'p str>,
    pub outputs: Vec<QuickOutput>,
}

/// What a row gives: a value that stands still.
#[derive(Debug)]
pub(in super::super) struct QuickOutput {
    pub slot: Slot,
    pub quick: Quick,
    pub answer: Answer,
    pub role: Role,
}

#[derive(Clone, Debug)]
pub(in super::super) struct QuickLimit<'p> {
    pub stage: &'p str,
    pub text: &'p LimitStage,
    pub candidates: Vec<Formula>,
    pub round: Option<Formula>,
}

/// Builds the plan from a run whose parameters stand. `still` are fields that have the value they have
/// now for every customer.
pub(super) fn plan<'p>(run: &Run<'p>, still: &[Slot]) -> Plan<'p> {
    let mut building = Building::new(run.policy, still, &run.values);
    let cells = building.cells(run);
    building.cut(&cells);
    let document = &run.policy.document;
    let derived = run.policy.derived.iter().map(|step| QuickDerived {
        slot: step.slot,
        expr: &step.expr,
        formula: building.formula(&step.expr),
    });
    let cards = document.scorecards.iter().zip(&run.policy.cards);
    let stages = document.stages.iter().zip(&run.policy.stages);
    Plan {
        fields: document.fields.len(),
        worked_out: run.policy.worked_out().map(Slot::index).collect(),
        needed: needed(&document.fields),
        derived: derived.collect(),
        cards: cards.map(|(card, compiled)| building.card(card, compiled).into()).collect(),
        stages: stages
            .map(|(stage, compiled)| building.stage(stage, compiled, run).into())
            .collect(),
        tested: building.tested,
    }
}

impl<'p> Plan<'p> {
    /// Everything that masks of rules and rows say.
    pub fn masks(&self) -> impl Iterator<Item = &RuleMasks> {
        self.stages.iter().filter_map(|stage| match stage {
            Step::Short(QuickStage::Rules(rules)) => Some(&rules.masks),
            Step::Short(QuickStage::Table(table)) => Some(&table.masks),
            Step::Short(QuickStage::Limit(_)) | Step::Long => None,
        })
    }

    /// All scorecards, or none where one has no short way.
    pub fn all_cards(&self) -> Option<Vec<&QuickCard<'p>>> {
        let cards = self.cards.iter().map(|card| match card {
            Step::Short(card) => Some(card),
            Step::Long => None,
        });
        cards.collect()
    }
}

fn needed(fields: &[Field]) -> Vec<Needed<'_>> {
    let needed = fields.iter().enumerate().filter_map(|(slot, field)| match &field.missing {
        Missing::Outcome(outcome, code) => Some(Needed { slot, field: &field.id, outcome, code }),
        _ => None,
    });
    needed.collect()
}

struct Building<'a> {
    values: &'a [Answer],
    /// Parameters, lists, and fields that are the same for all.
    standing: Vec<Slot>,
    tested: Vec<Tested>,
}

impl<'a> Building<'a> {
    fn new(policy: &Compiled, still: &[Slot], values: &'a [Answer]) -> Self {
        let lists = policy.lists.iter().map(|(slot, _)| *slot);
        let standing = policy.parameters.iter().chain(still).copied().chain(lists).collect();
        Self { values, standing, tested: Vec::new() }
    }

    /// The value of an expression that reads only what stands still.
    fn fixed(&self, expr: &Expr) -> Option<Value> {
        let mut reads = Vec::new();
        expr.reads(&mut reads);
        let stands = reads.iter().all(|slot| self.standing.contains(slot));
        if stands { expr.answer(self.values).ok() } else { None }
    }

    fn formula(&self, expr: &Expr) -> Option<Formula> {
        Formula::of(expr, &|slot| {
            let standing = self.standing.iter().any(|s| s.index() == slot);
            if standing { self.values.get(slot).cloned() } else { None }
        })
    }

    /// All cells by the slot they look at, but those that only the long way can tell.
    fn cells<'p>(&self, run: &Run<'p>) -> Vec<Vec<&'p Cell>> {
        let mut cells: Vec<Vec<&'p Cell>> = vec![Vec::new(); self.values.len()];
        let mut add = |slot: Slot, cell: &'p Cell| {
            if let Some(cells) = cells.get_mut(slot.index()) {
                cells.push(cell);
            }
        };
        for card in &run.policy.cards {
            for (slot, bins) in &card.characteristics {
                let plain = bins.iter().filter(|cell| self.is_plain(cell));
                plain.for_each(|cell| add(*slot, cell));
            }
        }
        for stage in &run.policy.stages {
            match stage {
                CompiledStage::Rules(rules) => {
                    let all = rules.iter().flat_map(|r| r.when.iter().chain(&r.unless));
                    // What reads other values is left to the long way.
                    let plain = all.filter(|(_, cell)| self.is_plain(cell));
                    plain.for_each(|(slot, cell)| add(*slot, cell));
                }
                CompiledStage::Table { table, .. } => {
                    for (at, input) in table.inputs.iter().enumerate() {
                        let Expr::Name(slot, _) = &input.expr else { continue };
                        let column = table.rows.iter().filter_map(|row| row.cells.get(at));
                        let plain = column.filter(|cell| self.is_plain(cell));
                        plain.for_each(|cell| add(*slot, cell));
                    }
                }
                CompiledStage::Limit { .. } => {}
            }
        }
        cells
    }

    fn is_plain(&self, cell: &Cell) -> bool {
        Regions::of(std::iter::once(cell), &|expr| self.fixed(expr)).is_some()
    }

    fn cut(&mut self, cells: &[Vec<&Cell>]) {
        let mut tested = Vec::new();
        for (slot, cells) in cells.iter().enumerate().filter(|(_, cells)| !cells.is_empty()) {
            let regions = Regions::of(cells.iter().copied(), &|expr| self.fixed(expr));
            tested.extend(regions.map(|regions| Tested { slot, regions }));
        }
        self.tested = tested;
    }

    fn find(&self, slot: Slot) -> Option<(usize, &Regions)> {
        let at = self.tested.iter().position(|t| t.slot == slot.index())?;
        Some((at, &self.tested.get(at)?.regions))
    }

    fn stage<'p>(
        &self,
        stage: &'p Stage,
        compiled: &'p CompiledStage,
        run: &Run<'p>,
    ) -> Option<QuickStage<'p>> {
        match (&stage.kind, compiled) {
            (StageKind::Rules(rules), CompiledStage::Rules(compiled)) => {
                self.rules(&stage.id, (rules, compiled), run).map(QuickStage::Rules)
            }
            (StageKind::Table(text), CompiledStage::Table { table, outputs }) => {
                self.table(&stage.id, text, (table, outputs)).map(QuickStage::Table)
            }
            (StageKind::Limit(text), CompiledStage::Limit { candidates, round_down_to }) => {
                let texts = (candidates.as_slice(), round_down_to.as_ref());
                self.limit(&stage.id, text, texts).map(QuickStage::Limit)
            }
            _ => None,
        }
    }

    fn card<'p>(&self, card: &'p Scorecard, compiled: &Card) -> Option<QuickCard<'p>> {
        let mut characteristics = Vec::new();
        for (text, (slot, cells)) in card.characteristics.iter().zip(&compiled.characteristics) {
            if !cells.iter().all(|cell| self.is_plain(cell)) {
                return None;
            }
            let (tested, regions) = self.find(*slot)?;
            let missing = Err(Cause::Missing(*slot));
            let best = text.bins.iter().map(|b| b.points).max().unwrap_or_default();
            let quick = text.bins.iter().map(|bin| QuickBin::of(bin, best));
            let quick: Vec<QuickBin<'p>> = quick.collect::<Option<_>>()?;
            let bin = |at: usize| quick.get(at).copied();
            let known = regions.samples().into_iter().map(|sample| match sample {
                Some(value) => first(cells, &Ok(value), self.values).and_then(bin),
                None => None,
            });
            let absent = cells.iter().position(|c| c.holds(&missing, self.values) == Ok(true));
            let null = first(cells, &Err(Cause::Null), self.values);
            let bins = known.chain([absent.and_then(bin), null.and_then(bin)]).collect();
            characteristics.push(QuickCharacteristic { field: &text.field, tested, bins });
        }
        Some(QuickCard {
            id: &card.id,
            slot: compiled.slot,
            base: millionths(card.base)?,
            max_reasons: card.max_reasons,
            characteristics,
        })
    }

    fn rules<'p>(
        &self,
        stage: &'p str,
        (rules, compiled): (&'p [Rule], &'p [CompiledRule]),
        run: &Run<'p>,
    ) -> Option<QuickRules<'p>> {
        if rules.len() > RULES_MAX {
            return None;
        }
        let (mut all, mut hard) = (0, 0);
        let mut conditions: Vec<(Slot, Vec<Condition<'_>>)> = Vec::new();
        for (at, (rule, compiled)) in rules.iter().zip(compiled).enumerate() {
            let bit = 1_u64 << at;
            if within(rule.effective, run.as_of) {
                all |= bit;
            }
            let when = compiled.when.iter().map(|(slot, cell)| (*slot, cell, false));
            let unless = compiled.unless.iter().map(|(slot, cell)| (*slot, cell, true));
            for (slot, cell, against) in when.chain(unless) {
                if self.find(slot).is_none() || !self.is_plain(cell) {
                    hard |= bit;
                    continue;
                }
                let condition = (bit, cell, against);
                match conditions.iter_mut().find(|(known, _)| *known == slot) {
                    Some((_, list)) => list.push(condition),
                    None => conditions.push((slot, vec![condition])),
                }
            }
        }
        order::sort_by_key(&mut conditions, |(slot, _)| *slot);
        let mut masks = Vec::new();
        for (slot, conditions) in &conditions {
            let (tested, regions) = self.find(*slot)?;
            masks.push(mask(tested, (*slot, regions), conditions, (self.values, false)));
        }
        Some(QuickRules { stage, rules, compiled, masks: RuleMasks { all, masks }, hard })
    }

    fn table<'p>(
        &self,
        stage: &'p str,
        text: &'p TableStage,
        (table, slots): (&'p Table, &'p [Slot]),
    ) -> Option<QuickTable<'p>> {
        let single = matches!(table.hit, HitPolicy::Unique | HitPolicy::First);
        let plain = table.inputs.iter().all(|i| i.allowed.is_none());
        let cells = table.rows.iter().flat_map(|row| &row.cells).all(|cell| self.is_plain(cell));
        if !single || !plain || !cells || table.rows.len() > RULES_MAX || table.inputs.is_empty() {
            return None;
        }
        let mut masks = Vec::new();
        for (at, input) in table.inputs.iter().enumerate() {
            let Expr::Name(slot, _) = &input.expr else { return None };
            let (tested, regions) = self.find(*slot)?;
            let column = table.rows.iter().enumerate();
            let conditions: Vec<Condition<'_>> = column
                .filter_map(|(row, r)| Some((1_u64 << row, r.cells.get(at)?, false)))
                .collect();
            masks.push(mask(tested, (*slot, regions), &conditions, (self.values, true)));
        }
        let all = u64::MAX.checked_shr(u32::try_from(RULES_MAX - table.rows.len()).ok()?)?;
        let rows = table.rows.iter().enumerate();
        let rows = rows.map(|(at, row)| self.row((at, row), text, slots));
        Some(QuickTable {
            stage,
            first: table.hit == HitPolicy::First,
            slots,
            masks: RuleMasks { all, masks },
            rows: rows.collect::<Option<_>>()?,
        })
    }

    /// A row whose outputs stand still.
    fn row<'p>(
        &self,
        (at, row): (usize, &'p Row),
        text: &'p TableStage,
        slots: &[Slot],
    ) -> Option<QuickRow<'p>> {
        let mut outputs = Vec::new();
        for ((expr, slot), output) in row.outputs.iter().zip(slots).zip(&text.outputs) {
            let answer: Answer = Ok(self.fixed(expr)?);
            let quick = Quick::of(&answer);
            outputs.push(QuickOutput { slot: *slot, quick, answer, role: output.role });
        }
        let reason = text.row_reasons.get(at).and_then(Option::as_deref);
        Some(QuickRow { id: &row.id, reason, outputs })
    }

    fn limit<'p>(
        &self,
        stage: &'p str,
        text: &'p LimitStage,
        (candidates, round): (&[Expr], Option<&Expr>),
    ) -> Option<QuickLimit<'p>> {
        let candidates = candidates.iter().map(|expr| self.formula(expr));
        let round = round.map(|expr| self.formula(expr));
        Some(QuickLimit {
            stage,
            text,
            candidates: candidates.collect::<Option<_>>()?,
            round: match round {
                None => None,
                Some(formula) => Some(formula?),
            },
        })
    }
}

/// The first cell that holds; none where one before it cannot be told, or none does.
fn first(cells: &[Cell], value: &Answer, values: &[Answer]) -> Option<usize> {
    for (at, cell) in cells.iter().enumerate() {
        match cell.holds(value, values) {
            Ok(true) => return Some(at),
            Ok(false) => {}
            Err(_) => return None,
        }
    }
    None
}
