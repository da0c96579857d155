//! Sums, products and powers of numbers, dates and durations. Nothing wraps and nothing is lost in silence.

use super::ast::Operator;
use super::value::{Answer, Cause, ErrorKind, Value, error, kind_error};
use crate::domain::{Day, Decimal, exact};
use rust_decimal::prelude::ToPrimitive as _;

const DAY_SECONDS: i64 = 86_400;

pub(super) fn apply(operator: Operator, left: &Value, right: &Value, at: u32) -> Answer {
    use Operator as O;
    use Value as V;
    let overflow = || error(ErrorKind::Overflow, at);
    match (operator, left, right) {
        (_, V::Number(a), V::Number(b)) => numbers(operator, *a, *b, at).map(V::Number),
        (O::Add, V::Text(a), V::Text(b)) => Ok(V::text(&format!("{a}{b}"))),
        (O::Add, V::Day(day), by) | (O::Add, by, V::Day(day)) => move_day(*day, by, 1, at),
        (O::Subtract, V::Day(a), V::Day(b)) => {
            b.days_until(*a).checked_mul(DAY_SECONDS).map(V::Span).ok_or_else(overflow)
        }
        (O::Subtract, V::Day(day), by) => move_day(*day, by, -1, at),
        (O::Add, V::Span(a), V::Span(b)) => a.checked_add(*b).map(V::Span).ok_or_else(overflow),
        (O::Subtract, V::Span(a), V::Span(b)) => {
            a.checked_sub(*b).map(V::Span).ok_or_else(overflow)
        }
        (O::Add, V::Months(a), V::Months(b)) => {
            a.checked_add(*b).map(V::Months).ok_or_else(overflow)
        }
        (O::Subtract, V::Months(a), V::Months(b)) => {
            a.checked_sub(*b).map(V::Months).ok_or_else(overflow)
        }
        (O::Divide, V::Span(a), V::Span(b)) | (O::Divide, V::Months(a), V::Months(b)) => {
            numbers(O::Divide, (*a).into(), (*b).into(), at).map(V::Number)
        }
        (O::Multiply | O::Divide, V::Span(a), V::Number(n)) => {
            whole(numbers(operator, (*a).into(), *n, at)?, at).map(V::Span)
        }
        (O::Multiply | O::Divide, V::Months(a), V::Number(n)) => {
            whole(numbers(operator, (*a).into(), *n, at)?, at).map(V::Months)
        }
        (O::Multiply, V::Number(_), V::Span(_) | V::Months(_)) => {
            apply(O::Multiply, right, left, at)
        }
        _ => Err(kind_error(left.kind(), right.kind(), at)),
    }
}

pub(super) fn numbers(
    operator: Operator,
    a: Decimal,
    b: Decimal,
    at: u32,
) -> Result<Decimal, Cause> {
    let result = match operator {
        Operator::Add => exact::sum(a, b),
        Operator::Subtract => exact::difference(a, b),
        Operator::Multiply => exact::product(a, b),
        Operator::Divide if b.is_zero() => return Err(error(ErrorKind::DivisionByZero, at)),
        Operator::Divide => exact::quotient(a, b),
        Operator::Power => {
            let exponent = b
                .to_i64()
                .filter(|_| b.is_integer())
                .ok_or_else(|| error(ErrorKind::NotWhole, at))?;
            return power(a, exponent, at);
        }
    };
    result.ok_or_else(|| error(ErrorKind::Overflow, at))
}

/// A whole power by repeated squaring; each product is kept to 28 digits.
pub(super) fn power(base: Decimal, exponent: i64, at: u32) -> Result<Decimal, Cause> {
    let overflow = || error(ErrorKind::Overflow, at);
    let mut left = exponent.unsigned_abs();
    let mut square = base;
    let mut product = Decimal::ONE;
    while left > 0 {
        if left % 2 == 1 {
            product = exact::product(product, square).ok_or_else(overflow)?;
        }
        left /= 2;
        if left > 0 {
            square = exact::product(square, square).ok_or_else(overflow)?;
        }
    }
    if exponent < 0 {
        return numbers(Operator::Divide, Decimal::ONE, product, at);
    }
    Ok(product)
}

pub(super) fn negate(value: &Value, at: u32) -> Answer {
    match value {
        Value::Number(n) => Ok(Value::Number(-*n)),
        Value::Span(s) => Ok(Value::Span(s.saturating_neg())),
        Value::Months(m) => Ok(Value::Months(m.saturating_neg())),
        other => Err(kind_error("a number", other.kind(), at)),
    }
}

fn move_day(day: Day, by: &Value, sign: i64, at: u32) -> Answer {
    let moved = match by {
        // The day in which the moment lies: half a day before midnight is the day before.
        Value::Span(s) => day.plus_days(s.saturating_mul(sign).div_euclid(DAY_SECONDS)),
        Value::Months(m) => {
            let months = i32::try_from(m.saturating_mul(sign))
                .map_err(|_| error(ErrorKind::Overflow, at))?;
            day.plus_months(months)
        }
        other => return Err(kind_error("a date", other.kind(), at)),
    };
    moved.map(Value::Day).map_err(|_| error(ErrorKind::Overflow, at))
}

fn whole(number: Decimal, at: u32) -> Result<i64, Cause> {
    number.trunc().to_i64().ok_or_else(|| error(ErrorKind::Overflow, at))
}

/// Whole months from one day to another, towards zero.
pub(super) fn months_between(from: Day, to: Day) -> i64 {
    let index = |d: Day| i64::from(d.year()) * 12 + i64::from(d.month());
    let months = index(to).saturating_sub(index(from));
    let short = (months > 0 && to.day_of_month() < from.day_of_month())
        || (months < 0 && to.day_of_month() > from.day_of_month());
    if short { months.saturating_sub(months.signum()) } else { months }
}
