//! The journal and the fold over it.

use recourse::book::{fold, receivables};
use recourse::domain::customer::Customer;
use recourse::domain::ids::{CustomerId, InvoiceNumber, PaymentRef, WriterId};
use recourse::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use recourse::domain::payment::{Payment, PaymentKind};
use recourse::domain::{Currency, Day, Instant, Money};
use recourse::journal::ulid::FreshIds;
use recourse::journal::{
    Append, Body, Entry, Fact, FactRow, Journal, Observed, Operator, Source, Withdrawal, verify,
};

struct Desk {
    journal: Journal,
    writer: WriterId,
    ids: FreshIds,
    at: Instant,
}

impl Desk {
    fn new(writer: &str) -> Self {
        let at = Instant::parse("2026-11-01T09:00:00Z").unwrap();
        Self {
            journal: Journal::new(),
            writer: WriterId::new(writer).unwrap(),
            ids: FreshIds::new(at, u128::from(writer.len() as u64) * 7919),
            at,
        }
    }

    fn record(&mut self, body: Body) -> Entry {
        self.at = self.at.plus_minutes(1);
        let by =
            Operator { name: "Sample Controller".to_owned(), role: "credit controller".to_owned() };
        let with =
            Append { writer: &self.writer, ids: &mut self.ids, at: self.at, on: None, by: &by };
        self.journal.append(with, body).unwrap()
    }

    fn observe(&mut self, facts: Vec<Fact>) -> Entry {
        let facts = (1..).zip(facts).map(|(row, fact)| FactRow { row, fact }).collect();
        self.record(Body::Observed(Observed {
            source: Source {
                file: "sample.csv".to_owned(),
                sha256: "0".repeat(64),
                format: "ledger.invoices".to_owned(),
            },
            import: None,
            facts,
        }))
    }
}

fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn tenant() -> CustomerId {
    CustomerId::new("6B3C9F1E-0000-4000-8000-0123456789AB").unwrap()
}

fn invoice(number: &str, due: &str, total: &str) -> Fact {
    Fact::Invoice(Invoice {
        customer: tenant(),
        number: InvoiceNumber::new(number).unwrap(),
        kind: InvoiceKind::Invoice,
        status: InvoiceStatus::Issued,
        issued: day("2026-09-01"),
        due: Some(day(due)),
        total: eur(total),
        open_stated: None,
        corrects: None,
        description: None,
        extra: Default::default(),
    })
}

fn payment(reference: &str, received: &str, amount: &str) -> Fact {
    Fact::Payment(Payment {
        customer: tenant(),
        reference: PaymentRef::new(reference).unwrap(),
        kind: PaymentKind::Payment,
        received: day(received),
        amount: eur(amount),
        allocations: vec![],
        extra: Default::default(),
    })
}

#[test]
fn an_entry_read_back_is_the_same_to_the_byte() {
    let mut desk = Desk::new("writer-a");
    let entry = desk.observe(vec![Fact::Customer(Customer::named(tenant(), "Sample Bakery"))]);
    let again = Entry::read(entry.raw()).unwrap();
    assert_eq!(again.raw(), entry.raw());
    assert_eq!(again.hash(), entry.hash());
    assert_eq!(again.body, entry.body);
}

#[test]
fn a_changed_byte_breaks_the_chain() {
    let mut desk = Desk::new("writer-a");
    desk.observe(vec![invoice("S-1", "2026-10-01", "100.00")]);
    desk.observe(vec![invoice("S-2", "2026-10-01", "200.00")]);
    assert!(verify(&desk.journal).is_whole());
    let mut forged = Journal::new();
    for entry in desk.journal.entries() {
        let raw = entry.raw().replace("EUR 100.00", "EUR 900.00");
        forged.insert(Entry::read(&raw).unwrap());
    }
    assert_eq!(verify(&forged).faults.len(), 1);
}

#[test]
fn importing_twice_and_in_any_order_gives_one_book() {
    let mut a = Desk::new("writer-a");
    a.observe(vec![invoice("S-1", "2026-10-01", "100.00")]);
    let mut b = Desk::new("writer-bb");
    b.observe(vec![invoice("S-1", "2026-10-01", "100.00")]);
    let (mut ab, mut ba) = (a.journal.clone(), b.journal.clone());
    ab.merge(&b.journal);
    ba.merge(&a.journal);
    ba.merge(&a.journal);
    assert_eq!(fold(&ab, None).accounts, fold(&ba, None).accounts);
    assert_eq!(fold(&ab, None).accounts[&tenant()].invoices.len(), 1);
}

#[test]
fn cash_without_a_named_invoice_pays_the_oldest_due_first() {
    let mut desk = Desk::new("writer-a");
    desk.observe(vec![
        invoice("S-2", "2026-10-20", "50.00"),
        invoice("S-1", "2026-10-01", "100.00"),
        payment("P-1", "2026-10-25", "120.00"),
    ]);
    let book = fold(&desk.journal, None);
    let owed = receivables(&book.accounts[&tenant()], day("2026-11-01"), 30);
    assert_eq!(owed.items.len(), 1);
    assert_eq!(owed.items[0].open, eur("30.00"));
    assert_eq!(owed.items[0].days_past_due, 12);
    assert!(owed.allocation_is_assumed);
}

#[test]
fn a_past_day_knows_only_payments_up_to_it() {
    let mut desk = Desk::new("writer-a");
    desk.observe(vec![
        invoice("S-1", "2026-10-01", "100.00"),
        payment("P-1", "2026-10-25", "100.00"),
    ]);
    let book = fold(&desk.journal, None);
    let account = &book.accounts[&tenant()];
    assert_eq!(
        receivables(account, day("2026-10-24"), 30).owed().get(Currency::EUR),
        eur("100.00")
    );
    assert!(receivables(account, day("2026-10-25"), 30).items.is_empty());
}

#[test]
fn a_withdrawn_entry_no_longer_counts_and_can_come_back() {
    let mut desk = Desk::new("writer-a");
    let import = desk.observe(vec![invoice("S-1", "2026-10-01", "100.00")]);
    let undo = desk.record(Body::Withdrawal(Withdrawal {
        entries: vec![import.id],
        reason: "wrong file".to_owned(),
    }));
    assert!(fold(&desk.journal, None).accounts.is_empty());
    desk.record(Body::Withdrawal(Withdrawal {
        entries: vec![undo.id],
        reason: "it was right after all".to_owned(),
    }));
    assert_eq!(fold(&desk.journal, None).accounts.len(), 1);
    assert_eq!(desk.journal.len(), 3);
}
