//! The ring of backups.

use recourse::domain::Instant;
use recourse::store::{BackupReading, Generation, Namespace, Write, is_due, surplus};

use super::faulty::Faulty;
use super::keeping::open;
use crate::desk::{Desk, texts};

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn generation(text: &str, entries: usize) -> Generation {
    Generation { at: at(text), entries, units: entries * 100 }
}

#[test]
fn st15_a_backup_is_due_after_a_quarter_of_an_hour_when_something_is_new() {
    let ring = [generation("2026-11-22T10:00:00Z", 5)];
    assert!(is_due(&[], 1, at("2026-11-22T10:00:00Z")));
    assert!(!is_due(&[], 0, at("2026-11-22T10:00:00Z")), "an empty book needs none");
    assert!(!is_due(&ring, 6, at("2026-11-22T10:14:59Z")));
    assert!(is_due(&ring, 6, at("2026-11-22T10:15:00Z")));
    assert!(!is_due(&ring, 5, at("2026-11-23T10:15:00Z")), "nothing is new");
    assert!(is_due(&ring, 6, at("2025-11-22T10:00:00Z")), "the clock was set back");
}

#[test]
fn st15_three_of_the_newest_day_one_of_each_day_before_ten_in_all() {
    let mut ring = Vec::new();
    for day in 1..=20 {
        for hour in [8, 10, 12, 14] {
            ring.push(generation(&format!("2026-11-{day:02}T{hour:02}:00:00Z"), day * 10 + hour));
        }
    }
    let gone = surplus(&ring);
    let kept: Vec<String> =
        ring.iter().filter(|g| !gone.contains(&g.at)).map(|g| g.at.to_string()).collect();
    assert_eq!(kept.len(), 10);
    assert_eq!(kept.iter().filter(|k| k.starts_with("2026-11-20")).count(), 3);
    for day in 13..=19 {
        assert!(kept.contains(&format!("2026-11-{day}T14:00:00.000Z")), "{day}: {kept:?}");
    }
}

#[test]
fn st15_the_fullest_backup_is_never_pushed_out() {
    let mut ring = vec![generation("2026-01-01T08:00:00Z", 900)];
    for day in 1..=28 {
        ring.push(generation(&format!("2026-11-{day:02}T08:00:00Z"), day));
    }
    let gone = surplus(&ring);
    assert!(!gone.contains(&at("2026-01-01T08:00:00Z")));
    assert_eq!(ring.len() - gone.len(), 10);
    assert!(surplus(&ring[..1]).is_empty());
}

#[test]
fn st15_a_backup_gives_back_every_entry_and_names_what_is_damaged() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    for n in [1, 2, 700] {
        keeper.save(&desk.notes(n)).unwrap();
    }
    let values = |storage: &Faulty| -> Vec<Write> {
        storage.copy().into_iter().map(|(key, value)| Write { key, value }).collect()
    };
    let opened = |values: Vec<Write>| {
        let count = values.len();
        let mut reading = BackupReading::begin(Namespace::Book, values);
        assert_eq!((0..).take_while(|_| !reading.step()).count(), count, "a value a step");
        reading.finish()
    };
    let (journal, damaged) = opened(values(&storage));
    assert_eq!(texts(&journal), texts(&desk.journal));
    assert!(damaged.is_empty());
    storage.values.borrow_mut().insert("recourse/book/op/tab-a/1".to_owned(), "torn".to_owned());
    let (journal, damaged) = opened(values(&storage));
    assert_eq!(journal.len(), 702);
    assert_eq!(damaged[0].key, "recourse/book/op/tab-a/1");
}
