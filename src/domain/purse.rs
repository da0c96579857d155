//! Amounts of several currencies side by side, never added across.

use super::money::{Currency, Money, MoneyError};

/// At most one amount for each currency. Amounts that come to zero are kept,
/// so that "owes EUR 0.00" and "never had EUR" stay apart.
///
/// Most customers have one currency, so the first amount needs no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purse {
    first: Option<Money>,
    /// In the order of the currency codes, all after the first.
    more: Vec<Money>,
}

impl Purse {
    #[must_use]
    pub const fn new() -> Self {
        Self { first: None, more: Vec::new() }
    }

    /// # Errors
    /// [`MoneyError::TooLarge`] when the sum of that currency does not fit.
    pub fn add(&mut self, amount: Money) -> Result<(), MoneyError> {
        let sum = self.get(amount.currency()).plus(amount)?;
        self.put(sum);
        Ok(())
    }

    /// Adds what fits; an amount that would overflow leaves the purse at the largest value.
    /// For totals on a screen, where a wrong wrap-around would be worse than a cap.
    pub fn add_capped(&mut self, amount: Money) {
        if self.add(amount).is_err() {
            let cap = if amount.is_negative() { i64::MIN } else { i64::MAX };
            self.put(Money::new(cap, amount.currency()));
        }
    }

    pub fn add_all(&mut self, other: &Self) {
        for amount in other.iter() {
            self.add_capped(amount);
        }
    }

    /// Sets the amount of its currency.
    fn put(&mut self, amount: Money) {
        match self.first {
            Some(first) if first.currency() < amount.currency() => self.put_after(amount),
            Some(first) if first.currency() > amount.currency() => {
                self.more.insert(0, first);
                self.first = Some(amount);
            }
            _ => self.first = Some(amount),
        }
    }

    fn put_after(&mut self, amount: Money) {
        match self.more.binary_search_by_key(&amount.currency(), |m| m.currency()) {
            Ok(at) => {
                if let Some(place) = self.more.get_mut(at) {
                    *place = amount;
                }
            }
            Err(at) => self.more.insert(at, amount),
        }
    }

    /// The amount of one currency, zero when there is none.
    #[must_use]
    pub fn get(&self, currency: Currency) -> Money {
        self.iter().find(|m| m.currency() == currency).unwrap_or_else(|| Money::zero(currency))
    }

    /// In the order of the currency codes.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.first.iter().chain(&self.more).copied()
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
