//! The sample reseller decided by the standard policy: every kind of outcome appears.

use std::collections::BTreeMap;

use recourse::engine::credit::{decide, gather};
use recourse::policy::shipped;

use crate::sample::{book, today};

#[test]
fn the_sample_shows_every_outcome_and_no_failure() {
    let policy = shipped::standard().unwrap();
    let mut outcomes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for account in book().accounts.values() {
        let (inputs, unusable) = gather(&policy, (book(), account), today(), &[]);
        assert_eq!(unusable, []);
        let decision = decide(&policy, &inputs, today());
        let failed: Vec<&str> = decision.reasons.iter().map(|r| r.code.as_str()).collect();
        assert!(!failed.contains(&"M-ERROR"), "{:?}", decision.reasons);
        let limit = decision.limit.map_or("none".to_owned(), |l| l.to_string());
        let name = &account.customer.value.name;
        let line = format!("{name}: {limit} {:?} {failed:?}", decision.grade);
        outcomes.entry(decision.outcome.word().to_owned()).or_default().push(line);
    }
    println!("{outcomes:#?}");
    for outcome in ["approve", "prepay", "refer", "hold", "decline"] {
        assert!(outcomes.contains_key(outcome), "no {outcome}");
    }
}
