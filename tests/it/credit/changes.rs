//! A policy that changes: what is different, whom it moves, and which one decides.

use recourse::domain::decision::Outcome;
use recourse::domain::{Currency, Day, Money};
use recourse::engine::credit::{NoSale, Sale, Standing, in_force, may_sell, simulate};
use recourse::journal::{Body, PolicyActivation};
use recourse::policy::{compile, diff, shipped};
use serde_json::{Value, json};

use crate::sample::{book, today};
use crate::support::{Story, day};

fn standard() -> Value {
    serde_json::from_str(shipped::STANDARD).unwrap()
}

/// The standard policy with one value changed.
fn changed(pointer: &str, value: Value) -> Value {
    let mut document = standard();
    *document.pointer_mut(pointer).unwrap() = value;
    document
}

#[test]
fn changes_are_told_by_the_ids_of_what_they_touch() {
    let mut after = changed("/stages/2/rules/1/when/0", json!("[55..70)"));
    after["stages"][1]["rules"].as_array_mut().unwrap().remove(4);
    after["lists"][0]["values"][0] = json!("BX");
    let rules = after["stages"][2]["rules"].as_array_mut().unwrap();
    rules.swap(3, 4);
    after["approvals"] = json!([{ "by": "somebody" }]);
    let told: Vec<String> = diff(&standard(), &after)
        .into_iter()
        .map(|c| {
            let short =
                |t: Option<String>| t.map_or("-".to_owned(), |t| t.chars().take(20).collect());
            format!("{}: {} > {}", c.place, short(c.before), short(c.after))
        })
        .collect();
    assert_eq!(
        told,
        [
            "lists[l.embargo].values[0]: BY > BX",
            "stages[knockout].rules[K5]: {\"id\":\"K5\",\"label\":{ > -",
            "stages[grade].rules[G2].when[0]: [50..70) > [55..70)",
            "stages[grade].rules: G1, G2, G3, G4, G5 > G1, G2, G3, G5, G4",
        ]
    );
    assert_eq!(diff(&standard(), &standard()), []);
}

#[test]
fn a_stricter_policy_moves_customers_and_counts_all_of_them() {
    let before = shipped::standard().unwrap();
    let stricter = changed("/stages/2/rules/1/then/1", json!("\"refer\""));
    let after = compile(&stricter.to_string()).unwrap();
    let result = simulate(&before, &after, book(), today());
    assert_eq!(result.customers.len(), book().accounts.len());
    let counted: usize = result.swaps.values().map(|c| c.customers).sum();
    assert_eq!(counted, result.customers.len());
    let swapped = &result.swaps[&(Outcome::Approve, Outcome::Refer)];
    assert!(swapped.customers >= 3, "{swapped:?}");
    assert!(!result.swaps.contains_key(&(Outcome::Refer, Outcome::Approve)));
    let same = simulate(&before, &before, book(), today());
    assert!(same.customers.iter().all(|c| !c.changes()));
}

#[test]
fn the_policy_put_into_force_decides_from_its_day_on() {
    let mut document = changed("/version", json!("2027.1"));
    document["effective"] = json!({ "from": "2027-01-01" });
    let activate = |text: String| {
        Body::Policy(PolicyActivation { document: text, sha256: String::new(), reason: None })
    };
    let story = Story::from("2026-11-01").entry(activate(document.to_string()));
    let version = |on: &str| in_force(&story.book(), day(on)).unwrap().document.version;
    assert_eq!(version("2026-12-31"), "2026.11.0");
    assert_eq!(version("2027-01-01"), "2027.1");
    let broken = story.entry(activate("{}".to_owned()));
    assert!(in_force(&broken.book(), day("2027-01-01")).is_err());
}

#[test]
fn a_sale_is_measured_with_its_whole_commitment() {
    let policy = shipped::standard().unwrap().document;
    let eur = |minor| Money::new(minor, Currency::EUR);
    let on = Day::new(2026, 11, 24).unwrap();
    let ask = |limit, used, commitment| {
        let standing = Standing { limit: Some(eur(limit)), expires: Some(on), used: eur(used) };
        may_sell(&policy, standing, commitment, on)
    };
    let Sale::Yes { available, mark } = ask(100_000, 50_000, eur(36_000)) else {
        panic!("it fits");
    };
    assert_eq!((available, mark.reached), (eur(14_000), Some(85)));
    assert!(matches!(ask(100_000, 50_000, eur(50_000)), Sale::Yes { .. }));
    assert_eq!(ask(100_000, 50_000, eur(50_001)), Sale::No(NoSale::TooLarge { short_by: eur(1) }));
    assert_eq!(ask(100_000, 100_000, eur(1)), Sale::No(NoSale::Blocked));
    assert!(matches!(
        ask(100_000, 0, Money::new(1, Currency::TWD)),
        Sale::No(NoSale::OtherCurrency { .. })
    ));
    let late =
        Standing { limit: Some(eur(100)), expires: Some(on.plus_days(-1).unwrap()), used: eur(0) };
    assert!(matches!(may_sell(&policy, late, eur(1), on), Sale::No(NoSale::Expired { .. })));
}
