//! What a whole ledger file settles before its first row can be read: the order of
//! dates, the decimal mark and the currency. What it leaves open is asked.

use crate::domain::Currency;
use crate::exchange::map::{Columns, Field};
use crate::exchange::read::csv::Table;
use crate::exchange::read::date::{DateOrder, Orders};
use crate::exchange::read::number::{DecimalMark, Marks, currency_code, is_plain};
use crate::exchange::read::open::Open;
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::problem::What;

/// The answers for one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pub(super) order: Option<DateOrder>,
    pub(super) mark: DecimalMark,
    /// For rows that name no currency of their own.
    pub(super) currency: Option<Currency>,
}

const DATES: [Field; 4] = [Field::Issued, Field::Due, Field::Received, Field::Date];
const AMOUNTS: [Field; 2] = [Field::Amount, Field::Open];

pub(super) fn settle(table: &Table, columns: &Columns, options: &Options<'_>) -> (Manner, Open) {
    let mut open = Open::default();
    let currency = options.currency.or_else(|| header_currency(table, columns));
    if currency.is_none() && !columns.has(Field::Currency) && !amounts_name_currency(table, columns)
    {
        open.ask(What::NoCurrency, Question::Currency);
    }
    let manner = Manner {
        order: open.order(orders(table, columns).settle(), options.date_order),
        mark: open.mark(marks(table, columns, currency).settle(), options.decimal_mark),
        currency,
    };
    (manner, open)
}

fn orders(table: &Table, columns: &Columns) -> Orders {
    let mut orders = Orders::default();
    let at: Vec<usize> = DATES.iter().filter_map(|f| columns.column(*f)).collect();
    for row in table.rows() {
        for column in &at {
            orders.see(&row.cell(*column));
        }
    }
    orders
}

fn marks(table: &Table, columns: &Columns, currency: Option<Currency>) -> Marks {
    let mut marks = Marks::default();
    let at: Vec<usize> = AMOUNTS.iter().filter_map(|f| columns.column(*f)).collect();
    let currency_at = columns.column(Field::Currency);
    for row in table.rows() {
        for column in &at {
            let cell = row.cell(*column);
            // What reads in one way only does so in every currency.
            let own = || currency_at.and_then(|c| Currency::parse(&row.cell(c)).ok());
            let places = (!is_plain(&cell)).then(own).flatten().or(currency);
            marks.see(&cell, places.map(|c| c.digits()));
        }
    }
    marks
}

/// `Amount (EUR)`
fn header_currency(table: &Table, columns: &Columns) -> Option<Currency> {
    AMOUNTS
        .iter()
        .filter_map(|field| columns.column(*field))
        .filter_map(|column| table.headers().get(column))
        .find_map(|header| currency_code(header).and_then(|code| Currency::parse(code).ok()))
}

/// `EUR 12.00` in the first row that has an amount.
fn amounts_name_currency(table: &Table, columns: &Columns) -> bool {
    AMOUNTS.iter().filter_map(|field| columns.column(*field)).any(|column| {
        table
            .rows()
            .map(|row| row.cell(column))
            .find(|cell| !cell.trim().is_empty())
            .is_some_and(|cell| currency_code(&cell).is_some())
    })
}
