//! Keeping and reading back.

use recourse::domain::ids::WriterId;
use recourse::store::{FORM, Remark, check_migrations, lift};
use recourse::store::{
    Keeper, MIGRATIONS, Migration, Namespace, RoomLevel, SaveError, StorageError,
};

use super::faulty::{Faulty, Mood};
use crate::desk::{Desk, texts};

pub fn open(storage: &Faulty, session: &str) -> (Keeper<Faulty>, recourse::store::Loaded) {
    let session = WriterId::new(session).unwrap();
    Keeper::open(storage.clone(), Namespace::Book, session)
}

#[test]
fn st1_one_update_is_one_key_of_its_own_tab() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    keeper.save(&desk.notes(1)).unwrap();
    keeper.save(&desk.notes(2)).unwrap();
    let ours: Vec<String> = storage.copy().into_keys().collect();
    assert_eq!(
        ours,
        [
            "recourse/book/head/tab-a/0",
            "recourse/book/head/tab-a/1",
            "recourse/book/op/tab-a/1",
            "recourse/book/op/tab-a/2",
        ]
    );
}

#[test]
fn st2_what_was_saved_is_read_back_to_the_byte() {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, loaded) = open(&storage, "tab-a");
    assert!(loaded.journal.is_empty() && loaded.remarks.is_empty());
    for _ in 0..5 {
        let saved = keeper.save(&desk.notes(3)).unwrap();
        assert_eq!(saved.entries, 3);
    }
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
    assert_eq!(again.remarks, []);
    assert_eq!(again.set_aside, []);
}

#[test]
fn st2_saving_twice_writes_once() {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    let entries = desk.notes(3);
    keeper.save(&entries).unwrap();
    storage.mood(Mood::Well);
    assert_eq!(keeper.save(&entries).unwrap().entries, 0);
    assert_eq!(storage.changes(), 0);
}

#[test]
fn st4_packing_changes_no_entry_and_takes_less_room() {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    for _ in 0..200 {
        keeper.save(&desk.notes(1)).unwrap();
    }
    let before = storage.used();
    let mut steps = 0;
    while keeper.compact_step().unwrap().is_some() {
        steps += 1;
        assert!(steps < 100, "packing must come to an end");
    }
    assert!(steps >= 1);
    assert!(storage.used() * 4 < before, "{} of {before}", storage.used());
    assert_eq!(keeper.room().used, storage.used());
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
    assert_eq!(again.remarks, []);
}

#[test]
fn st4_a_large_update_is_split_and_comes_back_whole() {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    let saved = keeper.save(&desk.notes(3_000)).unwrap();
    assert!(saved.changes.written.len() > 3);
    assert!(saved.changes.written.iter().all(|w| w.value.encode_utf16().count() < 50_000));
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
    assert_eq!(again.remarks, []);
}

#[test]
fn st5_heads_of_many_sessions_are_gathered() {
    let storage = Faulty::new();
    let mut all = recourse::journal::Journal::new();
    for n in 0..40 {
        let name = format!("tab-{n:02}");
        let mut desk = Desk::new(&name);
        let (mut keeper, loaded) = open(&storage, &name);
        assert_eq!(loaded.remarks, []);
        keeper.save(&desk.notes(3)).unwrap();
        while keeper.compact_step().unwrap().is_some() {}
        all.merge(&desk.journal);
    }
    assert!(storage.copy().len() < 60, "{}", storage.copy().len());
    let (_, again) = open(&storage, "tab-x");
    assert_eq!(texts(&again.journal), texts(&all));
    assert_eq!(again.remarks, []);
}

#[test]
fn st6_the_sample_and_the_book_are_kept_apart() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    keeper.save(&desk.notes(2)).unwrap();
    let sample_tab = WriterId::new("tab-s").unwrap();
    let (mut sample, loaded) = Keeper::open(storage.clone(), Namespace::Sample, sample_tab);
    assert!(loaded.journal.is_empty());
    let mut sample_desk = Desk::new("tab-s");
    sample.save(&sample_desk.notes(4)).unwrap();
    assert_eq!(open(&storage, "tab-b").1.journal.len(), 2);
    sample.erase().unwrap();
    assert_eq!(open(&storage, "tab-b").1.journal.len(), 2);
    assert!(storage.copy().keys().all(|k| !k.contains("sample")));
}

#[test]
fn st6_a_value_of_the_other_book_is_set_aside() {
    let storage = Faulty::new();
    let sample_tab = WriterId::new("tab-s").unwrap();
    let (mut sample, _) = Keeper::open(storage.clone(), Namespace::Sample, sample_tab);
    sample.save(&Desk::new("tab-s").notes(1)).unwrap();
    let value = storage.copy()["recourse/sample/op/tab-s/1"].clone();
    storage.values.borrow_mut().insert("recourse/book/op/tab-s/1".to_owned(), value);
    let (_, loaded) = open(&storage, "tab-b");
    assert!(loaded.journal.is_empty());
    assert_eq!(loaded.set_aside.len(), 1);
    assert_eq!(loaded.set_aside[0].key, "recourse/book/op/tab-s/1");
}

#[test]
fn st9_room_warns_at_eighty_and_refuses_when_full_with_nothing_lost() {
    for (percent, level) in [
        (0, RoomLevel::Plenty),
        (50, RoomLevel::Plenty),
        (80, RoomLevel::Tight),
        (99, RoomLevel::Tight),
    ] {
        let storage = Faulty::new();
        if percent > 0 {
            storage.fill_to(5_242_880 / 100 * percent + 80);
        }
        let (mut keeper, _) = open(&storage, "tab-a");
        let mut desk = Desk::new("tab-a");
        let saved = keeper.save(&desk.notes(1)).unwrap();
        assert_eq!(saved.room.level(), level, "{percent} %");
        assert_eq!(saved.room.used, storage.used());
        assert_eq!(open(&storage, "tab-b").1.journal.len(), 1);
    }
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    keeper.save(&desk.notes(1)).unwrap();
    storage.fill_to(5_242_880);
    let (mut keeper, loaded) = open(&storage, "tab-b");
    assert_eq!(keeper.room().level(), RoomLevel::Full);
    assert_eq!(loaded.journal.len(), 1);
    let mut other = Desk::new("tab-b");
    let refused = keeper.save(&other.notes(1)).unwrap_err();
    assert!(matches!(refused, SaveError::Full { .. }), "{refused}");
    assert_eq!(open(&storage, "tab-c").1.journal.len(), 1);
    storage.values.borrow_mut().remove("other-program");
    assert_eq!(keeper.save(other.journal.entries()).unwrap().entries, 1);
    assert_eq!(open(&storage, "tab-c").1.journal.len(), 2);
}

#[test]
fn st9_a_full_storage_packs_older_updates_before_it_refuses() {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    for _ in 0..20 {
        keeper.save(&desk.notes(2)).unwrap();
    }
    storage.fill_to(5_242_880 - 900);
    let (mut keeper, _) = open(&storage, "tab-b");
    let mut other = Desk::new("tab-b");
    let saved = keeper.save(&other.notes(4)).unwrap();
    assert!(!saved.changes.removed.is_empty());
    let (_, again) = open(&storage, "tab-c");
    assert_eq!(again.journal.len(), 44);
    assert_eq!(again.remarks, []);
}

#[test]
fn st10_without_a_storage_the_page_still_starts() {
    let storage = Faulty::new();
    storage.mood(Mood::Denied);
    let (mut keeper, loaded) = open(&storage, "tab-a");
    assert_eq!(loaded.unavailable, Some(StorageError::Denied));
    assert!(loaded.journal.is_empty());
    let refused = keeper.save(&Desk::new("tab-a").notes(1)).unwrap_err();
    assert_eq!(refused, SaveError::Unavailable(StorageError::Denied));
    assert_eq!(keeper.refusal(), Some(&refused));
}

#[test]
fn st11_steps_between_forms_are_numbered_without_a_gap() {
    assert_eq!(check_migrations(MIGRATIONS, FORM), Ok(()));
    let step = |to| Migration { to, lift: |text| Ok(format!("{text}+")) };
    assert!(check_migrations(&[step(2), step(4)], 4).is_err());
    assert!(check_migrations(&[step(2), step(3)], 4).is_err());
    assert_eq!(check_migrations(&[step(2), step(3)], 3), Ok(()));
    let steps = [step(2), step(3)];
    assert_eq!(lift(&steps, 1, "a".to_owned()), Ok("a++".to_owned()));
    assert_eq!(lift(&steps, 2, "a".to_owned()), Ok("a+".to_owned()));
    assert_eq!(lift(&steps, 3, "a".to_owned()), Ok("a".to_owned()));
    let failing = [Migration { to: 2, lift: |_| Err("a line without its end".to_owned()) }];
    assert!(lift(&failing, 1, "a".to_owned()).is_err());
}

#[test]
fn st12_erasing_leaves_nothing_and_finishes_after_a_crash() {
    let storage = Faulty::new();
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&storage, "tab-a");
    for _ in 0..4 {
        keeper.save(&desk.notes(2)).unwrap();
    }
    let full = storage.copy();
    for crash in 0..=full.len() + 2 {
        let storage = Faulty::with(full.clone());
        let (mut keeper, _) = open(&storage, "tab-b");
        storage.mood(Mood::CrashAfter(crash));
        let done = keeper.erase().is_ok();
        storage.mood(Mood::Well);
        let (_, after) = open(&storage, "tab-c");
        let expected = if crash == 0 { 8 } else { 0 };
        assert_eq!(after.journal.len(), expected, "crash after {crash}");
        assert_eq!(storage.copy().is_empty(), crash > 0, "crash after {crash}");
        let said = after.remarks.contains(&Remark::EraseFinished);
        assert_eq!(said, crash > 0 && !done, "crash after {crash}");
    }
}
