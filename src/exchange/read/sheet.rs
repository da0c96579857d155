//! Reads a table: recognise, then row by row.

use super::csv::{Table, TableError};
use super::kind::Kind;
use super::ledger::LedgerReader;
use super::options::{Options, Question};
use super::problem::{Place, Problem, Weight, What};
use super::recognise_table::{columns_of, table_kind};
use super::recon::customer_list::CustomerListReader;
use super::recon::daily_usage::DailyUsageReader;
use super::sink::Sink;

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
    Customers(CustomerListReader),
}

/// Finds the table and its kind; otherwise says in the sink why not.
pub(super) fn open(
    text: &str,
    options: &Options<'_>,
    sink: &mut Sink,
) -> (Option<SheetReader>, Vec<Question>) {
    let nothing = (None, Vec::new());
    let table = match Table::read(text) {
        Ok(table) => table,
        Err(TableError::Empty) => {
            sink.problem(Problem::of_file(What::NoTable));
            return nothing;
        }
    };
    let columns = columns_of(&table, options.columns);
    let Some(kind) = table_kind(&table, &columns) else {
        let seen = table.headers().iter().filter(|h| !h.is_empty()).cloned();
        sink.problem(Problem::of_file(What::NotRecognised { seen: seen.collect() }));
        return (None, ask_columns(&table));
    };
    for (remark, seen) in table.remarks().iter() {
        let mut problem = Problem::new(Weight::Note, Place::line(seen.line), What::Table(remark));
        problem.count = seen.count;
        sink.problem(problem);
    }
    let (by, questions) = match kind {
        Kind::DailyUsageRecon => {
            let (reader, questions) = DailyUsageReader::open(&table, options, sink);
            let next = if questions.is_empty() { 0 } else { table.len() };
            let rows = Rows::Usage(Box::new(reader));
            let table = Box::new(table);
            (By::Rows { table, rows, next }, questions)
        }
        Kind::CustomerList => {
            let rows = Rows::Customers(CustomerListReader::of(&table));
            let table = Box::new(table);
            (By::Rows { table, rows, next: 0 }, Vec::new())
        }
        Kind::LedgerInvoices
        | Kind::LedgerPayments
        | Kind::LedgerCombined
        | Kind::OpenInvoices
        | Kind::InvoicesAndPayments => {
            let (reader, questions) = LedgerReader::open(table, columns, kind, options, sink);
            (By::Ledger(Box::new(reader)), questions)
        }
        _ => {
            sink.problem(Problem::of_file(What::NotUsed(kind)));
            let rows = Rows::Customers(CustomerListReader::of(&table));
            let next = table.len();
            let table = Box::new(table);
            (By::Rows { table, rows, next }, Vec::new())
        }
    };
    (Some(SheetReader { kind, by }), questions)
}

/// A table of some substance may be a ledger under other names; a line of text is not.
fn ask_columns(table: &Table) -> Vec<Question> {
    const SHOWN: usize = 5;
    if table.headers().len() < 3 || table.is_empty() {
        return Vec::new();
    }
    let rows = table.rows().take(SHOWN);
    vec![Question::Columns {
        headers: table.headers().to_vec(),
        rows: rows.map(|row| (0..row.len()).map(|c| row.cell(c).into_owned()).collect()).collect(),
    }]
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

    /// Reads up to `count` further rows; false when all are read.
    pub(super) fn step(&mut self, count: usize, sink: &mut Sink) -> bool {
        match &mut self.by {
            By::Ledger(reader) => reader.step(count, sink),
            By::Rows { table, rows, next } => {
                let until = next.saturating_add(count).min(table.len());
                for row in (*next..until).filter_map(|at| table.row(at)) {
                    match rows {
                        Rows::Usage(reader) => reader.read(row, sink),
                        Rows::Customers(reader) => reader.read(row, sink),
                    }
                }
                *next = until;
                until < table.len()
            }
        }
    }

    pub(super) fn finish(self, sink: &mut Sink) {
        if let By::Rows { rows: Rows::Usage(reader), .. } = self.by {
            reader.finish(sink);
        }
    }
}
