//! The sample reseller shows every stage of collections.

use recourse::engine::collections::{Stage, plan, stage};
use recourse::policy::shipped;

use crate::support::{day, weekdays};

#[test]
fn the_sample_has_customers_at_many_stages() {
    let book = crate::sample::book();
    let ladder = shipped::ladder().unwrap();
    // The sample is opened on a Sunday; the day after, steps may be taken.
    let monday = day("2026-11-23");
    let stages: Vec<Stage> = book
        .accounts
        .keys()
        .map(|id| stage(&plan(book, id, &ladder, &weekdays(), monday).unwrap()))
        .collect();
    let some = |is: fn(&Stage) -> bool| stages.iter().any(is);
    assert!(some(|s| *s == Stage::Clear));
    assert!(some(|s| matches!(s, Stage::Due { .. })));
    assert!(some(|s| matches!(s, Stage::MaySuspend { .. })));
    assert!(some(|s| matches!(s, Stage::Held { .. })));
    assert!(some(|s| matches!(s, Stage::Promised { .. })));
    assert!(some(|s| *s == Stage::Disputed));
}
