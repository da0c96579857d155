//! What the columns of a table hold: chosen in a dialog, read again at once when it is agreed.

use super::form::{Form, Stage};
use crate::exchange::map::{Field, TableSeen};
use crate::journal::ImportColumn;

/// The dialog while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The file's place among those that were read.
    pub file: usize,
    /// For each column the documented name of what it holds; empty for nothing.
    pub holds: Vec<String>,
}

/// Something without which a ledger cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Who,
    Money,
    When,
    /// Invoices are told apart by their numbers.
    Number,
}

impl Mapping {
    fn of(file: usize, table: &TableSeen) -> Self {
        let holds = table.columns.iter().map(|column| column.holds);
        let word = |(field, _): (Field, _)| field.column().to_owned();
        Self { file, holds: holds.map(|held| held.map(word).unwrap_or_default()).collect() }
    }

    /// What is still missing.
    #[must_use]
    pub fn lacks(&self) -> Vec<Lack> {
        let has =
            |fields: &[Field]| fields.iter().any(|f| self.holds.iter().any(|h| h == f.column()));
        let wanted = [
            (Lack::Who, &[Field::CustomerName, Field::TenantId][..]),
            (Lack::Money, &[Field::Amount, Field::Open][..]),
            (Lack::When, &[Field::Issued, Field::Due, Field::Received, Field::Date][..]),
        ];
        let lacking = wanted.into_iter().filter(|(_, fields)| !has(fields)).map(|(lack, _)| lack);
        let invoices = has(&[Field::Issued, Field::Due]);
        let numberless = invoices && !has(&[Field::InvoiceNumber, Field::Reference]);
        lacking.chain(numberless.then_some(Lack::Number)).collect()
    }
}

/// The table of a file that was read, where its columns can be named.
#[must_use]
pub fn table_of(form: &Form, file: usize) -> Option<&TableSeen> {
    match &form.stage {
        Stage::Understood(found) => found.given.understanding.files.get(file)?.table.as_ref(),
        _ => None,
    }
}

pub fn open(form: &mut Form, file: usize) {
    form.mapping = table_of(form, file).map(|table| Mapping::of(file, table));
}

/// A field stands for one column: the one that had it before has nothing then.
pub fn choose(form: &mut Form, column: usize, field: &str) {
    let Some(mapping) = &mut form.mapping else {
        return;
    };
    if !field.is_empty() {
        for held in mapping.holds.iter_mut().filter(|held| *held == field) {
            held.clear();
        }
    }
    if let Some(held) = mapping.holds.get_mut(column) {
        field.clone_into(held);
    }
}

/// Remembers what was chosen; false when something is still missing.
pub fn agree(form: &mut Form) -> bool {
    let Some(mapping) = form.mapping.clone().filter(|mapping| mapping.lacks().is_empty()) else {
        return false;
    };
    let Some(headers) = table_of(form, mapping.file).map(TableSeen::headers) else {
        return false;
    };
    let named = headers.iter().zip(mapping.holds).filter(|(header, _)| !header.trim().is_empty());
    let columns =
        named.map(|(header, holds)| ImportColumn { header: header.clone(), holds }).collect();
    if let Some(said) = form.answers.form_mut(&headers) {
        said.columns = columns;
    }
    form.mapping = None;
    true
}
