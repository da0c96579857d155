//! Working out an expression over given inputs. Total: every text that was read has an answer.

use std::borrow::Cow;

use super::ast::{Compare, Expr, Function};
use super::value::{Answer, Cause, Truth, Value, any_of, both, either, equal, kind_error, order};
use super::{arithmetic, functions};

impl Expr {
    /// The same as [`Expr::answer`], without a copy where the expression is a name.
    pub fn look<'a>(&self, inputs: &'a [Answer]) -> Cow<'a, Answer> {
        match self {
            Self::Name(slot, _) => match inputs.get(slot.index()) {
                Some(answer) => Cow::Borrowed(answer),
                None => Cow::Owned(Err(Cause::Null)),
            },
            _ => Cow::Owned(self.answer(inputs)),
        }
    }

    /// The answer for inputs placed by their slots; a slot beyond the end counts as null.
    pub fn answer(&self, inputs: &[Answer]) -> Answer {
        match self {
            Self::Value(value) => Ok(value.clone()),
            Self::Null => Err(Cause::Null),
            Self::Name(slot, _) => inputs.get(slot.index()).cloned().unwrap_or(Err(Cause::Null)),
            Self::Negate(inner, at) => arithmetic::negate(&inner.answer(inputs)?, *at),
            Self::Arithmetic(operator, sides, at) => {
                let [left, right] = sides.as_ref();
                let (left, right) = pair(left.answer(inputs), right.answer(inputs))?;
                arithmetic::apply(*operator, &left, &right, *at)
            }
            Self::List(items) => {
                let items: Result<Vec<Value>, Cause> =
                    items.iter().map(|item| item.answer(inputs)).collect();
                Ok(Value::List(items?.into()))
            }
            Self::If(parts, at) => {
                let [condition, yes, no] = parts.as_ref();
                match condition.truth(inputs, *at) {
                    Ok(true) => yes.answer(inputs),
                    // A plain null is not true, as the standard has it (clause 10.3.2.10).
                    Ok(false) | Err(Cause::Null) => no.answer(inputs),
                    Err(cause) => Err(cause),
                }
            }
            Self::Call(Function::Not, arguments, at) => match arguments.as_slice() {
                [inner] => inner.truth(inputs, *at).map(|b| Value::Bool(!b)),
                _ => Err(Cause::Null),
            },
            Self::Call(function, arguments, at) => {
                let answers: Vec<Answer> = arguments.iter().map(|a| a.answer(inputs)).collect();
                functions::call(*function, &answers, *at)
            }
            _ => self.logic(inputs).map(Value::Bool),
        }
    }

    /// The answer as a truth; another kind of value cannot be told.
    pub fn truth(&self, inputs: &[Answer], at: u32) -> Truth {
        match self.answer(inputs)? {
            Value::Bool(b) => Ok(b),
            other => Err(kind_error("true or false", other.kind(), at)),
        }
    }

    fn logic(&self, inputs: &[Answer]) -> Truth {
        match self {
            Self::And(sides) => {
                let [left, right] = sides.as_ref();
                both(left.truth(inputs, 1), right.truth(inputs, 1))
            }
            Self::Or(sides) => {
                let [left, right] = sides.as_ref();
                either(left.truth(inputs, 1), right.truth(inputs, 1))
            }
            Self::Compare(compare, sides, at) => {
                let [left, right] = sides.as_ref();
                compared(*compare, &left.answer(inputs), &right.answer(inputs), *at)
            }
            Self::Between(parts, at) => {
                let [value, low, high] = parts.as_ref();
                let value = value.answer(inputs);
                both(
                    compared(Compare::GreaterOrEqual, &value, &low.answer(inputs), *at),
                    compared(Compare::LessOrEqual, &value, &high.answer(inputs), *at),
                )
            }
            Self::In(value, tests, _) => {
                let value = value.answer(inputs);
                any_of(tests.iter().map(|test| test.holds(&value, inputs)))
            }
            _ => Err(Cause::Null),
        }
    }
}

/// Both values, or the heavier of the causes.
fn pair(left: Answer, right: Answer) -> Result<(Value, Value), Cause> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        (Err(a), Err(b)) => Err(a.max(b)),
        (Err(cause), Ok(_)) | (Ok(_), Err(cause)) => Err(cause),
    }
}

pub(super) fn compared(compare: Compare, left: &Answer, right: &Answer, at: u32) -> Truth {
    match compare {
        Compare::Equal => equal(left, right, at),
        Compare::Differs => equal(left, right, at).map(|same| !same),
        _ => order(left, right, at).map(|order| compare.holds(order)),
    }
}
