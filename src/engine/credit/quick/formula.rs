//! Expressions over whole numbers. Exact or not at all.

use super::value::{Quick, shared};
use crate::domain::Decimal;
use crate::policy::feel::{Answer, Cause, Compare, Expr, Function, Operator, Truth, both, either};
use crate::policy::regions::number_of;

const ONE: i64 = 1_000_000;

/// An expression made ready.
#[derive(Clone, Debug)]
pub(in super::super) enum Formula {
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
    /// None for what has no short form. `fixed` tells values that stand still; what rests on nothing
    /// else is worked out here and now.
    pub fn of(expr: &Expr, fixed: &dyn Fn(usize) -> Option<Answer>) -> Option<Self> {
        Self::read(expr, fixed).map(Self::folded)
    }

    fn read(expr: &Expr, fixed: &dyn Fn(usize) -> Option<Answer>) -> Option<Self> {
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
                    Expr::Name(slot, _) => Some(slot.index()),
                    _ => None,
                })?;
                match fixed(name) {
                    None => Self::IsMissing(name),
                    Some(Err(Cause::Error(_))) => return None,
                    Some(answer) => Self::Const(Quick::Truth(answer.is_err())),
                }
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
        let quick = Quick::of(answer);
        (quick != Quick::Other).then_some(Self::Const(quick))
    }

    /// The same, where what decides it stands still: the value itself, or the branch that is taken.
    fn folded(self) -> Self {
        if let Self::If(parts) = self {
            let [condition, yes, no] = *parts;
            return match condition {
                Self::Const(Quick::Truth(true)) => yes,
                Self::Const(Quick::Truth(false) | Quick::Null) => no,
                missing @ Self::Const(Quick::Missing(_)) => missing,
                open => Self::If(Box::new([open, yes, no])),
            };
        }
        // Without values, what looks at one cannot be told.
        match self.value(&[]) {
            Quick::Other => self,
            value => Self::Const(value),
        }
    }

    fn parts(&self) -> &[Self] {
        match self {
            Self::Const(_) | Self::Slot(_) | Self::IsMissing(_) => &[],
            Self::Not(inner) => std::slice::from_ref(inner),
            Self::Arithmetic(_, sides) | Self::Compare(_, sides) => sides.as_slice(),
            Self::And(sides) | Self::Or(sides) => sides.as_slice(),
            Self::If(parts) => parts.as_slice(),
            Self::Least(items) | Self::Greatest(items) => items,
        }
    }

    /// The slots whose values it looks at, each as often as it does.
    pub fn reads(&self, slots: &mut Vec<usize>) {
        if let Self::Slot(slot) | Self::IsMissing(slot) = self {
            slots.push(*slot);
        }
        for part in self.parts() {
            part.reads(slots);
        }
    }

    /// `Other` where only the long way can tell.
    pub fn value(&self, values: &[Quick]) -> Quick {
        match self {
            Self::Const(value) => *value,
            Self::Slot(slot) => values.get(*slot).copied().unwrap_or(Quick::Other),
            Self::IsMissing(slot) => match values.get(*slot) {
                Some(Quick::Missing(_) | Quick::Null) => Quick::Truth(true),
                Some(Quick::Number(_) | Quick::Wide(_) | Quick::Share(..) | Quick::Truth(_)) => {
                    Quick::Truth(false)
                }
                _ => Quick::Other,
            },
            Self::Not(inner) => match inner.value(values) {
                Quick::Truth(truth) => Quick::Truth(!truth),
                unknown @ (Quick::Missing(_) | Quick::Null) => unknown,
                _ => Quick::Other,
            },
            Self::Arithmetic(operator, sides) => {
                let (left, right) = (sides[0].value(values), sides[1].value(values));
                // Numbers first: nearly all of them are.
                arithmetic(*operator, left, right)
                    .or_else(|| heavier(left, right))
                    .unwrap_or(Quick::Other)
            }
            Self::Compare(compare, sides) => {
                compared(*compare, sides[0].value(values), sides[1].value(values))
            }
            Self::And(sides) => logic(sides, values, both),
            Self::Or(sides) => logic(sides, values, either),
            Self::If(parts) => match parts[0].value(values) {
                Quick::Truth(true) => parts[1].value(values),
                // A plain null is not true.
                Quick::Truth(false) | Quick::Null => parts[2].value(values),
                missing @ Quick::Missing(_) => missing,
                _ => Quick::Other,
            },
            Self::Least(items) => extreme(items, values, |a, b| a.min(b)),
            Self::Greatest(items) => extreme(items, values, |a, b| a.max(b)),
        }
    }
}

/// Of two sides of which one is unknown, the heavier cause; none where both are known.
fn heavier(left: Quick, right: Quick) -> Option<Quick> {
    if matches!(left, Quick::Other) || matches!(right, Quick::Other) {
        return Some(Quick::Other);
    }
    left.cause().max(right.cause()).map(|cause| as_quick(Some(cause)))
}

/// Of two sides of which one is unknown, the first cause, as of two that are asked whether they are equal.
fn first(left: Quick, right: Quick) -> Option<Quick> {
    if matches!(left, Quick::Other) || matches!(right, Quick::Other) {
        return Some(Quick::Other);
    }
    left.cause().or(right.cause()).map(|cause| as_quick(Some(cause)))
}

const fn as_quick(cause: Option<Cause>) -> Quick {
    match cause {
        Some(Cause::Missing(slot)) => Quick::Missing(slot),
        Some(Cause::Null) => Quick::Null,
        _ => Quick::Other,
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
        Operator::Multiply => match small_product(a, b) {
            Some(small) if small % ONE == 0 => small / ONE,
            Some(_) => return None,
            None => large(i128::from(a).checked_mul(i128::from(b))?)?,
        },
        Operator::Divide => return share(a, b),
        Operator::Power => return None,
    };
    Some(Quick::Number(exact))
}

/// The product of two numbers whose lengths say that it cannot be too large. Checking the product
/// itself costs wasm a multiplication of twice the width.
fn small_product(a: i64, b: i64) -> Option<i64> {
    let bits = |n: i64| u64::BITS.saturating_sub(n.unsigned_abs().leading_zeros());
    (bits(a).saturating_add(bits(b)) < i64::BITS).then(|| a.wrapping_mul(b))
}

/// A product of millionths that is too large for its square, in millionths again.
fn large(product: i128) -> Option<i64> {
    let one = i128::from(ONE);
    let exact = product.checked_rem(one)? == 0;
    i64::try_from(product.checked_div(one)?).ok().filter(|_| exact)
}

/// A share is left undivided as long as only its place among others matters.
fn share(a: i64, b: i64) -> Option<Quick> {
    let (part, whole) = if b < 0 { (a.checked_neg()?, b.checked_neg()?) } else { (a, b) };
    let Some(counted) = small_product(part, ONE) else {
        return large_share(part, whole);
    };
    if counted.checked_rem(whole)? != 0 {
        return Some(Quick::Share(part, whole));
    }
    counted.checked_div(whole).map(Quick::Number)
}

fn large_share(part: i64, whole: i64) -> Option<Quick> {
    let (counted, whole_of) = (i128::from(part).checked_mul(i128::from(ONE))?, i128::from(whole));
    if counted.checked_rem(whole_of)? != 0 {
        return Some(Quick::Share(part, whole));
    }
    i64::try_from(counted.checked_div(whole_of)?).ok().map(Quick::Number)
}

fn compared(compare: Compare, left: Quick, right: Quick) -> Quick {
    if let (Quick::Number(a), Quick::Number(b)) = (left, right) {
        return Quick::Truth(compare.holds(a.cmp(&b)));
    }
    let equality = matches!(compare, Compare::Equal | Compare::Differs);
    if equality && (matches!(left, Quick::Null) || matches!(right, Quick::Null)) {
        let other = if matches!(left, Quick::Null) { right } else { left };
        return match other {
            Quick::Other => Quick::Other,
            _ => Quick::Truth((other.cause().is_some()) == (compare == Compare::Equal)),
        };
    }
    let unknown = if equality { first(left, right) } else { heavier(left, right) };
    if let Some(unknown) = unknown {
        return unknown;
    }
    let holds = match (left, right) {
        (Quick::Truth(a), Quick::Truth(b)) if equality => (a == b) == (compare == Compare::Equal),
        _ => match (number(left), number(right)) {
            (Some(a), Some(b)) => compare.holds(a.cmp(&b)),
            _ => return Quick::Other,
        },
    };
    Quick::Truth(holds)
}

fn number(value: Quick) -> Option<Decimal> {
    match value {
        Quick::Number(count) => Some(number_of(count)),
        Quick::Wide(number) => Some(number),
        Quick::Share(part, whole) => shared(part, whole),
        _ => None,
    }
}

fn logic(sides: &[Formula; 2], values: &[Quick], join: fn(Truth, Truth) -> Truth) -> Quick {
    let truth = |side: &Formula| match side.value(values) {
        Quick::Truth(truth) => Some(Ok(truth)),
        unknown => unknown.cause().map(Err),
    };
    let (Some(left), Some(right)) = (truth(&sides[0]), truth(&sides[1])) else {
        return Quick::Other;
    };
    join(left, right).map_or_else(|cause| as_quick(Some(cause)), Quick::Truth)
}

/// The first item that is unknown is told, as the long way does.
fn extreme(items: &[Formula], values: &[Quick], pick: fn(i64, i64) -> i64) -> Quick {
    let mut found: Option<i64> = None;
    for item in items {
        match item.value(values) {
            Quick::Number(number) => {
                found = Some(found.map_or(number, |best| pick(best, number)));
            }
            unknown @ (Quick::Missing(_) | Quick::Null) => return unknown,
            _ => return Quick::Other,
        }
    }
    found.map_or(Quick::Other, Quick::Number)
}
