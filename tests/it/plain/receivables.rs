//! Receivables worked out line by line, without any short cut.

use std::collections::BTreeMap;

use recourse::book::receivables::{Settled, due_day};
use recourse::book::{Account, OpenItem, Receivables};
use recourse::domain::ids::InvoiceNumber;
use recourse::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use recourse::domain::payment::{Payment, PaymentKind};
use recourse::domain::{Currency, Day, Money};

pub fn receivables(account: &Account, as_of: Day, terms_days: u16) -> Receivables {
    let terms = account.customer.value.terms_days.unwrap_or(terms_days);
    let mut ledger = Ledger::open(account, as_of, terms);
    ledger.apply_credit_notes(account, as_of);
    ledger.apply_payments(account, as_of);
    ledger.close(account, as_of)
}

struct Line {
    number: InvoiceNumber,
    issued: Day,
    due: Day,
    due_is_assumed: bool,
    total: Money,
    open: Money,
    /// The ledger itself stated the open amount on this day: payments up to it are counted already.
    stated_on: Option<Day>,
    last_payment: Option<Day>,
    reopened: Option<Day>,
}

struct Ledger {
    lines: Vec<Line>,
    pool: BTreeMap<Currency, i128>,
    assumed: bool,
}

impl Ledger {
    fn open(account: &Account, as_of: Day, terms: u16) -> Self {
        let mut lines: Vec<Line> = account
            .invoices
            .values()
            .filter(|kept| counts(&kept.value, as_of))
            .filter(|kept| kept.value.kind != InvoiceKind::CreditNote)
            .map(|kept| {
                let invoice = &kept.value;
                let (due, due_is_assumed) = due_day(invoice, terms);
                let stated =
                    invoice.open_stated.filter(|o| o.currency() == invoice.total.currency());
                Line {
                    number: invoice.number.clone(),
                    issued: invoice.issued,
                    due,
                    due_is_assumed,
                    total: invoice.total,
                    open: stated.unwrap_or(invoice.total),
                    stated_on: stated.map(|_| kept.mark.recorded.day()),
                    last_payment: None,
                    reopened: None,
                }
            })
            .collect();
        lines.sort_by(|a, b| (a.due, &a.number).cmp(&(b.due, &b.number)));
        Self { lines, pool: BTreeMap::new(), assumed: false }
    }

    /// A credit note lowers the invoice it corrects, or goes to the pool.
    fn apply_credit_notes(&mut self, account: &Account, as_of: Day) {
        for kept in account.invoices.values() {
            let note = &kept.value;
            if note.kind != InvoiceKind::CreditNote || !counts(note, as_of) {
                continue;
            }
            let left = match &note.corrects {
                Some(number) => self.settle(number, note.total, note.issued),
                None => note.total,
            };
            self.put_in_pool(left, 1);
        }
    }

    fn apply_payments(&mut self, account: &Account, as_of: Day) {
        let mut payments: Vec<&Payment> = account
            .payments
            .values()
            .map(|kept| &kept.value)
            .filter(|p| p.received <= as_of)
            .collect();
        payments.sort_by(|a, b| (a.received, &a.reference).cmp(&(b.received, &b.reference)));
        for payment in &payments {
            let sign = if payment.kind == PaymentKind::Payment { 1 } else { -1 };
            let mut left = payment.amount;
            for part in &payment.allocations {
                let wanted = part.amount.smaller(left).unwrap_or(part.amount);
                let unused = if sign > 0 {
                    self.settle(&part.invoice, wanted, payment.received)
                } else {
                    self.reopen(&part.invoice, wanted, payment.received)
                };
                let used = wanted.minus(unused).unwrap_or(wanted);
                left = left.minus(used).unwrap_or(left);
            }
            if !self.counted_by_ledger(payment) {
                self.put_in_pool(left, sign);
            }
            self.spend_pool(payment.received);
        }
        if payments.is_empty() {
            self.spend_pool(as_of);
        }
    }

    /// The ledger's stated open amounts already include payments it knew of.
    fn counted_by_ledger(&self, payment: &Payment) -> bool {
        payment.allocations.is_empty()
            && self.lines.iter().any(|line| {
                line.total.currency() == payment.amount.currency()
                    && line.stated_on.is_some_and(|day| payment.received <= day)
            })
    }

    /// Sets an amount against an invoice; returns what was too much.
    fn settle(&mut self, number: &InvoiceNumber, amount: Money, on: Day) -> Money {
        let Some(line) = self.lines.iter_mut().find(|l| l.number == *number) else {
            return amount;
        };
        if line.stated_on.is_some_and(|day| on <= day) {
            return Money::zero(amount.currency());
        }
        let used = amount.smaller(line.open).unwrap_or(Money::zero(amount.currency()));
        if line.total.currency() == amount.currency() {
            line.open = line.open.minus(used).unwrap_or(line.open);
            line.last_payment = line.last_payment.max(Some(on));
        }
        amount.minus(used).unwrap_or(amount)
    }

    /// Opens again what a refund or a chargeback took back; returns what was too much.
    fn reopen(&mut self, number: &InvoiceNumber, amount: Money, on: Day) -> Money {
        let Some(line) = self.lines.iter_mut().find(|l| l.number == *number) else {
            return amount;
        };
        let paid = line.total.minus(line.open).unwrap_or(amount);
        let used = match amount.smaller(paid) {
            Ok(used) => used,
            Err(_) => return amount,
        };
        if line.open.is_zero() && used.is_positive() {
            line.reopened = Some(on);
        }
        line.open = line.open.plus(used).unwrap_or(line.open);
        amount.minus(used).unwrap_or(amount)
    }

    fn put_in_pool(&mut self, amount: Money, sign: i128) {
        let slot = self.pool.entry(amount.currency()).or_insert(0);
        *slot = slot.saturating_add(sign.saturating_mul(i128::from(amount.minor())));
    }

    /// Cash without a named invoice pays the oldest due first.
    fn spend_pool(&mut self, on: Day) {
        for line in &mut self.lines {
            let Some(left) = self.pool.get_mut(&line.total.currency()) else {
                continue;
            };
            let open = i128::from(line.open.minor());
            let used = (*left).min(open).max(0);
            if used > 0 {
                *left = left.saturating_sub(used);
                let used = i64::try_from(used).unwrap_or(i64::MAX);
                let part = Money::new(used, line.total.currency());
                line.open = line.open.minus(part).unwrap_or(line.open);
                line.last_payment = line.last_payment.max(Some(on));
                self.assumed = true;
            }
        }
    }

    fn close(self, account: &Account, as_of: Day) -> Receivables {
        let mut result =
            Receivables { allocation_is_assumed: self.assumed, ..Receivables::default() };
        for (currency, minor) in &self.pool {
            let minor = i64::try_from(*minor).unwrap_or(i64::MAX);
            result.unapplied.add_capped(Money::new(minor, *currency));
        }
        for line in self.lines {
            if line.open.is_positive() {
                let disputed = disputed_part(account, &line, as_of);
                result.items.push(OpenItem {
                    days_past_due: line.due.days_until(as_of),
                    number: line.number,
                    issued: line.issued,
                    due: line.due,
                    due_is_assumed: line.due_is_assumed,
                    total: line.total,
                    open: line.open,
                    disputed,
                    reopened: line.reopened,
                });
            } else if let Some(settled) = line.last_payment {
                result.settled.push(Settled {
                    number: line.number,
                    due: line.due,
                    issued: line.issued,
                    total: line.total,
                    settled,
                });
            }
        }
        result
    }
}

/// Drafts, void and written-off invoices do not age, nor do invoices of a later day.
fn counts(invoice: &Invoice, as_of: Day) -> bool {
    invoice.issued <= as_of
        && matches!(invoice.status, InvoiceStatus::Issued | InvoiceStatus::Other(_))
}

fn disputed_part(account: &Account, line: &Line, as_of: Day) -> Money {
    let mut disputed = Money::zero(line.total.currency());
    for record in &account.disputes {
        let dispute = &record.opened.value;
        if dispute.invoice == line.number && record.is_open_on(as_of) {
            let part = dispute.amount.unwrap_or(line.open);
            disputed = disputed.plus(part).unwrap_or(line.open);
        }
    }
    disputed.smaller(line.open).unwrap_or(line.open)
}
