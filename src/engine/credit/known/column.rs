//! The values of one attribute for all customers, side by side.

use super::super::quick::Quick;
use crate::domain::Decimal;
use crate::policy::feel::Value;

/// Numbers of at most two places as hundredths, which is most of what is known; anything else as it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Column {
    /// The same for all so far. `NONE` stands for what is not known.
    Same {
        number: i64,
        count: usize,
    },
    Hundredths(Vec<i64>),
    Values(Vec<Option<Value>>),
}

const NONE: i64 = i64::MIN;
const PLACES: u32 = 2;
/// Millionths.
const PER_HUNDREDTH: i64 = 10_000;
const LARGEST: u64 = (i64::MAX / PER_HUNDREDTH).unsigned_abs();

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
                *self = Self::Hundredths(known);
            }
            (Some(new), Self::Hundredths(known)) => known.push(new),
            _ => self.push_value(value),
        }
    }

    fn push_value(&mut self, value: Option<Value>) {
        match self {
            Self::Same { number, count } => *self = Self::Values(vec![as_value(*number); *count]),
            Self::Hundredths(known) => {
                *self = Self::Values(known.iter().map(|n| as_value(*n)).collect());
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
            Self::Same { number, .. } => Some(as_value(*number)),
            Self::Hundredths(_) | Self::Values(_) => None,
        }
    }

    /// The number in hundredths, or that there is none; none where only [`Column::look`] can tell.
    pub fn hundredths(&self, row: usize) -> Option<Option<i64>> {
        let number = match self {
            Self::Same { number, count } => (row < *count).then_some(*number),
            Self::Hundredths(known) => known.get(row).copied(),
            Self::Values(_) => return None,
        };
        Some(number.filter(|number| *number != NONE))
    }

    /// The number in millionths, or null where there is none; none where only [`Column::look`] can tell.
    pub fn quick(&self, row: usize) -> Option<Quick> {
        Some(match self.hundredths(row)? {
            None => Quick::Null,
            // No larger number is taken in.
            Some(number) => Quick::Number(number.wrapping_mul(PER_HUNDREDTH)),
        })
    }

    /// What is no plain number of hundredths, where it lies.
    pub fn look(&self, row: usize) -> Option<&Value> {
        match self {
            Self::Same { .. } | Self::Hundredths(_) => None,
            Self::Values(known) => known.get(row)?.as_ref(),
        }
    }

    pub fn get(&self, row: usize) -> Option<Value> {
        match self.hundredths(row) {
            Some(number) => number.and_then(as_value),
            None => self.look(row).cloned(),
        }
    }
}

fn as_value(hundredths: i64) -> Option<Value> {
    (hundredths != NONE).then(|| Value::Number(Decimal::new(hundredths, PLACES)))
}

/// None for what is no number, has more places, or is too large to be counted in millionths.
fn hundredths(value: Option<&Value>) -> Option<i64> {
    let Some(value) = value else {
        return Some(NONE);
    };
    let Value::Number(number) = value else {
        return None;
    };
    let missing_places = PLACES.checked_sub(number.scale());
    let factor = 10_i128.checked_pow(missing_places?)?;
    let hundredths = number.mantissa().checked_mul(factor)?;
    i64::try_from(hundredths).ok().filter(|n| n.unsigned_abs() <= LARGEST)
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
