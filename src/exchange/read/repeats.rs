//! What one file tells twice.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::import::{FileReading, key};
use super::problem::{Place, Problem, Weight, What};
use crate::journal::{Fact, FactRow};

/// Looks for things that one file tells twice in different ways, some facts at a time.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    /// Where the last fact of each digest stands.
    seen: HashMap<u64, usize, BuildHasherDefault<Mixed>>,
    next: usize,
    /// The row of the first, what it is about, and how many there are.
    found: Option<(u32, String, u32)>,
}

impl Repeats {
    /// Looks at some further facts; true when none is left.
    pub(super) fn step(&mut self, facts: &[FactRow], some: usize) -> bool {
        if self.next == 0 {
            self.seen.reserve(facts.len());
        }
        let until = self.next.saturating_add(some).min(facts.len());
        for (at, row) in facts.iter().enumerate().take(until).skip(self.next) {
            let before = self.seen.insert(digest(&row.fact), at);
            let Some(before) = before.and_then(|before| facts.get(before)) else {
                continue;
            };
            if before.fact != row.fact && key(&before.fact) == key(&row.fact) {
                let (_, what, which) = key(&row.fact);
                let shown = || (row.row, format!("{what} {which}").trim().to_owned(), 0);
                self.found.get_or_insert_with(shown).2 += 1;
            }
        }
        self.next = until;
        until == facts.len()
    }

    /// The reading, which says so where there are any.
    pub(super) fn told_in(self, mut reading: FileReading) -> FileReading {
        if let Some((row, shown, count)) = self.found {
            let problem = Problem::new(Weight::Note, Place::line(row), What::Repeated(shown));
            reading.problems.push(Problem { count, ..problem });
        }
        reading
    }
}

/// A short stand-in for [`key`], made without copying. Facts of one key have one digest; facts of
/// one digest are compared by their keys.
fn digest(fact: &Fact) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |text: &str| {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let last = rest.iter().fold(1, |last, byte| last << 8 | u64::from(*byte));
        for word in words.iter().map(|word| u64::from_le_bytes(*word)).chain([last]) {
            hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    };
    match fact {
        Fact::Invoice(i) => [i.customer.as_str(), i.number.as_str(), "i"].map(&mut take),
        Fact::Payment(p) => [p.customer.as_str(), p.reference.as_str(), "p"].map(&mut take),
        other => {
            let (kind, what, which) = key(other);
            [what.as_str(), which.as_str(), &kind.to_string()].map(&mut take)
        }
    };
    hash
}

/// What is hashed is a digest already: its bits only have to be mixed.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, digest: u64) {
        let mixed = (self.0 ^ digest).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
