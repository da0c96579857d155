//! Compiling the tables of a policy: cells suit their columns, outputs suit their roles.

use super::compile::Compiler;
use super::compiled::CompiledStage;
use super::document::{Role, TableStage};
use super::fault::FaultKind;
use super::feel::{Expr, Type, Unit, Value};
use super::place::Place;
use super::table::{Row, Table};
use super::vocabulary::{OUTCOMES, listed, outcome_of, words_of};

impl Compiler<'_> {
    pub fn table(&mut self, place: &Place<'_>, stage: &TableStage) -> CompiledStage {
        let compiled = Table::compile(stage.hit, &stage.text, self.checker.scope());
        let table = match compiled {
            Ok(table) => table,
            Err(faults) => {
                faults.cells.iter().for_each(|error| self.checker.cell_error(place, error));
                faults.rows.iter().for_each(|odd| self.checker.odd_row(place, odd));
                Table::empty(stage.hit)
            }
        };
        self.row_reasons(place, stage);
        let kinds = self.table_kinds(place, &table);
        super::analysis::check(place, stage, &table, &mut self.checker);
        let mut outputs = Vec::new();
        for (at, output) in stage.outputs.iter().enumerate() {
            if output.role == Role::Outcome {
                self.outcome_words(place, &table.rows, at);
            }
            let place = place.item("outputs", at);
            let kind = kinds.get(at).cloned().unwrap_or(Type::Any);
            self.role(&place, output.role, &kind);
            outputs.push(self.checker.declare(&place.key("id"), &output.id, kind));
        }
        CompiledStage::Table { table: Box::new(table), outputs }
    }

    fn row_reasons(&mut self, place: &Place<'_>, stage: &TableStage) {
        let ids: Vec<&str> = stage.text.rows.iter().map(|row| row.id.as_str()).collect();
        self.checker.none_twice(place, ("rules", "id"), &ids);
        for (at, reason) in stage.row_reasons.iter().enumerate() {
            self.checker.reason(&place.item("rules", at).key("reason"), reason.as_ref());
        }
    }

    /// Cells must suit their column; the type of an output column is what its rows have in common.
    fn table_kinds(&mut self, place: &Place<'_>, table: &Table) -> Vec<Type> {
        for (column, input) in table.inputs.iter().enumerate() {
            let kind = self.checker.kind(&place.item("inputs", column).key("field"), &input.expr);
            for (at, row) in table.rows.iter().enumerate() {
                let rule = place.item("rules", at);
                let place = rule.item("when", column);
                if let Some(cell) = row.cells.get(column) {
                    self.checker.fits(&place, cell, &kind);
                }
            }
        }
        let mut kinds = Vec::new();
        for column in 0..table.outputs.len() {
            let mut kind = Type::Number(Unit::Free);
            for (at, row) in table.rows.iter().enumerate() {
                let rule = place.item("rules", at);
                let place = rule.item("then", column);
                let Some(expr) = row.outputs.get(column) else {
                    continue;
                };
                let found = self.checker.kind(&place, expr);
                kind = if at == 0 { found } else { self.checker.same(&place, &kind, &found) };
            }
            kinds.push(match kind {
                Type::Number(Unit::Free) => Type::Number(Unit::Plain),
                other => other,
            });
        }
        kinds
    }

    fn role(&mut self, place: &Place<'_>, role: Role, kind: &Type) {
        let wanted = match role {
            Role::Value => return,
            Role::Outcome | Role::Grade => Type::Text,
            Role::TermDays | Role::DepositShare | Role::ReviewDays => Type::Number(Unit::Plain),
        };
        self.checker.same(place, &wanted, kind);
    }

    /// Words of an outcome column must be outcomes.
    fn outcome_words(&mut self, table: &Place<'_>, rows: &[Row], column: usize) {
        for (at, row) in rows.iter().enumerate() {
            let Some(Expr::Value(Value::Text(word))) = row.outputs.get(column) else {
                continue;
            };
            if outcome_of(word).is_none() {
                let allowed = listed(&words_of(OUTCOMES));
                let kind = FaultKind::NotOneOf { found: word.to_string(), allowed };
                self.checker.error(&table.item("rules", at).item("then", column), kind);
            }
        }
    }
}
