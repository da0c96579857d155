//! The sample reseller: every situation is in it, on whatever day it is opened.

mod generated;
mod situations;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use recourse::book::{Account, Book, fold};
use recourse::domain::ids::WriterId;
use recourse::domain::{Day, Instant};
use recourse::exchange::sample::{WRITER, drafts};
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Journal, verify};

/// The journal of the sample as opened on a day.
pub fn journal(today: Day, now: Instant) -> Journal {
    let mut journal = Journal::new();
    let writer = WriterId::new(WRITER).unwrap();
    for draft in drafts(today, now).unwrap() {
        let with = Append {
            writer: &writer,
            ids: &mut FreshIds::new(draft.at, journal.len() as u128),
            at: draft.at,
            on: draft.on,
            by: &draft.by,
        };
        journal.append(with, draft.body).unwrap();
    }
    journal
}

/// Sunday 22 November 2026, a quarter past nine in the morning, UTC.
pub fn now() -> Instant {
    Instant::parse("2026-11-22T09:15:00Z").unwrap()
}

pub fn today() -> Day {
    now().day()
}

/// The sample as opened on [`today`], folded once.
pub fn book() -> &'static Book {
    static BOOK: LazyLock<Book> = LazyLock::new(|| fold(&journal(today(), now()), None));
    &BOOK
}

/// The account whose name begins with the text.
pub fn account<'a>(book: &'a Book, name: &str) -> &'a Account {
    book.accounts
        .values()
        .find(|a| a.customer.value.name.starts_with(name))
        .unwrap_or_else(|| panic!("no customer called {name}"))
}

#[test]
fn it_folds_into_forty_customers_with_nothing_left_hanging() {
    let journal = journal(today(), now());
    assert!(verify(&journal).is_whole());
    let book = fold(&journal, None);
    assert_eq!(book.accounts.len(), 40);
    assert_eq!(book.dangling, vec![]);
    assert_eq!(book.cases.len(), 2);
    assert_eq!(book.alerts.len(), 10);
    assert_eq!(book.cash_data_as_of, Some(today()));
    let unnamed = book.accounts.values().filter(|a| a.customer.value.name.is_empty());
    assert_eq!(unnamed.count(), 0);
}

#[test]
fn nothing_is_recorded_after_the_moment_of_opening_and_the_order_holds() {
    for (today, now) in odd_moments() {
        let drafts = drafts(today, now).unwrap();
        assert!(drafts.iter().all(|d| d.at < now), "opened at {now}");
        assert!(drafts.windows(2).all(|pair| pair[0].at <= pair[1].at));
    }
}

#[test]
fn the_same_day_and_moment_give_the_same_entries() {
    assert_eq!(drafts(today(), now()).unwrap(), drafts(today(), now()).unwrap());
}

#[test]
fn it_is_alive_on_any_day() {
    for (today, now) in odd_moments() {
        let book = fold(&journal(today, now), None);
        assert_eq!(book.accounts.len(), 40, "opened at {now}");
        assert_eq!(book.dangling, vec![], "opened at {now}");
        let closing = &account(&book, "綠田食品").subscriptions;
        let until = closing.values().find_map(|s| s.value.cancel_until.filter(|t| *t > now));
        assert!(until.is_some(), "no window closes when opened at {now}");
    }
}

/// Month ends, a leap day, the turn of the year, and a reader whose day is ahead of or behind UTC.
fn odd_moments() -> Vec<(Day, Instant)> {
    let at = |day: &str, now: &str| (Day::parse(day).unwrap(), Instant::parse(now).unwrap());
    vec![
        at("2026-11-22", "2026-11-22T09:15:00Z"),
        at("2026-11-22", "2026-11-22T00:01:00Z"),
        at("2027-01-01", "2026-12-31T16:30:00Z"),
        at("2026-12-31", "2027-01-01T05:00:00Z"),
        at("2028-02-29", "2028-02-29T23:58:00Z"),
        at("2027-03-31", "2027-03-31T12:00:00Z"),
    ]
}

#[test]
fn an_earlier_day_knows_less() {
    let journal = journal(today(), now());
    let now_book = fold(&journal, None);
    let then = fold(&journal, Some(now().plus_days(-30)));
    assert!(then.accounts.len() < now_book.accounts.len());
    let invoices = |book: &Book| -> BTreeMap<String, usize> {
        book.accounts.values().map(|a| (a.customer.value.name.clone(), a.invoices.len())).collect()
    };
    assert!(invoices(&then)["Quay Street Books"] < invoices(&now_book)["Quay Street Books"]);
}
