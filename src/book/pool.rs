//! Cash that is not set against an invoice yet, by currency.

use crate::domain::{Currency, Money, Purse};

#[derive(Default)]
pub(super) struct Pool(Vec<Pot>);

/// The cash of one currency. Negative when more was sent back than came in.
pub(super) struct Pot {
    currency: Currency,
    left: i128,
    /// No invoice of this currency before this place, by due day, is open.
    pub next: usize,
}

impl Pool {
    /// Adds an amount, or takes it away when the sign is negative.
    pub fn put(&mut self, amount: Money, sign: i128) {
        let change = sign.saturating_mul(i128::from(amount.minor()));
        match self.0.iter_mut().find(|pot| pot.currency == amount.currency()) {
            Some(pot) => pot.left = pot.left.saturating_add(change),
            None => self.0.push(Pot { currency: amount.currency(), left: change, next: 0 }),
        }
    }

    /// An invoice of a currency is open again, wherever it stands.
    pub fn look_again(&mut self, currency: Currency) {
        if let Some(pot) = self.0.iter_mut().find(|pot| pot.currency == currency) {
            pot.next = 0;
        }
    }

    pub fn with_cash(&mut self) -> impl Iterator<Item = &mut Pot> {
        self.0.iter_mut().filter(|pot| pot.has_cash())
    }

    /// What is left of each currency that ever had any.
    pub fn left(&self) -> Purse {
        let left =
            |pot: &Pot| Money::new(i64::try_from(pot.left).unwrap_or(i64::MAX), pot.currency);
        self.0.iter().map(left).collect()
    }
}

impl Pot {
    pub fn has_cash(&self) -> bool {
        self.left > 0
    }

    /// Takes out what an open amount of this currency needs, or what there is of it.
    pub fn pay(&mut self, open: Money) -> Option<Money> {
        let used = self.left.min(i128::from(open.minor()));
        if open.currency() != self.currency || used <= 0 {
            return None;
        }
        self.left = self.left.saturating_sub(used);
        Some(Money::new(i64::try_from(used).unwrap_or(i64::MAX), self.currency))
    }
}
