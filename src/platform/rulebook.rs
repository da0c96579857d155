//! Microsoft's rules as one book reads them: the shipped rows, and a person's own readings from a day on.

use super::row::{Date, Row, Value};
use super::table;
use crate::domain::Day;
use crate::domain::partner::Cloud;
use crate::domain::rule_override::{OwnReading, RuleOverride};
use crate::domain::subscription::Product;

/// The shipped rows and the own readings of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebook {
    /// In the order they were recorded.
    own: Vec<Own>,
}

/// A rule read otherwise; no value is Microsoft's own again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Own {
    id: &'static str,
    value: Option<Value>,
    from: Date,
}

/// The rows as shipped.
pub static SHIPPED: Rulebook = Rulebook { own: Vec::new() };

impl Rulebook {
    /// Takes in an own reading. One of a rule that this program does not know changes nothing.
    pub fn read(&mut self, reading: &RuleOverride) {
        let known = table::rows().find(|row| row.id == reading.rule.as_str());
        if let Some(row) = known {
            let from = Date::of(reading.from);
            self.own.push(Own { id: row.id, value: value_of(reading.reading), from });
        }
    }

    /// The row of a rule that holds on a day, for a product and a cloud where they are given,
    /// with this book's own reading in place of the shipped value where there is one.
    #[must_use]
    pub fn on(
        &self,
        day: Day,
        id: &str,
        product: Option<&Product>,
        cloud: Option<&Cloud>,
    ) -> Option<Row> {
        let row = *table::on(day, id, product, cloud)?;
        Some(match self.own_value(day, id) {
            Some(value) => Row { value, shipped: Some(row.value), ..row },
            None => row,
        })
    }

    /// Nothing is read otherwise.
    #[must_use]
    pub fn is_as_shipped(&self) -> bool {
        self.own.is_empty()
    }

    /// A plain yes or no of Microsoft's that this book denies on a day.
    #[must_use]
    pub fn denies(&self, day: Day, id: &str) -> bool {
        let denied = |row: Row| {
            row.is_read_otherwise() && matches!(row.shipped, Some(Value::Yes | Value::No))
        };
        !self.is_as_shipped() && self.on(day, id, None, None).is_some_and(denied)
    }

    /// The newest own reading that holds on a day; of two from the same day the one recorded later.
    fn own_value(&self, day: Day, id: &str) -> Option<Value> {
        let date = Date::of(day);
        let holds = |own: &&Own| own.id == id && own.from <= date;
        self.own.iter().filter(holds).max_by_key(|own| own.from)?.value
    }
}

fn value_of(reading: OwnReading) -> Option<Value> {
    Some(match reading {
        OwnReading::Days(n) => Value::Days(n),
        OwnReading::Hours(n) => Value::Hours(n),
        OwnReading::Minutes(n) => Value::Minutes(n),
        OwnReading::Percent(n) => Value::Percent(n),
        OwnReading::Count(n) => Value::Count(n),
        OwnReading::From(day) => Value::From(Date::of(day)),
        OwnReading::Yes => Value::Yes,
        OwnReading::No => Value::No,
        OwnReading::Unknown => Value::Unknown,
        OwnReading::Shipped => return None,
    })
}
