//! What opening a kept book is made of, one kernel for each phase.

use std::sync::Arc;

use super::{made_on, rules};
use crate::app::desk::Desk;
use crate::book::fold;
use crate::domain::Instant;
use crate::domain::ids::WriterId;
use crate::exchange::generate::{self, Plan};
use crate::journal::{Entry, Hash, Journal};
use crate::store::{Keeper, MemoryStorage, Namespace};

type Work = Box<dyn FnMut() -> u64>;

/// Reading, unpacking, checking and parsing every value, and checking every chain.
pub fn read_kept(n: u32) -> Work {
    let (Some(storage), Ok(reader)) = (kept(n), WriterId::new("reader")) else {
        return Box::new(|| 0);
    };
    Box::new(move || {
        let (_, loaded) = Keeper::open(storage.clone(), Namespace::Book, reader.clone());
        loaded.journal.len() as u64
    })
}

/// Of that: the hash over the text of every entry.
pub fn hash_lines(n: u32) -> Work {
    let lines = lines(n);
    Box::new(move || {
        lines.iter().map(|line| u64::from(Hash::of(line.as_bytes()) > Hash::of(b""))).sum()
    })
}

/// Of that: reading every entry from its text, its hash included.
pub fn parse_lines(n: u32) -> Work {
    let lines = lines(n);
    Box::new(move || lines.iter().map(|line| u64::from(Entry::read(line).is_ok())).sum())
}

/// From the journal to every customer's figures, as after reading.
pub fn figure(n: u32) -> Work {
    let journal = made_journal(n);
    let rules = Arc::new(rules());
    Box::new(move || {
        let book = fold(&journal, None);
        let now = Instant::start_of(made_on()).plus_hours(12);
        Desk::compute(&book, rules.clone(), (made_on(), now)).summaries.len() as u64
    })
}

fn made_journal(invoices: u32) -> Journal {
    generate::journal(&Plan::of_invoices(invoices, made_on())).unwrap_or_default()
}

fn lines(invoices: u32) -> Vec<String> {
    made_journal(invoices).entries().iter().map(|entry| entry.raw().to_owned()).collect()
}

/// A storage that keeps a made book.
fn kept(invoices: u32) -> Option<MemoryStorage> {
    let storage = MemoryStorage::default();
    let writer = WriterId::new("keeper").ok()?;
    let (mut keeper, _) = Keeper::open(storage.clone(), Namespace::Book, writer);
    keeper.save(made_journal(invoices).entries()).ok()?;
    Some(storage)
}
