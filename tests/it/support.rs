//! A small book, written line by line: what happened, on which day.

use recourse::book::{Book, fold};
use recourse::domain::action::{Action, ActionKind};
use recourse::domain::calendar::Calendar;
use recourse::domain::customer::Customer;
use recourse::domain::dispute::{Dispute, DisputeClosing, DisputeOutcome};
use recourse::domain::hold::{Hold, HoldReason, HoldRelease};
use recourse::domain::ids::{
    CustomerId, EntryId, InvoiceNumber, PaymentRef, SubscriptionId, WriterId,
};
use recourse::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use recourse::domain::notice::{Delivery, Notice};
use recourse::domain::payment::{Allocation, Payment, PaymentKind};
use recourse::domain::promise::Promise;
use recourse::domain::subscription::{Product, Status, Subscription};
use recourse::domain::{Currency, Day, Instant, Money};
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Body, Entry, Fact, FactRow, Journal, Observed, Operator, Source};

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn eur(text: &str) -> Money {
    Money::parse(text, Currency::EUR).unwrap()
}

/// Weekends off, and the years of the tests known to have no holidays.
pub fn weekdays() -> Calendar {
    (2020..2030).fold(Calendar::weekends_only("weekdays"), |calendar, year| {
        calendar.with_year(year, [], [])
    })
}

/// The customer that [`Story`] tells of.
pub fn tenant() -> CustomerId {
    CustomerId::new("6b3c9f1e-0000-4000-8000-0123456789ab").unwrap()
}

/// A book about one customer, told in order. Amounts are EUR unless they name a currency: `USD 10`.
pub struct Story {
    pub journal: Journal,
    ids: FreshIds,
    at: Instant,
}

impl Story {
    /// Begins on a day; entries are recorded on it until [`Story::on`] moves on.
    pub fn from(start: &str) -> Self {
        let at = Instant::start_of(day(start)).plus_hours(9);
        let mut story = Self { journal: Journal::new(), ids: FreshIds::new(at, 7919), at };
        let mut customer = Customer::named(tenant(), "Sample Bakery");
        customer.email = Some("accounts@sample-bakery.example".to_owned());
        story.observe(vec![Fact::Customer(customer)]);
        story
    }

    /// What follows is recorded on this day.
    pub fn on(mut self, text: &str) -> Self {
        self.at = Instant::start_of(day(text)).plus_hours(9);
        self
    }

    pub fn record(&mut self, body: Body) -> Entry {
        self.at = self.at.plus_minutes(1);
        let by =
            Operator { name: "Sample Controller".to_owned(), role: "credit controller".to_owned() };
        let with = Append {
            writer: &WriterId::new("story").unwrap(),
            ids: &mut self.ids,
            at: self.at,
            on: None,
            by: &by,
        };
        self.journal.append(with, body).unwrap()
    }

    pub fn observe(&mut self, facts: Vec<Fact>) -> Entry {
        let facts = (1..).zip(facts).map(|(row, fact)| FactRow { row, fact });
        self.record(Body::Observed(Observed {
            source: Source {
                file: "sample.csv".to_owned(),
                sha256: "0".repeat(64),
                format: "ledger.invoices".to_owned(),
            },
            import: None,
            facts: facts.collect(),
        }))
    }

    pub fn fact(mut self, fact: Fact) -> Self {
        self.observe(vec![fact]);
        self
    }

    pub fn entry(mut self, body: Body) -> Self {
        self.record(body);
        self
    }

    /// An invoice issued 30 days before it is due.
    pub fn invoice(self, number: &str, due: &str, total: &str) -> Self {
        self.fact(invoice(number, due, total))
    }

    pub fn credit_note(self, number: &str, corrects: Option<&str>, on: &str, total: &str) -> Self {
        let Fact::Invoice(mut note) = invoice(number, on, total) else {
            unreachable!();
        };
        note.kind = InvoiceKind::CreditNote;
        note.issued = day(on);
        note.corrects = corrects.map(number_of);
        self.fact(Fact::Invoice(note))
    }

    /// A payment against one invoice, known on the day it came in.
    pub fn paid(self, number: &str, on: &str, amount: &str) -> Self {
        self.moved(PaymentKind::Payment, Some(number), on, amount)
    }

    /// A payment that names no invoice.
    pub fn cash(self, on: &str, amount: &str) -> Self {
        self.moved(PaymentKind::Payment, None, on, amount)
    }

    pub fn charged_back(self, number: &str, on: &str, amount: &str) -> Self {
        self.moved(PaymentKind::Chargeback, Some(number), on, amount)
    }

    pub fn moved(self, kind: PaymentKind, number: Option<&str>, on: &str, amount: &str) -> Self {
        let reference = format!("P-{:04}", self.journal.len());
        self.fact(payment(&reference, kind, number, (on, amount)))
    }

    /// The bank's file was imported on a day: whatever else came in, nothing more from this customer.
    pub fn bank_seen(self, on: &str) -> Self {
        let Fact::Payment(mut other) =
            payment(&format!("OTHER-{on}"), PaymentKind::Payment, None, (on, "1.00"))
        else {
            unreachable!();
        };
        other.customer = CustomerId::new("somebody-else").unwrap();
        self.on(on).fact(Fact::Payment(other))
    }

    /// A notice that was sent, with the invoices it listed.
    pub fn sent(self, step: &str, on: &str, invoices: &[&str]) -> Self {
        self.notice(step, on, invoices, Delivery::Sent)
    }

    pub fn notice(self, step: &str, on: &str, invoices: &[&str], delivery: Delivery) -> Self {
        self.entry(Body::Notice(Notice {
            customer: tenant(),
            step: step.to_owned(),
            sent: day(on),
            delivery,
            invoices: invoices.iter().map(|n| number_of(n)).collect(),
            amount: eur("100.00"),
            deadline: None,
            channel: None,
            note: None,
        }))
    }

    pub fn hold(mut self, reason: HoldReason, start: &str, end: &str) -> Self {
        self.record(Body::Hold(hold(reason, start, end)));
        self
    }

    /// Ends the hold placed last.
    pub fn release(self, on: &str) -> Self {
        let hold = self.last("hold");
        self.entry(Body::HoldRelease(HoldRelease { hold, on: day(on), note: None }))
    }

    pub fn dispute(self, number: &str, amount: Option<&str>, on: &str) -> Self {
        self.entry(Body::Dispute(Dispute {
            customer: tenant(),
            invoice: number_of(number),
            amount: amount.map(money),
            opened: day(on),
            reason: "quantity".to_owned(),
        }))
    }

    /// Ends the dispute opened last; the invoice stands.
    pub fn dispute_closed(self, on: &str) -> Self {
        let dispute = self.last("dispute");
        self.entry(Body::DisputeClosing(DisputeClosing {
            dispute,
            on: day(on),
            outcome: DisputeOutcome::ForUs,
            note: None,
        }))
    }

    pub fn promise(self, amount: &str, made: &str, due: &str) -> Self {
        self.entry(Body::Promise(Promise {
            customer: tenant(),
            amount: money(amount),
            made: day(made),
            due: day(due),
            keep_at_percent: 98,
            grace_days: 3,
            by_whom: None,
            note: None,
        }))
    }

    pub fn done(self, kind: ActionKind, on: &str) -> Self {
        self.entry(Body::Action(Action {
            kind,
            customer: tenant(),
            subscription: None,
            case: None,
            done: day(on),
            done_at: None,
            done_where: None,
            amount: None,
            reference: None,
            note: None,
        }))
    }

    /// An active licence subscription.
    pub fn licence(self, id: &str) -> Self {
        self.fact(Fact::Subscription(licence(id)))
    }

    pub fn book(&self) -> Book {
        fold(&self.journal, None)
    }

    fn last(&self, kind: &str) -> EntryId {
        let mut entries = self.journal.entries().iter().rev();
        entries.find(|e| e.body.kind() == kind).unwrap().id.clone()
    }
}

pub fn number_of(text: &str) -> InvoiceNumber {
    InvoiceNumber::new(text).unwrap()
}

/// `10.00` is EUR; `USD 10.00` names its currency.
pub fn money(text: &str) -> Money {
    match text.split_once(' ') {
        Some((code, number)) => Money::parse(number, Currency::parse(code).unwrap()).unwrap(),
        None => eur(text),
    }
}

pub fn invoice(number: &str, due: &str, total: &str) -> Fact {
    Fact::Invoice(Invoice {
        customer: tenant(),
        number: number_of(number),
        kind: InvoiceKind::Invoice,
        status: InvoiceStatus::Issued,
        issued: day(due).plus_days(-30).unwrap(),
        due: Some(day(due)),
        total: money(total),
        open_stated: None,
        corrects: None,
        description: None,
        extra: Default::default(),
    })
}

pub fn payment(
    reference: &str,
    kind: PaymentKind,
    number: Option<&str>,
    (on, amount): (&str, &str),
) -> Fact {
    let amount = money(amount);
    Fact::Payment(Payment {
        customer: tenant(),
        reference: PaymentRef::new(reference).unwrap(),
        kind,
        received: day(on),
        amount,
        allocations: number
            .map(|n| Allocation { invoice: number_of(n), amount })
            .into_iter()
            .collect(),
        extra: Default::default(),
    })
}

pub fn hold(reason: HoldReason, start: &str, end: &str) -> Hold {
    Hold {
        customer: tenant(),
        reason,
        owner: "Sample Controller".to_owned(),
        start: day(start),
        end: day(end),
        review: None,
        note: None,
    }
}

pub fn licence(id: &str) -> Subscription {
    let id = SubscriptionId::new(id).unwrap();
    let mut subscription = Subscription::bare(id, tenant(), "Sample Office");
    subscription.product = Product::NceLicence;
    subscription.status = Status::Active;
    subscription.quantity = 10;
    subscription
}
