//! What earlier versions wrote is read by this one: `tests/kept` holds one saved copy of each form.
//!
//! These files are never written again. A change that cannot read them needs a migration.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use recourse::book::{fold, receivables};
use recourse::domain::ids::WriterId;
use recourse::domain::{Currency, Day, Purse};
use recourse::exchange::bundle::{Meta, read, verify, write};
use recourse::journal::Journal;
use recourse::store::{FORM, Keeper, MemoryStorage, Namespace, Storage as _};

use crate::desk::texts;

fn kept(file: &str) -> String {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept");
    std::fs::read_to_string(folder.join(file)).unwrap()
}

fn book_file(file: &str) -> Journal {
    let bundle = read(&kept(file)).unwrap();
    assert!(verify(&bundle).is_verified());
    let mut journal = Journal::new();
    journal.extend(bundle.entries);
    journal
}

fn storage(file: &str) -> MemoryStorage {
    let values: BTreeMap<String, String> = serde_json::from_str(&kept(file)).unwrap();
    let storage = MemoryStorage::default();
    for (key, value) in values {
        storage.set(&key, &value).unwrap();
    }
    storage
}

/// The totals that were written down when the copies were saved.
fn has_the_recorded_totals(journal: &Journal) {
    let book = fold(journal, None);
    let day = Day::parse("2026-11-22").unwrap();
    let mut owed = Purse::new();
    for account in book.accounts.values() {
        owed.add_all(&receivables(account, day, book.partner.terms_days).owed());
    }
    let counts =
        [journal.len(), book.accounts.len(), book.alerts.len(), book.cases.len(), book.bills.len()];
    assert_eq!(counts, COUNTS);
    let totals = [Currency::EUR, Currency::TWD].map(|c| owed.get(c).to_string());
    assert_eq!(totals, OWED);
}

const COUNTS: [usize; 5] = [233, 40, 10, 2, 5];
const OWED: [&str; 2] = ["EUR 57754.80", "TWD 626950.00"];

#[test]
fn st11_f11_the_book_file_of_version_1_reads_as_it_did() {
    let journal = book_file("v1/book.json");
    has_the_recorded_totals(&journal);
    let meta = read(&kept("v1/book.json")).unwrap().meta;
    assert_eq!(write(&journal, &Meta { ..meta }), kept("v1/book.json"));
}

#[test]
fn st11_f11_the_storage_of_form_1_reads_as_it_did() {
    let tab = WriterId::new("tab-now").unwrap();
    let (keeper, loaded) = Keeper::open(storage("v1/storage.json"), Namespace::Book, tab);
    assert_eq!(loaded.remarks, []);
    assert_eq!(loaded.set_aside, []);
    assert_eq!(keeper.refusal(), None);
    has_the_recorded_totals(&loaded.journal);
    assert_eq!(texts(&loaded.journal), texts(&book_file("v1/book.json")));
}

#[test]
fn st11_every_form_that_was_ever_written_has_a_saved_copy() {
    for form in 1..=FORM {
        assert!(!kept(&format!("v{form}/storage.json")).is_empty());
    }
}
