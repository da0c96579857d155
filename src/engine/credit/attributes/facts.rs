//! What attributes are worked out from.

use crate::book::{Account, Book, Receivables, receivables_on};
use crate::domain::{Currency, Day, Money, Purse};
use crate::engine::money_at_risk::{Exposure, Frame, PartKind, exposure_on};
use crate::policy::feel::Value;

/// One customer on one day.
pub struct Facts<'a> {
    pub book: &'a Book,
    pub account: &'a Account,
    pub as_of: Day,
    /// The currency in which amounts are told.
    pub currency: Currency,
    pub receivables: Receivables,
    pub exposure: Exposure,
}

/// A value, and how old it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// None when it cannot be told.
    pub value: Option<Value>,
    /// None when it does not age.
    pub age_days: Option<i64>,
}

impl<'a> Facts<'a> {
    #[must_use]
    pub fn new(book: &'a Book, account: &'a Account, as_of: Day, currency: Currency) -> Self {
        let receivables = receivables_on(account, as_of, book.partner.terms_days);
        let frame = Frame::at_day(book, as_of);
        let exposure = exposure_on(account, &frame);
        Self { book, account, as_of, currency, receivables, exposure }
    }

    /// Whether a day lies within the twelve months up to the day of the decision.
    pub(super) fn within_a_year(&self, day: Day) -> bool {
        day <= self.as_of && day.days_until(self.as_of) < 365
    }

    /// The amount of the decision's currency.
    pub(super) fn amount(&self, purse: &Purse) -> Money {
        purse.get(self.currency)
    }

    /// The sum of parts of the exposure, never below zero.
    pub(super) fn exposed(&self, fits: impl Fn(PartKind) -> bool) -> Found {
        let sum = self.amount(&self.exposure.sum_of(fits));
        Found::now(money(sum.or_zero()))
    }

    /// A value from the ledger: as old as the cash data, and unknown when none was ever imported.
    pub(super) fn ledger(&self, value: Option<Value>) -> Found {
        let age = self.book.cash_data_as_of.map(|day| day.days_until(self.as_of).max(0));
        Found { value: value.filter(|_| age.is_some()), age_days: age }
    }
}

impl Found {
    /// A value that is true on the day itself.
    pub(super) fn now(value: Value) -> Self {
        Self { value: Some(value), age_days: None }
    }

    pub(super) fn unknown() -> Self {
        Self { value: None, age_days: None }
    }
}

/// An amount as the policy sees it: a number in major units.
pub(super) fn money(amount: Money) -> Value {
    Value::Number(amount.to_decimal())
}

/// A count as the policy sees it.
pub(super) fn count(count: usize) -> Value {
    Value::number(i64::try_from(count).unwrap_or(i64::MAX))
}
