//! What the tables of a policy gave a customer beside the outcome.

use std::sync::Arc;

use super::evaluate::Run;
use crate::domain::Decimal;
use crate::domain::decision::Outcome;
use crate::policy::document::Role;
use crate::policy::feel::{Answer, Value};

/// By the role of the column.
#[derive(Default)]
pub(super) struct Granted {
    pub grade: Option<Arc<str>>,
    pub term_days: Option<Decimal>,
    pub deposit_share: Option<Decimal>,
    pub review_days: Option<Decimal>,
}

impl<'p> Run<'p> {
    pub(super) fn grant(&mut self, (stage, row): (&'p str, &'p str), role: Role, answer: &Answer) {
        match (role, answer) {
            (Role::Value, _) | (_, Err(_)) => {}
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
