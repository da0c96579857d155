//! Gathering the columns.

use std::collections::BTreeMap;

use super::super::attributes::{ALL, Carried, Facts, carried, currency_of};
use super::super::quick::Quick;
use super::ages::Ages;
use super::column::{Column, Hundredths};
use crate::book::{Account, Book};
use crate::domain::ids::CustomerId;
use crate::domain::{Currency, Day, Purse};
use crate::policy::feel::Value;

/// What is known of every customer of a book on one day, without what was typed in for a request.
///
/// It stands until the book or the day changes; policies may change as often as they like.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub as_of: Day,
    /// In the order of the book.
    pub people: Vec<Person>,
    /// In the order of the attributes.
    pub(super) columns: Vec<Column>,
    /// Days since the values of each attribute were true.
    pub(super) ages: Vec<Ages>,
    /// By field: values of earlier decisions that no attribute works out, by the place of the customer.
    pub(super) carried: BTreeMap<String, Vec<(usize, Carried)>>,
}

/// What a simulation tells of a customer beside the decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: CustomerId,
    /// In which he is decided.
    pub currency: Currency,
    /// Open invoices.
    pub owed: Purse,
    /// Everything that may be lost.
    pub exposure: Purse,
    /// Of the oldest invoice that is late now.
    pub days_late: Option<i64>,
    /// The most in twelve months; none where no invoice came due yet.
    pub worst_days_late: Option<i64>,
}

impl Known {
    /// Gathers what is known on a day.
    #[must_use]
    pub fn gather(book: &Book, as_of: Day) -> Self {
        let mut known = Self::nobody(as_of);
        known.add(book, book.accounts.values());
        known
    }

    /// Nothing is known of anybody yet. For gathering a large book in several turns.
    #[must_use]
    pub fn nobody(as_of: Day) -> Self {
        Self {
            as_of,
            people: Vec::new(),
            columns: vec![Column::default(); ALL.len()],
            ages: vec![Ages::default(); ALL.len()],
            carried: BTreeMap::new(),
        }
    }

    /// Adds customers, each once and in the order of the book.
    pub fn add<'b>(&mut self, book: &Book, accounts: impl Iterator<Item = &'b Account>) {
        for account in accounts {
            self.add_one(book, account);
        }
    }

    pub(in super::super) fn value(&self, column: usize, row: usize) -> Option<Value> {
        self.columns.get(column).and_then(|values| values.get(row))
    }

    pub(super) fn quick(&self, column: usize, row: usize) -> Option<Quick> {
        self.columns.get(column).and_then(|values| values.quick(row))
    }

    /// A whole column, where it is one of plain numbers.
    pub(in super::super) fn numbers(&self, column: usize) -> Option<&[Hundredths]> {
        self.columns.get(column)?.numbers()
    }

    /// Whether a value is no older than so many days.
    pub(in super::super) fn is_fresh(&self, column: usize, row: usize, most: i64) -> bool {
        let age = self.ages.get(column).and_then(|ages| ages.get(row));
        age.is_none_or(|age| age <= most)
    }

    fn add_one(&mut self, book: &Book, account: &Account) {
        let row = self.people.len();
        let currency = currency_of(book, account, self.as_of);
        let facts = Facts::new(book, account, self.as_of, currency);
        for (field, value) in carried(account, self.as_of) {
            self.carried.entry(field).or_default().push((row, value));
        }
        let places = self.columns.iter_mut().zip(&mut self.ages);
        for (attribute, (column, ages)) in ALL.iter().zip(places) {
            let found = (attribute.find)(&facts);
            ages.push(found.age_days);
            column.push(found.value);
        }
        self.people.push(Person {
            id: account.customer.value.id.clone(),
            currency,
            owed: facts.receivables.owed(),
            exposure: facts.exposure.total(),
            days_late: facts.receivables.oldest_days_past_due(),
            worst_days_late: facts.worst_days_late(),
        });
    }
}

#[cfg(test)]
impl Known {
    /// One more customer: the value and age of each attribute, and what is carried by field.
    pub(in super::super) fn push(
        &mut self,
        currency: Currency,
        values: &[(Option<Value>, Option<i64>)],
        carried: &[(&str, Carried)],
    ) {
        let row = self.people.len();
        for ((value, age), (column, ages)) in
            values.iter().zip(self.columns.iter_mut().zip(&mut self.ages))
        {
            column.push(value.clone());
            ages.push(*age);
        }
        for (field, value) in carried {
            self.carried.entry((*field).to_owned()).or_default().push((row, value.clone()));
        }
        self.people.push(Person {
            id: CustomerId::new(&format!("c{row}")).unwrap(),
            currency,
            owed: Purse::new(),
            exposure: Purse::new(),
            days_late: None,
            worst_days_late: None,
        });
    }
}
