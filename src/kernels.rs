//! Pieces of work that are timed natively and in the browser: `cargo xtask bench`.

use std::sync::Arc;

use crate::app::desk::Desk;
use crate::app::in_force::Rules;
use crate::app::watch;
use crate::book::{Ageing, Book, receivables};
use crate::domain::{Currency, Day, Instant, Money};
use crate::engine::collections::plan_account;
use crate::engine::credit::{Inputs, decide, gather};
use crate::engine::money_at_risk::{Frame, exposure_on};
use crate::exchange::generate::{self, Plan};
use crate::policy::shipped;

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
        name: "book: receivables of every customer, by invoices",
        n: 100_000,
        prepare: owe_all,
    },
    Kernel { name: "book: receivables of one customer, by invoices", n: 100_000, prepare: owe_one },
    Kernel {
        name: "ageing and exposure of every customer, by invoices",
        n: 100_000,
        prepare: age_all,
    },
    Kernel {
        name: "ageing and exposure of one customer, by invoices",
        n: 100_000,
        prepare: age_one,
    },
    Kernel {
        name: "collections: plan of every customer, by invoices",
        n: 10_000,
        prepare: plan_all,
    },
    Kernel {
        name: "suspicion: signals of every customer, by invoices",
        n: 10_000,
        prepare: watch_all,
    },
    Kernel { name: "credit: gather what is known, by customers", n: 1_000, prepare: gather_all },
    Kernel { name: "credit: decide with reasons, by customers", n: 1_000, prepare: decide_all },
    Kernel {
        name: "desk: every figure of every customer, by invoices",
        n: 10_000,
        prepare: desk_all,
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

fn owe_all(n: u32) -> Box<dyn FnMut() -> u64> {
    owe(made_book(n))
}

fn owe_one(n: u32) -> Box<dyn FnMut() -> u64> {
    owe(book_of_one(n))
}

fn owe(book: Book) -> Box<dyn FnMut() -> u64> {
    Box::new(move || {
        let terms = book.partner.terms_days;
        let owed = book.accounts.values().map(|a| receivables(a, made_on(), terms));
        owed.map(|owed| owed.items.len() as u64).sum()
    })
}

fn age_all(n: u32) -> Box<dyn FnMut() -> u64> {
    age(made_book(n))
}

fn age_one(n: u32) -> Box<dyn FnMut() -> u64> {
    age(book_of_one(n))
}

fn age(book: Book) -> Box<dyn FnMut() -> u64> {
    Box::new(move || {
        let frame = Frame::at_day(&book, made_on());
        let each = book.accounts.values().map(|account| {
            let ageing = Ageing::on(account, frame.today, frame.partner.terms_days);
            let exposure = exposure_on(account, &frame);
            (ageing.total().nonzero().count() + exposure.parts.len()) as u64
        });
        each.sum()
    })
}

fn plan_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    let rules = rules();
    Box::new(move || {
        let frame = Frame::at_day(&book, made_on());
        let each = book.accounts.values().map(|account| {
            let owed = receivables(account, made_on(), book.partner.terms_days);
            let rules = (&rules.ladder, &rules.calendar);
            let plan = plan_account(account, owed, rules, &frame, book.cash_data_as_of);
            plan.timeline.len() as u64
        });
        each.sum()
    })
}

fn watch_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    Box::new(move || {
        let now = Instant::start_of(made_on()).plus_hours(12);
        book.accounts.values().map(|a| watch::signals(&book, a, now).len() as u64).sum()
    })
}

fn gather_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n.saturating_mul(20));
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    Box::new(move || {
        let each = book
            .accounts
            .values()
            .map(|account| gather(&policy, (&book, account), made_on(), &[]).0.values.len() as u64);
        each.sum()
    })
}

/// From what is known already, with trace, inputs and ranked reasons.
fn decide_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n.saturating_mul(20));
    let Ok(policy) = shipped::standard() else {
        return Box::new(|| 0);
    };
    let known = |account| gather(&policy, (&book, account), made_on(), &[]).0;
    let inputs: Vec<Inputs> = book.accounts.values().map(known).collect();
    Box::new(move || {
        inputs.iter().map(|i| decide(&policy, i, made_on()).reasons.len() as u64).sum()
    })
}

fn desk_all(n: u32) -> Box<dyn FnMut() -> u64> {
    let book = made_book(n);
    let rules = Arc::new(rules());
    Box::new(move || {
        let now = Instant::start_of(made_on()).plus_hours(12);
        Desk::compute(&book, rules.clone(), (made_on(), now)).summaries.len() as u64
    })
}

fn rules() -> Rules {
    Rules::of(shipped::standard().ok().as_ref())
}

/// The same, all of it with one customer.
fn book_of_one(invoices: u32) -> Book {
    let plan = Plan { customers: 1, ..Plan::of_invoices(invoices, made_on()) };
    generate::book(&plan).unwrap_or_default()
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
