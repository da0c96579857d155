//! The functions of the language: their names, their arguments, what they answer.

use super::ast::{Expr, Function};
use super::lexer::{Arguments, ParseError, Problem};
use super::value::{Answer, Cause, ErrorKind, Value, any_of, equal, error, kind_error, order};
use super::{arithmetic, literal};
use crate::domain::{Decimal, exact};
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive as _;

/// Name, how few and how many arguments, and which they are.
const FUNCTIONS: &[(&str, Function, (usize, usize), Arguments)] = &[
    ("not", Function::Not, (1, 1), Arguments::One),
    ("abs", Function::Abs, (1, 1), Arguments::One),
    ("min", Function::Min, (1, 99), Arguments::OneOrMore),
    ("max", Function::Max, (1, 99), Arguments::OneOrMore),
    ("sum", Function::Sum, (1, 99), Arguments::OneOrMore),
    ("count", Function::Count, (1, 1), Arguments::List),
    ("floor", Function::Floor, (1, 2), Arguments::NumberMaybePlaces),
    ("ceiling", Function::Ceiling, (1, 2), Arguments::NumberMaybePlaces),
    ("modulo", Function::Modulo, (2, 2), Arguments::TwoNumbers),
    ("decimal", Function::Decimal, (2, 2), Arguments::NumberAndPlaces),
    ("round up", Function::RoundUp, (2, 2), Arguments::NumberAndPlaces),
    ("round down", Function::RoundDown, (2, 2), Arguments::NumberAndPlaces),
    ("round half up", Function::RoundHalfUp, (2, 2), Arguments::NumberAndPlaces),
    ("round half down", Function::RoundHalfDown, (2, 2), Arguments::NumberAndPlaces),
    ("date", Function::Date, (1, 3), Arguments::DateParts),
    ("time", Function::Time, (1, 1), Arguments::Text),
    ("date and time", Function::DateAndTime, (1, 1), Arguments::Text),
    ("duration", Function::Duration, (1, 1), Arguments::DurationText),
    ("years and months duration", Function::MonthsBetween, (2, 2), Arguments::TwoDates),
    ("list contains", Function::ListContains, (2, 2), Arguments::ListAndValue),
];

pub(super) fn named(name: &str) -> Option<Function> {
    FUNCTIONS.iter().find(|(known, ..)| *known == name).map(|(_, function, ..)| *function)
}

/// A call with its arguments counted; dates and durations of plain texts become values at once,
/// so that a wrong one is found while reading.
pub(super) fn build(function: Function, arguments: Vec<Expr>, at: u32) -> Result<Expr, ParseError> {
    let (name, _, (few, many), wanted) = FUNCTIONS
        .iter()
        .find(|(_, f, ..)| *f == function)
        .copied()
        .unwrap_or(("", function, (0, 0), Arguments::One));
    let problem = |problem| ParseError { at: at as usize, problem };
    if !(few..=many).contains(&arguments.len())
        || (function == Function::Date && arguments.len() == 2)
    {
        return Err(problem(Problem::Arguments { name, wanted }));
    }
    let read: fn(&str) -> Option<Value> = match function {
        Function::Date => literal::date,
        Function::Time => literal::time,
        Function::DateAndTime => literal::instant,
        Function::Duration => literal::duration,
        _ => return Ok(Expr::Call(function, arguments, at)),
    };
    match arguments.as_slice() {
        [Expr::Value(Value::Text(text))] => {
            read(text).map(Expr::Value).ok_or_else(|| problem(Problem::NotADate(text.to_string())))
        }
        _ => Ok(Expr::Call(function, arguments, at)),
    }
}

/// The answer of a function to arguments already worked out.
pub(super) fn call(function: Function, arguments: &[Answer], at: u32) -> Answer {
    match function {
        Function::Count | Function::Min | Function::Max | Function::Sum => {
            aggregate(function, &flat(arguments)?, at)
        }
        Function::ListContains => contains(arguments, at),
        _ => {
            let values: Vec<Value> = arguments.iter().cloned().collect::<Result<_, _>>()?;
            plain(function, &values, at)
        }
    }
}

fn plain(function: Function, values: &[Value], at: u32) -> Answer {
    use Function as F;
    use RoundingStrategy as R;
    match (function, values) {
        (F::Not, [Value::Bool(b)]) => Ok(Value::Bool(!b)),
        (F::Abs, [Value::Number(n)]) => Ok(Value::Number(n.abs())),
        (F::Abs, [Value::Span(s)]) => Ok(Value::Span(s.saturating_abs())),
        (F::Abs, [Value::Months(m)]) => Ok(Value::Months(m.saturating_abs())),
        (F::Modulo, [Value::Number(a), Value::Number(b)]) => modulo(*a, *b, at),
        (F::Floor, [n, rest @ ..]) => round(n, rest.first(), R::ToNegativeInfinity, at),
        (F::Ceiling, [n, rest @ ..]) => round(n, rest.first(), R::ToPositiveInfinity, at),
        (F::Decimal, [n, places]) => round(n, Some(places), R::MidpointNearestEven, at),
        (F::RoundUp, [n, places]) => round(n, Some(places), R::AwayFromZero, at),
        (F::RoundDown, [n, places]) => round(n, Some(places), R::ToZero, at),
        (F::RoundHalfUp, [n, places]) => round(n, Some(places), R::MidpointAwayFromZero, at),
        (F::RoundHalfDown, [n, places]) => round(n, Some(places), R::MidpointTowardZero, at),
        (F::Date, [Value::Day(d)]) => Ok(Value::Day(*d)),
        (F::Date, [Value::Instant(i)]) => Ok(Value::Day(i.day())),
        (F::Date, [Value::Number(y), Value::Number(m), Value::Number(d)]) => civil(*y, *m, *d, at),
        (F::Date, [Value::Text(t)]) => read(literal::date, t, at),
        (F::Time, [Value::Text(t)]) => read(literal::time, t, at),
        (F::DateAndTime, [Value::Text(t)]) => read(literal::instant, t, at),
        (F::Duration, [Value::Text(t)]) => read(literal::duration, t, at),
        (F::MonthsBetween, [Value::Day(a), Value::Day(b)]) => {
            Ok(Value::Months(arithmetic::months_between(*a, *b)))
        }
        _ => Err(kind_error("the function", values.first().map_or("nothing", Value::kind), at)),
    }
}

fn read(read: fn(&str) -> Option<Value>, text: &str, at: u32) -> Answer {
    read(text).ok_or_else(|| kind_error("a date or duration", "this text", at))
}

fn civil(year: Decimal, month: Decimal, day: Decimal, at: u32) -> Answer {
    let whole = |n: Decimal| n.is_integer().then(|| n.to_i64()).flatten();
    let day = whole(year)
        .and_then(|y| i32::try_from(y).ok())
        .zip(whole(month).and_then(|m| u32::try_from(m).ok()))
        .zip(whole(day).and_then(|d| u32::try_from(d).ok()))
        .and_then(|((y, m), d)| crate::domain::Day::new(y, m, d).ok());
    day.map(Value::Day).ok_or_else(|| kind_error("a date", "numbers that name no day", at))
}

/// FEEL's modulo has the sign of the divisor.
fn modulo(a: Decimal, b: Decimal, at: u32) -> Answer {
    if b.is_zero() {
        return Err(error(ErrorKind::DivisionByZero, at));
    }
    let rest = a.checked_rem(b).ok_or_else(|| error(ErrorKind::Overflow, at))?;
    let turned = !rest.is_zero() && rest.is_sign_negative() != b.is_sign_negative();
    let result = if turned { exact::sum(rest, b) } else { Some(rest) };
    result.map(Value::Number).ok_or_else(|| error(ErrorKind::Overflow, at))
}

/// Rounds to a number of places; a negative number of places rounds before the point.
fn round(number: &Value, places: Option<&Value>, how: RoundingStrategy, at: u32) -> Answer {
    let zero = Value::Number(Decimal::ZERO);
    let (Value::Number(n), Value::Number(places)) = (number, places.unwrap_or(&zero)) else {
        return Err(kind_error("a number", number.kind(), at));
    };
    let places = places
        .to_i64()
        .filter(|p| places.is_integer() && (-28..=28).contains(p))
        .ok_or_else(|| error(ErrorKind::NotWhole, at))?;
    if let Ok(places) = u32::try_from(places) {
        return Ok(Value::Number(n.round_dp_with_strategy(places, how)));
    }
    let unit = arithmetic::power(Decimal::TEN, -places, at)?;
    let scaled = exact::quotient(*n, unit)
        .ok_or_else(|| error(ErrorKind::Overflow, at))?
        .round_dp_with_strategy(0, how);
    exact::product(scaled, unit).map(Value::Number).ok_or_else(|| error(ErrorKind::Overflow, at))
}

/// The arguments, or the items of the one list.
fn flat(arguments: &[Answer]) -> Result<Vec<Value>, Cause> {
    match arguments {
        [Ok(Value::List(items))] => Ok(items.to_vec()),
        _ => arguments.iter().cloned().collect(),
    }
}

fn aggregate(function: Function, values: &[Value], at: u32) -> Answer {
    if function == Function::Count {
        return Ok(Value::number(i64::try_from(values.len()).unwrap_or(i64::MAX)));
    }
    let mut rest = values.iter();
    let first = rest.next().ok_or_else(|| error(ErrorKind::EmptyList, at))?.clone();
    rest.try_fold(first, |best, value| {
        if function == Function::Sum {
            return arithmetic::apply(super::ast::Operator::Add, &best, value, at);
        }
        let order = order(&Ok(value.clone()), &Ok(best.clone()), at)?;
        let better = if function == Function::Min { order.is_lt() } else { order.is_gt() };
        Ok(if better { value.clone() } else { best })
    })
}

fn contains(arguments: &[Answer], at: u32) -> Answer {
    let [Ok(Value::List(items)), wanted] = arguments else {
        let cause = arguments.first().and_then(|a| a.as_ref().err().copied());
        return Err(cause.unwrap_or_else(|| kind_error("a list", "something else", at)));
    };
    let found = any_of(items.iter().map(|item| equal(&Ok(item.clone()), wanted, at)));
    found.map(Value::Bool)
}

/// The sum of values of one kind; an error for none.
pub fn sum(values: &[Value]) -> Answer {
    aggregate(Function::Sum, values, 1)
}

/// The least of values of one kind; an error for none.
pub fn least(values: &[Value]) -> Answer {
    aggregate(Function::Min, values, 1)
}

/// The greatest of values of one kind; an error for none.
pub fn greatest(values: &[Value]) -> Answer {
    aggregate(Function::Max, values, 1)
}
