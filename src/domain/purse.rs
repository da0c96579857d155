//! Amounts of several currencies side by side, never added across.

use std::collections::BTreeMap;

use super::money::{Currency, Money, MoneyError};

/// At most one amount for each currency. Amounts that come to zero are kept,
/// so that "owes EUR 0.00" and "never had EUR" stay apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purse(BTreeMap<Currency, Money>);

impl Purse {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// # Errors
    /// [`MoneyError::TooLarge`] when the sum of that currency does not fit.
    pub fn add(&mut self, amount: Money) -> Result<(), MoneyError> {
        let sum = self.get(amount.currency()).plus(amount)?;
        self.0.insert(amount.currency(), sum);
        Ok(())
    }

    /// Adds what fits; an amount that would overflow leaves the purse at the largest value.
    /// For totals on a screen, where a wrong wrap-around would be worse than a cap.
    pub fn add_capped(&mut self, amount: Money) {
        if self.add(amount).is_err() {
            let cap = if amount.is_negative() { i64::MIN } else { i64::MAX };
            self.0.insert(amount.currency(), Money::new(cap, amount.currency()));
        }
    }

    pub fn add_all(&mut self, other: &Self) {
        for amount in other.iter() {
            self.add_capped(amount);
        }
    }

    /// The amount of one currency, zero when there is none.
    #[must_use]
    pub fn get(&self, currency: Currency) -> Money {
        self.0.get(&currency).copied().unwrap_or_else(|| Money::zero(currency))
    }

    /// In the order of the currency codes.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.values().copied()
    }

    /// The amounts that are not zero.
    pub fn nonzero(&self) -> impl Iterator<Item = Money> + '_ {
        self.iter().filter(|m| !m.is_zero())
    }

    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.nonzero().next().is_none()
    }
}

impl FromIterator<Money> for Purse {
    fn from_iter<I: IntoIterator<Item = Money>>(amounts: I) -> Self {
        let mut purse = Self::new();
        for amount in amounts {
            purse.add_capped(amount);
        }
        purse
    }
}
