//! A customer's invoices and the balances that a ledger tells, each with where it was read.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::origin::{OriginText, origin};
use crate::app::Screen;
use crate::app::words::ledger as words;
use crate::book::{Account, Kept, OpenItem, receivables};
use crate::domain::balance::Balance;
use crate::domain::ids::{CustomerId, InvoiceNumber};
use crate::domain::invoice::Invoice;
use crate::domain::{Currency, Day, Money, Purse, order};

/// How many invoices are shown; those that are open come first.
const INVOICES_MAX: usize = 60;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Open ones first, the oldest due first; then settled ones, the newest first.
    pub invoices: Vec<InvoiceText>,
    /// How many are not shown.
    pub more: Option<String>,
    pub balances: Vec<BalanceText>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceText {
    pub number: String,
    pub issued: String,
    pub due: String,
    pub total: String,
    /// What is open of it, or that it is settled.
    pub open: String,
    pub is_overdue: bool,
    pub origin: OriginText,
}

/// A balance beside what the invoices sum to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BalanceText {
    pub as_of: String,
    pub says: String,
    /// The sums by age, as the ledger names them.
    pub buckets: Vec<String>,
    pub invoices: String,
    pub difference: String,
    pub agrees: bool,
    pub origin: OriginText,
}

/// None when the book knows no such customer.
#[must_use]
pub fn ledger(screen: &Screen<'_>, customer: &CustomerId) -> Option<Ledger> {
    let account = screen.state.book.accounts.get(customer)?;
    let owed = &screen.state.desk.summary(customer)?.receivables;
    let open: BTreeMap<&InvoiceNumber, &OpenItem> =
        owed.items.iter().map(|item| (&item.number, item)).collect();
    let all = account.invoices.values();
    let (mut unpaid, mut paid): (Vec<_>, Vec<_>) =
        all.partition(|kept| open.contains_key(&kept.value.number));
    order::sort_by_key(&mut unpaid, |kept| open.get(&kept.value.number).map(|item| item.due));
    order::sort_by_key(&mut paid, |kept| Reverse(kept.value.issued));
    let more = account.invoices.len().saturating_sub(INVOICES_MAX);
    let shown = unpaid.into_iter().chain(paid).take(INVOICES_MAX);
    let count = i64::try_from(more).unwrap_or(i64::MAX);
    Some(Ledger {
        invoices: shown
            .map(|kept| invoice(screen, kept, open.get(&kept.value.number).copied()))
            .collect(),
        more: (more > 0).then(|| words::more(screen.lang(), &screen.format.number(count))),
        balances: account
            .balances
            .values()
            .rev()
            .map(|kept| balance(screen, account, kept))
            .collect(),
    })
}

fn invoice(screen: &Screen<'_>, kept: &Kept<Invoice>, open: Option<&OpenItem>) -> InvoiceText {
    let format = screen.format;
    let settled = || words::settled(screen.lang()).to_owned();
    InvoiceText {
        number: kept.value.number.to_string(),
        issued: format.day(kept.value.issued),
        due: open
            .map(|item| item.due)
            .or(kept.value.due)
            .map_or_else(String::new, |day| format.day(day)),
        total: format.money(kept.value.total),
        open: open.map_or_else(settled, |item| format.money(item.open)),
        is_overdue: open.is_some_and(OpenItem::is_overdue),
        origin: origin(screen, &kept.mark),
    }
}

fn balance(screen: &Screen<'_>, account: &Account, kept: &Kept<Balance>) -> BalanceText {
    let (lang, format) = (screen.lang(), screen.format);
    let told = &kept.value;
    let day = told.as_of.unwrap_or_else(|| kept.mark.recorded.day());
    let sum = summed(screen, account, day, told.total.currency());
    let difference = told.total.minus(sum).ok();
    BalanceText {
        as_of: match told.as_of {
            Some(day) => words::as_of(lang, &format.day(day)),
            None => words::no_day(lang).to_owned(),
        },
        says: words::ledger_says(lang, &format.money(told.total)),
        buckets: told
            .buckets
            .iter()
            .filter(|bucket| !bucket.amount.is_zero())
            .map(|bucket| words::bucket(lang, &bucket.name, &format.money(bucket.amount)))
            .collect(),
        invoices: words::invoices_say(lang, &format.money(sum)),
        agrees: difference.is_some_and(Money::is_zero),
        difference: difference.map_or_else(String::new, |by| differs(screen, by)),
        origin: origin(screen, &kept.mark),
    }
}

/// Open invoices less unapplied payments on a day, in one currency.
fn summed(screen: &Screen<'_>, account: &Account, day: Day, currency: Currency) -> Money {
    let owed = receivables(account, day, screen.state.book.partner.terms_days);
    let of = |purse: &Purse| purse.get(currency);
    let (open, unapplied) = (of(&owed.owed()), of(&owed.unapplied));
    open.minus(unapplied).unwrap_or(open)
}

fn differs(screen: &Screen<'_>, by: Money) -> String {
    let (lang, format) = (screen.lang(), screen.format);
    if by.is_zero() {
        words::agrees(lang).to_owned()
    } else if by.is_positive() {
        words::more_than(lang, &format.money(by))
    } else {
        words::less_than(lang, &format.money(Money::zero(by.currency()).minus(by).unwrap_or(by)))
    }
}
