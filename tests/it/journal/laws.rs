//! Merging is union.

use proptest::prelude::*;
use recourse::domain::Instant;
use recourse::journal::{Body, Entry, EntryError, Journal, Withdrawal, verify};

use crate::desk::{Desk, texts, trials};

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

proptest! {
    #![proptest_config(ProptestConfig { cases: trials(2_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn jr8_merging_is_commutative_associative_and_idempotent(a in picks(), b in picks(), c in picks()) {
        let pool = POOL.with(Clone::clone);
        let (a, b, c) = (journal(&pool, &a), journal(&pool, &b), journal(&pool, &c));
        prop_assert_eq!(texts(&union(&a, &b)), texts(&union(&b, &a)));
        prop_assert_eq!(
            texts(&union(&union(&a, &b), &c)),
            texts(&union(&a, &union(&b, &c)))
        );
        prop_assert_eq!(texts(&union(&a, &a)), texts(&a));
        let mut counted = a.clone();
        let merge = counted.merge(&b);
        prop_assert_eq!(merge.new + merge.known, b.len());
        prop_assert_eq!(counted.len(), a.len() + merge.new);
    }

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
    assert!(matches!(entry.body, Body::Unknown { .. }));
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
