//! A stage of rules as bits: which rules each region of a field lets pass.

use crate::policy::feel::{Answer, Cause, Cell, Slot, Truth, Value};
use crate::policy::regions::Regions;

/// Rules by bits, up to this many.
pub(super) const RULES_MAX: usize = 64;

/// What a field says to each rule of a stage, by region; the last two are for a missing value and
/// for null.
#[derive(Clone, Debug)]
pub(in super::super) struct Mask {
    /// The place among the tested fields.
    pub tested: usize,
    pub regions: Vec<Says>,
}

/// What one region says to each rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Says {
    /// Rules that this region does not keep from holding.
    pub pass: u64,
    /// Rules that cannot be told for want of the value.
    pub unclear: u64,
    /// Rules that only the long way can tell.
    pub odd: u64,
}

#[derive(Clone, Debug, Default)]
pub(in super::super) struct RuleMasks {
    /// Rules in force on the day.
    pub all: u64,
    pub masks: Vec<Mask>,
}

/// One condition: the rule's bit, the cell, and whether it speaks against the rule.
pub(super) type Condition<'c> = (u64, &'c Cell, bool);

/// What a field says to the rules that look at it. `null_fails`: null meets no test and raises no question.
pub(super) fn mask(
    tested: usize,
    (slot, regions): (Slot, &Regions),
    conditions: &[Condition<'_>],
    (values, null_fails): (&[Answer], bool),
) -> Mask {
    let samples = regions.samples();
    let known = samples.iter().map(|s| s.clone().map_or(Ok(Value::Bool(true)), Ok));
    let unknown = [Err(Cause::Missing(slot)), Err(Cause::Null)];
    let says = |sample: Answer| {
        let mut says = Says { pass: u64::MAX, unclear: 0, odd: 0 };
        for (bit, cell, against) in conditions {
            let truth: Truth = cell.holds(&sample, values).map(|held| held != *against);
            match truth {
                Ok(true) => {}
                Ok(false) => says.pass &= !bit,
                Err(Cause::Null) if null_fails => says.pass &= !bit,
                Err(cause) if sample.as_ref().err() == Some(&cause) => says.unclear |= bit,
                Err(_) => says.odd |= bit,
            }
        }
        says
    };
    Mask { tested, regions: known.chain(unknown).map(says).collect() }
}
