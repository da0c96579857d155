//! Out and in again.

use recourse::domain::Instant;
use recourse::exchange::bundle::{BundleFault, Meta, preview, read, verify, write};
use recourse::journal::{Journal, Operator};

use crate::desk::{Desk, texts};

pub fn meta() -> Meta {
    Meta {
        at: Instant::parse("2026-11-20T08:00:00Z").unwrap(),
        by: Operator { name: "Sample Controller".to_owned(), role: "credit controller".to_owned() },
        program: "recourse 0.1.0".to_owned(),
    }
}

pub fn two_writers() -> Journal {
    let mut journal = Journal::new();
    for name in ["tab-a", "tab-b"] {
        let mut desk = Desk::new(name);
        desk.notes(5);
        journal.merge(&desk.journal);
    }
    journal
}

#[test]
fn a_book_read_back_is_the_same_to_the_byte() {
    let journal = two_writers();
    let file = write(&journal, &meta());
    let bundle = read(&file).unwrap();
    assert_eq!(bundle.meta, meta());
    let mut again = Journal::new();
    again.extend(bundle.entries.iter().cloned());
    assert_eq!(texts(&again), texts(&journal));
    assert_eq!(write(&again, &meta()), file);
    assert!(verify(&bundle).is_verified());
}

#[test]
fn an_empty_book_can_be_exported_too() {
    let bundle = read(&write(&Journal::new(), &meta())).unwrap();
    assert!(bundle.entries.is_empty());
    assert!(verify(&bundle).is_verified());
}

#[test]
fn imported_twice_it_changes_nothing() {
    let journal = two_writers();
    let bundle = read(&write(&journal, &meta())).unwrap();
    let mut mine = Desk::new("tab-c");
    mine.notes(2);
    let first = preview(&bundle, &mine.journal);
    assert_eq!((first.new.len(), first.known), (10, 0));
    assert_eq!(first.new_by_kind["case_note"], 10);
    mine.journal.extend(bundle.entries.iter().cloned());
    let after = texts(&mine.journal);
    let second = preview(&bundle, &mine.journal);
    assert_eq!((second.new.len(), second.known), (0, 10));
    mine.journal.extend(bundle.entries.iter().cloned());
    assert_eq!(texts(&mine.journal), after);
}

#[test]
fn a_changed_entry_is_named() {
    let file = write(&two_writers(), &meta());
    let changed = file.replacen("sample note 3", "simple note 3", 1);
    let bundle = read(&changed).unwrap();
    let verdict = verify(&bundle);
    let number = bundle.entries.iter().position(|e| e.raw().contains("simple note 3")).unwrap();
    let id = bundle.entries[number].id.clone();
    assert!(!verdict.is_verified());
    let raw = bundle.entries[number].raw();
    let first = changed.find(raw).unwrap() + 1;
    let bytes = (first, first + raw.len() - 1);
    assert_eq!(
        verdict.faults[0],
        BundleFault::EntryDiffers { number: number + 1, entry: id, bytes }
    );
    assert!(verdict.faults.contains(&BundleFault::SealDiffers { outside_entries: false }));
    let elsewhere = file.replacen("Sample Controller", "Simple Controller", 1);
    let verdict = verify(&read(&elsewhere).unwrap());
    assert_eq!(verdict.faults, [BundleFault::SealDiffers { outside_entries: true }]);
    let against = preview(&bundle, &two_writers());
    assert_eq!(against.in_conflict.len(), 1);
}

#[test]
fn every_byte_of_a_file_changed_is_noticed() {
    let mut desk = Desk::new("tab-a");
    desk.notes(4);
    let file = write(&desk.journal, &meta());
    assert!(file.len() > 1_500);
    for place in 0..file.len() {
        for flip in [1_u8, 0x20] {
            let mut bytes = file.clone().into_bytes();
            bytes[place] ^= flip;
            let noticed = match recourse::exchange::bundle::read_bytes(&bytes) {
                Err(_) => true,
                Ok(bundle) => !verify(&bundle).is_verified(),
            };
            assert!(noticed, "byte {place} with {flip:#x}");
        }
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let file = format!("\u{FEFF}{}", write(&two_writers(), &meta()));
    assert!(verify(&read(&file).unwrap()).is_verified());
}
