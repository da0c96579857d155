//! The values of one attribute for all customers, side by side.

use super::super::quick::Quick;
use crate::domain::Decimal;
use crate::policy::feel::Value;

/// Numbers of at most two places as hundredths, which is most of what is known; anything else as it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Column {
    /// The same for all so far.
    Same {
        number: Hundredths,
        count: usize,
    },
    Numbers(Vec<Hundredths>),
    Values(Vec<Option<Value>>),
}

/// A number in hundredths, or that none is known, in eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Hundredths(i64);

const NONE: Hundredths = Hundredths(i64::MIN);
const PLACES: u32 = 2;
/// Millionths.
const PER_HUNDREDTH: i64 = 10_000;
const LARGEST: u64 = (i64::MAX / PER_HUNDREDTH).unsigned_abs();

impl Hundredths {
    pub fn known(self) -> Option<i64> {
        (self != NONE).then_some(self.0)
    }

    /// In millionths.
    pub fn quick(self) -> Option<Quick> {
        // No larger number is taken in.
        self.known().map(|number| Quick::Number(number.wrapping_mul(PER_HUNDREDTH)))
    }

    fn value(self) -> Option<Value> {
        self.known().map(|number| Value::Number(Decimal::new(number, PLACES)))
    }
}

impl Default for Column {
    fn default() -> Self {
        Self::Same { number: NONE, count: 0 }
    }
}

impl Column {
    pub fn push(&mut self, value: Option<Value>) {
        if matches!(self, Self::Values(_)) {
            return self.push_value(value);
        }
        match (hundredths(value.as_ref()), &mut *self) {
            (Some(new), Self::Same { number, count }) if *count == 0 || *number == new => {
                *number = new;
                *count = count.saturating_add(1);
            }
            (Some(new), Self::Same { number, count }) => {
                let mut known = vec![*number; *count];
                known.push(new);
                *self = Self::Numbers(known);
            }
            (Some(new), Self::Numbers(known)) => known.push(new),
            _ => self.push_value(value),
        }
    }

    fn push_value(&mut self, value: Option<Value>) {
        match self {
            Self::Same { number, count } => *self = Self::Values(vec![number.value(); *count]),
            Self::Numbers(known) => {
                *self = Self::Values(known.iter().map(|n| n.value()).collect());
            }
            Self::Values(_) => {}
        }
        if let Self::Values(known) = self {
            known.push(value);
        }
    }

    /// The value of all, where it is one.
    pub fn same(&self) -> Option<Option<Value>> {
        match self {
            Self::Same { number, .. } => Some(number.value()),
            Self::Numbers(_) | Self::Values(_) => None,
        }
    }

    /// All of them, where they are plain numbers.
    pub fn numbers(&self) -> Option<&[Hundredths]> {
        match self {
            Self::Numbers(numbers) => Some(numbers),
            Self::Same { .. } | Self::Values(_) => None,
        }
    }

    /// None where only [`Column::get`] can tell.
    fn hundredths(&self, row: usize) -> Option<Hundredths> {
        match self {
            Self::Same { number, count } => Some(if row < *count { *number } else { NONE }),
            Self::Numbers(known) => Some(known.get(row).copied().unwrap_or(NONE)),
            Self::Values(_) => None,
        }
    }

    /// The number in millionths, or null where there is none; none where only [`Column::get`] can tell.
    pub fn quick(&self, row: usize) -> Option<Quick> {
        self.hundredths(row).map(|number| number.quick().unwrap_or(Quick::Null))
    }

    pub fn get(&self, row: usize) -> Option<Value> {
        match (self.hundredths(row), self) {
            (Some(number), _) => number.value(),
            (None, Self::Values(known)) => known.get(row).cloned().flatten(),
            (None, _) => None,
        }
    }
}

/// None for what is no number, has more places, or is too large to be counted in millionths.
fn hundredths(value: Option<&Value>) -> Option<Hundredths> {
    let Some(value) = value else {
        return Some(NONE);
    };
    let Value::Number(number) = value else {
        return None;
    };
    let missing_places = PLACES.checked_sub(number.scale());
    let factor = 10_i128.checked_pow(missing_places?)?;
    let hundredths = number.mantissa().checked_mul(factor)?;
    let number = i64::try_from(hundredths).ok().filter(|n| n.unsigned_abs() <= LARGEST);
    number.map(Hundredths)
}

#[cfg(test)]
mod tests {
    use super::Column;
    use crate::policy::feel::Value;

    #[test]
    fn what_goes_in_comes_out() {
        let number = |text: &str| Some(Value::Number(text.parse().unwrap()));
        let few = [number("1.25"), None, number("-3"), number("9223372036847.75")];
        let more = [number("0.125"), Some(Value::text("DE")), number("9223372036854.78"), None];
        let mut column = Column::default();
        for value in few.iter().chain(&more) {
            column.push(value.clone());
        }
        for (row, value) in few.iter().chain(&more).enumerate() {
            assert_eq!(column.get(row), *value);
        }
        assert_eq!(column.get(8), None);
        assert_eq!(column.same(), None);
    }

    #[test]
    fn what_is_the_same_for_all_is_kept_once() {
        let number = |whole: i64| Some(Value::number(whole));
        let mut column = Column::default();
        assert_eq!(column.get(0), None);
        column.push(number(5));
        column.push(number(5));
        assert_eq!(
            (column.same(), column.get(1), column.get(2)),
            (Some(number(5)), number(5), None)
        );
        column.push(None);
        assert_eq!((column.same(), column.get(1), column.get(2)), (None, number(5), None));
        let mut other = Column::default();
        other.push(None);
        assert_eq!(other.same(), Some(None));
        other.push(Some(Value::text("DE")));
        assert_eq!((other.get(0), other.get(1)), (None, Some(Value::text("DE"))));
    }
}
