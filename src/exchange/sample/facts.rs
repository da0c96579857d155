//! What was observed of a sample customer: itself, its subscriptions, invoices, payments and usage.

use super::form::{
    BillForm, CustomerForm, HistoryForm, InvoiceForm, PaymentForm, SubForm, UsageForm,
};
use super::imports::Imports;
use super::moment::Clock;
use super::records::{SampleError, fail, money};
use crate::domain::bill::Bill;
use crate::domain::customer::Customer;
use crate::domain::ids::{BillNumber, CustomerId, InvoiceNumber, PaymentRef, SubscriptionId};
use crate::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use crate::domain::payment::{Allocation, Payment, PaymentKind};
use crate::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use crate::domain::usage::UsageDay;
use crate::domain::{Currency, Extra, Instant, Money};
use crate::journal::Fact;

/// A sample customer with what its facts and acts share.
pub(super) struct Person<'a> {
    pub index: i64,
    pub id: CustomerId,
    pub currency: Currency,
    pub form: &'a CustomerForm,
    pub clock: Clock,
}

impl<'a> Person<'a> {
    pub fn new(index: i64, form: &'a CustomerForm, clock: &Clock) -> Result<Self, SampleError> {
        let id = if form.ledger {
            CustomerId::from_ledger_name(&form.name)
        } else {
            CustomerId::new(&format!("5a3b1e00-0000-4000-8000-{index:012}"))
        };
        Ok(Self {
            index,
            id: id.map_err(fail)?,
            currency: Currency::parse(form.currency.as_deref().unwrap_or("EUR")).map_err(fail)?,
            form,
            clock: *clock,
        })
    }

    pub fn subscription(&self, place: usize) -> Result<SubscriptionId, SampleError> {
        SubscriptionId::new(&format!("5a3b1e01-{:04}-4000-8000-{place:012}", self.index))
            .map_err(fail)
    }

    /// The number of an invoice of the history, counted from the newest.
    pub fn number(&self, nth: i64) -> Result<InvoiceNumber, SampleError> {
        let count = self.form.history.as_ref().map_or(0, |h| h.count);
        let place = count.saturating_sub(nth);
        InvoiceNumber::new(&format!("S-{:02}-{place:02}", self.index)).map_err(fail)
    }

    pub fn money(&self, text: &str) -> Result<Money, SampleError> {
        money(text, self.currency)
    }
}

pub(super) fn bill(form: &BillForm, clock: &Clock) -> Result<Fact, SampleError> {
    Ok(Fact::Bill(Bill {
        number: BillNumber::new(&form.number).map_err(fail)?,
        issued: clock.day(form.issued),
        due: None,
        total: money(&form.total, Currency::EUR)?,
        paid: money(&form.paid, Currency::EUR)?,
        kind: Some(form.kind.clone().unwrap_or_else(|| "Recurring".to_owned())),
        document: Some("invoice".to_owned()),
        amends: None,
        extra: Extra::new(),
    }))
}

pub(super) fn observe(person: &Person<'_>, imports: &mut Imports) -> Result<(), SampleError> {
    if !person.form.ledger {
        imports.add(person.form.since.unwrap_or(-370), customer(person));
    }
    for (place, sub) in person.form.subs.iter().enumerate() {
        subscription(person, place, sub, imports)?;
    }
    if let Some(history) = &person.form.history {
        invoices(person, history, imports)?;
    }
    for form in &person.form.invoices {
        imports.add(form.issued, extra_invoice(person, form)?);
    }
    for form in &person.form.payments {
        imports.add(form.on, extra_payment(person, form)?);
    }
    for form in &person.form.usage {
        usage(person, form, imports)?;
    }
    Ok(())
}

fn customer(person: &Person<'_>) -> Fact {
    let form = person.form;
    let reachable = form.contact.unwrap_or(true);
    let domain = form.domain.clone().unwrap_or_default();
    let mut value = Customer::named(person.id.clone(), &form.name);
    value.email = reachable.then(|| format!("accounts@{domain}"));
    value.phone = reachable.then(|| format!("+00 555 01{:02}", person.index));
    value.domain = form.domain.clone();
    value.country = form.country.clone();
    value.relationship = Some("reseller".to_owned());
    value.customer_since = form.since.map(|d| person.clock.day(d));
    value.tenant_created = form.tenant.map(|d| person.clock.day(d));
    if let Some(tag) = &form.tags {
        value.extra.insert("tag", tag);
    }
    Fact::Customer(value)
}

fn subscription(
    person: &Person<'_>,
    place: usize,
    form: &SubForm,
    imports: &mut Imports,
) -> Result<(), SampleError> {
    let clock = &person.clock;
    let mut value = dated(person, place, form)?;
    let start = value.term_start.map_or(0, |day| clock.today.days_until(day));
    if form.renewed {
        let before = earlier_term(&value);
        imports.add(-370, Fact::Subscription(before));
    }
    imports.add(start, Fact::Subscription(value.clone()));
    if let Some(day) = form.suspended {
        value.status = Status::Suspended;
        value.auto_renew = Some(false);
        value.suspension_reasons = vec!["Nonpayment".to_owned()];
        imports.add(day, Fact::Subscription(value.clone()));
    }
    if let (Some(status), Some(day)) = (&form.status, form.changed) {
        value.status = Status::from_word(status);
        imports.add(day, Fact::Subscription(value));
    }
    Ok(())
}

/// The subscription with its term, window and prices, in the state in which it began.
fn dated(person: &Person<'_>, place: usize, form: &SubForm) -> Result<Subscription, SampleError> {
    let clock = &person.clock;
    let product = Product::from_word(form.product.as_deref().unwrap_or("nce_licence"));
    let mut value = Subscription::bare(person.subscription(place)?, person.id.clone(), &form.offer);
    value.quantity = form.qty.unwrap_or(1);
    value.status = Status::Active;
    value.billing = BillingCycle::from_word(form.billing.as_deref().unwrap_or(match product {
        Product::PerpetualSoftware => "one_time",
        _ => "monthly",
    }));
    value.is_trial = form.trial;
    value.parent = form.parent.map(|p| person.subscription(p)).transpose()?;
    value.cost_per_period = form.cost.as_deref().map(|c| person.money(c)).transpose()?;
    if has_term(&product) {
        let term = Term::from_word(form.term.as_deref().unwrap_or("P1Y"));
        set_term(&mut value, term, form, clock)?;
        value.auto_renew = Some(form.auto.unwrap_or(true));
        value.cancel_at_end = Some(form.cancel_at_end.unwrap_or(false));
    } else {
        value.term_start = form.start.map(|d| clock.day(d));
    }
    let begun = value.term_start.map(|d| Instant::start_of(d).plus_hours(10));
    value.created = begun;
    if product == Product::NceLicence {
        value.cancel_until = match form.window.as_deref() {
            Some("today") => Some(clock.later_today()),
            _ => begun.map(|at| at.plus_days(7)),
        };
    }
    value.product = product;
    Ok(value)
}

fn has_term(product: &Product) -> bool {
    !matches!(product, Product::AzurePlan | Product::AzureSubscription | Product::PerpetualSoftware)
}

fn set_term(
    value: &mut Subscription,
    term: Term,
    form: &SubForm,
    clock: &Clock,
) -> Result<(), SampleError> {
    let months = term.months().ok_or_else(|| SampleError::new("a term without a length"))?;
    let start = match (form.start, form.ends) {
        (Some(start), _) => clock.day(start),
        (None, Some(ends)) => {
            let after = clock.day(ends.saturating_add(1));
            after.plus_months(months.saturating_neg()).map_err(fail)?
        }
        (None, None) => return Err(SampleError::new("a subscription without a start")),
    };
    let end = match form.ends {
        Some(ends) => clock.day(ends),
        None => start.plus_months(months).map_err(fail)?.plus_days_clamped(-1),
    };
    value.term_start = Some(start);
    value.term_end = Some(end);
    value.term = Some(term);
    Ok(())
}

fn earlier_term(value: &Subscription) -> Subscription {
    let mut before = value.clone();
    before.term_end = value.term_start.map(|d| d.plus_days_clamped(-1));
    before.term_start = value.term_start.and_then(|d| d.plus_months(-12).ok());
    before.created = before.term_start.map(|d| Instant::start_of(d).plus_hours(10));
    before.cancel_until = before.created.map(|at| at.plus_days(7));
    before
}

fn invoices(
    person: &Person<'_>,
    history: &HistoryForm,
    imports: &mut Imports,
) -> Result<(), SampleError> {
    let clock = &person.clock;
    let total = person.money(&history.amount)?;
    let lates = history.late.iter().cycle();
    for (nth, late) in (0..history.count).zip(lates) {
        let issued = history.shift.saturating_add(nth.saturating_mul(30)).saturating_neg();
        let due = issued.saturating_add(30);
        let number = person.number(nth)?;
        let value = plain_invoice(person, number.clone(), total, issued, due);
        imports.add(issued, Fact::Invoice(value));
        let paid = due.saturating_add(*late);
        if nth >= history.unpaid && paid < 0 {
            let value = Payment {
                customer: person.id.clone(),
                reference: PaymentRef::new(&format!("P-{number}")).map_err(fail)?,
                kind: PaymentKind::Payment,
                received: clock.day(paid),
                amount: total,
                allocations: vec![Allocation { invoice: number, amount: total }],
                extra: Extra::new(),
            };
            imports.add(paid.saturating_add(1), Fact::Payment(value));
        }
    }
    Ok(())
}

fn plain_invoice(
    person: &Person<'_>,
    number: InvoiceNumber,
    total: Money,
    issued: i64,
    due: i64,
) -> Invoice {
    Invoice {
        customer: person.id.clone(),
        number,
        kind: InvoiceKind::Invoice,
        status: InvoiceStatus::Issued,
        issued: person.clock.day(issued),
        due: Some(person.clock.day(due)),
        total,
        open_stated: None,
        corrects: None,
        description: None,
        extra: Extra::new(),
    }
}

fn extra_invoice(person: &Person<'_>, form: &InvoiceForm) -> Result<Fact, SampleError> {
    let number = InvoiceNumber::new(&form.number).map_err(fail)?;
    let due = form.due.unwrap_or(form.issued.saturating_add(30));
    let mut value = plain_invoice(person, number, person.money(&form.total)?, form.issued, due);
    if let Some(nth) = form.corrects {
        value.kind = InvoiceKind::CreditNote;
        value.corrects = Some(person.number(nth)?);
        value.due = None;
    }
    Ok(Fact::Invoice(value))
}

fn extra_payment(person: &Person<'_>, form: &PaymentForm) -> Result<Fact, SampleError> {
    let amount = person.money(&form.amount)?;
    let invoice = match (&form.of, form.nth) {
        (Some(number), _) => Some(InvoiceNumber::new(number).map_err(fail)?),
        (None, Some(nth)) => Some(person.number(nth)?),
        (None, None) => None,
    };
    Ok(Fact::Payment(Payment {
        customer: person.id.clone(),
        reference: PaymentRef::new(&form.reference).map_err(fail)?,
        kind: PaymentKind::from_word(form.kind.as_deref().unwrap_or("payment")),
        received: person.clock.day(form.on),
        amount,
        allocations: invoice.map(|invoice| Allocation { invoice, amount }).into_iter().collect(),
        extra: Extra::new(),
    }))
}

/// Every day and region costs a little more or less, always in the same way.
fn usage(person: &Person<'_>, form: &UsageForm, imports: &mut Imports) -> Result<(), SampleError> {
    let daily = person.money(&form.daily)?;
    for (place, region) in (1_i64..).zip(&form.regions) {
        for offset in form.from..=form.to {
            let turn = offset.saturating_mul(37).saturating_add(place.saturating_mul(11));
            let percent = turn.saturating_add(person.index).rem_euclid(25).saturating_add(88);
            let minor = daily.minor().saturating_mul(percent).div_euclid(100);
            let value = UsageDay {
                customer: person.id.clone(),
                subscription: person.subscription(form.sub)?,
                day: person.clock.day(offset),
                cost: Money::new(minor, daily.currency()),
                category: form.category.clone(),
                meter: form.meter.clone(),
                region: region.clone(),
            };
            imports.add(offset.saturating_add(1), Fact::Usage(value));
        }
    }
    Ok(())
}
