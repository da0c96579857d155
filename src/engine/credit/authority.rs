//! Who may sign what.

use crate::domain::Money;
use crate::domain::decision::Outcome;
use crate::policy::Document;

/// Whether a person of a role may sign, and if not, why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum May {
    Yes,
    /// Yes, with a second person.
    WithSecond,
    No(Refusal),
}

/// Why a signature is refused. The rule ids are stable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// CR-010: the policy gives this role no authority.
    UnknownRole { role: String },
    /// CR-011: the limit is above what the role may sign.
    AboveLimit { up_to: Option<Money> },
    /// CR-012: the role may not change the proposal in this way.
    NoOverride { from: Outcome, to: Outcome },
    /// CR-013: a change of the proposal needs a coded reason of the policy.
    NoReason,
}

impl Refusal {
    #[must_use]
    pub const fn rule(&self) -> crate::domain::RuleId {
        crate::domain::RuleId::fixed(match self {
            Self::UnknownRole { .. } => "CR-010",
            Self::AboveLimit { .. } => "CR-011",
            Self::NoOverride { .. } => "CR-012",
            Self::NoReason => "CR-013",
        })
    }
}

/// What somebody wants to sign.
#[derive(Clone, Debug)]
pub struct Signing<'a> {
    pub role: &'a str,
    pub proposed: &'a Outcome,
    pub proposed_limit: Option<Money>,
    pub decided: &'a Outcome,
    pub limit: Option<Money>,
    pub override_code: Option<&'a str>,
}

/// Whether the role may sign the decision, under the policy.
///
/// A higher limit than proposed counts as a change that needs a coded reason;
/// a lower one, and a more severe outcome, are free to anyone who may sign.
#[must_use]
pub fn may_sign(policy: &Document, signing: &Signing<'_>) -> May {
    let Some(authority) = policy.authority.iter().find(|a| a.role == signing.role) else {
        return May::No(Refusal::UnknownRole { role: signing.role.to_owned() });
    };
    if let Some(limit) = signing.limit.filter(|l| l.is_positive()) {
        let up_to = authority.up_to.as_ref().map(|amounts| amounts.get(&limit.currency()).copied());
        // No amount for the currency of the limit is no authority in that currency.
        if up_to.is_some_and(|up_to| up_to.is_none_or(|up_to| up_to < limit)) {
            return May::No(Refusal::AboveLimit { up_to: up_to.flatten() });
        }
    }
    let milder = policy.severity(signing.decided) < policy.severity(signing.proposed);
    let higher = match (signing.limit, signing.proposed_limit) {
        (Some(limit), Some(proposed)) => limit > proposed,
        (Some(limit), None) => limit.is_positive(),
        _ => false,
    };
    if !milder && !higher {
        return May::Yes;
    }
    let change = (signing.proposed.clone(), signing.decided.clone());
    if milder && !authority.overrides.contains(&change) {
        let (from, to) = change;
        return May::No(Refusal::NoOverride { from, to });
    }
    let coded = |code: &str| policy.override_reasons.iter().any(|r| r.code == code);
    if !signing.override_code.is_some_and(coded) {
        return May::No(Refusal::NoReason);
    }
    if authority.second { May::WithSecond } else { May::Yes }
}
