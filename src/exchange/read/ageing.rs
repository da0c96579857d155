//! Ageing summaries: what each customer owes, by age. Kept as balances, never as invoices.

use std::collections::BTreeMap;

use super::csv::{Row, Table};
use super::date;
use super::number::{DecimalMark, Marks, decimal};
use super::open::Open;
use super::options::{Options, Question};
use super::problem::{Place, What};
use super::recognise_table::is_bucket;
use super::sink::Sink;
use crate::domain::balance::{Balance, Bucket};
use crate::domain::customer::Customer;
use crate::domain::ids::CustomerId;
use crate::domain::{Currency, Day, Decimal, Money};
use crate::exchange::map::{bare_name, currency_in_name, fold_header};
use crate::journal::Fact;

/// An ageing summary that is being read.
#[derive(Debug)]
pub(super) struct AgeingReader {
    /// Columns of sums, with their names.
    buckets: Vec<(usize, String)>,
    total: Option<usize>,
    as_of: Option<Day>,
    currency: Option<Currency>,
    mark: DecimalMark,
    /// The row of totals: the last one that is called so.
    total_row: Option<u32>,
    sums: BTreeMap<CustomerId, Sum>,
}

#[derive(Debug)]
struct Sum {
    row: u32,
    name: String,
    buckets: Vec<Decimal>,
}

impl AgeingReader {
    pub(super) fn open(
        table: &Table,
        options: &Options<'_>,
        sink: &mut Sink,
    ) -> (Self, Vec<Question>) {
        let named = |wanted: &dyn Fn(&str) -> bool| {
            let headers = table.headers().iter().enumerate();
            headers
                .filter(|(_, name)| wanted(&fold_header(bare_name(name))))
                .map(|(column, name)| (column, name.clone()))
                .collect::<Vec<_>>()
        };
        let buckets = named(&is_bucket);
        let total = named(&|name| matches!(name, "total" | "合計" | "總計"));
        let mut open = Open::default();
        let mark = open.mark(marks(table, &buckets).settle(), options.decimal_mark);
        let currency = options.currency.or_else(|| currency_in(table));
        if currency.is_none() {
            open.ask(What::NoCurrency, Question::Currency);
        }
        let reader = Self {
            buckets,
            total: total.first().map(|(column, _)| *column),
            as_of: table.preamble().iter().find_map(|line| as_of(line, options)),
            currency,
            mark,
            total_row: table.rows().filter(|row| is_total(*row)).map(Row::line).last(),
            sums: BTreeMap::new(),
        };
        (reader, open.tell(sink))
    }

    pub(super) fn read(&mut self, row: Row<'_>, sink: &mut Sink) {
        let name = row.cell(0).trim().to_owned();
        let line = row.line();
        if self.total_row == Some(line) || is_percentage(&name) {
            return sink.note(Place::line(line), What::TotalRow);
        }
        match self.sum(row, &name) {
            Ok((id, buckets)) => self.add(id, Sum { row: line, name, buckets }, row, sink),
            Err((column, why)) => {
                let place = match column.and_then(|c| self.buckets.iter().find(|(at, _)| *at == c))
                {
                    Some((_, name)) => Place::line(line).with_field(name),
                    None => Place::line(line),
                };
                let cells = (0..row.len()).map(|c| row.cell(c).into_owned()).collect();
                sink.refuse(place, why, cells);
            }
        }
    }

    fn sum(
        &self,
        row: Row<'_>,
        name: &str,
    ) -> Result<(CustomerId, Vec<Decimal>), (Option<usize>, What)> {
        let id = CustomerId::from_ledger_name(name).map_err(|_| (None, What::NoCustomer))?;
        let amounts = self.buckets.iter().map(|(column, _)| {
            let written = row.cell(*column);
            decimal(&written, self.mark)
                .map(Option::unwrap_or_default)
                .map_err(|_| (Some(*column), What::NotAnAmount(written.into_owned())))
        });
        Ok((id, amounts.collect::<Result<_, _>>()?))
    }

    /// Takes in a row; rows of one name are added up, which is said.
    fn add(&mut self, id: CustomerId, sum: Sum, row: Row<'_>, sink: &mut Sink) {
        self.compare_total(&sum, row, sink);
        let Some(known) = self.sums.get_mut(&id) else {
            self.sums.insert(id, sum);
            return;
        };
        sink.note(Place::line(sum.row), What::AddedUp(sum.name));
        for (slot, amount) in known.buckets.iter_mut().zip(sum.buckets) {
            *slot = slot.checked_add(amount).unwrap_or(*slot);
        }
    }

    /// The row's own total, which some programs leave at nought until they are opened.
    fn compare_total(&self, sum: &Sum, row: Row<'_>, sink: &mut Sink) {
        let stated = self.total.map(|column| row.cell(column));
        let Some(Ok(Some(stated))) = stated.map(|cell| decimal(&cell, self.mark)) else {
            return;
        };
        let summed: Decimal = sum.buckets.iter().sum();
        if stated != summed {
            let (stated, summed) = (stated.to_string(), summed.to_string());
            sink.note(Place::line(sum.row), What::TotalDiffers { stated, summed });
        }
    }

    pub(super) fn finish(self, sink: &mut Sink) {
        let Some(currency) = self.currency else {
            return;
        };
        let names: Vec<String> = self.buckets.into_iter().map(|(_, name)| name).collect();
        let count = u32::try_from(self.sums.len()).unwrap_or(u32::MAX);
        let first = self.sums.values().map(|sum| sum.row).min();
        for (customer, sum) in self.sums {
            let row = sum.row;
            sink.fact(row, Fact::Customer(Customer::named(customer.clone(), &sum.name)));
            match balance(customer, self.as_of, &names, &sum.buckets, currency) {
                Some(balance) => sink.fact(row, Fact::Balance(balance)),
                None => {
                    let why = What::NotAnAmount(sum.buckets.iter().sum::<Decimal>().to_string());
                    sink.refuse(Place::line(row), why, vec![sum.name]);
                }
            }
        }
        if let Some(row) = first {
            sink.notes(Place::line(row), What::BalancesOnly, count);
            sink.notes(Place::line(row), What::NamesOnly, count);
        }
    }
}

fn balance(
    customer: CustomerId,
    as_of: Option<Day>,
    names: &[String],
    amounts: &[Decimal],
    currency: Currency,
) -> Option<Balance> {
    let mut total = Money::zero(currency);
    let mut buckets = Vec::with_capacity(names.len());
    for (name, amount) in names.iter().zip(amounts) {
        let amount = Money::from_decimal(*amount, currency).ok()?;
        total = total.plus(amount).ok()?;
        buckets.push(Bucket { name: name.clone(), amount });
    }
    Some(Balance { customer, as_of, buckets, total })
}

fn is_total(row: Row<'_>) -> bool {
    matches!(fold_header(&row.cell(0)).as_str(), "total" | "totals" | "合計" | "總計")
}

fn is_percentage(name: &str) -> bool {
    fold_header(name) == "percentageoftotal"
}

/// `As of Apr 22, 2026`, `As at 30 September 2026`, `截至 2026/09/30`.
fn as_of(line: &str, options: &Options<'_>) -> Option<Day> {
    let lower = line.trim().to_lowercase();
    let rest = ["as of", "as at", "截至", "基準日"].iter().find_map(|w| lower.strip_prefix(w))?;
    date::day(rest.trim_start_matches([':', '：', ' ']), options.date_order).ok().flatten()
}

/// `Total (GBP)`. Three capital letters above the table may be anything: `Sample, LLC`.
fn currency_in(table: &Table) -> Option<Currency> {
    let codes = table.headers().iter().filter_map(|name| currency_in_name(name));
    codes.filter_map(|code| Currency::parse(code).ok()).next()
}

/// How amounts are written in the columns of sums.
fn marks(table: &Table, buckets: &[(usize, String)]) -> Marks {
    let mut marks = Marks::default();
    for row in table.rows() {
        for (column, _) in buckets {
            marks.see(&row.cell(*column), Some(2));
        }
    }
    marks
}
