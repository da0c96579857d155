//! A policy that changes: what is different, whom it moves, and which one decides.

use recourse::domain::decision::Outcome;
use recourse::domain::{Currency, Day, Money, Purse};
use recourse::engine::credit::decision::Origin;
use recourse::engine::credit::{
    Direction, Finding, Known, NoSale, NotYet, Placed, Sale, Seating, Standing, gather, guards,
    in_force, may_sell, not_yet, simulate,
};
use recourse::journal::{Body, PolicyActivation};
use recourse::policy::diff::{Part, apply};
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
fn a_change_names_what_it_touches_and_can_be_made_alone() {
    let mut after = changed("/stages/2/rules/1/when/0", json!("[55..70)"));
    after["stages"][1]["rules"].as_array_mut().unwrap().remove(4);
    after["stages"][0]["rules"][0]["when"][0]["is"] = json!("> 1");
    after["scorecards"][0]["characteristics"][0]["bins"][1]["is"] = json!("(6..15]");
    after["scorecards"][0]["characteristics"][0]["bins"][1]["points"] = json!(25);
    after["parameters"][1]["values"][0]["amounts"]["EUR"] = json!("300.00");
    after["stages"][2]["rules"].as_array_mut().unwrap().swap(3, 4);
    after["lists"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "l.new", "label": {"en": "New", "zh-Hant": "新"}, "values": ["X"]}));
    let changes = diff(&standard(), &after);
    let told: Vec<String> = changes
        .iter()
        .map(|c| {
            let things: Vec<&str> = c.things.iter().map(|t| t.id.as_str()).collect();
            let part = match &c.part {
                Part::Cell { of } | Part::Exception { of } | Part::Result { of } => {
                    format!("cell of {}", of.label.as_ref().map_or("?", |l| &l.en))
                }
                other => format!("{other:?}"),
            };
            format!("{:?} {} {part}", c.kind, things.join("/"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "Added l.new Whole",
            "Changed p.smallOverdue/2020-01-01 Property(\"amounts.EUR\")",
            "Changed s.risk/payment.worstDaysLate12m/2 cell of Worst days past due in 12 months",
            "Changed s.risk/payment.worstDaysLate12m/2 Property(\"points\")",
            "Changed fraud/F1 cell of Cases closed as fraud",
            "Removed knockout/K5 Whole",
            "Changed grade/G2 cell of Risk score, 0 to 100",
            "Moved grade Order",
        ]
    );
    for change in &changes {
        let alone = diff(&standard(), &apply(&standard(), &after, change));
        assert_eq!(alone.len(), 1, "{alone:#?}");
        assert_eq!((&alone[0].place, alone[0].kind), (&change.place, change.kind));
        assert_eq!(alone[0].after, change.after);
    }
}

#[test]
fn every_customer_who_moves_names_what_moved_him() {
    let before = shipped::standard().unwrap();
    let stricter = changed("/stages/2/rules/1/then/1", json!("\"refer\""));
    let after = compile(&stricter.to_string()).unwrap();
    let known = Known::gather(book(), today());
    for (old, new, direction) in
        [(&before, &after, Direction::Out), (&after, &before, Direction::In)]
    {
        let result = simulate(old, new, &known);
        let rule = result.rules.iter().find(|r| r.direction == direction).unwrap();
        let by = Origin::Row { stage: "grade".to_owned(), row: "G2".to_owned() };
        assert_eq!(rule.by.as_ref(), Some(&by));
        assert_eq!(rule.who.len(), rule.sums.customers);
        let moved: usize = result.rules.iter().map(|r| r.sums.customers).sum();
        assert_eq!(moved + result.unchanged, result.customers.len());
        assert!(rule.days_late.known > 0 && rule.days_late.median <= rule.days_late.worst);
    }
}

#[test]
fn what_is_gathered_once_decides_as_what_is_gathered_for_one() {
    let policy = shipped::standard().unwrap();
    let known = Known::gather(book(), today());
    let mut seating = Seating::new(&known, &policy);
    for (row, account) in book().accounts.values().enumerate() {
        let (inputs, _) = gather(&policy, (book(), account), today(), &[]);
        assert_eq!(*seating.place(row), Placed::new(&policy, &inputs), "{row}");
    }
}

#[test]
fn a_guard_that_is_met_tells_the_figure_nearest_to_a_bound() {
    let words = json!({"en": "Limits", "zh-Hant": "額度"});
    let mut halved: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    halved["guards"] = json!([{
        "id": "g", "label": words, "metric": "limit-change", "min": "-0.9", "max": "0.9", "why": words,
    }]);
    let before = shipped::standard().unwrap();
    let after = compile(&halved.to_string()).unwrap();
    let mut result = simulate(&before, &after, &Known::gather(book(), today()));
    let purse = |euros: i64, dollars: i64| {
        let mut purse = Purse::new();
        purse.add(Money::new(euros, Currency::EUR)).unwrap();
        purse.add(Money::new(dollars, Currency::USD)).unwrap();
        purse
    };
    for cell in result.swaps.values_mut() {
        (cell.limit_before, cell.limit_after) = (purse(0, 0), purse(0, 0));
    }
    let cell = result.swaps.values_mut().next().unwrap();
    (cell.limit_before, cell.limit_after) = (purse(10_000, 10_000), purse(11_000, 4_000));
    let found = guards(&after.document, &result);
    let nearest = Finding::Met { found: "-0.6".parse().unwrap(), currency: Some(Currency::USD) };
    assert_eq!(found[0].finding, nearest);
}

#[test]
fn guards_are_measured_and_say_which_bound_is_broken() {
    let guard = |metric: &str, bound: &str, value: &str| {
        let label = json!({"en": "A guard", "zh-Hant": "護欄"});
        let mut guard = json!({"id": metric, "label": label, "metric": metric, "why": label});
        guard[bound] = json!(value);
        guard
    };
    let mut stricter = changed("/stages/2/rules/1/then/1", json!("\"refer\""));
    stricter["guards"] = json!([
        guard("swap-out-share", "max", "0.01"),
        guard("approve-share", "min", "0.99"),
        guard("refused-share", "max", "1"),
        guard("limit-change", "min", "0.5"),
        guard("swap-in-days-late", "max", "30"),
    ]);
    stricter["minApprovals"] = json!(1);
    let before = shipped::standard().unwrap();
    let after = compile(&stricter.to_string()).unwrap();
    let result = simulate(&before, &after, &Known::gather(book(), today()));
    let found = guards(&after.document, &result);
    let blocks: Vec<bool> = found.iter().map(|g| g.blocks()).collect();
    assert_eq!(blocks, [true, true, false, true, false], "{found:#?}");
    assert!(matches!(found[3].finding, Finding::TooLow { currency: Some(_), .. }));
    assert_eq!(found[4].finding, Finding::NothingToMeasure);
    let waived: Vec<(String, String)> = ["swap-out-share", "approve-share", "limit-change"]
        .map(|id| (id.to_owned(), "Wanted".to_owned()))
        .to_vec();
    let left = not_yet(&after, book(), &found, &waived);
    let rules: Vec<String> = left.iter().map(|l| l.rule().to_string()).collect();
    assert_eq!(rules, ["CR-059", "CR-053"], "{left:?}");
    let blank = [("approve-share".to_owned(), " ".to_owned())];
    let left = not_yet(&after, book(), &found, &blank);
    assert_eq!(left.iter().filter(|l| matches!(l, NotYet::Guard { .. })).count(), 3);
}

#[test]
fn a_stricter_policy_moves_customers_and_counts_all_of_them() {
    let before = shipped::standard().unwrap();
    let stricter = changed("/stages/2/rules/1/then/1", json!("\"refer\""));
    let after = compile(&stricter.to_string()).unwrap();
    let known = Known::gather(book(), today());
    let result = simulate(&before, &after, &known);
    assert_eq!(result.customers.len(), book().accounts.len());
    let counted: usize = result.swaps.values().map(|c| c.customers).sum();
    assert_eq!(counted, result.customers.len());
    let swapped = &result.swaps[&(Outcome::Approve, Outcome::Refer)];
    assert!(swapped.customers >= 3, "{swapped:?}");
    assert!(!result.swaps.contains_key(&(Outcome::Refer, Outcome::Approve)));
    let same = simulate(&before, &before, &known);
    assert!(same.customers.iter().all(|c| !c.changes()));
}

#[test]
fn the_policy_put_into_force_decides_from_its_day_on() {
    let mut document = changed("/version", json!("2027.1"));
    document["effective"] = json!({ "from": "2027-01-01" });
    let activate = |text: String| {
        Body::Policy(PolicyActivation {
            document: text,
            sha256: String::new(),
            reason: None,
            waived: Vec::new(),
        })
    };
    let story = Story::from("2026-11-01").entry(activate(document.to_string()));
    let version = |on: &str| in_force(&story.book(), day(on)).unwrap().document.version;
    assert_eq!(version("2026-12-31"), "2026.11.1");
    assert_eq!(version("2027-01-01"), "2027.1");
    let edited = PolicyActivation {
        document: document.to_string(),
        sha256: "0".repeat(64),
        reason: None,
        waived: Vec::new(),
    };
    let changed = Story::from("2026-11-01").entry(Body::Policy(edited));
    let faults = in_force(&changed.book(), day("2027-01-01"));
    let told = faults.unwrap_err()[0].to_string();
    assert!(told.contains("it was changed after it was approved"), "{told}");
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
