//! A book that is read a value at a time, while other tabs go on.

use recourse::domain::ids::WriterId;
use recourse::store::{Loaded, Namespace, Reading};

use super::faulty::Faulty;
use super::keeping::open;
use crate::desk::{Desk, texts};

/// A book of so many updates, one of them in several parts.
fn kept(updates: usize) -> (Faulty, Desk) {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    for _ in 0..updates {
        keeper.save(&desk.notes(1)).unwrap();
    }
    keeper.save(&desk.notes(2_000)).unwrap();
    (storage, desk)
}

/// Reads so many values, lets others act, and reads the rest.
fn read_with(storage: &Faulty, before: usize, act: impl FnOnce()) -> Loaded {
    let session = WriterId::new("tab-c").unwrap();
    let mut reading = Reading::begin(storage.clone(), Namespace::Book, session);
    for _ in 0..before {
        assert!(!reading.step(), "the book has more values than that");
    }
    act();
    let mut steps = 0;
    while !reading.step() {
        steps += 1;
        assert!(steps < 1_000, "reading does not end");
    }
    let (_, loaded) = reading.finish();
    assert_eq!((&loaded.remarks[..], &loaded.set_aside[..]), (&[][..], &[][..]));
    loaded
}

#[test]
fn st13_what_another_tab_adds_while_a_book_is_read_is_read_too() {
    for before in 0..8 {
        let (storage, mut desk) = kept(5);
        let (mut other, _) = open(&storage, "tab-a");
        let loaded = read_with(&storage, before, || {
            other.save(&desk.notes(3)).unwrap();
            other.save(&desk.notes(2_000)).unwrap();
        });
        assert_eq!(texts(&loaded.journal), texts(&desk.journal), "after {before} values");
    }
}

#[test]
fn st13_what_another_tab_packs_while_a_book_is_read_is_not_missed() {
    for before in 0..30 {
        let (storage, desk) = kept(40);
        let (mut other, _) = open(&storage, "tab-b");
        let loaded =
            read_with(&storage, before, || while other.compact_step().unwrap().is_some() {});
        assert!(storage.copy().len() < 30, "nothing was packed");
        assert_eq!(texts(&loaded.journal), texts(&desk.journal), "after {before} values");
    }
}

#[test]
fn st12_a_book_that_is_erased_while_it_is_read_is_empty() {
    for before in 0..8 {
        let (storage, _) = kept(5);
        let (mut other, _) = open(&storage, "tab-b");
        let loaded = read_with(&storage, before, || other.erase().unwrap());
        assert!(loaded.journal.is_empty(), "after {before} values");
    }
}

/// A tab that packs again and again cannot keep another from ever being done.
#[test]
fn st13_reading_ends_however_often_it_has_to_begin_anew() {
    let (storage, desk) = kept(5);
    let session = WriterId::new("tab-c").unwrap();
    let mut reading = Reading::begin(storage.clone(), Namespace::Book, session);
    let mut number = 0;
    loop {
        let heads = |n: u32| format!("recourse/book/heads/tab-{n}");
        storage.values.borrow_mut().remove(&heads(number));
        number += 1;
        let text = storage.copy()["recourse/book/head/tab-a/0"].clone();
        storage.values.borrow_mut().insert(heads(number), text);
        if reading.step() {
            break;
        }
        assert!(number < 200, "reading does not end");
    }
    assert_eq!(texts(&reading.finish().1.journal), texts(&desk.journal));
}
