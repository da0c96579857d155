//! Invoice lines as tables: the legacy licence and usage files, and the new-commerce invoice with
//! 46 or 48 columns.

use super::columns::{ByName, cells, place};
use crate::domain::Extra;
use crate::exchange::read::charges::{AMOUNTS, Cells, ChargesReader, DATES, Manner, is_known};
use crate::exchange::read::csv::{Row, Table};
use crate::exchange::read::kind::Kind;
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::problem::Place;
use crate::exchange::read::sink::Sink;

use super::settle::settle;

/// Rows of a table as lines of an invoice.
#[derive(Debug)]
pub(in crate::exchange::read) struct ChargeRows {
    names: ByName,
    /// Columns under names that are not documented, with the name as the file has it.
    unknown: Vec<(usize, String)>,
    charges: ChargesReader,
}

impl ChargeRows {
    /// Settles the order of dates and the decimal mark; questions mean that nothing can be read yet.
    pub(in crate::exchange::read) fn open(
        table: &Table,
        kind: Kind,
        options: &Options<'_>,
        sink: &mut Sink,
    ) -> (Self, Vec<Question>) {
        let names = ByName::of(table);
        let (order, mark, questions) = settle(table, &names, (&DATES, &AMOUNTS), options, sink);
        let unknown = table
            .headers()
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_empty() && !is_known(name))
            .map(|(column, name)| (column, name.clone()))
            .collect();
        let charges = ChargesReader::of(kind, Manner { order, mark });
        (Self { names, unknown, charges }, questions)
    }

    pub(in crate::exchange::read) fn read(&mut self, row: Row<'_>, sink: &mut Sink) {
        let line = OfRow { names: &self.names, unknown: &self.unknown, row };
        if let Err((field, why)) = self.charges.read(&line, Place::line(row.line()), sink) {
            sink.refuse(place(row, field), why, cells(row));
        }
    }

    pub(in crate::exchange::read) fn finish(self, sink: &mut Sink) {
        self.charges.finish(sink);
    }
}

struct OfRow<'r> {
    names: &'r ByName,
    unknown: &'r [(usize, String)],
    row: Row<'r>,
}

impl Cells for OfRow<'_> {
    fn text(&self, names: &[&str]) -> Option<String> {
        self.names.text(self.row, names)
    }

    fn unknown(&self) -> Extra {
        self.unknown
            .iter()
            .map(|(column, name)| (name.clone(), self.row.cell(*column).trim().to_owned()))
            .filter(|(_, cell)| !cell.is_empty())
            .collect()
    }
}
