//! Row by row through a ledger, whatever layout it has.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cells, Refusal, kept_columns};
use super::settle::{Manner, settle};
use super::tenants::Tenants;
use super::{invoice, payment};
use crate::book::customer_of;
use crate::domain::customer::Customer;
use crate::domain::ids::{CustomerId, PaymentRef};
use crate::domain::invoice::InvoiceKind;
use crate::domain::payment::{Payment, PaymentKind};
use crate::exchange::map::{Columns, Field, fold_header};
use crate::exchange::read::csv::{Row, Table};
use crate::exchange::read::kind::Kind;
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::problem::{Place, What};
use crate::exchange::read::sink::Sink;
use crate::journal::Fact;

/// A ledger that is being read.
#[derive(Debug)]
pub(in crate::exchange::read) struct LedgerReader {
    table: Table,
    columns: Columns,
    manner: Manner,
    kind: Kind,
    habit: payment::Habit,
    kept: Vec<usize>,
    tenants: Tenants,
    section: Option<String>,
    named: BTreeSet<CustomerId>,
    made: BTreeMap<(CustomerId, String), u32>,
    next: usize,
}

/// What a row is.
enum Sort {
    Invoice(InvoiceKind),
    Payment(String),
    Section(String),
    Total,
    Other(String),
}

impl LedgerReader {
    /// Settles what must be known before the first row; questions mean that nothing is read yet.
    pub(in crate::exchange::read) fn open(
        table: Table,
        columns: Columns,
        kind: Kind,
        options: &Options<'_>,
        sink: &mut Sink,
    ) -> (Self, Vec<Question>) {
        let (manner, open) = settle(&table, &columns, options);
        let blocked = !open.problems.is_empty();
        let questions = open.tell(sink);
        sink.expect(table.len());
        let mut reader = Self {
            habit: payment::Habit {
                all_negative: false,
                number_is_reference: numbers_name_payments(&table, &columns),
            },
            kept: kept_columns(table.headers(), &columns),
            tenants: Tenants::new(),
            table,
            columns,
            manner,
            kind,
            section: None,
            named: BTreeSet::new(),
            made: BTreeMap::new(),
            next: 0,
        };
        reader.habit.all_negative = reader.payments_are_negative();
        if blocked {
            reader.next = reader.table.len();
        }
        (reader, questions)
    }

    fn payments_are_negative(&self) -> bool {
        if self.kind != Kind::LedgerPayments && !self.columns.has(Field::Kind) {
            return false;
        }
        let mut amounts = self
            .table
            .rows()
            .map(|row| self.cells(row))
            .filter(|cells| matches!(self.sort(cells), Sort::Payment(_)))
            .filter_map(|cells| cells.money(Field::Amount).ok().flatten())
            .map(crate::domain::Money::is_negative)
            .peekable();
        amounts.peek().is_some() && amounts.all(|negative| negative)
    }

    fn cells<'t>(&'t self, row: Row<'t>) -> Cells<'t> {
        Cells {
            row,
            headers: self.table.headers(),
            columns: &self.columns,
            manner: self.manner,
            section: self.section.as_deref(),
            kept: &self.kept,
            tenants: &self.tenants,
        }
    }

    pub(in crate::exchange::read) fn total(&self) -> usize {
        self.table.len()
    }

    pub(in crate::exchange::read) const fn done(&self) -> usize {
        self.next
    }

    /// Reads up to `count` further rows; false when all are read.
    pub(in crate::exchange::read) fn step(&mut self, count: usize, sink: &mut Sink) -> bool {
        let until = self.next.saturating_add(count).min(self.table.len());
        while self.next < until {
            self.one(self.next, sink);
            self.next += 1;
        }
        self.next < self.table.len()
    }

    fn one(&mut self, index: usize, sink: &mut Sink) {
        let Some(row) = self.table.row(index) else {
            return;
        };
        let line = row.line();
        let cells = self.cells(row);
        let mut notes = Vec::new();
        let read: Result<Fact, Refusal> = match self.sort(&cells) {
            Sort::Section(name) => {
                self.section = Some(name);
                return;
            }
            Sort::Total => return sink.note(Place::line(line), What::TotalRow),
            Sort::Invoice(kind) => invoice::read(&cells, kind, &mut notes).map(Fact::Invoice),
            Sort::Payment(word) => {
                payment::read(&cells, &word, self.habit, &mut notes).map(Fact::Payment)
            }
            Sort::Other(word) => Err((Field::Kind, What::UnknownKind(word))),
        };
        let name = read.as_ref().ok().filter(|fact| self.is_new_name(fact)).and(cells.name());
        let name = name.map(Cow::into_owned);
        for (field, what) in notes {
            sink.note(cells.place(field), what);
        }
        match read {
            Err((field, why)) => sink.refuse(cells.place(field), why, cells.all()),
            Ok(fact) => self.take(line, fact, name, sink),
        }
    }

    fn take(&mut self, line: u32, fact: Fact, name: Option<String>, sink: &mut Sink) {
        let fact = match fact {
            Fact::Payment(payment) => Fact::Payment(self.with_own_reference(payment)),
            fact => fact,
        };
        let Some(customer) = customer_of(&fact) else {
            return;
        };
        if customer.is_ledger_only() && self.named.insert(customer.clone()) {
            let customer = Customer::named(customer.clone(), &name.unwrap_or_default());
            sink.note(Place::line(line), What::NamesOnly);
            sink.fact(line, Fact::Customer(customer));
        }
        sink.fact(line, fact);
    }

    /// Whether it is of a customer who is known by name only and was not met before.
    fn is_new_name(&self, fact: &Fact) -> bool {
        let is_new = |id: &CustomerId| id.is_ledger_only() && !self.named.contains(id);
        customer_of(fact).is_some_and(is_new)
    }

    /// Two payments without a reference, of one day and amount, are two payments and not one.
    fn with_own_reference(&mut self, mut payment: Payment) -> Payment {
        let made = format!("{} {} {}", payment.kind.word(), payment.received, payment.amount);
        if payment.reference.as_str() != made {
            return payment;
        }
        let count = self.made.entry((payment.customer.clone(), made.clone())).or_insert(0);
        *count += 1;
        if *count > 1
            && let Ok(reference) = PaymentRef::new(&format!("{made} ({count})"))
        {
            payment.reference = reference;
        }
        payment
    }

    fn sort(&self, cells: &Cells<'_>) -> Sort {
        let bare = cells.text(Field::InvoiceNumber).is_none()
            && cells.text(Field::Reference).is_none()
            && cells.first_day(&[Field::Issued, Field::Date, Field::Received]) == Ok(None);
        if let Some(sort) = bare.then(|| self.sort_bare(cells)).flatten() {
            return sort;
        }
        let Some(word) = cells.text(Field::Kind) else {
            return match self.kind {
                Kind::LedgerPayments => Sort::Payment(String::new()),
                _ => Sort::Invoice(InvoiceKind::Invoice),
            };
        };
        let plain = plain_kind(&word);
        match (InvoiceKind::from_word(plain), PaymentKind::from_word(plain)) {
            (InvoiceKind::Other(_), PaymentKind::Other(_)) => Sort::Other(word.into_owned()),
            (InvoiceKind::Other(_), _) => Sort::Payment(plain.to_owned()),
            (kind, _) => Sort::Invoice(kind),
        }
    }

    /// A row without number and date: a total, or what stands above other rows.
    fn sort_bare(&self, cells: &Cells<'_>) -> Option<Sort> {
        let first = cells.row.cell(0);
        let first = first.trim();
        if is_total(first) {
            return Some(Sort::Total);
        }
        if self.has_sections() && !first.is_empty() && cells.text(Field::Kind).is_none() {
            return Some(Sort::Section(first.to_owned()));
        }
        // `31 - 60 days past due` stands above the rows of that age, which name their customers.
        let above = self.kind == Kind::AgeingDetail && cells.name().is_none();
        above.then_some(Sort::Total)
    }

    /// The customer stands in a row of its own, under a column without a name.
    fn has_sections(&self) -> bool {
        !self.columns.has(Field::CustomerName)
            && !self.columns.has(Field::TenantId)
            && (self.kind == Kind::AgeingDetail
                || self.table.headers().first().is_some_and(String::is_empty))
    }
}

/// What ledgers call their documents, in the words of the documented column.
fn plain_kind(word: &str) -> &str {
    if matches!(word, "invoice" | "Invoice" | "payment" | "Payment") {
        return word;
    }
    match fold_header(word).as_str() {
        "salesinvoice" | "taxinvoice" | "accrec" | "billinvoice" | "rechnung" | "統一發票" => {
            "invoice"
        }
        "salescreditnote" | "accreccredit" | "creditmemo" | "gutschrift" | "貸項通知單" => {
            "credit_note"
        }
        "customerpayment" | "invoicepayment" | "receivedpayment" | "zahlung" | "收款" => {
            "payment"
        }
        "customerrefund" | "erstattung" | "退款" => "refund",
        "rücklastschrift" | "拒付" => "chargeback",
        _ => word,
    }
}

/// A column such as `Num` names whatever its row is; one such as `Invoice number` names the
/// invoice that a payment was set against.
fn numbers_name_payments(table: &Table, columns: &Columns) -> bool {
    const OF_INVOICES: [&str; 4] = ["invoice", "rechnung", "發票", "帳單"];
    let header = columns
        .column(Field::InvoiceNumber)
        .and_then(|column| table.headers().get(column))
        .map_or_else(String::new, |header| fold_header(header));
    !columns.has(Field::Reference) && !OF_INVOICES.iter().any(|word| header.contains(word))
}

/// `TOTAL`, `Total for Sample Bakery`, `Percentage of total`, `合計`.
fn is_total(first: &str) -> bool {
    const WORDS: [&str; 9] = [
        "total",
        "totals",
        "grandtotal",
        "sum",
        "subtotal",
        "percentageoftotal",
        "合計",
        "總計",
        "小計",
    ];
    let folded = fold_header(first);
    WORDS.contains(&folded.as_str()) || first.to_lowercase().starts_with("total for ")
}
