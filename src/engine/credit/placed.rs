//! The inputs of one customer in the order of a policy's fields, as the policy takes them.

use super::decision::InputSeen;
use super::inputs::{Input, Inputs, plain_text};
use super::quick::Quick;
use crate::domain::Currency;
use crate::policy::Compiled;
use crate::policy::document::Field;
use crate::policy::feel::{Answer, Cause, Slot, Value};
use crate::policy::regions::number_of;

/// What a policy is given, ready to be decided again and again.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The currency of all amounts, and of the limit.
    pub currency: Currency,
    /// One for each field of the policy, in its order; what is whole in `quick` is not kept up here.
    pub(super) answers: Vec<Answer>,
    /// The same in short.
    pub(super) quick: Vec<Quick>,
}

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        let same = |at| self.answer(at) == other.answer(at);
        self.currency == other.currency
            && self.quick.len() == other.quick.len()
            && (0..self.quick.len()).all(same)
    }
}

impl Placed {
    /// A value that is too old counts as missing, and a missing one as the policy's default.
    #[must_use]
    pub fn new(policy: &Compiled, inputs: &Inputs) -> Self {
        let fields = policy.document.fields.iter().enumerate();
        let answers = fields.map(|(at, field)| {
            let usable = inputs.values.get(&field.id).and_then(|input| usable(field, input));
            let taken = usable.or_else(|| policy.defaults.get(at)?.as_ref());
            taken.cloned().ok_or(Cause::Missing(Slot(u16::try_from(at).unwrap_or(u16::MAX))))
        });
        Self::of(inputs.currency, answers.collect())
    }

    pub(super) fn of(currency: Currency, answers: Vec<Answer>) -> Self {
        let quick = answers.iter().map(Quick::of).collect();
        Self { currency, answers, quick }
    }

    /// The answer of a field.
    pub(super) fn answer(&self, field: usize) -> Answer {
        match self.quick.get(field) {
            Some(Quick::Number(number)) => Ok(Value::Number(number_of(*number).normalize())),
            Some(Quick::Missing(slot)) => Err(Cause::Missing(*slot)),
            _ => self.answers.get(field).cloned().unwrap_or(Err(Cause::Null)),
        }
    }

    /// Changes the value of a field, and hands out what was there.
    pub(super) fn swap(&mut self, field: usize, value: &mut Answer) {
        let there = self.answer(field);
        if let Some(place) = self.answers.get_mut(field) {
            *place = std::mem::replace(value, there);
            if let Some(quick) = self.quick.get_mut(field) {
                *quick = Quick::of(place);
            }
        }
    }
}

fn usable<'i>(field: &Field, input: &'i Input) -> Option<&'i Value> {
    input.value.as_ref().filter(|_| !too_old(field, input))
}

fn too_old(field: &Field, input: &Input) -> bool {
    !fresh(field, input.age_days)
}

/// Whether a value of this age may be used.
pub(super) fn fresh(field: &Field, age_days: Option<i64>) -> bool {
    let allowed = field.max_age_days.map(i64::from);
    age_days.zip(allowed).is_none_or(|(age, max)| age <= max)
}

/// What was looked at, for the record of a decision.
pub(super) fn seen(policy: &Compiled, inputs: &Inputs) -> Vec<InputSeen> {
    let fields = policy.document.fields.iter().enumerate();
    let seen = fields.map(|(at, field)| {
        let given = inputs.values.get(&field.id);
        let default = policy.defaults.get(at).is_some_and(Option::is_some);
        InputSeen {
            field: field.id.clone(),
            label: field.label.clone(),
            value: given.and_then(|i| i.value.as_ref()).map(plain_text),
            source: given.map_or_else(|| field.source.clone(), |i| i.source.clone()),
            age_days: given.and_then(|i| i.age_days),
            too_old: given.is_some_and(|i| i.value.is_some() && too_old(field, i)),
            defaulted: default && given.and_then(|i| usable(field, i)).is_none(),
        }
    });
    seen.collect()
}
