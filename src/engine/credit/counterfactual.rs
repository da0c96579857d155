//! What would have to be otherwise for a better outcome, one value at a time.
//!
//! Each answer is exact: it is found on the grid of the value (minor units, whole days,
//! hundredths) and verified by deciding again on both sides of the boundary.

use super::decision::Decision;
use super::inputs::Inputs;
use super::placed::Placed;
use super::sitting::Sitting;
use crate::domain::decision::Outcome;
use crate::domain::{Day, Decimal, order};
use crate::policy::Compiled;
use crate::policy::document::{Field, FieldKind};
use crate::policy::feel::Value;
use rust_decimal::prelude::ToPrimitive as _;

/// A single value that, were it otherwise, would give a better outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterfactual {
    pub field: String,
    pub now: Option<Value>,
    pub reach: Reach,
    pub outcome: Outcome,
}

/// Where the boundary lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// The outcome is reached when the value falls below this.
    Below(Value),
    /// The outcome is reached when the value is at least this.
    AtLeast(Value),
    /// The outcome is reached when the value is this.
    Is(Value),
}

/// All single values that would lead to a milder outcome, the mildest outcome first.
///
/// Two values that would both have to change are not looked for.
#[must_use]
pub fn counterfactuals(
    policy: &Compiled,
    inputs: &Inputs,
    as_of: Day,
    decision: &Decision,
) -> Vec<Counterfactual> {
    let now = policy.document.severity(&decision.outcome);
    if now == 0 {
        return Vec::new();
    }
    let placed = Placed::new(policy, inputs);
    let mut search = Search { policy, inputs, placed, sitting: Sitting::new(policy, as_of), now };
    let fields = policy.document.fields.iter().enumerate();
    let mut found: Vec<Counterfactual> =
        fields.flat_map(|(at, field)| search.field(at, field)).collect();
    order::sort_by_key(&mut found, |c| policy.document.severity(&c.outcome));
    found
}

struct Search<'a> {
    policy: &'a Compiled,
    inputs: &'a Inputs,
    placed: Placed,
    sitting: Sitting<'a>,
    /// The severity to be improved upon.
    now: usize,
}

/// Far enough for any amount, age or score.
const FAR: i64 = 1_000_000_000;

impl Search<'_> {
    fn field(&mut self, at: usize, field: &Field) -> Vec<Counterfactual> {
        let given = self.inputs.values.get(&field.id);
        let now = given.and_then(|i| i.value.clone());
        match field.kind {
            FieldKind::Bool => self.flipped(at, field, now),
            FieldKind::Number | FieldKind::Money => self.moved(at, field, now),
            FieldKind::Text | FieldKind::Day => Vec::new(),
        }
    }

    fn flipped(&mut self, at: usize, field: &Field, now: Option<Value>) -> Vec<Counterfactual> {
        let mut found = Vec::new();
        for choice in [true, false] {
            let value = Value::Bool(choice);
            if now.as_ref() == Some(&value) {
                continue;
            }
            let outcome = self.outcome_with(at, value.clone());
            if self.policy.document.severity(&outcome) < self.now {
                found.push(Counterfactual {
                    field: field.id.clone(),
                    now: now.clone(),
                    reach: Reach::Is(value),
                    outcome,
                });
            }
        }
        found
    }

    /// Looks downwards to zero and upwards far away.
    fn moved(&mut self, at: usize, field: &Field, now: Option<Value>) -> Vec<Counterfactual> {
        let Some(Value::Number(number)) = now else {
            return Vec::new();
        };
        let grid = Grid::of(field.kind, number, self.inputs.currency.digits());
        let Some(start) = grid.steps(number) else {
            return Vec::new();
        };
        [0, FAR.saturating_mul(grid.per_unit)]
            .into_iter()
            .filter(|end| *end != start)
            .filter_map(|end| self.boundary((at, field), grid, start, end))
            .collect()
    }

    /// The value nearest to the start, on the way to the end, that gives the outcome of the end.
    fn boundary(
        &mut self,
        (at, field): (usize, &Field),
        grid: Grid,
        start: i64,
        end: i64,
    ) -> Option<Counterfactual> {
        let now = self.now;
        let mut severity = |steps: i64| {
            let outcome = self.outcome_with(at, grid.value(steps));
            self.policy.document.severity(&outcome)
        };
        let goal = severity(end);
        if goal >= now {
            return None;
        }
        let (mut worse, mut better) = (start, end);
        while worse.abs_diff(better) > 1 {
            let middle = worse.midpoint(better);
            if severity(middle) <= goal {
                better = middle;
            } else {
                worse = middle;
            }
        }
        let upwards = end > start;
        let reach = if upwards {
            Reach::AtLeast(grid.value(better))
        } else {
            Reach::Below(grid.value(worse))
        };
        Some(Counterfactual {
            field: field.id.clone(),
            now: Some(grid.value(start)),
            reach,
            outcome: self.outcome_with(at, grid.value(better)),
        })
    }

    /// The outcome if one field had a fresh value.
    fn outcome_with(&mut self, field: usize, value: Value) -> Outcome {
        let mut answer = Ok(value);
        self.placed.swap(field, &mut answer);
        let outcome = self.sitting.outcome(&self.placed);
        self.placed.swap(field, &mut answer);
        outcome
    }
}

/// The steps in which a value moves.
#[derive(Clone, Copy)]
struct Grid {
    per_unit: i64,
    places: u32,
}

impl Grid {
    fn of(kind: FieldKind, now: Decimal, digits: u32) -> Self {
        let places = match kind {
            FieldKind::Money => digits,
            _ if now.is_integer() => 0,
            _ => now.normalize().scale().clamp(2, 6),
        };
        Self { per_unit: 10_i64.saturating_pow(places), places }
    }

    fn steps(self, value: Decimal) -> Option<i64> {
        value.checked_mul(Decimal::from(self.per_unit)).and_then(|steps| steps.trunc().to_i64())
    }

    fn value(self, steps: i64) -> Value {
        Value::Number(Decimal::new(steps, self.places))
    }
}
