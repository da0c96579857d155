//! Pieces of work that are timed natively and in the browser: `cargo xtask bench`.

use crate::book::{Ageing, Book, receivables};
use crate::domain::{Currency, Day, Money};
use crate::engine::money_at_risk::{Frame, exposure};
use crate::exchange::generate::{self, Plan};

/// One piece of work. `prepare` makes its input for `n` things, untimed; what it returns is timed,
/// may be called again and again, and answers with a sum, so that no compiler can leave the work out.
pub struct Kernel {
    pub name: &'static str,
    /// How many things a usual round works on.
    pub n: u32,
    pub prepare: fn(n: u32) -> Box<dyn FnMut() -> u64>,
}

/// All that is timed.
pub const ALL: &[Kernel] = &[
    Kernel { name: "money: add amounts of one currency", n: 100_000, prepare: add_amounts },
    Kernel { name: "book: fold a journal, by invoices", n: 10_000, prepare: fold_journal },
    Kernel {
        name: "book: receivables and ageing of every customer, by invoices",
        n: 100_000,
        prepare: age_all,
    },
    Kernel {
        name: "money at risk: exposure of every customer, by invoices",
        n: 100_000,
        prepare: expose_all,
    },
];

/// The day for which made books are made.
fn made_on() -> Day {
    Day::new(2026, 11, 22).unwrap_or(Day::MIN)
}

/// A made book with so many invoices and half as many subscriptions.
fn made_book(invoices: u32) -> Book {
    generate::book(&Plan::of_invoices(invoices, made_on())).unwrap_or_default()
}

fn fold_journal(n: u32) -> Box<dyn FnMut() -> u64> {
    let journal = generate::journal(&Plan::of_invoices(n, made_on())).unwrap_or_default();
    Box::new(move || crate::book::fold(&journal, None).accounts.len() as u64)
}

fn age_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    Box::new(move || {
        let aged = book.accounts.values().map(|account| {
            let owed = receivables(account, made_on(), book.partner.terms_days);
            Ageing::of(&owed).total().nonzero().count() as u64
        });
        aged.sum()
    })
}

/// The receivables are there already, as they are on the page.
fn expose_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    let owed: Vec<_> = book
        .accounts
        .values()
        .map(|account| receivables(account, made_on(), book.partner.terms_days))
        .collect();
    Box::new(move || {
        let frame = Frame::at_day(book, made_on());
        let all = book.accounts.values().zip(&owed);
        all.map(|(account, owed)| exposure(account, owed, &frame).parts.len() as u64).sum()
    })
}

fn add_amounts(n: u32) -> Box<dyn FnMut() -> u64> {
    let amounts: Vec<Money> =
        (0..n).map(|i| Money::new(i64::from(i) * 7 % 100_003, Currency::EUR)).collect();
    Box::new(move || {
        let zero = Money::new(0, Currency::EUR);
        let sum = amounts.iter().fold(zero, |sum, amount| sum.plus(*amount).unwrap_or(zero));
        sum.minor().unsigned_abs()
    })
}
