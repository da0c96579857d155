//! Whether a cell holds for an input.

use super::ast::{Bound, Cell, Compare, Expr, Interval, Test};
use super::eval::compared;
use super::value::{Answer, Cause, Truth, Value, any_of, both};

impl Cell {
    /// Whether the cell holds for an input. `-` holds for a missing one too;
    /// `null` holds for a missing one only.
    pub fn holds(&self, input: &Answer, inputs: &[Answer]) -> Truth {
        match self {
            Self::Any => Ok(true),
            Self::OneOf(tests) => one_of(tests, input, inputs),
            Self::NoneOf(tests) => one_of(tests, input, inputs).map(|held| !held),
        }
    }
}

fn one_of(tests: &[Test], input: &Answer, inputs: &[Answer]) -> Truth {
    any_of(tests.iter().map(|test| test.holds(input, inputs)))
}

impl Test {
    pub fn holds(&self, input: &Answer, inputs: &[Answer]) -> Truth {
        match self {
            Self::Null => match input {
                Err(Cause::Error(e)) => Err(Cause::Error(*e)),
                other => Ok(other.is_err()),
            },
            Self::Compare(compare, Expr::Value(value), at) => {
                compared_with(*compare, input, value, *at)
            }
            Self::Compare(compare, expr, at) => match expr.answer(inputs) {
                Ok(value) => compared_with(*compare, input, &value, *at),
                Err(cause) => compared(*compare, input, &Err(cause), *at),
            },
            Self::Interval(interval) => interval.holds(input, inputs),
        }
    }
}

/// A list on the right of an equality is a set of allowed values.
fn compared_with(compare: Compare, input: &Answer, value: &Value, at: u32) -> Truth {
    let input_is_list = matches!(input, Ok(Value::List(_)));
    match (compare, value) {
        (Compare::Equal, Value::List(items)) if !input_is_list => {
            any_of(items.iter().map(|item| compared_with(compare, input, item, at)))
        }
        _ => match input {
            Ok(known) => values_compared(compare, known, value, at),
            Err(Cause::Null) if compare == Compare::Equal => Ok(false),
            Err(cause) => Err(*cause),
        },
    }
}

fn values_compared(compare: Compare, known: &Value, value: &Value, at: u32) -> Truth {
    // The common case without building answers.
    if let Some(order) = known.order(value) {
        return Ok(compare.holds(order));
    }
    compared(compare, &Ok(known.clone()), &Ok(value.clone()), at)
}

impl Interval {
    fn holds(&self, input: &Answer, inputs: &[Answer]) -> Truth {
        let low = self.low.compare(Compare::Greater, Compare::GreaterOrEqual);
        let high = self.high.compare(Compare::Less, Compare::LessOrEqual);
        both(self.end(low, &self.low, input, inputs), self.end(high, &self.high, input, inputs))
    }

    fn end(&self, compare: Compare, bound: &Bound, input: &Answer, inputs: &[Answer]) -> Truth {
        match &bound.value {
            Expr::Value(value) => compared_with(compare, input, value, self.at),
            expr => compared(compare, input, &expr.answer(inputs), self.at),
        }
    }
}

impl Bound {
    fn compare(&self, open: Compare, closed: Compare) -> Compare {
        if self.included { closed } else { open }
    }
}
