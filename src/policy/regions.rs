//! The regions into which constants cut the values of one column: each constant, and what lies
//! between. Within a region no cell changes its mind, so a cell need be asked once for each.

use super::feel::{Bound, Cell, Compare, Expr, Slot, Test, Value};
use crate::domain::{Decimal, exact, order};

/// The regions of one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Regions {
    /// Below the first constant, the first, between the first and the second, the second, and so on.
    Numbers {
        cuts: Vec<Decimal>,
        quick: Vec<i64>,
    },
    /// Each of the texts in order, and any other.
    Texts(Vec<std::sync::Arc<str>>),
    Truths,
    /// No constants: every value is as good as any other.
    Whole,
}

/// Millionths: what most numbers of a policy are whole multiples of.
const PLACES: u32 = 6;

/// A number as a whole count of millionths; none when it is not one, or too large.
#[must_use]
pub fn millionths(number: Decimal) -> Option<i64> {
    let parts = number.unpack();
    if parts.hi != 0 || parts.mid >= 1 << 31 {
        return millionths_of_large(number);
    }
    let missing = PLACES.checked_sub(parts.scale)?;
    let mantissa = (i64::from(parts.mid) << 32) | i64::from(parts.lo);
    let count = mantissa.checked_mul(10_i64.checked_pow(missing)?)?;
    Some(if parts.negative { count.checked_neg()? } else { count })
}

fn millionths_of_large(number: Decimal) -> Option<i64> {
    let number = number.normalize();
    let missing = PLACES.checked_sub(number.scale())?;
    let count = number.mantissa().checked_mul(10_i128.checked_pow(missing)?)?;
    i64::try_from(count).ok()
}

/// A count of millionths as a number.
#[must_use]
pub fn number_of(millionths: i64) -> Decimal {
    Decimal::new(millionths, PLACES)
}

impl Regions {
    /// The regions that cells cut; none when they read what is not fixed, mix kinds, or compare
    /// texts otherwise than by equality. `fixed` gives the values of names that stand still.
    pub fn of<'c>(
        cells: impl Iterator<Item = &'c Cell>,
        fixed: &dyn Fn(&Expr) -> Option<Value>,
    ) -> Option<Self> {
        let mut constants = Vec::new();
        for cell in cells {
            collect(cell, fixed, &mut constants)?;
        }
        Self::cut(constants)
    }

    fn cut(constants: Vec<(Value, bool)>) -> Option<Self> {
        let Some((first, _)) = constants.first() else {
            return Some(Self::Whole);
        };
        match first {
            Value::Number(_) => {
                let mut cuts = Vec::new();
                for (value, _) in &constants {
                    let Value::Number(number) = value else { return None };
                    cuts.push(*number);
                }
                order::sort(&mut cuts);
                cuts.dedup();
                let quick: Option<Vec<i64>> = cuts.iter().copied().map(millionths).collect();
                Some(Self::Numbers { cuts, quick: quick? })
            }
            Value::Text(_) => {
                let mut texts = Vec::new();
                for (value, equality) in constants {
                    let Value::Text(text) = value else { return None };
                    texts.push(text);
                    if !equality {
                        return None;
                    }
                }
                order::sort(&mut texts);
                texts.dedup();
                Some(Self::Texts(texts))
            }
            Value::Bool(_) => {
                let all = constants.iter().all(|(v, eq)| *eq && matches!(v, Value::Bool(_)));
                all.then_some(Self::Truths)
            }
            _ => None,
        }
    }

    /// How many regions there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Numbers { cuts, .. } => cuts.len().saturating_mul(2).saturating_add(1),
            Self::Texts(texts) => texts.len().saturating_add(1),
            Self::Truths => 2,
            Self::Whole => 1,
        }
    }

    /// The region of a number in millionths; none where the regions are of another kind.
    #[must_use]
    pub fn of_millionths(&self, number: i64) -> Option<usize> {
        match self {
            Self::Numbers { quick, .. } => {
                let mut below = 0;
                if quick.len() > 16 {
                    below = quick.partition_point(|cut| *cut < number);
                }
                // Few are faster looked at in order, and a search ends where it should.
                for cut in quick.get(below..).unwrap_or_default() {
                    if *cut >= number {
                        return Some(place(below, *cut == number));
                    }
                    below = below.saturating_add(1);
                }
                Some(place(below, false))
            }
            Self::Whole => Some(0),
            Self::Texts(_) | Self::Truths => None,
        }
    }

    /// The region of one number divided by another that is above zero; none where the regions are of
    /// another kind. Nothing is rounded.
    #[must_use]
    pub fn of_share(&self, part: i64, whole: i64) -> Option<usize> {
        let Self::Numbers { quick, .. } = self else {
            return matches!(self, Self::Whole).then_some(0);
        };
        let part = i128::from(part).checked_mul(10_i128.pow(PLACES))?;
        let of = |cut: i64| i128::from(cut).saturating_mul(i128::from(whole));
        let below = quick.partition_point(|cut| of(*cut) < part);
        Some(place(below, quick.get(below).is_some_and(|cut| of(*cut) == part)))
    }

    /// The region of a value; none where the regions are of another kind.
    #[must_use]
    pub fn of_value(&self, value: &Value) -> Option<usize> {
        match (self, value) {
            (Self::Whole, _) => Some(0),
            (Self::Numbers { cuts, .. }, Value::Number(number)) => {
                if let Some(count) = millionths(*number) {
                    return self.of_millionths(count);
                }
                let below = cuts.partition_point(|cut| cut < number);
                Some(place(below, cuts.get(below) == Some(number)))
            }
            (Self::Texts(texts), Value::Text(text)) => {
                Some(texts.binary_search(text).unwrap_or(texts.len()))
            }
            (Self::Truths, Value::Bool(truth)) => Some(usize::from(*truth)),
            _ => None,
        }
    }

    /// A value of each region, in order; none where the region holds values of every kind.
    #[must_use]
    pub fn samples(&self) -> Vec<Option<Value>> {
        match self {
            Self::Numbers { cuts, .. } => number_samples(cuts),
            Self::Texts(texts) => {
                let other = texts.last().map_or(String::new(), |last| format!("{last} or another"));
                let known = texts.iter().map(|text| Some(Value::Text(text.clone())));
                known.chain([Some(Value::text(&other))]).collect()
            }
            Self::Truths => vec![Some(Value::Bool(false)), Some(Value::Bool(true))],
            Self::Whole => vec![None],
        }
    }
}

const fn place(below: usize, equal: bool) -> usize {
    below.saturating_mul(2).saturating_add(equal as usize)
}

fn number_samples(cuts: &[Decimal]) -> Vec<Option<Value>> {
    let number = |n: Option<Decimal>| n.map(Value::Number);
    let mut samples = vec![cuts.first().and_then(|n| number(exact::difference(*n, Decimal::ONE)))];
    for (at, cut) in cuts.iter().enumerate() {
        samples.push(Some(Value::Number(*cut)));
        samples.push(match cuts.get(at.saturating_add(1)) {
            Some(next) => {
                number(exact::sum(*cut, *next).and_then(|sum| exact::quotient(sum, Decimal::TWO)))
            }
            None => number(exact::sum(*cut, Decimal::ONE)),
        });
    }
    samples
}

/// The constants of a cell, and whether each is only asked for equality.
fn collect(
    cell: &Cell,
    fixed: &dyn Fn(&Expr) -> Option<Value>,
    constants: &mut Vec<(Value, bool)>,
) -> Option<()> {
    let (Cell::OneOf(tests) | Cell::NoneOf(tests)) = cell else {
        return Some(());
    };
    for test in tests {
        match test {
            Test::Null => {}
            Test::Compare(compare, expr, _) => {
                let equality = matches!(compare, Compare::Equal | Compare::Differs);
                match fixed(expr)? {
                    Value::List(items) => {
                        constants.extend(items.iter().map(|item| (item.clone(), equality)));
                    }
                    value => constants.push((value, equality)),
                }
            }
            Test::Interval(interval) => {
                let end = |bound: &Bound| fixed(&bound.value);
                constants.extend([(end(&interval.low)?, false), (end(&interval.high)?, false)]);
            }
        }
    }
    Some(())
}

/// The value of an expression that reads nothing.
#[must_use]
pub fn written(expr: &Expr) -> Option<Value> {
    let mut reads: Vec<Slot> = Vec::new();
    expr.reads(&mut reads);
    if !reads.is_empty() {
        return None;
    }
    expr.answer(&[]).ok()
}
