//! Values changed, cut, swapped, doubled or gone.

use std::collections::BTreeMap;

use proptest::prelude::*;
use recourse::journal::{Entry, Journal};
use recourse::store::{Damage, Loaded, SaveError, Write};

use super::faulty::{Faulty, Mood};
use super::keeping::open;
use crate::desk::{Desk, texts, torture};

/// A book with small values, a segment and a split update, and its journal.
fn book() -> (BTreeMap<String, String>, Journal) {
    let storage = Faulty::new();
    let mut all = Journal::new();
    for name in ["tab-a", "tab-b"] {
        let (mut keeper, _) = open(&storage, name);
        let mut desk = Desk::new(name);
        for _ in 0..26 {
            keeper.save(&desk.notes(1)).unwrap();
        }
        while keeper.compact_step().unwrap().is_some() {}
        keeper.save(&desk.notes(30)).unwrap();
        if name == "tab-b" {
            keeper.save(&desk.notes(600)).unwrap();
        }
        all.merge(&desk.journal);
    }
    (storage.copy(), all)
}

fn is_noticed(loaded: &Loaded, whole: &Journal) -> bool {
    texts(&loaded.journal) == texts(whole)
        || !loaded.set_aside.is_empty()
        || !loaded.remarks.is_empty()
}

/// No entry comes back altered: what loads was written.
fn is_subset(loaded: &Loaded, whole: &Journal) -> bool {
    loaded.journal.entries().iter().map(Entry::hash).all(|h| whole.knows(&h))
}

#[derive(Clone, Debug)]
enum Blow {
    Change { place: usize, to: char },
    Cut { at: usize },
    Delete,
    CopyFrom { other: usize },
    SwapWith { other: usize },
}

fn blow() -> impl Strategy<Value = Blow> {
    prop_oneof![
        4 => (any::<usize>(), any::<char>()).prop_map(|(place, to)| Blow::Change { place, to }),
        2 => any::<usize>().prop_map(|at| Blow::Cut { at }),
        1 => Just(Blow::Delete),
        1 => any::<usize>().prop_map(|other| Blow::CopyFrom { other }),
        1 => any::<usize>().prop_map(|other| Blow::SwapWith { other }),
    ]
}

fn strike(values: &mut BTreeMap<String, String>, target: usize, blow: &Blow) {
    let keys: Vec<String> = values.keys().cloned().collect();
    let key = keys[target % keys.len()].clone();
    let value = values[&key].clone();
    match blow {
        Blow::Change { place, to } => {
            let mut chars: Vec<char> = value.chars().collect();
            let place = place % chars.len().max(1);
            if let Some(c) = chars.get_mut(place) {
                *c = *to;
            }
            values.insert(key, chars.into_iter().collect());
        }
        Blow::Cut { at } => {
            let count = value.chars().count();
            values.insert(key, value.chars().take(at % count.max(1)).collect());
        }
        Blow::Delete => {
            values.remove(&key);
        }
        Blow::CopyFrom { other } => {
            let other = values[&keys[other % keys.len()]].clone();
            values.insert(key, other);
        }
        Blow::SwapWith { other } => {
            let other_key = keys[other % keys.len()].clone();
            let other = values.insert(other_key.clone(), value).unwrap();
            values.insert(key, other);
        }
    }
}

/// Strikes a copy of a book, opens what is left, mends it from the copy.
fn survives(
    (before, whole): &(BTreeMap<String, String>, Journal),
    blows: &[(usize, Blow)],
) -> Result<(), TestCaseError> {
    let mut values = before.clone();
    for (target, blow) in blows {
        strike(&mut values, *target, blow);
    }
    let storage = Faulty::with(values.clone());
    let (mut keeper, loaded) = open(&storage, "tab-z");
    prop_assert!(is_subset(&loaded, whole));
    // An update that is gone together with the newest head that tells of it leaves an older book,
    // whole in itself: only a second copy can show that.
    let head = |key: &String| key.contains("/head");
    let heads_are_whole =
        before.iter().filter(|(k, _)| head(k)).all(|(k, v)| values.get(k) == Some(v));
    if blows.len() == 1 || heads_are_whole {
        prop_assert!(
            is_noticed(&loaded, whole),
            "lost {} entries in silence",
            whole.len() - loaded.journal.len()
        );
    }
    prop_assert_eq!(storage.copy(), values, "opening writes nothing");
    let copy: Vec<Write> =
        before.iter().map(|(k, v)| Write { key: k.clone(), value: v.clone() }).collect();
    match keeper.adopt(&copy) {
        Err(refused) => prop_assert_eq!(refused, SaveError::Newer),
        Ok(_) => {
            let (_, again) = open(&storage, "tab-y");
            prop_assert_eq!(texts(&again.journal), texts(whole));
        }
    }
    Ok(())
}

#[test]
fn st8_st14_f9_any_damage_is_noticed_the_rest_loads_and_the_second_copy_mends_it() {
    let book = book();
    let blows = prop::collection::vec((any::<usize>(), blow()), 1..4);
    torture("F9: a large book with 1 to 3 values damaged", (40, blows), |blows| {
        survives(&book, &blows)
    });
}

#[test]
fn st8_st14_f9_any_damage_to_a_small_book_is_noticed() {
    let book = small_book();
    let blows = prop::collection::vec((any::<usize>(), blow()), 1..4);
    torture("F9: a small book with 1 to 3 values damaged", (10_000, blows), |blows| {
        survives(&book, &blows)
    });
}

/// A few updates of two tabs, one of them packed: quickly read, so that many blows can be tried.
fn small_book() -> (BTreeMap<String, String>, Journal) {
    let storage = Faulty::new();
    let mut all = Journal::new();
    for name in ["tab-a", "tab-b"] {
        let (mut keeper, _) = open(&storage, name);
        let mut desk = Desk::new(name);
        for count in 1..3 {
            keeper.save(&desk.notes(count)).unwrap();
        }
        all.merge(&desk.journal);
    }
    let (mut keeper, _) = open(&storage, "tab-c");
    let mut desk = Desk::new("tab-c");
    keeper.save(&desk.notes(12)).unwrap();
    all.merge(&desk.journal);
    (storage.copy(), all)
}

#[test]
fn st8_every_character_of_a_small_value_changed_is_named() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    keeper.save(&Desk::new("tab-a").notes(1)).unwrap();
    let key = "recourse/book/op/tab-a/1";
    let value = storage.copy()[key].clone();
    for place in 0..value.chars().count() {
        let changed: String =
            value.chars().enumerate().map(|(at, c)| if at == place { '~' } else { c }).collect();
        storage.values.borrow_mut().insert(key.to_owned(), changed.clone());
        let (_, loaded) = open(&storage, "tab-b");
        assert_eq!(loaded.set_aside.len(), 1, "character {place}");
        assert_eq!(loaded.set_aside[0].key, key);
        assert_eq!(loaded.set_aside[0].raw, changed);
    }
}

#[test]
fn st8_a_damaged_value_is_never_overwritten_nor_packed_and_removed_only_on_request() {
    let (values, whole) = book();
    let key = values.keys().find(|k| k.contains("/seg/")).unwrap().clone();
    let storage = Faulty::with(values);
    let damaged = storage.copy()[&key].replacen(';', ":", 3);
    storage.values.borrow_mut().insert(key.clone(), damaged.clone());
    let (mut keeper, loaded) = open(&storage, "tab-c");
    assert_eq!(loaded.set_aside.len(), 1);
    assert_eq!(loaded.set_aside[0].why, Damage::NotOurs);
    let mut desk = Desk::new("tab-c");
    for _ in 0..60 {
        keeper.save(&desk.notes(1)).unwrap();
    }
    // The same entries come back from a file: they are packed anew, beside the damaged value.
    keeper.save(whole.entries()).unwrap();
    while keeper.compact_step().unwrap().is_some() {}
    assert_eq!(storage.copy()[&key], damaged);
    keeper.discard(&key).unwrap();
    assert!(!storage.copy().contains_key(&key));
    let good = storage.copy().into_keys().find(|k| k.contains("/seg/")).unwrap();
    assert!(keeper.discard(&good).is_err());
}

#[test]
fn st8_a_lost_tail_is_noticed_though_nothing_follows_it() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    for _ in 0..3 {
        keeper.save(&desk.notes(1)).unwrap();
    }
    storage.values.borrow_mut().remove("recourse/book/op/tab-a/3");
    let (_, loaded) = open(&storage, "tab-b");
    assert_eq!(loaded.journal.len(), 2);
    assert_eq!(
        loaded.remarks,
        [recourse::store::Remark::Lost { writer: desk.writer.clone(), kept: 3, found: 2 }]
    );
}

#[test]
fn st8_what_is_lost_here_comes_back_from_the_second_copy() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    let mut copy = Vec::new();
    for n in 0..6 {
        copy.extend(keeper.save(&desk.notes(n)).unwrap().changes.written);
    }
    storage.values.borrow_mut().retain(|k, _| k.contains("head"));
    let (mut keeper, loaded) = open(&storage, "tab-b");
    assert!(loaded.journal.is_empty() && !loaded.remarks.is_empty());
    assert_eq!(keeper.losses(), loaded.remarks);
    let (entries, saved) = keeper.adopt(&copy).unwrap();
    assert_eq!((entries.len(), saved.entries), (15, 15));
    assert_eq!(keeper.losses(), []);
    let (_, again) = open(&storage, "tab-c");
    assert_eq!(texts(&again.journal), texts(&desk.journal));
    assert_eq!(again.remarks, []);
}

#[test]
fn st11_f12_newer_data_is_read_only_and_no_byte_is_written() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    keeper.save(&desk.notes(2)).unwrap();
    let newer = "recourse;2;book;plain;1/1;1;3;0;0123456789abcdef\nabc";
    let key = "recourse/book/op/tab-n/1";
    storage.values.borrow_mut().insert(key.to_owned(), newer.to_owned());
    let before = storage.copy();
    // A tab that is open already hears of it; one that opens finds it.
    let heard = keeper.foreign_key_changed(key, Some(newer));
    assert_eq!(heard.set_aside.len(), 1);
    assert_eq!(keeper.save(&desk.notes(1)).unwrap_err(), SaveError::Newer);
    let (mut keeper, loaded) = open(&storage, "tab-b");
    assert!(loaded.read_only_because_newer);
    assert_eq!(loaded.journal.len(), 2);
    storage.mood(Mood::Well);
    assert_eq!(keeper.save(&desk.notes(1)).unwrap_err(), SaveError::Newer);
    assert_eq!(keeper.compact_step().unwrap_err(), SaveError::Newer);
    assert_eq!(storage.changes(), 0);
    assert_eq!(storage.copy(), before);
}

#[test]
fn st11_f12_an_entry_of_a_newer_form_is_read_only_too() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    keeper.save(&Desk::new("tab-a").notes(1)).unwrap();
    let entry = Desk::new("tab-n").note("from the future");
    let line = entry.raw().replacen("{\"v\":1,", "{\"v\":2,", 1);
    let head = format!("recourse;1;book;plain;1/1;1;{};0", line.len());
    let sum = recourse::journal::sha256_hex(format!("{head}\n{line}").as_bytes());
    let file = format!("{head};{}\n{line}", &sum[..16]);
    storage.values.borrow_mut().insert("recourse/book/op/tab-n/1".to_owned(), file);
    let (keeper, loaded) = open(&storage, "tab-b");
    assert!(loaded.read_only_because_newer);
    assert_eq!(loaded.journal.len(), 1);
    assert_eq!(keeper.refusal(), Some(&SaveError::Newer));
}

#[test]
fn st14_the_second_copy_follows_and_damage_does_not_spread_to_it() {
    let storage = Faulty::new();
    let (mut keeper, _) = open(&storage, "tab-a");
    let mut desk = Desk::new("tab-a");
    for n in 1..4 {
        keeper.save(&desk.notes(n)).unwrap();
    }
    let difference = keeper.difference(&[]);
    assert_eq!(difference.written.len(), storage.copy().len());
    let copy = difference.written;
    assert_eq!(keeper.difference(&copy), recourse::store::Changes::default());
    let key = "recourse/book/op/tab-a/2";
    storage.values.borrow_mut().insert(key.to_owned(), "damaged".to_owned());
    let (mut keeper, loaded) = open(&storage, "tab-b");
    assert_eq!(loaded.journal.len(), 4);
    let (entries, saved) = keeper.adopt(&copy).unwrap();
    assert_eq!((entries.len(), saved.entries), (2, 2));
    let difference = keeper.difference(&copy);
    assert!(difference.written.iter().all(|w| w.key != key));
    assert!(difference.removed.is_empty());
    assert!(!difference.written.is_empty());
}

#[test]
fn st14_saved_is_said_only_when_the_second_copy_has_every_edit() {
    use recourse::store::{Badge, Durability};
    let mut durability = Durability::default();
    assert_eq!(durability.badge(), Badge::Saved);
    durability.kept();
    let (first, second) = (durability.copying(), durability.copying());
    durability.mirrored(second);
    assert_eq!(durability.badge(), Badge::Saving);
    durability.mirrored(first);
    assert_eq!(durability.badge(), Badge::Saved);
    durability.mirror_failed();
    assert!(durability.mirror_lacks());
    assert_eq!(durability.badge(), Badge::KeptByBrowser);
    durability.refused(SaveError::Newer);
    assert_eq!(durability.badge(), Badge::NotSaved(SaveError::Newer));
    // What is packed meanwhile is copied too, and says nothing of the edit that was refused.
    let packed = durability.copying();
    durability.mirrored(packed);
    let whole = durability.copying();
    let later = durability.copying();
    durability.mirror_whole(whole);
    assert_eq!(durability.badge(), Badge::NotSaved(SaveError::Newer));
    durability.kept();
    assert_eq!(durability.badge(), Badge::Saving, "a write that began later is not done by it");
    durability.mirrored(later);
    assert_eq!(durability.badge(), Badge::Saved);
    let earlier = durability.copying();
    durability.copying();
    durability.mirror_failed();
    durability.mirror_whole(earlier);
    assert_eq!(durability.badge(), Badge::KeptByBrowser, "it failed after that one began");
}
