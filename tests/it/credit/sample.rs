//! The sample reseller decided by the standard policy: every kind of outcome appears.

use std::collections::BTreeMap;

use recourse::engine::credit::{Known, Seating, Sitting, decide, gather};
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

#[test]
fn the_short_way_decides_most_of_the_sample_under_every_policy() {
    let known = Known::gather(book(), today());
    for shipped in shipped::ALL {
        let policy = recourse::policy::compile(shipped.text).unwrap();
        let mut sitting = Sitting::new(&policy, today());
        let mut seating = Seating::new(&known, &policy);
        for row in 0..known.people.len() {
            sitting.decide(seating.place(row));
        }
        let (short, all) = (sitting.decided_short(), known.people.len());
        assert!(short * 10 >= all * 8, "{}: {short} of {all}", shipped.id);
    }
}
