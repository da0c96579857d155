//! From the sample's text to entries in the order in which they were recorded.

use std::fmt;

use super::acts;
use super::cases;
use super::facts::{self, Person};
use super::form::Reseller;
use super::imports::Imports;
use super::moment::Clock;
use crate::domain::partner::{Cloud, Partner, Role};
use crate::domain::{Currency, Day, Instant, Money};
use crate::journal::{Body, Operator};

const TEXT: &str = include_str!("../../../samples/reseller.json");

/// The writer under which the sample is recorded, so that it can be told from real data and removed.
pub const WRITER: &str = "sample";

/// An entry that is still to be appended.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// When it was recorded; drafts come in this order.
    pub at: Instant,
    pub on: Option<Day>,
    pub by: Operator,
    pub body: Body,
}

/// The sample's own text is faulty; a test keeps the shipped one free of this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleError(String);

impl SampleError {
    pub(super) fn new(remark: &str) -> Self {
        Self(remark.to_owned())
    }
}

impl fmt::Display for SampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the sample reseller cannot be read: {}", self.0)
    }
}

impl std::error::Error for SampleError {}

/// The sample's entries as of a day, recorded over the year before it and none after `now`.
///
/// # Errors
/// [`SampleError`] when the embedded text is faulty.
pub fn drafts(today: Day, now: Instant) -> Result<Vec<Draft>, SampleError> {
    let form: Reseller = serde_json::from_str(TEXT).map_err(fail)?;
    let clock = Clock { today, now };
    let people = people(&form)?;
    let mut imports = Imports::default();
    let mut drafts = vec![settings(&form, &clock, &people)?];
    for bill in &form.bills {
        imports.add(bill.issued, facts::bill(bill, &clock)?);
    }
    for (index, customer) in (1_i64..).zip(&form.customers) {
        let person = Person::new(index, customer, &clock)?;
        facts::observe(&person, &mut imports)?;
        acts::record(&person, &people, &mut drafts)?;
        cases::record(&person, &people, &mut drafts)?;
    }
    let first = people.first().cloned().unwrap_or_default();
    drafts.extend(imports.drafts(&clock, &first)?);
    drafts.sort_by_key(|d| d.at);
    Ok(drafts)
}

fn people(form: &Reseller) -> Result<Vec<Operator>, SampleError> {
    if form.operators.len() < 3 {
        return Err(SampleError::new("three operators are needed"));
    }
    Ok(form
        .operators
        .iter()
        .map(|(name, role)| Operator { name: name.clone(), role: role.clone() })
        .collect())
}

fn settings(form: &Reseller, clock: &Clock, people: &[Operator]) -> Result<Draft, SampleError> {
    let partner = &form.partner;
    let body = Body::Settings(Partner {
        name: partner.name.clone(),
        role: Role::from_word(&partner.role),
        cloud: Cloud::from_word(&partner.cloud),
        currency: Currency::parse(&partner.currency).map_err(fail)?,
        terms_days: partner.terms_days,
    });
    let by = people.first().cloned().unwrap_or_default();
    Ok(Draft { at: clock.recorded(-371, 0), on: None, by, body })
}

/// `EUR 12.00`, or `12.00` in the currency given.
pub(super) fn money(text: &str, currency: Currency) -> Result<Money, SampleError> {
    match text.split_once(' ') {
        Some((code, number)) => {
            let other = Currency::parse(code).map_err(fail)?;
            Money::parse(number, other).map_err(fail)
        }
        None => Money::parse(text, currency).map_err(fail),
    }
}

pub(super) fn fail(error: impl fmt::Display) -> SampleError {
    SampleError::new(&error.to_string())
}
