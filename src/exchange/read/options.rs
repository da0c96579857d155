//! What a person answered where a file leaves something open.

use super::bytes::{Decoder, Encoding};
use super::date::DateOrder;
use super::number::DecimalMark;
use crate::domain::Currency;
use crate::domain::ids::CustomerId;
use crate::exchange::map::{Field, fold_header};
use crate::journal::ImportForm;

/// Answers for one import. Everything is open by default and asked for when it matters.
#[derive(Clone, Copy, Default)]
pub struct Options<'d> {
    /// Reads encodings for which there is no table here.
    pub decoder: Option<Decoder<'d>>,
    pub encoding: Option<Encoding>,
    pub date_order: Option<DateOrder>,
    pub decimal_mark: Option<DecimalMark>,
    /// The currency of amounts in files that name none.
    pub currency: Option<Currency>,
    /// Whose subscriptions a file holds that does not say so.
    pub customer: Option<&'d CustomerId>,
    /// Which columns hold which fields, by the columns' names; every other column is guessed.
    pub columns: &'d [(String, Field)],
    /// What was said about tables with certain headers, in this import or before.
    pub forms: &'d [ImportForm],
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("decoder", &self.decoder.is_some())
            .field("encoding", &self.encoding)
            .field("date_order", &self.date_order)
            .field("decimal_mark", &self.decimal_mark)
            .field("currency", &self.currency)
            .field("customer", &self.customer)
            .field("columns", &self.columns)
            .field("forms", &self.forms)
            .finish()
    }
}

impl<'d> Options<'d> {
    /// What was said about tables with these headers.
    pub(super) fn form(&self, headers: &[String]) -> Option<&'d ImportForm> {
        let folded = form_of(headers);
        self.forms.iter().rev().find(|form| form.headers == folded)
    }

    /// The answers for a table with these headers: what was said of this import comes first.
    pub(super) fn for_form(self, form: Option<&'d ImportForm>) -> Self {
        let Some(form) = form else {
            return self;
        };
        let order = match form.date_order.as_deref() {
            Some("day") => Some(DateOrder::DayFirst),
            Some("month") => Some(DateOrder::MonthFirst),
            _ => None,
        };
        let mark = match form.decimal_mark.as_deref() {
            Some("point") => Some(DecimalMark::Point),
            Some("comma") => Some(DecimalMark::Comma),
            _ => None,
        };
        Self {
            date_order: self.date_order.or(order),
            decimal_mark: self.decimal_mark.or(mark),
            currency: self.currency.or(form.currency),
            ..self
        }
    }
}

/// The headers of a table as a form is known by.
#[must_use]
pub fn form_of(headers: &[String]) -> Vec<String> {
    headers.iter().map(|header| fold_header(header)).collect()
}

/// Something that only a person can settle before the file can be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Question {
    /// Day or month first? With a date that can be read both ways.
    DateOrder {
        example: String,
    },
    /// Decimal point or comma? With an amount that can be read both ways.
    DecimalMark {
        example: String,
    },
    Currency,
    WhoseSubscriptions,
    Encoding,
    /// What the columns of a table hold that is of no known kind, with its first rows.
    Columns {
        headers: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}
