//! Medians and scores without floats.

use crate::domain::Decimal;

/// The middle value of whole numbers, or half the sum of the two in the middle. None for nothing.
#[must_use]
pub fn median(values: &[i128]) -> Option<Decimal> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let mid = sorted.len() / 2;
    let upper = *sorted.get(mid)?;
    if sorted.len() % 2 == 1 {
        return whole(upper);
    }
    let lower = *sorted.get(mid.checked_sub(1)?)?;
    halves(lower.checked_add(upper)?)
}

/// The middle of numbers that may be halves.
#[must_use]
pub fn median_of(values: &[Decimal]) -> Option<Decimal> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let mid = sorted.len() / 2;
    let upper = *sorted.get(mid)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(mid.checked_sub(1)?)?;
    lower.checked_add(upper)?.checked_div(Decimal::TWO)
}

/// A whole number as a decimal; none where it does not fit.
#[must_use]
pub fn whole(value: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(value, 0).ok()
}

fn halves(doubled: i128) -> Option<Decimal> {
    whole(doubled)?.checked_div(Decimal::TWO)
}

/// The sum of numbers. None where it does not fit.
#[must_use]
pub fn sum(values: &[Decimal]) -> Option<Decimal> {
    values.iter().try_fold(Decimal::ZERO, |acc, v| acc.checked_add(*v))
}
