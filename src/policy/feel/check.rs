//! Types of names and expressions, found before anything is evaluated.

use super::ast::{Cell, Compare, Expr, Function, Operator, Test};
use super::scope::Scope;
use super::value::Value;

/// What kind of value a name or an expression has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Not known; fits everything.
    Any,
    Bool,
    Number(Unit),
    Text,
    Day,
    Time,
    Instant,
    Span,
    Months,
    List(Box<Type>),
}

/// What a number counts. Amounts of money do not mix with bare numbers, except written ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A number written in the text: takes the unit of what it meets.
    Free,
    Plain,
    Money,
}

/// A value of one type where another is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Characters from 1.
    pub at: u32,
    pub left: Type,
    pub right: Type,
}

impl Type {
    #[must_use]
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Bool(_) => Self::Bool,
            Value::Number(_) => Self::Number(Unit::Free),
            Value::Text(_) => Self::Text,
            Value::Day(_) => Self::Day,
            Value::Time(_) => Self::Time,
            Value::Instant(_) => Self::Instant,
            Value::Span(_) => Self::Span,
            Value::Months(_) => Self::Months,
            Value::List(items) => Self::List(Box::new(items.first().map_or(Self::Any, Self::of))),
        }
    }

    /// The common type of two, when there is one.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => Some(Self::Any),
            (Self::Number(Unit::Free), Self::Number(unit))
            | (Self::Number(unit), Self::Number(Unit::Free)) => Some(Self::Number(*unit)),
            (Self::List(a), Self::List(b)) => a.meet(b).map(|t| Self::List(Box::new(t))),
            (a, b) => (a == b).then(|| a.clone()),
        }
    }

    /// The name of the type for messages.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Any => "anything",
            Self::Bool => "true or false",
            Self::Number(Unit::Money) => "an amount of money",
            Self::Number(_) => "a number",
            Self::Text => "text",
            Self::Day => "a date",
            Self::Time => "a time",
            Self::Instant => "a date and time",
            Self::Span => "a duration of days",
            Self::Months => "a duration of months",
            Self::List(_) => "a list",
        }
    }
}

impl std::fmt::Display for Clash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { at, left, right } = self;
        let (left, right) = (left.word(), right.word());
        write!(f, "at character {at}: {left} and {right} do not go together")
    }
}

fn same(left: &Type, right: &Type, at: u32) -> Result<Type, Clash> {
    left.meet(right).ok_or_else(|| clash(left, right, at))
}

fn clash(left: &Type, right: &Type, at: u32) -> Clash {
    Clash { at, left: left.clone(), right: right.clone() }
}

impl Expr {
    /// The type of the expression.
    ///
    /// # Errors
    /// The first place where two types do not go together.
    pub fn kind(&self, scope: &Scope) -> Result<Type, Clash> {
        match self {
            Self::Value(value) => Ok(Type::of(value)),
            Self::Null => Ok(Type::Any),
            Self::Name(slot, _) => Ok(scope.kind(*slot)),
            Self::Negate(inner, at) => {
                let kind = inner.kind(scope)?;
                match kind {
                    Type::Number(_) | Type::Span | Type::Months | Type::Any => Ok(kind),
                    other => Err(clash(&Type::Number(Unit::Plain), &other, *at)),
                }
            }
            Self::Arithmetic(operator, sides, at) => {
                let [left, right] = sides.as_ref();
                arithmetic(*operator, &left.kind(scope)?, &right.kind(scope)?, *at)
            }
            Self::Compare(compare, sides, at) => {
                let [left, right] = sides.as_ref();
                let kind = same(&left.kind(scope)?, &right.kind(scope)?, *at)?;
                ordered(*compare, &kind, *at)
            }
            Self::And(sides) | Self::Or(sides) => {
                for side in sides.iter() {
                    same(&Type::Bool, &side.kind(scope)?, 1)?;
                }
                Ok(Type::Bool)
            }
            Self::Between(parts, at) => {
                let [value, low, high] = parts.as_ref();
                let kind = same(&value.kind(scope)?, &low.kind(scope)?, *at)?;
                same(&kind, &high.kind(scope)?, *at)?;
                Ok(Type::Bool)
            }
            Self::In(value, tests, _) => {
                let kind = value.kind(scope)?;
                for test in tests {
                    test.fits(&kind, scope)?;
                }
                Ok(Type::Bool)
            }
            Self::If(parts, at) => {
                let [condition, yes, no] = parts.as_ref();
                same(&Type::Bool, &condition.kind(scope)?, *at)?;
                same(&yes.kind(scope)?, &no.kind(scope)?, *at)
            }
            Self::Call(function, arguments, at) => call(*function, arguments, *at, scope),
            Self::List(items) => {
                let mut kind = Type::Any;
                for item in items {
                    kind = item.kind(scope)?;
                }
                Ok(Type::List(Box::new(kind)))
            }
        }
    }
}

fn ordered(compare: Compare, kind: &Type, at: u32) -> Result<Type, Clash> {
    let unordered = matches!(kind, Type::Bool | Type::List(_));
    if unordered && !matches!(compare, Compare::Equal | Compare::Differs) {
        return Err(clash(kind, &Type::Number(Unit::Plain), at));
    }
    Ok(Type::Bool)
}

fn arithmetic(operator: Operator, left: &Type, right: &Type, at: u32) -> Result<Type, Clash> {
    use Operator as O;
    use Type as T;
    use Unit as U;
    let fail = || Err(clash(left, right, at));
    match (operator, left, right) {
        (_, T::Any, _) | (_, _, T::Any) => Ok(T::Any),
        (O::Add | O::Subtract, T::Number(_), T::Number(_)) => same(left, right, at),
        (O::Multiply, T::Number(U::Money), T::Number(U::Money)) => fail(),
        (O::Multiply, T::Number(a), T::Number(b)) => Ok(T::Number(product_unit(*a, *b))),
        (O::Divide, T::Number(U::Money), T::Number(U::Money)) => Ok(T::Number(U::Plain)),
        (O::Divide, T::Number(U::Plain), T::Number(U::Money)) => fail(),
        (O::Divide, T::Number(a), T::Number(b)) => Ok(T::Number(product_unit(*a, *b))),
        (O::Power, T::Number(U::Money), _) | (O::Power, _, T::Number(U::Money)) => fail(),
        (O::Power, T::Number(_), T::Number(_)) => Ok(T::Number(U::Plain)),
        (O::Add, T::Text, T::Text) => Ok(T::Text),
        (O::Add, T::Day, T::Span | T::Months) | (O::Add, T::Span | T::Months, T::Day) => Ok(T::Day),
        (O::Subtract, T::Day, T::Day) => Ok(T::Span),
        (O::Subtract, T::Day, T::Span | T::Months) => Ok(T::Day),
        (O::Add | O::Subtract, T::Span | T::Months, _) => same(left, right, at),
        (O::Multiply | O::Divide, T::Span | T::Months, T::Number(_)) => Ok(left.clone()),
        (O::Multiply, T::Number(_), T::Span | T::Months) => Ok(right.clone()),
        (O::Divide, T::Span | T::Months, _) => {
            same(left, right, at)?;
            Ok(T::Number(U::Plain))
        }
        _ => fail(),
    }
}

fn product_unit(a: Unit, b: Unit) -> Unit {
    match (a, b) {
        (Unit::Money, _) | (_, Unit::Money) => Unit::Money,
        (Unit::Free, Unit::Free) => Unit::Free,
        _ => Unit::Plain,
    }
}

fn call(function: Function, arguments: &[Expr], at: u32, scope: &Scope) -> Result<Type, Clash> {
    use Function as F;
    let mut kinds = Vec::new();
    for argument in arguments {
        kinds.push(argument.kind(scope)?);
    }
    let first = kinds.first().cloned().unwrap_or(Type::Any);
    match function {
        F::Not => same(&Type::Bool, &first, at),
        F::Min | F::Max | F::Sum => kinds
            .iter()
            .map(|kind| match kind {
                Type::List(item) => item.as_ref(),
                other => other,
            })
            .try_fold(Type::Any, |all, kind| match all {
                Type::Any => Ok(kind.clone()),
                _ => same(&all, kind, at),
            }),
        F::Count => match first {
            Type::List(_) | Type::Any => Ok(Type::Number(Unit::Plain)),
            other => Err(clash(&Type::List(Box::new(Type::Any)), &other, at)),
        },
        F::Abs => Ok(first),
        F::Floor | F::Ceiling | F::Decimal | F::Modulo => number(&first, at),
        F::RoundUp | F::RoundDown | F::RoundHalfUp | F::RoundHalfDown => number(&first, at),
        F::Date => Ok(Type::Day),
        F::Time => Ok(Type::Time),
        F::DateAndTime => Ok(Type::Instant),
        F::Duration => Ok(Type::Any),
        F::MonthsBetween => Ok(Type::Months),
        F::ListContains => Ok(Type::Bool),
    }
}

fn number(kind: &Type, at: u32) -> Result<Type, Clash> {
    match kind {
        Type::Number(_) | Type::Any => Ok(kind.clone()),
        other => Err(clash(&Type::Number(Unit::Plain), other, at)),
    }
}

impl Test {
    fn fits(&self, input: &Type, scope: &Scope) -> Result<(), Clash> {
        match self {
            Self::Null => Ok(()),
            Self::Compare(compare, expr, at) => {
                let kind = match expr.kind(scope)? {
                    Type::List(item) if !matches!(input, Type::List(_)) => *item,
                    other => other,
                };
                let kind = same(input, &kind, *at)?;
                ordered(*compare, &kind, *at).map(|_| ())
            }
            Self::Interval(interval) => {
                for bound in [&interval.low, &interval.high] {
                    let kind = same(input, &bound.value.kind(scope)?, interval.at)?;
                    ordered(Compare::Less, &kind, interval.at)?;
                }
                Ok(())
            }
        }
    }
}

impl Cell {
    /// Whether the cell suits an input of the given type.
    ///
    /// # Errors
    /// The first place where the types do not go together.
    pub fn fits(&self, input: &Type, scope: &Scope) -> Result<(), Clash> {
        match self {
            Self::Any => Ok(()),
            Self::OneOf(tests) | Self::NoneOf(tests) => {
                tests.iter().try_for_each(|test| test.fits(input, scope))
            }
        }
    }
}
