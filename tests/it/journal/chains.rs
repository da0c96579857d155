//! Chains: what is changed or missing is found and named.

use recourse::journal::{Entry, Fault, Journal, verify};

use crate::desk::Desk;

fn chain() -> Vec<Entry> {
    Desk::new("tab-a").notes(5)
}

fn faults(entries: &[Entry]) -> Vec<Fault> {
    let mut journal = Journal::new();
    journal.extend(entries.iter().cloned());
    verify(&journal).faults
}

#[test]
fn jr5_a_chain_is_numbered_from_one_and_linked_by_hash() {
    let chain = chain();
    for (place, entry) in chain.iter().enumerate() {
        assert_eq!(entry.seq, place as u64 + 1);
        let before = place.checked_sub(1).map(|p| chain[p].hash());
        assert_eq!(entry.prev, before);
    }
    assert_eq!(faults(&chain), []);
}

#[test]
fn jr6_every_flipped_byte_of_an_entry_that_another_follows_is_noticed() {
    let chain = chain();
    let raw = chain[2].raw().to_owned();
    for place in 0..raw.len() {
        for flip in [0x01_u8, 0x10, 0x20] {
            let mut bytes = raw.clone().into_bytes();
            bytes[place] ^= flip;
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            let Ok(forged) = Entry::read(&text) else {
                continue;
            };
            let mut entries = chain.clone();
            entries[2] = forged;
            assert_ne!(faults(&entries), [], "byte {place} with {flip:#x}");
        }
    }
}

#[test]
fn jr6_a_missing_entry_is_a_gap_with_its_places() {
    let mut chain = chain();
    chain.drain(1..3);
    let writer = chain[0].writer.clone();
    assert_eq!(
        faults(&chain),
        [Fault::Gap { writer, before: chain[1].id.clone(), missing_from: 2, missing_to: 3 }]
    );
}

#[test]
fn jr6_two_entries_at_one_place_are_a_fork() {
    let mut one = Desk::new("tab-a");
    one.notes(2);
    let mut entries = one.journal.entries().to_vec();
    entries.push(one.note("one way"));
    let mut other = Desk::new("tab-a");
    other.notes(2);
    entries.push(other.note("another way"));
    let found = faults(&entries);
    assert!(found.iter().any(|f| matches!(f, Fault::Fork { seq: 3, .. })), "{found:?}");
    assert!(found.iter().any(|f| matches!(f, Fault::SameId { .. })));
}

#[test]
fn jr7_what_a_chain_cannot_show_a_book_file_can() {
    let chain = chain();
    let last = chain[4].raw().replacen("sample note 4", "simple note 4", 1);
    let mut entries = chain.clone();
    entries[4] = Entry::read(&last).unwrap();
    assert_eq!(faults(&entries), [], "a chain says nothing of its last entry");
    let mut journal = Journal::new();
    journal.extend(chain);
    let meta = crate::bundle::meta();
    let file = recourse::exchange::bundle::write(&journal, &meta);
    let forged = file.replacen("sample note 4", "simple note 4", 1);
    let bundle = recourse::exchange::bundle::read(&forged).unwrap();
    assert!(!recourse::exchange::bundle::verify(&bundle).is_verified());
}
