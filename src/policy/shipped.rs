//! The policies that come with the program.

use super::compile::compile;
use super::compiled::Compiled;
use super::fault::Fault;
use super::ladder::Ladder;
use super::signals::Thresholds;

/// A policy that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    pub id: &'static str,
    pub text: &'static str,
}

/// The policies that come with the program, the one used until another is put into force first.
///
/// The score measures the customer and is the same in all of them; what a score is given is not.
pub const ALL: &[Shipped] = &[
    Shipped { id: "standard", text: STANDARD },
    Shipped {
        id: "standard-indirect",
        text: include_str!("../../policies/standard-indirect.json"),
    },
    Shipped {
        id: "cautious-direct-bill",
        text: include_str!("../../policies/cautious-direct-bill.json"),
    },
    Shipped {
        id: "cautious-indirect",
        text: include_str!("../../policies/cautious-indirect.json"),
    },
    Shipped {
        id: "growth-direct-bill",
        text: include_str!("../../policies/growth-direct-bill.json"),
    },
    Shipped { id: "growth-indirect", text: include_str!("../../policies/growth-indirect.json") },
];

/// For partners that bill their customers themselves.
pub const STANDARD: &str = include_str!("../../policies/standard.json");

/// The policy used until another one is put into force.
///
/// # Errors
/// The faults of the document; a test keeps the shipped ones free of errors.
pub fn standard() -> Result<Compiled, Vec<Fault>> {
    compile(STANDARD)
}

/// The collections ladder of the standard policy.
///
/// # Errors
/// As [`standard`].
pub fn ladder() -> Result<Ladder, Vec<Fault>> {
    standard().map(|policy| policy.document.collections)
}

/// The thresholds of the suspicious-activity signals of the standard policy.
///
/// # Errors
/// As [`standard`].
pub fn thresholds() -> Result<Thresholds, Vec<Fault>> {
    standard().map(|policy| policy.document.suspicion)
}
