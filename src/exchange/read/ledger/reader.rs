//! Row by row through a ledger, whatever layout it has.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cells, Refusal, kept_columns};
use super::settle::{Manner, Settling};
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
use crate::exchange::read::number::DecimalMark;
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
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// What must be known before the first row is read.
    Settling(Box<Settling>),
    /// Whether every payment is negative: the row that comes next, and whether there was a payment.
    Signs(usize, bool),
    Reading,
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
    pub(in crate::exchange::read) fn open(
        table: Table,
        columns: Columns,
        kind: Kind,
        options: &Options<'_>,
        sink: &mut Sink,
    ) -> Self {
        sink.expect(table.len());
        let habit = payment::Habit {
            all_negative: false,
            number_is_reference: numbers_name_payments(&table, &columns),
        };
        Self {
            habit,
            kept: kept_columns(table.headers(), &columns),
            tenants: Tenants::new(),
            manner: Manner { order: None, mark: DecimalMark::Point, currency: None },
            stage: Stage::Settling(Box::new(Settling::begin(&table, &columns, options))),
            table,
            columns,
            kind,
            section: None,
            named: BTreeSet::new(),
            made: BTreeMap::new(),
            next: 0,
        }
    }

    /// What the file settles; questions mean that nothing of it is read yet.
    fn settled(&mut self, settling: Settling, sink: &mut Sink) -> Vec<Question> {
        let (manner, open) = settling.finish();
        self.manner = manner;
        self.stage = match self.kind == Kind::LedgerPayments || self.columns.has(Field::Kind) {
            true => Stage::Signs(0, false),
            false => Stage::Reading,
        };
        if !open.problems.is_empty() {
            self.stage = Stage::Reading;
            self.next = self.table.len();
        }
        open.tell(sink)
    }

    /// Looks at the signs of some further payments; true when it is known whether all are negative.
    fn see_signs(&mut self, rows: usize) -> bool {
        let Stage::Signs(next, mut is_met) = self.stage else {
            return true;
        };
        let until = next.saturating_add(rows).min(self.table.len());
        let signed = (next..until)
            .filter_map(|at| self.table.row(at))
            .map(|row| self.cells(row))
            .filter(|cells| matches!(self.sort(cells), Sort::Payment(_)))
            .filter_map(|cells| cells.money(Field::Amount).ok().flatten());
        for amount in signed {
            is_met = true;
            if !amount.is_negative() {
                return true;
            }
        }
        self.stage = Stage::Signs(until, is_met);
        self.habit.all_negative = is_met && until == self.table.len();
        until == self.table.len()
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

    /// Goes on by up to `count` rows; false when all are read. What has to be asked is added to
    /// the questions, and then nothing is read.
    pub(in crate::exchange::read) fn step(
        &mut self,
        count: usize,
        sink: &mut Sink,
        questions: &mut Vec<Question>,
    ) -> bool {
        match &mut self.stage {
            Stage::Settling(settling) => {
                if settling.step(&self.table, count)
                    && let Stage::Settling(settling) =
                        std::mem::replace(&mut self.stage, Stage::Reading)
                {
                    questions.extend(self.settled(*settling, sink));
                }
                true
            }
            Stage::Signs(..) => {
                if self.see_signs(count) {
                    self.stage = Stage::Reading;
                }
                true
            }
            Stage::Reading => self.read(count, sink),
        }
    }

    fn read(&mut self, count: usize, sink: &mut Sink) -> bool {
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
