//! The lines of one account's ledger while credit notes and payments are set against them.

use super::account::Account;
use super::pool::Pool;
use super::receivables::{OpenItem, Receivables, Settled, due_day};
use crate::domain::ids::InvoiceNumber;
use crate::domain::invoice::{Invoice, InvoiceKind, InvoiceStatus};
use crate::domain::payment::{Payment, PaymentKind};
use crate::domain::{Currency, Day, Money};

struct Line<'a> {
    invoice: &'a Invoice,
    due: Day,
    due_is_assumed: bool,
    open: Money,
    /// The ledger itself stated the open amount on this day: payments up to it are counted already.
    stated_on: Option<Day>,
    last_payment: Option<Day>,
    reopened: Option<Day>,
}

pub(super) struct Ledger<'a> {
    /// By number.
    lines: Vec<Line<'a>>,
    /// Places of lines, by due day and then by number.
    by_due: Vec<usize>,
    /// For each currency the latest day on which an open amount was stated.
    stated: Vec<(Currency, Day)>,
    pool: Pool,
    /// Payments were set against the oldest due invoices.
    assumed: bool,
}

impl<'a> Ledger<'a> {
    pub fn open(account: &'a Account, as_of: Day, terms: u16) -> Self {
        let mut ledger = Self {
            lines: Vec::with_capacity(account.invoices.len()),
            by_due: Vec::new(),
            stated: Vec::new(),
            pool: Pool::default(),
            assumed: false,
        };
        for kept in account.invoices.values() {
            let invoice = &kept.value;
            if invoice.kind != InvoiceKind::CreditNote && counts(invoice, as_of) {
                ledger.add_line(invoice, kept.mark.recorded.day(), terms);
            }
        }
        ledger.by_due = (0..ledger.lines.len()).collect();
        let lines = &ledger.lines;
        ledger.by_due.sort_by_key(|at| lines.get(*at).map(|line| line.due));
        ledger
    }

    fn add_line(&mut self, invoice: &'a Invoice, recorded: Day, terms: u16) {
        let (due, due_is_assumed) = due_day(invoice, terms);
        let stated = invoice.open_stated.filter(|o| o.currency() == invoice.total.currency());
        if let Some(stated) = stated {
            self.note_stated(stated.currency(), recorded);
        }
        self.lines.push(Line {
            invoice,
            due,
            due_is_assumed,
            open: stated.unwrap_or(invoice.total),
            stated_on: stated.map(|_| recorded),
            last_payment: None,
            reopened: None,
        });
    }

    fn note_stated(&mut self, currency: Currency, on: Day) {
        match self.stated.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, latest)) => *latest = on.max(*latest),
            None => self.stated.push((currency, on)),
        }
    }

    /// A credit note lowers the invoice it corrects, or goes to the pool.
    pub fn apply_credit_notes(&mut self, account: &Account, as_of: Day) {
        for kept in account.invoices.values() {
            let note = &kept.value;
            if note.kind != InvoiceKind::CreditNote || !counts(note, as_of) {
                continue;
            }
            let left = match &note.corrects {
                Some(number) => self.settle(number, note.total, note.issued),
                None => note.total,
            };
            self.pool.put(left, 1);
        }
    }

    pub fn apply_payments(&mut self, account: &Account, as_of: Day) {
        let known = account.payments.values().map(|kept| &kept.value);
        let mut payments: Vec<&Payment> = known.filter(|p| p.received <= as_of).collect();
        // They are kept by reference, and the order of one day's payments stays so.
        payments.sort_by_key(|p| p.received);
        for payment in &payments {
            self.apply(payment);
            self.spend_pool(payment.received);
        }
        if payments.is_empty() {
            self.spend_pool(as_of);
        }
    }

    fn apply(&mut self, payment: &Payment) {
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
            self.pool.put(left, sign);
        }
    }

    /// The ledger's stated open amounts already include payments it knew of.
    fn counted_by_ledger(&self, payment: &Payment) -> bool {
        let stated = self.stated.iter().find(|(known, _)| *known == payment.amount.currency());
        payment.allocations.is_empty() && stated.is_some_and(|(_, day)| payment.received <= *day)
    }

    fn line(&mut self, number: &InvoiceNumber) -> Option<&mut Line<'a>> {
        let at = self.lines.binary_search_by(|line| line.invoice.number.cmp(number)).ok()?;
        self.lines.get_mut(at)
    }

    /// Sets an amount against an invoice; returns what was too much.
    fn settle(&mut self, number: &InvoiceNumber, amount: Money, on: Day) -> Money {
        let Some(line) = self.line(number) else {
            return amount;
        };
        if line.stated_on.is_some_and(|day| on <= day) {
            return Money::zero(amount.currency());
        }
        let used = amount.smaller(line.open).unwrap_or(Money::zero(amount.currency()));
        if line.open.currency() == amount.currency() {
            let before = line.open;
            line.open = line.open.minus(used).unwrap_or(line.open);
            line.last_payment = line.last_payment.max(Some(on));
            if line.open > before {
                self.pool.look_again(amount.currency());
            }
        }
        amount.minus(used).unwrap_or(amount)
    }

    /// Opens again what a refund or a chargeback took back; returns what was too much.
    fn reopen(&mut self, number: &InvoiceNumber, amount: Money, on: Day) -> Money {
        let Some(line) = self.line(number) else {
            return amount;
        };
        let paid = line.invoice.total.minus(line.open).unwrap_or(amount);
        let used = match amount.smaller(paid) {
            Ok(used) => used,
            Err(_) => return amount,
        };
        if line.open.is_zero() && used.is_positive() {
            line.reopened = Some(on);
        }
        line.open = line.open.plus(used).unwrap_or(line.open);
        self.pool.look_again(amount.currency());
        amount.minus(used).unwrap_or(amount)
    }

    /// Cash without a named invoice pays the oldest due first.
    fn spend_pool(&mut self, on: Day) {
        for pot in self.pool.with_cash() {
            while pot.has_cash()
                && let Some(at) = self.by_due.get(pot.next)
            {
                if let Some(line) = self.lines.get_mut(*at)
                    && let Some(part) = pot.pay(line.open)
                {
                    line.open = line.open.minus(part).unwrap_or(line.open);
                    line.last_payment = line.last_payment.max(Some(on));
                    self.assumed = true;
                    if line.open.is_positive() {
                        break;
                    }
                }
                pot.next = pot.next.saturating_add(1);
            }
        }
    }

    pub fn close(self, account: &Account, as_of: Day) -> Receivables {
        let mut result = Receivables {
            allocation_is_assumed: self.assumed,
            unapplied: self.pool.left(),
            ..Receivables::default()
        };
        for line in self.by_due.iter().filter_map(|at| self.lines.get(*at)) {
            if line.open.is_positive() {
                result.items.push(line.open_item(account, as_of));
            } else if let Some(settled) = line.last_payment {
                result.settled.push(Settled {
                    number: line.invoice.number.clone(),
                    due: line.due,
                    issued: line.invoice.issued,
                    total: line.invoice.total,
                    settled,
                });
            }
        }
        result
    }
}

impl Line<'_> {
    fn open_item(&self, account: &Account, as_of: Day) -> OpenItem {
        OpenItem {
            days_past_due: self.due.days_until(as_of),
            number: self.invoice.number.clone(),
            issued: self.invoice.issued,
            due: self.due,
            due_is_assumed: self.due_is_assumed,
            total: self.invoice.total,
            open: self.open,
            disputed: self.disputed(account, as_of),
            reopened: self.reopened,
        }
    }

    fn disputed(&self, account: &Account, as_of: Day) -> Money {
        let mut disputed = Money::zero(self.invoice.total.currency());
        for record in &account.disputes {
            let dispute = &record.opened.value;
            if dispute.invoice == self.invoice.number && record.is_open_on(as_of) {
                let part = dispute.amount.unwrap_or(self.open);
                disputed = disputed.plus(part).unwrap_or(self.open);
            }
        }
        disputed.smaller(self.open).unwrap_or(self.open)
    }
}

/// Drafts, void and written-off invoices do not age, nor do invoices of a later day.
fn counts(invoice: &Invoice, as_of: Day) -> bool {
    invoice.issued <= as_of
        && matches!(invoice.status, InvoiceStatus::Issued | InvoiceStatus::Other(_))
}
