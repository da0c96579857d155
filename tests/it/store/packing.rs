//! Any text comes back from its kept form.

use proptest::prelude::*;

use super::faulty::Faulty;
use super::keeping::open;
use crate::desk::{Desk, texts, tried};

proptest! {
    #![proptest_config(tried(60))]

    #[test]
    fn st3_any_text_is_kept_and_read_back(notes in prop::collection::vec(".{0,400}", 1..40)) {
        let storage = Faulty::new();
        let (mut keeper, _) = open(&storage, "tab-a");
        let mut desk = Desk::new("tab-a");
        let entries: Vec<_> = notes.iter().map(|n| desk.note(n)).collect();
        keeper.save(&entries).unwrap();
        let (_, again) = open(&storage, "tab-b");
        prop_assert_eq!(texts(&again.journal), texts(&desk.journal));
        prop_assert!(again.remarks.is_empty() && again.set_aside.is_empty());
    }
}

#[test]
fn st3_only_units_that_every_browser_gives_back_are_written() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    keeper.save(&Desk::new("tab-a").notes(50)).unwrap();
    let value = storage.copy()["recourse/book/op/tab-a/1"].clone();
    let (_, packed) = value.split_once('\n').unwrap();
    assert!(packed.chars().all(|c| ('\u{3400}'..='\u{B3FF}').contains(&c)));
}
