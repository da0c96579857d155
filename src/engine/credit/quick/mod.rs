//! The short way to a decision: every cell asked once for each region of values, amounts as whole
//! numbers. Whatever it cannot decide it hands back, and the long way decides it.

mod build;
mod card;
mod formula;
mod rules;
mod short;
mod stages;
mod value;

pub(super) use build::{Plan, QuickLimit, QuickStage, Step};
pub(super) use formula::Formula;
pub(super) use rules::{RuleMasks, Says};
pub(super) use short::Short;
pub(super) use stages::{By, Limited};
pub(super) use value::Quick;
