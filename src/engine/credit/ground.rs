//! Reasons in the making: names only, spelled out when somebody reads them.

use super::decision::{Origin, Reason};
use crate::domain::Decimal;
use crate::domain::decision::Outcome;
use crate::policy::Compiled;

/// A reason by the names it has in the policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground<'p> {
    pub code: &'p str,
    /// What the customer lost against the best bin, for a scorecard's reason.
    pub points_lost: Option<Decimal>,
    /// What the reason asks for, where it asks for anything.
    pub outcome: Option<Outcome>,
    pub origin: Origin<&'p str>,
    /// The lighter number is told first.
    pub(super) weight: u16,
}

impl Ground<'_> {
    /// With the policy's own words; none when the policy has no such reason.
    pub(super) fn spelled(self, policy: &Compiled) -> Option<Reason> {
        let reason = policy.document.reason(self.code)?;
        Some(Reason {
            code: self.code.to_owned(),
            text: reason.text.clone(),
            factor: reason.factor,
            adverse: reason.adverse,
            internal_only: reason.internal_only,
            points_lost: self.points_lost,
            outcome: self.outcome,
            origin: self.origin.spelled(),
        })
    }
}

impl Origin<&str> {
    pub(super) fn spelled(self) -> Origin {
        let own = str::to_owned;
        match self {
            Self::Rule { stage, rule } => Origin::Rule { stage: own(stage), rule: own(rule) },
            Self::MissingField { field } => Origin::MissingField { field: own(field) },
            Self::Card { card, field } => Origin::Card { card: own(card), field: own(field) },
            Self::Row { stage, row } => Origin::Row { stage: own(stage), row: own(row) },
            Self::Candidate { stage, candidate } => {
                Origin::Candidate { stage: own(stage), candidate: own(candidate) }
            }
            Self::Failure { place, problem } => Origin::Failure { place, problem },
        }
    }
}
