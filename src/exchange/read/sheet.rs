//! Reads a table: recognise, then row by row.

use super::ageing::AgeingReader;
use super::csv::Table;
use super::kind::Kind;
use super::ledger::LedgerReader;
use super::options::{Options, Question};
use super::plain::notes;
use super::problem::{Problem, What};
use super::recognise_table::{columns_of, table_kind, text_kind};
use super::recon::charges::ChargeRows;
use super::recon::customer_list::CustomerListReader;
use super::recon::daily_usage::DailyUsageReader;
use super::sink::Sink;
use crate::exchange::map::{Columns, ROWS_SHOWN, TableSeen};

/// A table that is being read.
#[derive(Debug)]
pub(super) struct SheetReader {
    pub(super) kind: Kind,
    by: By,
}

#[derive(Debug)]
enum By {
    Ledger(Box<LedgerReader>),
    Rows { table: Box<Table>, rows: Rows, next: usize },
}

#[derive(Debug)]
enum Rows {
    Usage(Box<DailyUsageReader>),
    Charges(Box<ChargeRows>),
    Ageing(Box<AgeingReader>),
    Customers(CustomerListReader),
    /// Known, and of no use here.
    Unused,
}

/// Finds the kind of a table; otherwise says in the sink why not.
pub(super) fn open(
    table: Table,
    options: &Options<'_>,
    sink: &mut Sink,
) -> (Option<SheetReader>, Vec<Question>) {
    let form = options.form(table.headers());
    let options = &options.for_form(form);
    let columns = columns_of(&table, form, options.columns);
    let kind = table_kind(table.headers(), &columns).or_else(|| text_kind(&table));
    sink.table = seen(&table, &columns, kind);
    let Some(kind) = kind else {
        let seen = table.headers().iter().filter(|h| !h.is_empty()).cloned();
        sink.problem(Problem::of_file(What::NotRecognised { seen: seen.collect() }));
        return (None, ask_columns(&table));
    };
    // What was put right in words that are no table interests nobody.
    if !matches!(kind, Kind::PlainText | Kind::ColumnNames) {
        for note in notes(&table) {
            sink.problem(note);
        }
    }
    if kind.is_ledger() {
        let reader = LedgerReader::open(table, columns, kind, options, sink);
        return (Some(SheetReader { kind, by: By::Ledger(Box::new(reader)) }), Vec::new());
    }
    let (rows, questions) = rows(&table, kind, options, sink);
    let settled = questions.is_empty() && !matches!(rows, Rows::Unused);
    let next = if settled { 0 } else { table.len() };
    let by = By::Rows { table: Box::new(table), rows, next };
    (Some(SheetReader { kind, by }), questions)
}

/// The reader of a table that is no ledger.
fn rows(
    table: &Table,
    kind: Kind,
    options: &Options<'_>,
    sink: &mut Sink,
) -> (Rows, Vec<Question>) {
    match kind {
        Kind::DailyUsageRecon => {
            let (reader, questions) = DailyUsageReader::open(table, options, sink);
            (Rows::Usage(Box::new(reader)), questions)
        }
        Kind::InvoiceRecon | Kind::LegacyLicenceRecon | Kind::LegacyUsageRecon => {
            let (reader, questions) = ChargeRows::open(table, kind, options, sink);
            (Rows::Charges(Box::new(reader)), questions)
        }
        Kind::AgeingSummary => {
            let (reader, questions) = AgeingReader::open(table, options, sink);
            (Rows::Ageing(Box::new(reader)), questions)
        }
        Kind::CustomerList => (Rows::Customers(CustomerListReader::of(table)), Vec::new()),
        _ => {
            sink.problem(Problem::of_file(What::NotUsed(kind)));
            (Rows::Unused, Vec::new())
        }
    }
}

/// The table for whoever says what its columns hold; none where the format is fixed.
fn seen(table: &Table, columns: &Columns, kind: Option<Kind>) -> Option<TableSeen> {
    let is_free = match kind {
        None => table.headers().len() > 2 && !table.is_empty(),
        Some(kind) => is_ledger(kind),
    };
    is_free.then(|| TableSeen::of(table.headers(), first_rows(table), columns, kind.is_some()))
}

const fn is_ledger(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::LedgerInvoices
            | Kind::LedgerPayments
            | Kind::LedgerCombined
            | Kind::OpenInvoices
            | Kind::InvoicesAndPayments
    )
}

fn first_rows(table: &Table) -> Vec<Vec<String>> {
    let rows = table.rows().take(ROWS_SHOWN);
    rows.map(|row| (0..row.len()).map(|c| row.cell(c).into_owned()).collect()).collect()
}

/// A table of some substance may be a ledger under other names; a line of text is not.
fn ask_columns(table: &Table) -> Vec<Question> {
    if table.headers().len() < 3 || table.is_empty() {
        return Vec::new();
    }
    vec![Question::Columns { headers: table.headers().to_vec(), rows: first_rows(table) }]
}

impl SheetReader {
    pub(super) fn total(&self) -> usize {
        match &self.by {
            By::Ledger(reader) => reader.total(),
            By::Rows { table, .. } => table.len(),
        }
    }

    pub(super) fn done(&self) -> usize {
        match &self.by {
            By::Ledger(reader) => reader.done(),
            By::Rows { next, .. } => *next,
        }
    }

    /// Goes on by up to `count` rows; false when all are read. What has to be asked before a row
    /// is read is added to the questions.
    pub(super) fn step(
        &mut self,
        count: usize,
        sink: &mut Sink,
        questions: &mut Vec<Question>,
    ) -> bool {
        match &mut self.by {
            By::Ledger(reader) => reader.step(count, sink, questions),
            By::Rows { table, rows, next } => {
                let until = next.saturating_add(count).min(table.len());
                for row in (*next..until).filter_map(|at| table.row(at)) {
                    match rows {
                        Rows::Usage(reader) => reader.read(row, sink),
                        Rows::Charges(reader) => reader.read(row, sink),
                        Rows::Ageing(reader) => reader.read(row, sink),
                        Rows::Customers(reader) => reader.read(row, sink),
                        Rows::Unused => {}
                    }
                }
                *next = until;
                until < table.len()
            }
        }
    }

    pub(super) fn finish(self, sink: &mut Sink) {
        let By::Rows { rows, .. } = self.by else {
            return;
        };
        match rows {
            Rows::Usage(reader) => reader.finish(sink),
            Rows::Charges(reader) => reader.finish(sink),
            Rows::Ageing(reader) => reader.finish(sink),
            Rows::Customers(_) | Rows::Unused => {}
        }
    }
}
