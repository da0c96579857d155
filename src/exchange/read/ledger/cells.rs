//! One row of a ledger, field by field.

use std::borrow::Cow;

use super::settle::Manner;
use super::tenants::Tenants;
use crate::domain::ids::{CustomerId, InvoiceNumber};
use crate::domain::{Currency, Day, Decimal, Extra, Money};
use crate::exchange::map::{Columns, Field};
use crate::exchange::read::csv::Row;
use crate::exchange::read::date::{self, DateFault};
use crate::exchange::read::number::{DecimalMark, currency_code, decimal, is_plain};
use crate::exchange::read::problem::{Place, What};

/// A row and how it is to be read.
#[derive(Clone, Copy)]
pub(super) struct Cells<'t> {
    pub(super) row: Row<'t>,
    pub(super) headers: &'t [String],
    pub(super) columns: &'t Columns,
    pub(super) manner: Manner,
    /// The customer named by a section row above.
    pub(super) section: Option<&'t str>,
    /// Columns whose cells are kept as they are.
    pub(super) kept: &'t [usize],
    pub(super) tenants: &'t Tenants,
}

/// Why a row is not taken, and at which field.
pub(super) type Refusal = (Field, What);

/// Without space around it and without a guarding apostrophe; nothing for an empty cell.
#[inline]
fn bare(cell: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let is_clean = |b: &u8| b.is_ascii_graphic() && *b != b'\'';
    match cell.as_bytes() {
        [] => None,
        [first, .., last] if is_clean(first) && is_clean(last) => Some(cell),
        _ => stripped(cell),
    }
}

fn stripped(cell: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let trim = |text: &str| text.trim().trim_start_matches('\'').trim().len();
    match cell {
        _ if trim(&cell) == 0 => None,
        Cow::Borrowed(text) => Some(text.trim().trim_start_matches('\'').trim().into()),
        Cow::Owned(text) => Some(text.trim().trim_start_matches('\'').trim().to_owned().into()),
    }
}

/// Columns that mean nothing here, and those whose cells are kept beside their meaning.
pub(super) fn kept_columns(headers: &[String], columns: &Columns) -> Vec<usize> {
    let kept = [Field::Email, Field::CustomerName];
    let is_kept = |at: usize| columns.field_of(at).is_none_or(|field| kept.contains(&field));
    let named = headers.iter().enumerate().filter(|(_, header)| !header.is_empty());
    named.map(|(at, _)| at).filter(|at| is_kept(*at)).collect()
}

impl<'t> Cells<'t> {
    pub(super) fn text(&self, field: Field) -> Option<Cow<'t, str>> {
        bare(self.row.cell(self.columns.column(field)?))
    }

    pub(super) fn day(&self, field: Field) -> Result<Option<Day>, Refusal> {
        let Some(text) = self.text(field) else {
            return Ok(None);
        };
        date::day(&text, self.manner.order).map_err(|fault| match fault {
            DateFault::NotADate => (field, What::NotADate(text.into_owned())),
            DateFault::Order => (field, What::DateOrder { example: text.into_owned() }),
        })
    }

    pub(super) fn first_day(&self, fields: &[Field]) -> Result<Option<Day>, Refusal> {
        for field in fields {
            if let Some(day) = self.day(*field)? {
                return Ok(Some(day));
            }
        }
        Ok(None)
    }

    fn number(&self, field: Field) -> Result<Option<Decimal>, Refusal> {
        let Some(text) = self.text(field) else {
            return Ok(None);
        };
        decimal(&text, self.manner.mark).map_err(|_| (field, What::NotAnAmount(text.into_owned())))
    }

    /// The amount, exact: more decimals than the currency has are refused.
    pub(super) fn money(&self, field: Field) -> Result<Option<Money>, Refusal> {
        let Some(text) = self.text(field) else {
            return Ok(None);
        };
        // What most files write needs no number in between.
        if self.manner.mark == DecimalMark::Point
            && is_plain(&text)
            && let Ok(money) = Money::parse(&text, self.currency(field)?)
        {
            return Ok(Some(money));
        }
        let Some(number) = self.number(field)? else {
            return Ok(None);
        };
        let currency = self.currency(field)?;
        let exact = number.normalize();
        if exact.scale() > currency.digits() {
            return Err((field, What::TooPrecise(exact.to_string())));
        }
        let too_large = |_| (field, What::NotAnAmount(exact.to_string()));
        Money::from_decimal(exact, currency).map(Some).map_err(too_large)
    }

    fn currency(&self, field: Field) -> Result<Currency, Refusal> {
        if let Some(code) = self.text(Field::Currency) {
            return Currency::parse(&code)
                .map_err(|_| (Field::Currency, What::NotACurrency(code.into_owned())));
        }
        let beside = self.text(field);
        beside
            .as_deref()
            .and_then(currency_code)
            .and_then(|code| Currency::parse(code).ok())
            .or(self.manner.currency)
            .ok_or((Field::Currency, What::Missing("currency")))
    }

    /// The tenant, or the name where the ledger has no tenant.
    pub(super) fn customer(&self) -> Result<CustomerId, Refusal> {
        let bad = |text: Cow<'_, str>| (Field::TenantId, What::NotAnId(text.into_owned()));
        if let Some(id) = self.text(Field::TenantId).and_then(|text| self.tenants.id(&text)) {
            return Ok(id);
        }
        let name = self
            .name()
            .or_else(|| self.text(Field::TenantId))
            .ok_or((Field::CustomerName, What::NoCustomer))?;
        CustomerId::from_ledger_name(&name).map_err(|_| bad(name))
    }

    pub(super) fn name(&self) -> Option<Cow<'t, str>> {
        self.text(Field::CustomerName).or_else(|| self.section.map(Cow::Borrowed))
    }

    pub(super) fn invoice_number(&self, field: Field) -> Result<Option<InvoiceNumber>, Refusal> {
        let Some(text) = self.text(field) else {
            return Ok(None);
        };
        InvoiceNumber::new(&text).map(Some).map_err(|_| (field, What::NotAnId(text.into_owned())))
    }

    /// Cells of columns that mean nothing here, by the columns' names.
    pub(super) fn extra(&self) -> Extra {
        let field = |column: &usize| {
            let cell = self.row.cell(*column);
            let header = self.headers.get(*column)?.as_str();
            let text = match cell {
                Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
            };
            (!text.is_empty()).then_some((header, text))
        };
        self.kept.iter().filter_map(field).collect()
    }

    pub(super) fn place(&self, field: Field) -> Place {
        let place = Place::line(self.row.line());
        match self.columns.column(field).and_then(|c| self.headers.get(c)) {
            Some(header) if !header.is_empty() => place.with_field(header),
            _ => place.with_field(field.column()),
        }
    }

    pub(super) fn all(&self) -> Vec<String> {
        (0..self.row.len()).map(|column| self.row.cell(column).into_owned()).collect()
    }
}
