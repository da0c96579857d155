//! Sums, products and quotients of decimals, written out once.
//!
//! The decimal library has its sums and products copied into every place that asks for one, more than a thousand
//! bytes each time. Whatever is not worked out a million times a second asks here.

use rust_decimal::Decimal;

/// None beyond 28 digits.
#[inline(never)]
#[must_use]
pub fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b)
}

/// None beyond 28 digits.
#[inline(never)]
#[must_use]
pub fn difference(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_sub(b)
}

/// Rounded to 28 digits; none where there are more before the point.
#[inline(never)]
#[must_use]
pub fn product(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

/// Rounded to 28 digits; none for a division by zero and where there are more before the point.
#[inline(never)]
#[must_use]
pub fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_div(b)
}

/// The sum, or the greatest or least number there is.
#[must_use]
pub fn capped_sum(a: Decimal, b: Decimal) -> Decimal {
    sum(a, b).unwrap_or(if a.is_sign_negative() { Decimal::MIN } else { Decimal::MAX })
}

/// The difference, or the greatest or least number there is.
#[must_use]
pub fn capped_difference(a: Decimal, b: Decimal) -> Decimal {
    difference(a, b).unwrap_or(if a.is_sign_negative() { Decimal::MIN } else { Decimal::MAX })
}
