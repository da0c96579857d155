//! What a person answered where a file leaves something open.

use super::bytes::{Decoder, Encoding};
use super::date::DateOrder;
use super::number::DecimalMark;
use crate::domain::Currency;
use crate::domain::ids::CustomerId;
use crate::exchange::map::Field;

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
            .finish()
    }
}

/// Something that only a person can settle before the file can be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
