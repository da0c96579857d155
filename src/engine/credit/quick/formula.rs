//! Expressions over whole numbers. Exact or not at all.

use super::value::Quick;
use crate::domain::Decimal;
use crate::policy::feel::{Answer, Compare, Expr, Function, Operator, Value};
use crate::policy::regions::{millionths, number_of};

const ONE: i64 = 1_000_000;

/// An expression made ready.
#[derive(Clone, Debug)]
pub(super) enum Formula {
    Const(Quick),
    Slot(usize),
    IsMissing(usize),
    Not(Box<Formula>),
    Arithmetic(Operator, Box<[Formula; 2]>),
    Compare(Compare, Box<[Formula; 2]>),
    And(Box<[Formula; 2]>),
    Or(Box<[Formula; 2]>),
    If(Box<[Formula; 3]>),
    Least(Vec<Formula>),
    Greatest(Vec<Formula>),
}

impl Formula {
    /// None for what has no short form. `fixed` tells values that stand still.
    pub fn of(expr: &Expr, fixed: &dyn Fn(usize) -> Option<Answer>) -> Option<Self> {
        let of = |e: &Expr| Self::of(e, fixed);
        let two = |e: &[Expr; 2]| Some(Box::new([of(&e[0])?, of(&e[1])?]));
        Some(match expr {
            Expr::Value(value) => Self::constant(&Ok(value.clone()))?,
            Expr::Name(slot, _) => match fixed(slot.index()) {
                Some(answer) => Self::constant(&answer)?,
                None => Self::Slot(slot.index()),
            },
            Expr::Arithmetic(Operator::Power, ..) => return None,
            Expr::Arithmetic(operator, sides, _) => Self::Arithmetic(*operator, two(sides)?),
            Expr::Compare(Compare::Equal, sides, _) if sides.contains(&Expr::Null) => {
                let name = sides.iter().find_map(|side| match side {
                    Expr::Name(slot, _) if fixed(slot.index()).is_none() => Some(slot.index()),
                    _ => None,
                });
                Self::IsMissing(name?)
            }
            Expr::Compare(compare, sides, _) => Self::Compare(*compare, two(sides)?),
            Expr::And(sides) => Self::And(two(sides)?),
            Expr::Or(sides) => Self::Or(two(sides)?),
            Expr::If(parts, _) => {
                Self::If(Box::new([of(&parts[0])?, of(&parts[1])?, of(&parts[2])?]))
            }
            Expr::Call(Function::Not, inner, _) => Self::Not(Box::new(of(inner.first()?)?)),
            Expr::Call(Function::Min, items, _) => Self::Least(all(items, &of)?),
            Expr::Call(Function::Max, items, _) => Self::Greatest(all(items, &of)?),
            _ => return None,
        })
    }

    fn constant(answer: &Answer) -> Option<Self> {
        let known = matches!(answer, Ok(Value::Number(_) | Value::Bool(_)));
        known.then(|| Self::Const(Quick::of(answer)))
    }

    /// `Other` where only the long way can tell.
    pub fn value(&self, values: &[Quick]) -> Quick {
        match self {
            Self::Const(value) => *value,
            Self::Slot(slot) => values.get(*slot).copied().unwrap_or(Quick::Other),
            Self::IsMissing(slot) => match values.get(*slot) {
                Some(Quick::Missing) => Quick::Truth(true),
                Some(Quick::Number(_) | Quick::Wide(_) | Quick::Truth(_)) => Quick::Truth(false),
                _ => Quick::Other,
            },
            Self::Not(inner) => match inner.value(values) {
                Quick::Truth(truth) => Quick::Truth(!truth),
                _ => Quick::Other,
            },
            Self::Arithmetic(operator, sides) => {
                let (left, right) = (sides[0].value(values), sides[1].value(values));
                arithmetic(*operator, left, right).unwrap_or(Quick::Other)
            }
            Self::Compare(compare, sides) => {
                let (left, right) = (sides[0].value(values), sides[1].value(values));
                compared(*compare, left, right).map_or(Quick::Other, Quick::Truth)
            }
            Self::And(sides) => logic(sides, values, false),
            Self::Or(sides) => logic(sides, values, true),
            Self::If(parts) => match parts[0].value(values) {
                Quick::Truth(true) => parts[1].value(values),
                Quick::Truth(false) => parts[2].value(values),
                _ => Quick::Other,
            },
            Self::Least(items) => extreme(items, values, |a, b| a.min(b)),
            Self::Greatest(items) => extreme(items, values, |a, b| a.max(b)),
        }
    }
}

fn all(items: &[Expr], of: &dyn Fn(&Expr) -> Option<Formula>) -> Option<Vec<Formula>> {
    items.iter().map(of).collect()
}

fn arithmetic(operator: Operator, left: Quick, right: Quick) -> Option<Quick> {
    let (Quick::Number(a), Quick::Number(b)) = (left, right) else {
        return None;
    };
    let exact = match operator {
        Operator::Add => a.checked_add(b)?,
        Operator::Subtract => a.checked_sub(b)?,
        Operator::Multiply => {
            let product = a.checked_mul(b)?;
            if product.checked_rem(ONE)? != 0 {
                return None;
            }
            product.checked_div(ONE)?
        }
        // The long way divides decimals; so does this one.
        Operator::Divide => return divided(number_of(a), number_of(b)),
        Operator::Power => return None,
    };
    Some(Quick::Number(exact))
}

fn divided(a: Decimal, b: Decimal) -> Option<Quick> {
    if b.is_zero() {
        return None;
    }
    let share = a.normalize().checked_div(b.normalize())?;
    Some(millionths(share).map_or(Quick::Wide(share), Quick::Number))
}

fn compared(compare: Compare, left: Quick, right: Quick) -> Option<bool> {
    match (left, right) {
        (Quick::Number(a), Quick::Number(b)) => Some(compare.holds(a.cmp(&b))),
        (Quick::Truth(a), Quick::Truth(b)) => match compare {
            Compare::Equal => Some(a == b),
            Compare::Differs => Some(a != b),
            _ => None,
        },
        _ => None,
    }
}

/// Both sides must be known; the long way weighs what is not.
fn logic(sides: &[Formula; 2], values: &[Quick], decisive: bool) -> Quick {
    match (sides[0].value(values), sides[1].value(values)) {
        (Quick::Truth(a), Quick::Truth(b)) => Quick::Truth(if decisive { a || b } else { a && b }),
        _ => Quick::Other,
    }
}

fn extreme(items: &[Formula], values: &[Quick], pick: fn(i64, i64) -> i64) -> Quick {
    let mut found: Option<i64> = None;
    for item in items {
        let Quick::Number(number) = item.value(values) else {
            return Quick::Other;
        };
        found = Some(found.map_or(number, |best| pick(best, number)));
    }
    found.map_or(Quick::Other, Quick::Number)
}
