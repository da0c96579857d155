//! Compiling the tables of a policy: cells suit their columns, outputs suit their roles.

use super::compile::Compiler;
use super::compiled::CompiledStage;
use super::document::{Role, TableStage};
use super::fault::FaultKind;
use super::feel::{Expr, Type, Unit, Value};
use super::place::Place;
use super::table::{Aggregate, HitPolicy, Row, Table};
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
        self.ranked(place, &table);
        let kinds = self.table_kinds(place, &table);
        super::analysis::check(place, stage, &table, &mut self.checker);
        let mut outputs = Vec::new();
        for (at, output) in stage.outputs.iter().enumerate() {
            if output.role == Role::Outcome {
                self.outcome_words(place, &table.rows, at);
            }
            self.allowed_outputs(place, &table, at);
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
            let kind = match kind {
                Type::Number(Unit::Free) => Type::Number(Unit::Plain),
                other => other,
            };
            kinds.push(self.joined(&place.item("outputs", column), table.hit, kind));
        }
        kinds
    }

    /// What a column is when several rows may hold: their list, their count, or one of them.
    fn joined(&mut self, place: &Place<'_>, hit: HitPolicy, kind: Type) -> Type {
        match hit {
            HitPolicy::RuleOrder | HitPolicy::OutputOrder | HitPolicy::Collect(Aggregate::List) => {
                Type::List(Box::new(kind))
            }
            HitPolicy::Collect(Aggregate::Count) => Type::Number(Unit::Plain),
            HitPolicy::Collect(Aggregate::Sum) if !matches!(kind, Type::Number(_) | Type::Any) => {
                self.checker.same(place, &Type::Number(Unit::Plain), &kind);
                kind
            }
            _ => kind,
        }
    }

    /// Without an order of its values there is no first among them.
    fn ranked(&mut self, place: &Place<'_>, table: &Table) {
        let by_rank = matches!(table.hit, HitPolicy::Priority | HitPolicy::OutputOrder);
        if by_rank
            && !table.outputs.is_empty()
            && table.outputs.iter().all(|o| o.allowed.is_empty())
        {
            let kind = FaultKind::Missing { key: "allowed".to_owned() };
            self.checker.error(&place.item("outputs", 0).key("allowed"), kind);
        }
    }

    /// Where the values of a column are listed, its rows give one of them.
    fn allowed_outputs(&mut self, table: &Place<'_>, compiled: &Table, column: usize) {
        let Some(output) = compiled.outputs.get(column).filter(|o| !o.allowed.is_empty()) else {
            return;
        };
        for (at, row) in compiled.rows.iter().enumerate() {
            let Some(Expr::Value(value)) = row.outputs.get(column) else {
                continue;
            };
            if !output.allowed.contains(value) {
                let allowed: Vec<String> = output.allowed.iter().map(Value::to_string).collect();
                let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
                let kind =
                    FaultKind::NotOneOf { found: value.to_string(), allowed: listed(&allowed) };
                self.checker.error(&table.item("rules", at).item("then", column), kind);
            }
        }
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
