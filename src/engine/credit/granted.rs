//! What the tables of a policy gave a customer beside the outcome.

use std::sync::Arc;

use super::evaluate::Run;
use crate::domain::Decimal;
use crate::domain::decision::Outcome;
use crate::policy::document::Role;
use crate::policy::feel::{Answer, Cause, Value};

/// By the role of the column.
#[derive(Default)]
pub(super) struct Granted {
    pub grade: Option<Arc<str>>,
    pub term_days: Option<Decimal>,
    pub deposit_share: Option<Decimal>,
    pub review_days: Option<Decimal>,
}

impl<'p> Run<'p> {
    /// What a row gives for a column, `output` being its name. What cannot be worked out grants nothing, and is said.
    pub(super) fn grant(
        &mut self,
        (stage, row, output): (&'p str, &'p str, &str),
        role: Role,
        answer: &Answer,
    ) {
        match (role, answer) {
            (Role::Value, _) => {}
            // A null is how a row says that there is no deposit, or no date of its own; an outcome there must be.
            (
                Role::Grade | Role::TermDays | Role::DepositShare | Role::ReviewDays,
                Err(Cause::Null),
            ) => {}
            (_, Err(cause)) => self.unclear(&format_args!("{stage}.{row}: {output}"), *cause),
            (Role::Outcome, Ok(Value::Text(word))) => match Outcome::from_word(word) {
                Outcome::Other(word) => {
                    self.failed(&stage, &format_args!("`{word}` is no outcome"))
                }
                outcome => {
                    let severity = self.policy.document.severity(&outcome);
                    self.row_asks.push((severity, stage, row));
                    self.ask_for(outcome);
                }
            },
            (Role::Grade, Ok(Value::Text(grade))) => self.granted.grade = Some(grade.clone()),
            (Role::TermDays, Ok(Value::Number(n))) => self.granted.term_days = Some(*n),
            (Role::DepositShare, Ok(Value::Number(n))) => self.granted.deposit_share = Some(*n),
            (Role::ReviewDays, Ok(Value::Number(n))) => self.granted.review_days = Some(*n),
            (_, Ok(other)) => self.failed(&stage, &format_args!("{other} is of the wrong kind")),
        }
    }
}
