//! Refused writes and crashes at every place.

use recourse::journal::Entry;
use recourse::store::Remark;

use super::faulty::{Faulty, Mood};
use super::keeping::open;
use crate::desk::{Desk, texts};

/// A script of saves, small, large and packed, with what the journal holds after each.
fn script() -> Vec<Vec<Entry>> {
    let mut desk = Desk::new("tab-a");
    let mut updates: Vec<Vec<Entry>> = (0..26).map(|n| desk.notes(1 + n % 3)).collect();
    updates.push(desk.notes(700));
    updates.push(desk.notes(2));
    updates
}

/// Runs the script; stops at the first refusal when told to. The number of updates kept.
fn run(storage: &Faulty, updates: &[Vec<Entry>], retry: bool) -> usize {
    let (mut keeper, _) = open(storage, "tab-a");
    let mut kept = 0;
    for (place, update) in updates.iter().enumerate() {
        let mut saved = keeper.save(update);
        if saved.is_err() && retry {
            saved = keeper.save(update);
        }
        if saved.is_err() {
            return kept;
        }
        kept += 1;
        if place % 10 == 9 {
            // A refused packing is no loss.
            while let Ok(Some(_)) = keeper.compact_step() {}
        }
    }
    kept
}

fn total(updates: &[Vec<Entry>]) -> usize {
    updates.iter().map(Vec::len).sum()
}

fn writes_of_a_whole_run(updates: &[Vec<Entry>]) -> usize {
    let storage = Faulty::new();
    assert_eq!(run(&storage, updates, false), updates.len());
    storage.changes()
}

#[test]
fn st7_f3_the_kth_write_refused_once_loses_nothing_for_every_k() {
    let updates = script();
    let writes = writes_of_a_whole_run(&updates);
    assert!(writes > 50, "{writes}");
    for k in 1..=writes + 1 {
        let storage = Faulty::new();
        storage.mood(Mood::RefuseOnce(k));
        assert_eq!(run(&storage, &updates, true), updates.len(), "k = {k}");
        let (_, again) = open(&storage, "tab-b");
        assert_eq!(again.journal.len(), total(&updates), "k = {k}");
        assert_eq!(again.remarks, [], "k = {k}");
    }
}

#[test]
fn st7_f3_the_kth_and_all_later_writes_refused_keep_what_was_said_to_be_kept() {
    let updates = script();
    let writes = writes_of_a_whole_run(&updates);
    for k in 1..=writes + 1 {
        let storage = Faulty::new();
        storage.mood(Mood::RefuseFrom(k));
        let kept = run(&storage, &updates, false);
        storage.mood(Mood::Well);
        let (_, again) = open(&storage, "tab-b");
        assert_eq!(again.journal.len(), total(&updates[..kept]), "k = {k}");
        // Parts that could be neither finished nor taken back are named and do not count.
        let only_interrupted =
            again.remarks.iter().all(|r| matches!(r, Remark::Interrupted { .. }));
        assert!(only_interrupted, "k = {k}: {:?}", again.remarks);
    }
}

#[test]
fn st7_f4_a_crash_between_any_two_writes_leaves_before_or_after() {
    let updates = script();
    let writes = writes_of_a_whole_run(&updates);
    for crash in 0..=writes {
        let storage = Faulty::new();
        storage.mood(Mood::CrashAfter(crash));
        let kept = run(&storage, &updates, false);
        storage.mood(Mood::Well);
        let (_, again) = open(&storage, "tab-b");
        let before = total(&updates[..kept]);
        let after = total(&updates[..(kept + 1).min(updates.len())]);
        let found = again.journal.len();
        assert!(
            found == before || found == after,
            "crash after {crash}: {found} entries, neither {before} nor {after}"
        );
        assert!(
            again.remarks.iter().all(|r| matches!(r, Remark::Interrupted { .. })),
            "crash after {crash}: {:?}",
            again.remarks
        );
    }
}

#[test]
fn st7_after_any_crash_the_next_tab_can_go_on() {
    let updates = script();
    let writes = writes_of_a_whole_run(&updates);
    for crash in (0..=writes).step_by(7) {
        let storage = Faulty::new();
        storage.mood(Mood::CrashAfter(crash));
        run(&storage, &updates, false);
        storage.mood(Mood::Well);
        let (mut keeper, mut loaded) = open(&storage, "tab-b");
        let mut desk = Desk::new("tab-b");
        for _ in 0..30 {
            keeper.save(&desk.notes(1)).unwrap();
        }
        while keeper.compact_step().unwrap().is_some() {}
        loaded.journal.merge(&desk.journal);
        let (_, again) = open(&storage, "tab-c");
        assert_eq!(texts(&again.journal), texts(&loaded.journal), "crash after {crash}");
    }
}
