//! Keeping much, a value at a time, with a page and other tabs living between the steps.

use recourse::domain::ids::WriterId;
use recourse::journal::Entry;
use recourse::store::{Badge, Durability, Keeper, Namespace, Remark, SaveError, StorageError};

use super::faulty::{Faulty, Mood};
use super::keeping::open;
use crate::desk::{Desk, texts};

/// An update of several values.
const MANY: usize = 3_000;

fn begun(storage: &Faulty, desk: &mut Desk) -> (Keeper<Faulty>, Vec<Entry>) {
    let (mut keeper, _) = open(storage, "tab-a");
    keeper.save(&desk.notes(2)).unwrap();
    let many = desk.notes(MANY);
    keeper.begin_save(many.clone());
    (keeper, many)
}

/// Steps to the end; how many there were.
fn finish(keeper: &mut Keeper<Faulty>) -> (usize, usize) {
    for steps in 1..1_000 {
        if let Some(saved) = keeper.save_step().unwrap() {
            return (steps, saved.entries);
        }
    }
    panic!("saving does not end");
}

fn found(storage: &Faulty) -> usize {
    open(storage, "tab-z").1.journal.len()
}

#[test]
fn st7_a_step_writes_one_value_and_nothing_counts_before_the_last() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, _) = begun(&storage, &mut desk);
    let mut steps = 0;
    loop {
        storage.mood(Mood::Well);
        let step = keeper.save_step().unwrap();
        steps += 1;
        if let Some(saved) = step {
            assert_eq!(saved.entries, MANY);
            assert_eq!(saved.changes.written.len(), steps + 1, "each part, and the head");
            assert_eq!(storage.changes(), 2, "the last part, and the head");
            break;
        }
        assert_eq!(storage.changes(), 1, "step {steps}");
        assert_eq!(found(&storage), 2, "step {steps}");
        assert!(keeper.is_saving());
    }
    assert!(steps > 3, "{steps}");
    assert!(!keeper.is_saving());
    assert_eq!(keeper.room().used, storage.used());
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
    assert_eq!(again.remarks, []);
}

#[test]
fn st7_in_steps_or_in_one_go_the_storage_holds_the_same() {
    let (one, other) = (Faulty::new(), Faulty::new());
    let (mut keeper, _) = begun(&one, &mut Desk::new("tab-a"));
    finish(&mut keeper);
    let mut desk = Desk::new("tab-a");
    let (mut keeper, _) = open(&other, "tab-a");
    keeper.save(&desk.notes(2)).unwrap();
    keeper.save(&desk.notes(MANY)).unwrap();
    assert_eq!(one.copy(), other.copy());
}

#[test]
fn st7_f4_a_page_that_ends_between_two_steps_leaves_the_book_as_it_was() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, _) = begun(&storage, &mut desk);
    assert_eq!(keeper.save_step().unwrap(), None);
    assert_eq!(keeper.save_step().unwrap(), None);
    drop(keeper);
    let (mut next, loaded) = open(&storage, "tab-b");
    assert_eq!(loaded.journal.len(), 2);
    assert_eq!(loaded.remarks, [Remark::Interrupted { key: "op/tab-a/2".to_owned() }]);
    next.save(&Desk::new("tab-b").notes(1)).unwrap();
    assert_eq!(found(&storage), 3);
}

#[test]
fn st13_a_tab_opened_half_way_gets_the_rest_and_forgets_its_remark() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, _) = begun(&storage, &mut desk);
    assert_eq!(keeper.save_step().unwrap(), None);
    let (mut other, mut loaded) = open(&storage, "tab-b");
    let remarks: Vec<String> = loaded.remarks.iter().map(Remark::about).collect();
    assert_eq!(remarks, ["op/tab-a/2"]);
    finish(&mut keeper);
    let foreign = other.refresh().unwrap();
    assert_eq!(foreign.entries.len(), MANY);
    assert_eq!(foreign.whole, remarks);
    loaded.journal.extend(foreign.entries);
    assert_eq!(texts(&loaded.journal), texts(&desk.journal));
}

#[test]
fn st7_f3_a_refused_part_takes_the_others_back_and_the_next_step_begins_anew() {
    for refused in 1..4 {
        let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
        let (mut keeper, _) = begun(&storage, &mut desk);
        let before = storage.copy();
        storage.mood(Mood::CrashAfter(refused - 1));
        let error = loop {
            match keeper.save_step() {
                Ok(done) => assert_eq!(done, None),
                Err(error) => break error,
            }
        };
        let crashed = SaveError::Unavailable(StorageError::Other("crashed".to_owned()));
        assert_eq!(error, crashed);
        assert!(keeper.is_saving(), "it is tried again");
        storage.mood(Mood::Well);
        if refused == 1 {
            assert_eq!(storage.copy(), before);
        }
        assert_eq!(finish(&mut keeper).1, MANY);
        let (_, again) = open(&storage, "tab-b");
        assert_eq!(texts(&again.journal), texts(&desk.journal), "part {refused}");
        assert_eq!(again.remarks, [], "part {refused}");
    }
}

#[test]
fn st9_a_large_update_that_finds_no_room_packs_older_ones_and_fits() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, _) = open(&storage, "tab-a");
    for _ in 0..200 {
        keeper.save(&desk.notes(1)).unwrap();
    }
    let loose = storage.used();
    let many = desk.notes(MANY);
    // What the update takes by itself.
    let alone = Faulty::new();
    let (mut other, _) = open(&alone, "tab-a");
    other.save(&many).unwrap();
    storage.fill_to(recourse::store::QUOTA_UNITS - alone.used() + 2_000);
    let (mut keeper, _) = open(&storage, "tab-a");
    keeper.begin_save(many);
    let (_, entries) = finish(&mut keeper);
    assert_eq!(entries, MANY);
    assert!(
        storage.copy().keys().any(|key| key.contains("/seg/")),
        "of {loose} nothing was packed"
    );
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
}

#[test]
fn st9_a_large_update_for_which_nothing_makes_room_leaves_no_trace() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, many) = begun(&storage, &mut desk);
    storage.fill_to(recourse::store::QUOTA_UNITS - 30_000);
    let (before, entries) = (storage.used(), keeper.entries());
    let refused = (0..100).find_map(|_| keeper.save_step().err());
    assert!(matches!(refused, Some(SaveError::Full { .. })), "{refused:?}");
    assert!(storage.used() <= before, "{} of {before}", storage.used());
    assert_eq!((keeper.entries(), found(&storage)), (entries, entries));
    assert_eq!(keeper.abandon().len(), many.len());
    assert!(!keeper.is_saving());
}

#[test]
fn st7_what_is_begun_meanwhile_follows_in_the_same_update() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, _) = begun(&storage, &mut desk);
    assert_eq!(keeper.save_step().unwrap(), None);
    keeper.begin_save(desk.notes(1));
    assert_eq!(finish(&mut keeper).1, MANY + 1);
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
    assert_eq!(again.remarks, []);
}

#[test]
fn st7_a_save_in_one_go_finishes_what_is_under_way_and_tells_of_both() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, _) = begun(&storage, &mut desk);
    assert_eq!(keeper.save_step().unwrap(), None);
    let saved = keeper.save(&desk.notes(1)).unwrap();
    assert_eq!(saved.entries, MANY + 1);
    let told: Vec<&str> = saved.changes.written.iter().map(|write| write.key.as_str()).collect();
    for key in
        storage.copy().keys().filter(|key| key.contains("/op/tab-a/") && !key.ends_with("/1"))
    {
        assert!(told.contains(&key.as_str()), "{key} of {told:?}");
    }
    let (_, again) = open(&storage, "tab-b");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
}

#[test]
fn st7_what_is_given_up_leaves_the_storage_as_it_was() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, many) = begun(&storage, &mut desk);
    let before = storage.copy();
    assert_eq!(keeper.save_step().unwrap(), None);
    let given_up = keeper.abandon();
    assert_eq!(given_up.len(), many.len());
    assert_eq!(storage.copy(), before);
    assert_eq!(keeper.save(&given_up).unwrap().entries, MANY);
    assert_eq!(found(&storage), MANY + 2);
}

#[test]
fn st12_a_book_that_another_tab_erases_meanwhile_gets_the_update_whole() {
    let (storage, mut desk) = (Faulty::new(), Desk::new("tab-a"));
    let (mut keeper, many) = begun(&storage, &mut desk);
    assert_eq!(keeper.save_step().unwrap(), None);
    let (mut other, _) = open(&storage, "tab-b");
    other.erase().unwrap();
    let heard = keeper.foreign_key_changed("recourse/book/erasing", Some("1"));
    assert!(heard.erased);
    finish(&mut keeper);
    let session = WriterId::new("tab-c").unwrap();
    let (_, again) = Keeper::open(storage, Namespace::Book, session);
    let kept: Vec<&str> = again.journal.entries().iter().map(Entry::raw).collect();
    let meant: Vec<&str> = many.iter().map(Entry::raw).collect();
    assert_eq!(kept, meant);
}

#[test]
fn st14_nothing_is_called_saved_while_values_are_being_written() {
    let mut durability = Durability::default();
    durability.keeping();
    let ticket = durability.copying();
    durability.mirrored(ticket);
    assert_eq!(durability.badge(), Badge::Saving);
    let whole = durability.copying();
    durability.mirror_whole(whole);
    assert_eq!(durability.badge(), Badge::Saving);
    durability.kept();
    assert_eq!(durability.badge(), Badge::Saved);
    durability.keeping();
    durability.refused(SaveError::Newer);
    assert_eq!(durability.badge(), Badge::NotSaved(SaveError::Newer));
}
