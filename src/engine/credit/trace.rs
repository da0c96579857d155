//! What was looked at on the way to a decision, in order.

use crate::domain::{Decimal, Money};
use crate::policy::feel::{Answer, Cause, Scope};

/// A value as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// As it would be written in a cell.
    Known(String),
    /// The name of what is missing.
    Missing(String),
    /// Why there is no value.
    Failed(String),
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Derived {
        id: String,
        value: Seen,
    },
    Bin {
        card: String,
        field: String,
        value: Seen,
        /// The cell that held; none when no bin did.
        bin: Option<String>,
        points: Decimal,
        /// The most that this characteristic can give.
        of: Decimal,
    },
    Score {
        card: String,
        points: Decimal,
    },
    Rule {
        stage: String,
        rule: String,
        /// None when it cannot be told.
        fired: Option<bool>,
        conditions: Vec<ConditionSeen>,
    },
    /// The rule is not in force on the day.
    NotInForce {
        stage: String,
        rule: String,
    },
    Row {
        stage: String,
        rows: Vec<String>,
        outputs: Vec<(String, Seen)>,
    },
    Candidate {
        stage: String,
        id: String,
        value: Seen,
    },
    Limit {
        stage: String,
        /// The candidate that gave the limit.
        binding: Option<String>,
        limit: Option<Money>,
    },
}

/// One condition of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionSeen {
    pub field: String,
    pub is: String,
    pub value: Seen,
    /// None when it cannot be told.
    pub held: Option<bool>,
    /// The rule does not hold when this condition does.
    pub unless: bool,
}

impl Seen {
    pub(super) fn of(answer: &Answer, scope: &Scope) -> Self {
        match answer {
            Ok(value) => Self::Known(value.to_string()),
            Err(cause) => Self::cause(*cause, scope),
        }
    }

    pub(super) fn cause(cause: Cause, scope: &Scope) -> Self {
        match cause {
            Cause::Null => Self::Missing(String::new()),
            Cause::Missing(slot) => Self::Missing(scope.name(slot).to_owned()),
            Cause::Error(error) => Self::Failed(error.to_string()),
        }
    }
}
