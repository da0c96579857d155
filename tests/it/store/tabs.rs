//! Several tabs on one storage.

use proptest::prelude::*;
use recourse::domain::ids::WriterId;
use recourse::journal::Journal;
use recourse::store::{Keeper, Namespace};

use super::faulty::Faulty;
use super::keeping::open;
use crate::desk::{Desk, texts, tried};

struct Tab {
    keeper: Keeper<Faulty>,
    desk: Desk,
}

fn tab(storage: &Faulty, name: &str) -> Tab {
    let (keeper, loaded) =
        Keeper::open(storage.clone(), Namespace::Book, WriterId::new(name).unwrap());
    let mut desk = Desk::new(name);
    desk.journal.merge(&loaded.journal);
    Tab { keeper, desk }
}

#[test]
fn st13_a_tab_takes_in_what_another_wrote() {
    let storage = Faulty::new();
    let (mut a, mut b) = (tab(&storage, "tab-a"), tab(&storage, "tab-b"));
    let saved = a.keeper.save(&a.desk.notes(2)).unwrap();
    let mut heard = Vec::new();
    for write in saved.changes.written.iter().rev() {
        let foreign = b.keeper.foreign_key_changed(&write.key, Some(&write.value));
        heard.extend(foreign.entries);
        // The same event twice tells nothing new.
        let again = b.keeper.foreign_key_changed(&write.key, Some(&write.value));
        assert!(again.entries.is_empty());
    }
    assert_eq!(heard.len(), 2);
    assert_eq!(b.keeper.room().used, storage.used());
}

#[test]
fn st13_the_parts_of_a_large_update_count_when_the_last_has_come() {
    let storage = Faulty::new();
    let (mut a, mut b) = (tab(&storage, "tab-a"), tab(&storage, "tab-b"));
    let saved = a.keeper.save(&a.desk.notes(2_000)).unwrap();
    let parts: Vec<_> = saved.changes.written.iter().filter(|w| w.key.contains("/op/")).collect();
    assert!(parts.len() > 1);
    for (place, write) in parts.iter().enumerate() {
        let foreign = b.keeper.foreign_key_changed(&write.key, Some(&write.value));
        let expected = if place + 1 == parts.len() { 2_000 } else { 0 };
        assert_eq!(foreign.entries.len(), expected);
    }
}

#[test]
fn st13_erasing_is_told_to_the_other_tabs() {
    let storage = Faulty::new();
    let mut b = tab(&storage, "tab-b");
    let told = b.keeper.foreign_key_changed("recourse/book/erasing", Some("1"));
    assert!(told.erased);
}

proptest! {
    #![proptest_config(tried(1_000))]

    /// Each step: which tab, and whether it edits, packs or looks for what others did.
    #[test]
    fn st13_f6_f18_every_edit_of_every_tab_is_there_whatever_was_heard(
        steps in prop::collection::vec((0..3_usize, 0..6_u8), 1..60)
    ) {
        let storage = Faulty::new();
        let mut tabs: Vec<Tab> =
            ["tab-a", "tab-b", "tab-c"].iter().map(|n| tab(&storage, n)).collect();
        let mut all = Journal::new();
        for (who, what) in steps {
            let tab = &mut tabs[who];
            match what {
                0 => {
                    while tab.keeper.compact_step().unwrap().is_some() {}
                }
                1 => {
                    let foreign = tab.keeper.refresh().unwrap();
                    tab.desk.journal.extend(foreign.entries);
                }
                _ => {
                    let entry = tab.desk.note("edit");
                    all.insert(entry.clone());
                    tab.keeper.save(&[entry]).unwrap();
                }
            }
        }
        for tab in &mut tabs {
            let foreign = tab.keeper.refresh().unwrap();
            tab.desk.journal.extend(foreign.entries);
            prop_assert_eq!(texts(&tab.desk.journal), texts(&all));
            prop_assert_eq!(tab.keeper.room().used, storage.used());
        }
        let (_, again) = open(&storage, "tab-z");
        prop_assert_eq!(texts(&again.journal), texts(&all));
        prop_assert!(again.remarks.is_empty(), "{:?}", again.remarks);
    }
}
