//! A stage that is a decision table.

use super::decision::Origin;
use super::evaluate::Run;
use super::trace::{Seen, Step};
use crate::policy::document::TableStage;
use crate::policy::feel::{Answer, Cause, Slot, Value};
use crate::policy::table::{self, Table, TableProblem};

impl<'p> Run<'p> {
    pub(super) fn table(
        &mut self,
        stage: &'p str,
        text: &'p TableStage,
        (table, slots): (&Table, &[Slot]),
    ) {
        let decided = table.decide(&self.values);
        let row_id = |at: &usize| text.text.rows.get(*at).map_or("", |row| row.id.as_str());
        let answers = match decided.answer {
            Ok(outcome) => self.table_answers(stage, table, outcome),
            Err(problem) => {
                self.table_problem(stage, text, &problem);
                None
            }
        };
        let has_answer = answers.is_some();
        let answers = answers.unwrap_or_else(|| vec![Err(Cause::Null); slots.len()]);
        let mut outputs = Vec::new();
        let row = decided.chosen.first().map_or("", row_id);
        for ((slot, answer), output) in slots.iter().zip(answers).zip(&text.outputs) {
            if self.detail {
                outputs.push((output.id.clone(), Seen::of(&answer, &self.policy.scope)));
            }
            if has_answer {
                self.grant((stage, row, &output.id), output.role, &answer);
            }
            self.put(*slot, answer);
        }
        for at in &decided.chosen {
            if let Some(Some(code)) = text.row_reasons.get(*at) {
                self.reason(code, None, Origin::Row { stage, row: row_id(at) }, None);
            }
        }
        self.tell(|| Step::Row {
            stage: stage.to_owned(),
            rows: decided.hits.iter().map(|at| row_id(at).to_owned()).collect(),
            outputs,
        });
    }

    /// One answer for each output column; the answers of several rows become lists. None when no row holds, which is
    /// told.
    fn table_answers(
        &mut self,
        stage: &'p str,
        table: &Table,
        outcome: table::Outcome,
    ) -> Option<Vec<Answer>> {
        let width = table.outputs.len();
        Some(match outcome {
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
                self.failed(&stage, &"no row holds");
                return None;
            }
        })
    }

    fn table_problem(&mut self, stage: &'p str, text: &TableStage, problem: &TableProblem) {
        let ids = |rows: &[usize]| {
            let ids = rows.iter().filter_map(|at| text.text.rows.get(*at));
            ids.map(|r| r.id.as_str()).collect::<Vec<_>>().join(", ")
        };
        match problem {
            TableProblem::NotUnique { rows } => {
                self.failed(&stage, &format_args!("rows {} hold together", ids(rows)));
            }
            TableProblem::Different { rows } => {
                self.failed(&stage, &format_args!("rows {} hold and differ", ids(rows)));
            }
            TableProblem::NotAllowed { column } => {
                let column = column.saturating_add(1);
                self.failed(&stage, &format_args!("the value of column {column} is not allowed"));
            }
            TableProblem::Unclear(unclear) => {
                self.unclear(&format_args!("{stage}.{}", ids(&[unclear.row])), unclear.cause);
            }
        }
    }
}
