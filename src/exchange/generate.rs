//! Seeded books of any size, for benches and for trying how the program bears them.
//!
//! The same plan always gives the same book. Sizes are spread as trade spreads them: a few
//! customers have most of the invoices, and most pay within a few days of the due day.

use crate::book::Book;
use crate::domain::alert::{Alert, AlertFamily, AlertSource, AlertStatus, Level, Verdict};
use crate::domain::customer::Customer;
use crate::domain::ids::{
    AlertId, CustomerId, EntryId, IdError, InvoiceNumber, PaymentRef, SubscriptionId, WriterId,
};
use crate::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use crate::domain::payment::{Allocation, Payment, PaymentKind};
use crate::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use crate::domain::usage::UsageDay;
use crate::domain::{Currency, Day, Extra, Instant, Money};
use crate::journal::ulid::FreshIds;
use crate::journal::{
    Append, Body, EntryError, Fact, FactRow, Journal, Observed, Operator, Source,
};

/// How large a book is made, and from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    pub seed: u64,
    /// The day up to which everything is made.
    pub today: Day,
    pub customers: u32,
    pub invoices: u32,
    pub subscriptions: u32,
    pub usage_days: u32,
    pub alerts: u32,
}

impl Plan {
    /// A book with so many invoices, and everything else in proportion.
    #[must_use]
    pub fn of_invoices(invoices: u32, today: Day) -> Self {
        Self {
            seed: 20_261_122,
            today,
            customers: invoices.div_ceil(20).max(1),
            invoices,
            subscriptions: invoices.div_ceil(2),
            usage_days: invoices.div_ceil(4),
            alerts: invoices.div_ceil(500),
        }
    }
}

/// How many facts go into one entry; an import of that size is cut there.
const FACTS_PER_ENTRY: usize = 5_000;

/// The journal of a made book.
///
/// # Errors
/// When an entry cannot be written.
pub fn journal(plan: &Plan) -> Result<Journal, EntryError> {
    let fail = |e: IdError| EntryError::Unreadable(e.to_string());
    let facts = facts(plan).map_err(fail)?;
    let writer = WriterId::new("generator").map_err(fail)?;
    let mut at = Instant::start_of(plan.today).plus_hours(-12);
    let mut ids = FreshIds::new(at, u128::from(plan.seed));
    let by = Operator::default();
    let mut journal = Journal::new();
    for part in facts.chunks(FACTS_PER_ENTRY) {
        at = at.plus_minutes(1);
        let rows = (1..).zip(part).map(|(row, fact)| FactRow { row, fact: fact.clone() });
        let body = Body::Observed(Observed {
            source: Source {
                file: "generated".to_owned(),
                sha256: String::new(),
                format: "generated".to_owned(),
            },
            import: None::<EntryId>,
            facts: rows.collect(),
        });
        let with = Append { writer: &writer, ids: &mut ids, at, on: None, by: &by };
        journal.append(with, body)?;
    }
    Ok(journal)
}

/// The folded book of a plan.
///
/// # Errors
/// When an entry cannot be written.
pub fn book(plan: &Plan) -> Result<Book, EntryError> {
    journal(plan).map(|journal| crate::book::fold(&journal, None))
}

/// The facts of a plan, customers first.
///
/// # Errors
/// Never in practice: every id made here is valid.
pub fn facts(plan: &Plan) -> Result<Vec<Fact>, IdError> {
    let mut dice = Dice(plan.seed.max(1));
    let mut facts = Vec::new();
    for index in 0..plan.customers {
        facts.push(customer(plan, index, &mut dice)?);
    }
    for index in 0..plan.subscriptions {
        facts.push(subscription(plan, index, &mut dice)?);
    }
    for index in 0..plan.invoices {
        invoice(plan, index, &mut dice, &mut facts)?;
    }
    for index in 0..plan.usage_days {
        facts.push(usage(plan, index, &mut dice)?);
    }
    for index in 0..plan.alerts {
        facts.push(alert(plan, index, &mut dice)?);
    }
    Ok(facts)
}

/// A small generator of numbers (xorshift), whole numbers only.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from `low` up to and with `high`.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low).saturating_add(1);
        let step = i64::try_from(self.next().checked_rem(span).unwrap_or(0)).unwrap_or(0);
        low.saturating_add(step)
    }

    /// Smaller numbers more often: the least of two throws.
    fn mostly_small(&mut self, high: i64) -> i64 {
        self.between(0, high).min(self.between(0, high))
    }

    fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }
}

fn customer_id(index: i64) -> Result<CustomerId, IdError> {
    CustomerId::new(&format!("9e0e0000-0000-4000-8000-{index:012}"))
}

/// A few customers have most of the business.
fn somebody(plan: &Plan, dice: &mut Dice) -> Result<CustomerId, IdError> {
    let last = i64::from(plan.customers).saturating_sub(1).max(0);
    customer_id(dice.mostly_small(last))
}

/// One customer in six is billed in TWD, told by its id.
fn currency_of(customer: &CustomerId) -> Currency {
    let sum: u32 = customer.as_str().bytes().rev().take(3).map(u32::from).sum();
    if sum.is_multiple_of(6) { Currency::TWD } else { Currency::EUR }
}

fn customer(plan: &Plan, index: u32, dice: &mut Dice) -> Result<Fact, IdError> {
    let id = customer_id(i64::from(index))?;
    let mut value = Customer::named(id, &format!("Generated customer {index}"));
    value.domain = Some(format!("generated{index}.example"));
    value.email = Some(format!("accounts@generated{index}.example"));
    value.country = country(index);
    let since = dice.between(30, 2_000).saturating_neg();
    value.customer_since = Some(plan.today.plus_days_clamped(since));
    Ok(Fact::Customer(value))
}

/// By the place of the customer; of one in ten it is not known.
fn country(index: u32) -> Option<String> {
    const COUNTRIES: [&str; 9] = ["DE", "TW", "AT", "FR", "TW", "NL", "DE", "PL", "JP"];
    let at = usize::try_from(index % 10).ok()?;
    COUNTRIES.get(at).map(|code| (*code).to_owned())
}

fn subscription(plan: &Plan, index: u32, dice: &mut Dice) -> Result<Fact, IdError> {
    let customer = somebody(plan, dice)?;
    let currency = currency_of(&customer);
    let id = SubscriptionId::new(&format!("9e0e0001-0000-4000-8000-{index:012}"))?;
    let mut value = Subscription::bare(id, customer, "Generated offer");
    let start = plan.today.plus_days_clamped(dice.between(0, 364).saturating_neg());
    value.status = if dice.chance(5) { Status::Suspended } else { Status::Active };
    value.term_start = Some(start);
    value.created = Some(Instant::start_of(start).plus_hours(9));
    value.quantity = dice.mostly_small(200).max(1);
    if dice.chance(15) {
        value.product = Product::AzureSubscription;
        value.quantity = 1;
    } else {
        value.product = Product::NceLicence;
        value.term = Some(Term::Year);
        value.billing = if dice.chance(80) { BillingCycle::Monthly } else { BillingCycle::Annual };
        value.term_end = start.plus_months(12).ok().map(|d| d.plus_days_clamped(-1));
        value.auto_renew = Some(dice.chance(85));
        let price = dice.between(400, 6_000).saturating_mul(value.quantity);
        value.cost_per_period = Some(Money::new(price, currency));
    }
    Ok(Fact::Subscription(value))
}

fn invoice(plan: &Plan, index: u32, dice: &mut Dice, facts: &mut Vec<Fact>) -> Result<(), IdError> {
    let customer = somebody(plan, dice)?;
    let number = InvoiceNumber::new(&format!("G-{index:07}"))?;
    let total = Money::new(dice.mostly_small(900_000).max(500), currency_of(&customer));
    let age = dice.between(0, 400);
    let issued = plan.today.plus_days_clamped(age.saturating_neg());
    facts.push(Fact::Invoice(Invoice {
        customer: customer.clone(),
        number: number.clone(),
        kind: InvoiceKind::Invoice,
        status: InvoiceStatus::Issued,
        issued,
        due: Some(issued.plus_days_clamped(30)),
        total,
        open_stated: None,
        corrects: None,
        description: None,
        extra: Extra::new(),
    }));
    let paid_after = dice.between(20, 40).saturating_add(dice.mostly_small(45));
    if paid_after < age && dice.chance(96) {
        facts.push(Fact::Payment(Payment {
            customer,
            reference: PaymentRef::new(&format!("R-{index:07}"))?,
            kind: PaymentKind::Payment,
            received: issued.plus_days_clamped(paid_after),
            amount: total,
            allocations: vec![Allocation { invoice: number, amount: total }],
            extra: Extra::new(),
        }));
    }
    Ok(())
}

fn usage(plan: &Plan, index: u32, dice: &mut Dice) -> Result<Fact, IdError> {
    let customer = somebody(plan, dice)?;
    let place = dice.mostly_small(i64::from(plan.subscriptions).saturating_sub(1).max(0));
    Ok(Fact::Usage(UsageDay {
        subscription: SubscriptionId::new(&format!("9e0e0001-0000-4000-8000-{place:012}"))?,
        day: plan.today.plus_days_clamped(dice.between(1, 60).saturating_neg()),
        cost: Money::new(dice.mostly_small(30_000), currency_of(&customer)),
        customer,
        category: "Virtual Machines".to_owned(),
        meter: format!("Meter {}", index % 12),
        region: "westeurope".to_owned(),
    }))
}

fn alert(plan: &Plan, index: u32, dice: &mut Dice) -> Result<Fact, IdError> {
    let hours = dice.mostly_small(60 * 24).saturating_neg();
    let resolved = dice.chance(80);
    Ok(Fact::Alert(Box::new(Alert {
        id: AlertId::new(&format!("generated-alert-{index:06}"))?,
        source: AlertSource::Graph,
        kind: "CryptoMining".to_owned(),
        family: AlertFamily::CryptoMining,
        title: None,
        description: None,
        detected: Instant::start_of(plan.today).plus_hours(hours),
        first_seen: None,
        last_seen: None,
        customer: somebody(plan, dice)?,
        customer_name: None,
        subscription: None,
        severity: Level::High,
        confidence: Level::Medium,
        status: if resolved { AlertStatus::Resolved } else { AlertStatus::Active },
        verdict: if resolved { Verdict::Ignore } else { Verdict::Unstated },
        resolved: None,
        hit_count: None,
        resources: Vec::new(),
        details: Extra::new(),
        activity: Vec::new(),
        is_test: false,
        extra: Extra::new(),
    })))
}
