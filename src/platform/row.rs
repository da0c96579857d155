//! One rule over one stretch of time.

use crate::domain::partner::Cloud;
use crate::domain::subscription::Product;
use crate::domain::{Day, RuleId};

/// A date that can stand in a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub i32, pub u32, pub u32);

impl Date {
    /// The day, where there is such a day.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        Day::new(self.0, self.1, self.2).ok()
    }

    pub(super) fn of(day: Day) -> Self {
        Self(day.year(), day.month(), day.day_of_month())
    }
}

/// A statement in the languages of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub en: &'static str,
    pub zh_hant: &'static str,
}

/// Where a rule was read, and of what date that text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    pub title: &'static str,
    pub date: Date,
}

/// What a rule sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Days(i64),
    Hours(i64),
    Minutes(i64),
    Percent(i64),
    /// Several shares of a whole, rising.
    Percents(&'static [i64]),
    Count(i64),
    From(Date),
    Yes,
    No,
    /// The sources do not say.
    Unknown,
}

/// A second reading of the same matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub other: Value,
    pub source: Source,
    /// Why the row's own value was chosen.
    pub why: Text,
}

/// What a rule says from a day to a day, for some products and clouds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: &'static str,
    pub value: Value,
    pub says: Text,
    pub source: Source,
    /// First day on which it holds; none where the sources give none.
    pub valid_from: Option<Date>,
    /// Last day on which it holds; none while it does.
    pub valid_to: Option<Date>,
    /// Empty: all products.
    pub products: &'static [Product],
    /// Empty: all clouds.
    pub clouds: &'static [Cloud],
    pub conflict: Option<Conflict>,
    /// Microsoft's value, where a person's own reading stands in its place.
    pub shipped: Option<Value>,
}

impl Row {
    pub(super) const fn new(id: &'static str, value: Value, source: Source, says: Text) -> Self {
        Self {
            id,
            value,
            says,
            source,
            valid_from: None,
            valid_to: None,
            products: &[],
            clouds: &[],
            conflict: None,
            shipped: None,
        }
    }

    pub(super) const fn for_products(mut self, products: &'static [Product]) -> Self {
        self.products = products;
        self
    }

    pub(super) const fn for_clouds(mut self, clouds: &'static [Cloud]) -> Self {
        self.clouds = clouds;
        self
    }

    pub(super) const fn from(mut self, first: Date) -> Self {
        self.valid_from = Some(first);
        self
    }

    pub(super) const fn until(mut self, last: Date) -> Self {
        self.valid_to = Some(last);
        self
    }

    pub(super) const fn against(mut self, other: Value, source: Source, why: Text) -> Self {
        self.conflict = Some(Conflict { other, source, why });
        self
    }

    #[must_use]
    pub fn rule(&self) -> RuleId {
        RuleId::fixed(self.id)
    }

    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        let date = Date::of(day);
        self.valid_from.is_none_or(|first| first <= date)
            && self.valid_to.is_none_or(|last| date <= last)
    }

    #[must_use]
    pub fn applies_to(&self, product: Option<&Product>, cloud: Option<&Cloud>) -> bool {
        let product_fits =
            product.is_none_or(|p| self.products.is_empty() || self.products.contains(p));
        let cloud_fits = cloud.is_none_or(|c| self.clouds.is_empty() || self.clouds.contains(c));
        product_fits && cloud_fits
    }

    /// A person reads this rule as saying something else than Microsoft's text does.
    #[must_use]
    pub fn is_read_otherwise(&self) -> bool {
        self.shipped.is_some_and(|shipped| shipped != self.value)
    }

    /// The value in days, where it is one.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        match self.value {
            Value::Days(days) => Some(days),
            _ => None,
        }
    }

    /// The value in minutes, whether it is given in minutes, hours or days.
    #[must_use]
    pub fn minutes(&self) -> Option<i64> {
        match self.value {
            Value::Minutes(minutes) => Some(minutes),
            Value::Hours(hours) => Some(hours.saturating_mul(60)),
            Value::Days(days) => Some(days.saturating_mul(1440)),
            _ => None,
        }
    }

    #[must_use]
    pub fn percent(&self) -> Option<i64> {
        match self.value {
            Value::Percent(percent) => Some(percent),
            _ => None,
        }
    }
}

/// A statement in both languages.
pub(super) const fn says(en: &'static str, zh_hant: &'static str) -> Text {
    Text { en, zh_hant }
}
