//! Merging is union.

use proptest::prelude::*;
use recourse::domain::Instant;
use recourse::journal::{Body, Entry, EntryError, Hash, Journal, Withdrawal, verify};

use crate::desk::{Desk, texts, torture, tried};

/// Entries of four writers to draw journals from.
fn pool() -> Vec<Entry> {
    ["tab-a", "tab-b", "tab-c", "tab-d"].iter().flat_map(|name| Desk::new(name).notes(6)).collect()
}

fn journal(entries: &[Entry], picks: &[usize]) -> Journal {
    let mut journal = Journal::new();
    for pick in picks {
        journal.insert(entries[pick % entries.len()].clone());
    }
    journal
}

fn union(a: &Journal, b: &Journal) -> Journal {
    let mut all = a.clone();
    all.merge(b);
    all
}

fn picks() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(any::<usize>(), 0..30)
}

#[test]
fn jr8_f8_merging_is_commutative_associative_and_idempotent() {
    let pool = pool();
    torture("F8: merges of three journals", (10_000, (picks(), picks(), picks())), |(a, b, c)| {
        let (a, b, c) = (journal(&pool, &a), journal(&pool, &b), journal(&pool, &c));
        let ab = union(&a, &b);
        prop_assert_eq!(hashes(&ab), hashes(&union(&b, &a)));
        prop_assert_eq!(hashes(&union(&ab, &c)), hashes(&union(&a, &union(&b, &c))));
        prop_assert_eq!(hashes(&union(&a, &a)), hashes(&a));
        let mut counted = a.clone();
        let merge = counted.merge(&b);
        prop_assert_eq!(merge.new + merge.known, b.len());
        prop_assert_eq!(counted.len(), a.len() + merge.new);
        let mut twice = ab.clone();
        prop_assert_eq!(twice.merge(&b).new, 0, "taken in twice is taken in once");
        Ok(())
    });
}

/// Each hash stands for the exact text of an entry.
fn hashes(journal: &Journal) -> Vec<Hash> {
    journal.entries().iter().map(Entry::hash).collect()
}

proptest! {
    #![proptest_config(tried(2_000))]

    #[test]
    fn jr4_the_order_does_not_depend_on_the_order_of_arrival(picks in picks()) {
        let pool = POOL.with(Clone::clone);
        let one_by_one = journal(&pool, &picks);
        let mut at_once = Journal::new();
        at_once.extend(picks.iter().rev().map(|p| pool[p % pool.len()].clone()));
        prop_assert_eq!(texts(&one_by_one), texts(&at_once));
        prop_assert_eq!(verify(&one_by_one), verify(&at_once));
    }
}

thread_local! {
    static POOL: Vec<Entry> = pool();
}

#[test]
fn jr2_an_entry_of_a_later_form_is_refused_by_name() {
    let raw = Desk::new("tab-a").note("from the future");
    let newer = raw.raw().replacen("{\"v\":1,", "{\"v\":7,", 1);
    assert_eq!(Entry::read(&newer).unwrap_err(), EntryError::Newer { version: 7 });
}

#[test]
fn jr1_jr3_unknown_kinds_and_fields_are_kept_to_the_byte() {
    let known = Desk::new("tab-a").note("a note");
    let unknown = known
        .raw()
        .replacen("\"kind\":\"case_note\"", "\"kind\":\"moon_phase\"", 1)
        .replacen("{\"v\":1,", "{\"v\":1,\"later\":[1, 2],", 1);
    let entry = Entry::read(&unknown).unwrap();
    assert_eq!(entry.raw(), unknown);
    assert_eq!(entry.body.kind(), "moon_phase");
    assert!(matches!(*entry.body, Body::Unknown { .. }));
    let mut journal = Journal::new();
    journal.insert(entry);
    assert!(verify(&journal).is_whole());
}

#[test]
fn jr9_jr10_a_withdrawal_counts_from_when_it_was_recorded() {
    let mut desk = Desk::new("tab-a");
    let note = desk.note("wrong");
    let undo = desk.record(Body::Withdrawal(Withdrawal {
        entries: vec![note.id.clone()],
        reason: "a slip".to_owned(),
    }));
    assert!(desk.journal.withdrawn(None).contains(&note.id));
    let before = Instant::from_millis(undo.at.millis() - 1);
    assert!(desk.journal.withdrawn(Some(before)).is_empty());
    assert_eq!(desk.journal.len(), 2);
}

#[test]
fn jr9_f13_a_withdrawal_counts_whatever_the_clocks_said() {
    for hours in [-24 * 365, -1, 0, 1, 24 * 3_650] {
        let mut desk = Desk::new("tab-a");
        let note = desk.note("first");
        let withdraw = |desk: &mut Desk, entry: &Entry| {
            desk.turn_clock(hours * 60);
            let entries = vec![entry.id.clone()];
            desk.record(Body::Withdrawal(Withdrawal { entries, reason: String::new() }))
        };
        let undo = withdraw(&mut desk, &note);
        assert!(desk.journal.withdrawn(None).contains(&note.id), "{hours} h");
        let redo = withdraw(&mut desk, &undo);
        assert!(!desk.journal.withdrawn(None).contains(&note.id), "{hours} h");
        withdraw(&mut desk, &redo);
        assert!(desk.journal.withdrawn(None).contains(&note.id), "{hours} h");
    }
}

#[test]
fn jr9_a_ring_of_withdrawals_has_an_end_and_one_answer() {
    let lines = |one: &str, two: &str| {
        [
            format!(
                r#"{{"v":1,"id":"{one}","w":"a","n":1,"at":"2026-11-01T09:00:00Z","by":{{"name":""}},"kind":"withdrawal","body":{{"entries":["{two}"],"reason":""}}}}"#
            ),
            format!(
                r#"{{"v":1,"id":"{two}","w":"b","n":1,"at":"2026-11-01T10:00:00Z","by":{{"name":""}},"kind":"withdrawal","body":{{"entries":["{one}","{two}"],"reason":""}}}}"#
            ),
        ]
    };
    let (one, two) = ("01M817Z0000000000000000001", "01M817Z0000000000000000002");
    let mut journal = Journal::new();
    for line in lines(one, two) {
        journal.insert(Entry::read(&line).unwrap());
    }
    let gone: Vec<String> = journal.withdrawn(None).iter().map(ToString::to_string).collect();
    assert_eq!(gone, [one, two]);
}

#[test]
fn jr4_f13_eight_clocks_keep_the_order_of_a_tab_and_refuse_nothing() {
    let minutes = [-60, -60 * 24 * 365, 60 * 24 * 3_650, 1, -1, 60, -60 * 24, 60 * 24 * 365];
    for (case, step) in minutes.into_iter().enumerate() {
        for round in 0..20 {
            let mut desk = Desk::new(&format!("tab-{case}-{round}"));
            for n in 0..20 {
                if n % (round + 1) == 0 {
                    desk.turn_clock(step);
                }
                desk.notes(1);
            }
            assert!(verify(&desk.journal).is_whole());
            let mut by_place: Vec<_> = desk.journal.entries().iter().map(|e| e.seq).collect();
            by_place.sort_unstable();
            assert_eq!(by_place, (1..=20).collect::<Vec<u64>>());
        }
    }
}

#[test]
fn jr4_f13_a_clock_set_back_refuses_nothing_and_keeps_the_chain() {
    let mut desk = Desk::new("tab-a");
    desk.notes(2);
    desk.turn_clock(-60 * 24 * 365);
    desk.notes(2);
    desk.turn_clock(60 * 24 * 3_650);
    desk.notes(2);
    assert_eq!(desk.journal.len(), 6);
    assert!(verify(&desk.journal).is_whole());
    let seqs: Vec<u64> = desk.journal.entries().iter().map(|e| e.seq).collect();
    assert_eq!(seqs, [3, 4, 1, 2, 5, 6]);
}
