//! The values of one attribute for all customers, side by side.

use super::super::quick::Quick;
use crate::domain::Decimal;
use crate::policy::feel::Value;

/// Numbers of at most two places as hundredths, which is most of what is known; anything else as it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Column {
    /// `NONE` stands for what is not known.
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
        Self::Hundredths(Vec::new())
    }
}

impl Column {
    pub fn push(&mut self, value: Option<Value>) {
        if let Self::Hundredths(known) = self {
            match hundredths(value.as_ref()) {
                Some(number) => return known.push(number),
                None => *self = Self::Values(known.iter().map(|n| as_value(*n)).collect()),
            }
        }
        if let Self::Values(known) = self {
            known.push(value);
        }
    }

    /// The number in millionths, or null where there is none; none where only [`Column::get`] can tell.
    pub fn quick(&self, row: usize) -> Option<Quick> {
        match self {
            Self::Hundredths(known) => match known.get(row).copied() {
                None | Some(NONE) => Some(Quick::Null),
                // No larger number is taken in.
                Some(number) => Some(Quick::Number(number.wrapping_mul(PER_HUNDREDTH))),
            },
            Self::Values(_) => None,
        }
    }

    pub fn get(&self, row: usize) -> Option<Value> {
        match self {
            Self::Hundredths(known) => known.get(row).copied().and_then(as_value),
            Self::Values(known) => known.get(row).cloned().flatten(),
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
    }
}
