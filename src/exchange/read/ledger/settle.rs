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

/// A file that is gone through for what it settles, some rows at a time.
#[derive(Debug)]
pub(super) struct Settling {
    told: (Option<DateOrder>, Option<DecimalMark>),
    currency: Option<Currency>,
    /// Neither said nor to be found: it has to be asked.
    lacks_currency: bool,
    dates: Vec<usize>,
    amounts: Vec<usize>,
    currency_at: Option<usize>,
    orders: Orders,
    marks: Marks,
    next: usize,
}

impl Settling {
    pub(super) fn begin(table: &Table, columns: &Columns, options: &Options<'_>) -> Self {
        let currency = options.currency.or_else(|| header_currency(table, columns));
        Self {
            told: (options.date_order, options.decimal_mark),
            currency,
            lacks_currency: currency.is_none()
                && !columns.has(Field::Currency)
                && !amounts_name_currency(table, columns),
            dates: DATES.iter().filter_map(|field| columns.column(*field)).collect(),
            amounts: AMOUNTS.iter().filter_map(|field| columns.column(*field)).collect(),
            currency_at: columns.column(Field::Currency),
            orders: Orders::default(),
            marks: Marks::default(),
            next: 0,
        }
    }

    /// Looks at some further rows; true when none is left.
    pub(super) fn step(&mut self, table: &Table, rows: usize) -> bool {
        let until = self.next.saturating_add(rows).min(table.len());
        for row in (self.next..until).filter_map(|at| table.row(at)) {
            for column in &self.dates {
                self.orders.see(&row.cell(*column));
            }
            for column in &self.amounts {
                let cell = row.cell(*column);
                // What reads in one way only does so in every currency.
                let at = self.currency_at.filter(|_| !is_plain(&cell));
                let own = at.and_then(|at| Currency::parse(&row.cell(at)).ok());
                self.marks.see(&cell, own.or(self.currency).map(|c| c.digits()));
            }
        }
        self.next = until;
        until == table.len()
    }

    /// The answers, and what is left open.
    pub(super) fn finish(self) -> (Manner, Open) {
        let mut open = Open::default();
        if self.lacks_currency {
            open.ask(What::NoCurrency, Question::Currency);
        }
        let manner = Manner {
            order: open.order(self.orders.settle(), self.told.0),
            mark: open.mark(self.marks.settle(), self.told.1),
            currency: self.currency,
        };
        (manner, open)
    }
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
