//! A writer at work, for tests: records entries with a clock and ids of its own.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config as ProptestConfig, RngSeed, TestCaseError, TestRunner};
use recourse::domain::Instant;
use recourse::domain::case::CaseNote;
use recourse::domain::ids::{CaseId, WriterId};
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Body, Entry, Journal, Operator, sha256_hex};

pub struct Desk {
    pub journal: Journal,
    pub writer: WriterId,
    ids: FreshIds,
    at: Instant,
}

impl Desk {
    /// Two desks differ in their entries when their names differ.
    pub fn new(writer: &str) -> Self {
        let at = Instant::parse("2026-11-01T09:00:00Z").unwrap();
        let digits = sha256_hex(writer.as_bytes());
        let random = u128::from_str_radix(&digits[..20], 16).unwrap();
        Self {
            journal: Journal::new(),
            writer: WriterId::new(writer).unwrap(),
            ids: FreshIds::new(at, random),
            at,
        }
    }

    pub fn record(&mut self, body: Body) -> Entry {
        self.at = self.at.plus_minutes(1);
        let by =
            Operator { name: "Sample Controller".to_owned(), role: "credit controller".to_owned() };
        let with =
            Append { writer: &self.writer, ids: &mut self.ids, at: self.at, on: None, by: &by };
        self.journal.append(with, body).unwrap()
    }

    /// Sets the clock forward, or back when negative.
    pub fn turn_clock(&mut self, minutes: i64) {
        self.at = self.at.plus_minutes(minutes);
    }

    /// A small edit: a note on a case.
    pub fn note(&mut self, text: &str) -> Entry {
        let at = self.at;
        self.record(Body::CaseNote(CaseNote {
            case: CaseId::new("SAMPLE-CASE-1").unwrap(),
            at,
            text: text.to_owned(),
            answers: None,
        }))
    }

    pub fn notes(&mut self, count: usize) -> Vec<Entry> {
        (0..count).map(|n| self.note(&format!("sample note {n} 範例備註"))).collect()
    }
}

/// The texts of a journal: equal for equal journals.
pub fn texts(journal: &Journal) -> Vec<String> {
    journal.entries().iter().map(|e| e.raw().to_owned()).collect()
}

/// A property is tried on the same cases in every run; another seed tries others.
pub fn tried(cases: u32) -> ProptestConfig {
    let seed = std::env::var("RECOURSE_TORTURE_SEED").ok().and_then(|n| n.parse().ok());
    ProptestConfig {
        cases: trials(cases),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed.unwrap_or(20_261_122)),
        ..ProptestConfig::default()
    }
}

/// Tries a property on many cases and prints how many there were: what `cargo xtask torture` shows.
pub fn torture<S: Strategy>(
    name: &str,
    (cases, of): (u32, S),
    holds: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = tried(cases);
    let count = config.cases;
    if let Err(counter_example) = TestRunner::new(config).run(&of, holds) {
        panic!("{name}: {counter_example}");
    }
    println!("figure: {name}: {count} tried, 0 counter-examples, 0 panics");
}

/// How many cases a property is tried on: more in a long run, by `RECOURSE_TORTURE_RUNS`.
pub fn trials(cases: u32) -> u32 {
    let times =
        std::env::var("RECOURSE_TORTURE_RUNS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_u32);
    cases.saturating_mul(times)
}
