//! One row of a ledger, field by field.

use super::settle::Manner;
use crate::domain::ids::{CustomerId, InvoiceNumber, is_guid};
use crate::domain::money::MoneyError;
use crate::domain::{Currency, Day, Decimal, Extra, Money};
use crate::exchange::map::{Columns, Field};
use crate::exchange::read::csv::Row;
use crate::exchange::read::date::{self, DateFault};
use crate::exchange::read::number::{currency_code, decimal};
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
}

/// Why a row is not taken, and at which field.
pub(super) type Refusal = (Field, What);

impl Cells<'_> {
    pub(super) fn text(&self, field: Field) -> Option<String> {
        let column = self.columns.column(field)?;
        let cell = self.row.cell(column);
        let text = cell.trim().trim_start_matches('\'').trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(super) fn day(&self, field: Field) -> Result<Option<Day>, Refusal> {
        let Some(text) = self.text(field) else {
            return Ok(None);
        };
        date::day(&text, self.manner.order).map_err(|fault| match fault {
            DateFault::NotADate => (field, What::NotADate(text)),
            DateFault::Order => (field, What::DateOrder { example: text }),
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
        decimal(&text, self.manner.mark).map_err(|_| (field, What::NotAnAmount(text)))
    }

    /// The amount, exact: more decimals than the currency has are refused.
    pub(super) fn money(&self, field: Field) -> Result<Option<Money>, Refusal> {
        let Some(number) = self.number(field)? else {
            return Ok(None);
        };
        let currency = self.currency(field)?;
        let shown = number.normalize().to_string();
        match Money::parse(&shown, currency) {
            Ok(money) => Ok(Some(money)),
            Err(MoneyError::TooPrecise { .. }) => Err((field, What::TooPrecise(shown))),
            Err(_) => Err((field, What::NotAnAmount(shown))),
        }
    }

    fn currency(&self, field: Field) -> Result<Currency, Refusal> {
        if let Some(code) = self.text(Field::Currency) {
            return Currency::parse(&code).map_err(|_| (Field::Currency, What::NotACurrency(code)));
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
        let bad = |text: String| (Field::TenantId, What::NotAnId(text));
        if let Some(tenant) = self.text(Field::TenantId).filter(|t| is_guid(t)) {
            return CustomerId::new(&tenant).map_err(|_| bad(tenant));
        }
        let name = self
            .name()
            .or_else(|| self.text(Field::TenantId))
            .ok_or((Field::CustomerName, What::NoCustomer))?;
        CustomerId::from_ledger_name(&name).map_err(|_| bad(name))
    }

    pub(super) fn name(&self) -> Option<String> {
        self.text(Field::CustomerName).or_else(|| self.section.map(str::to_owned))
    }

    pub(super) fn invoice_number(&self, field: Field) -> Result<Option<InvoiceNumber>, Refusal> {
        let Some(text) = self.text(field) else {
            return Ok(None);
        };
        InvoiceNumber::new(&text).map(Some).map_err(|_| (field, What::NotAnId(text)))
    }

    /// Cells of columns that mean nothing here, by the columns' names.
    pub(super) fn extra(&self) -> Extra {
        let kept = [Field::Email, Field::CustomerName];
        self.headers
            .iter()
            .enumerate()
            .filter(|(column, header)| {
                let field = self.columns.field_of(*column);
                !header.is_empty() && field.is_none_or(|f| kept.contains(&f))
            })
            .map(|(column, header)| (header.clone(), self.row.cell(column).trim().to_owned()))
            .filter(|(_, cell)| !cell.is_empty())
            .collect()
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
