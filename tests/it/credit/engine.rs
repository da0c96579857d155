//! What the engine answers, held to a hash: an answer that changes must change the engine's name.

use std::fmt::Write as _;

use recourse::engine::credit::{Decision, ENGINE_SHA256, decide};
use recourse::journal::sha256_hex;
use recourse::policy::compile;

use super::good::without;
use crate::support::day;

/// A kept policy: those that ship change, and the engine does not change with them.
const POLICY: &str = include_str!("../../kept/v1/policy.json");

fn line(decision: &Decision) -> String {
    let codes: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
    let candidates: Vec<String> =
        decision.candidates.iter().map(|c| format!("{}={:?}", c.id, c.amount)).collect();
    format!(
        "{} {:?} {:?} {:?} {:?} {:?} {} {} {codes:?} {candidates:?}\n",
        decision.outcome.word(),
        decision.limit,
        decision.computed_limit,
        decision.term_days,
        decision.deposit,
        decision.grade,
        decision.next_review,
        decision.expires,
    )
}

/// The tests of the kept policy as they stand, and each with every one of its values left out.
#[test]
fn the_engine_answers_as_its_hash_says() {
    let policy = compile(POLICY).unwrap();
    let mut text = String::new();
    for test in &policy.document.tests {
        for left_out in 0..=test.input.len() {
            let inputs = without(&policy, test, left_out);
            let as_of = test.as_of.unwrap_or(day("2026-11-24"));
            write!(text, "{}", line(&decide(&policy, &inputs, as_of))).unwrap();
        }
    }
    assert!(text.lines().count() > 500);
    assert_eq!(
        sha256_hex(text.as_bytes()),
        ENGINE_SHA256,
        "an answer has changed: give the engine a new name and this hash"
    );
}
