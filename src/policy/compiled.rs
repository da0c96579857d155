//! A policy ready to decide: every name placed, every cell read.

use super::document::Document;
use super::fault::Fault;
use super::feel::{Cell, Expr, Scope, Slot, Value};
use super::table::Table;
use crate::domain::order;

/// A checked policy. Fields stand in the slots 0, 1, 2… in the order of the document.
#[derive(Clone, Debug)]
pub struct Compiled {
    pub document: Document,
    /// Of the canonical text of the body.
    pub sha256: String,
    /// What does not keep the policy from being used.
    pub warnings: Vec<Fault>,
    pub scope: Scope,
    /// Values taken where a field is missing, in the order of the fields.
    pub defaults: Vec<Option<Value>>,
    /// In the order of the document.
    pub parameters: Vec<Slot>,
    pub lists: Vec<(Slot, Value)>,
    /// In an order in which each reads only what comes before it.
    pub derived: Vec<DerivedStep>,
    pub cards: Vec<Card>,
    /// In the order of the document.
    pub stages: Vec<CompiledStage>,
}

#[derive(Clone, Debug)]
pub struct DerivedStep {
    pub slot: Slot,
    pub expr: Expr,
}

/// A scorecard; characteristics and bins stand as in the document.
#[derive(Clone, Debug)]
pub struct Card {
    pub slot: Slot,
    pub characteristics: Vec<(Slot, Vec<Cell>)>,
}

#[derive(Clone, Debug)]
pub enum CompiledStage {
    Rules(Vec<CompiledRule>),
    Table { table: Box<Table>, outputs: Vec<Slot> },
    Limit { candidates: Vec<Expr>, round_down_to: Option<Expr> },
}

#[derive(Clone, Debug)]
pub struct CompiledRule {
    pub when: Vec<(Slot, Cell)>,
    pub unless: Vec<(Slot, Cell)>,
}

impl Compiled {
    /// The places of all that is worked out for each customer anew.
    pub fn worked_out(&self) -> impl Iterator<Item = Slot> + '_ {
        let derived = self.derived.iter().map(|step| step.slot);
        let cards = self.cards.iter().map(|card| card.slot);
        let outputs = self.stages.iter().flat_map(|stage| match stage {
            CompiledStage::Table { outputs, .. } => outputs.as_slice(),
            CompiledStage::Rules(_) | CompiledStage::Limit { .. } => &[],
        });
        derived.chain(cards).chain(outputs.copied())
    }

    /// Whether enough people other than the author approved exactly this text.
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.approvals_that_count() >= self.document.min_approvals as usize
    }

    /// Different people, not the author, whose approval names the hash of this text.
    #[must_use]
    pub fn approvals_that_count(&self) -> usize {
        let author = crate::domain::text::fold_name(&self.document.author);
        let mut by: Vec<String> = self
            .document
            .approvals
            .iter()
            .filter(|sign| sign.sha256 == self.sha256)
            .map(|sign| crate::domain::text::fold_name(&sign.by))
            .filter(|name| !name.is_empty() && *name != author)
            .collect();
        order::sort(&mut by);
        by.dedup();
        by.len()
    }
}
