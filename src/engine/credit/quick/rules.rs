//! A stage of rules as bits: which rules each region of a field lets pass.

use crate::policy::feel::{Answer, Cell, Truth, Value};
use crate::policy::regions::Regions;

/// Rules by bits, up to this many.
pub(super) const RULES_MAX: usize = 64;

/// What a field says to each rule of a stage, by region; the last one is for a missing value.
#[derive(Clone, Debug)]
pub(super) struct Mask {
    /// The place among the tested fields.
    pub tested: usize,
    /// Rules that this region does not keep from holding.
    pub pass: Vec<u64>,
    /// Rules that cannot be told here.
    pub unclear: Vec<u64>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct RuleMasks {
    /// Rules in force on the day.
    pub all: u64,
    pub masks: Vec<Mask>,
}

/// One condition: the rule's bit, the cell, and whether it speaks against the rule.
pub(super) type Condition<'c> = (u64, &'c Cell, bool);

/// What a field says to the rules that look at it.
pub(super) fn mask(
    tested: usize,
    (regions, missing): (&Regions, &Answer),
    conditions: &[Condition<'_>],
    values: &[Answer],
) -> Mask {
    let samples = regions.samples();
    let known = samples.iter().map(|s| s.clone().map_or(Ok(Value::Bool(true)), Ok));
    let (mut pass, mut unclear) = (Vec::new(), Vec::new());
    for sample in known.chain([missing.clone()]) {
        let (mut passes, mut unknown) = (u64::MAX, 0);
        for (bit, cell, against) in conditions {
            let truth: Truth = cell.holds(&sample, values).map(|held| held != *against);
            match truth {
                Ok(true) => {}
                Ok(false) => passes &= !bit,
                Err(_) => unknown |= bit,
            }
        }
        pass.push(passes);
        unclear.push(unknown);
    }
    Mask { tested, pass, unclear }
}
