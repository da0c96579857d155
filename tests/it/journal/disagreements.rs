//! Two say different things of one thing: the winner is the same for everybody, and nobody's word is dropped.

use proptest::prelude::*;
use recourse::book::fold;
use recourse::domain::customer::Customer;
use recourse::domain::ids::{CustomerId, WriterId};
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Body, Fact, FactRow, Journal, Observed, Operator, Source};

use crate::desk::torture;
use crate::support::tenant;
use recourse::domain::Instant;

/// What one colleague recorded: a name for the same customer, some minutes after the start.
fn told(who: &str, names: &[(u8, u8)]) -> Journal {
    let start = Instant::parse("2026-11-01T09:00:00Z").unwrap();
    let seed = u128::from(who.as_bytes()[0]);
    let mut journal = Journal::new();
    for (at, (minute, name)) in names.iter().enumerate() {
        let at = start.plus_minutes(i64::from(*minute)).plus_hours(at as i64 % 2);
        let mut ids =
            FreshIds::new(at, seed << 64 | u128::from(*name) << 8 | journal.len() as u128);
        let by = Operator { name: who.to_owned(), role: String::new() };
        let writer = WriterId::new(who).unwrap();
        let fact = Fact::Customer(Customer::named(tenant(), &format!("Sample {who} {name}")));
        let observed = Observed {
            source: Source {
                file: "a.csv".to_owned(),
                sha256: String::new(),
                format: String::new(),
            },
            import: None,
            facts: vec![FactRow { row: 1, fact }],
        };
        let with = Append { writer: &writer, ids: &mut ids, at, on: None, by: &by };
        journal.append(with, Body::Observed(observed)).unwrap();
    }
    journal
}

fn names() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((0..4_u8, 0..4_u8), 1..5)
}

#[test]
fn jr11_f7_one_winner_for_everybody_and_the_loser_is_kept() {
    let customer: CustomerId = tenant();
    torture("F7: two colleagues' words on one record", (10_000, (names(), names())), |(a, b)| {
        let (a, b) = (told("anna", &a), told("bo", &b));
        let (mut one, mut other) = (a.clone(), b.clone());
        one.merge(&b);
        other.merge(&a);
        let (ours, theirs) = (fold(&one, None), fold(&other, None));
        let kept = &ours.accounts[&customer].customer;
        prop_assert_eq!(kept, &theirs.accounts[&customer].customer);
        let last = one.entries().last().unwrap();
        prop_assert_eq!(&kept.mark.entry, &last.id, "the latest word counts");
        let said: std::collections::BTreeSet<String> = one
            .entries()
            .iter()
            .filter_map(|e| match &*e.body {
                Body::Observed(o) => o.facts.first().map(|f| f.fact.clone()),
                _ => None,
            })
            .map(|fact| format!("{fact:?}"))
            .collect();
        let mut shown: std::collections::BTreeSet<String> = kept
            .superseded
            .iter()
            .map(|r| format!("{:?}", Fact::Customer(r.value.clone())))
            .collect();
        shown.insert(format!("{:?}", Fact::Customer(kept.value.clone())));
        prop_assert_eq!(
            shown,
            said,
            "every word is the one that counts or stands among the others"
        );
        Ok(())
    });
}
