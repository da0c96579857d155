//! In a round everybody is decided as by himself.

use std::collections::HashSet;
use std::sync::OnceLock;

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::super::attributes::{ALL, Carried};
use super::super::known::{Known, Seating};
use super::super::sitting::Sitting;
use super::Round;
use super::places::{Places, mixed};
use crate::domain::{Currency, Day, Decimal};
use crate::policy::feel::Value;
use crate::policy::{Compiled, compile, shipped};

fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

/// The standard policy, edited.
fn edited(edit: impl Fn(&mut Json)) -> String {
    let mut document: Json = serde_json::from_str(shipped::STANDARD).unwrap();
    edit(&mut document);
    document.to_string()
}

/// What ships, and policies whose parts only the long way can tell, or that have none of a kind.
fn policies() -> &'static [Compiled] {
    static ALL: OnceLock<Vec<Compiled>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut texts: Vec<String> = shipped::ALL.iter().map(|p| p.text.to_owned()).collect();
        texts
            .push(edited(|d| d["stages"][1]["rules"][2]["when"][0]["is"] = json!("> spend.trend")));
        texts.push(edited(|d| d["derived"][6]["expr"] = json!("customer.monthsWithUs ** 2")));
        texts.push(edited(|d| {
            d["stages"].as_array_mut().unwrap().truncate(3);
        }));
        texts.push(edited(|d| {
            d["fields"][0]["missing"] = json!({"do": "skip-candidate"});
            d["fields"][16]["missing"] = json!({"do": "skip-candidate"});
            d["stages"][3]["candidates"][2]["expr"] = json!("spend.monthly * spend.trend / 3");
            d["stages"][3]["candidates"][3]["expr"] = json!("10000 - payment.overdue");
        }));
        texts.push(edited(|d| {
            d["stages"][2]["hit"] = json!("first");
            d["stages"][2]["inputs"][0]["field"] = json!("calc.overdueShare");
            for (row, is) in ["< 0.1", "< 0.25", "0.25", "> 0.3", "-"].iter().enumerate() {
                d["stages"][2]["rules"][row]["when"][0] = json!(is);
            }
        }));
        // A value that no rule tells from another, but that is asked for.
        texts.push(edited(|d| {
            let any = json!({ "field": "spend.monthly", "is": "-" });
            d["stages"][1]["rules"][2]["when"].as_array_mut().unwrap().push(any);
        }));
        // Rules that are not told for want of a value, beside scores; and one of two values, one of them scored.
        texts.push(edited(|d| {
            let when = |field: &str, is: &str| json!({ "field": field, "is": is });
            let rules = &mut d["stages"][1]["rules"];
            rules[2]["when"] = json!([when("payment.worstDaysLate12m", "> 60")]);
            rules[2]["unless"] = json!([when("bureau.score", "> 30")]);
            rules[3]["when"] =
                json!([when("payment.worstDaysLate12m", "> 60"), when("tenant.ageDays", "> 50")]);
            rules[4]["when"] =
                json!([when("calc.overdueShare", "> 0.1"), when("spend.trend", "not(1)")]);
        }));
        // One value scored, and a country that is asked for but makes no difference.
        texts.push(edited(|d| {
            d["scorecards"][0]["characteristics"].as_array_mut().unwrap().truncate(1);
            let embargo = &mut d["stages"][1]["rules"][0];
            embargo["when"][0]["is"] = json!("-");
            embargo["unless"] = json!([{ "field": "cases.open", "is": "< 50" }]);
        }));
        // A limit that is rounded to nothing, and one whose candidates tie or are missing one by one.
        texts.push(edited(|d| d["stages"][3]["roundDownTo"] = json!("spend.monthly - 100")));
        texts.push(edited(|d| {
            let candidates = &mut d["stages"][3]["candidates"];
            candidates[0]["expr"] = json!("exposure.open");
            candidates[1]["expr"] = json!("bureau.netWorth + exposure.unbilled");
            candidates[3]["expr"] = json!("exposure.committed");
        }));
        texts.iter().map(|text| compile(text).unwrap_or_else(|why| panic!("{why:?}"))).collect()
    })
}

/// The values of one customer: whole numbers for each attribute, and whether they are there, in what
/// form, and how old.
type Row = (Vec<(i64, u8)>, u8);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let values = prop::collection::vec((-3_i64..100, 0_u8..24), ALL.len());
    let kinds = prop::collection::vec((values, any::<u8>()), 1..5);
    let turns =
        prop::collection::vec((any::<prop::sample::Index>(), 0..ALL.len(), 0_i64..40), 1..40);
    (kinds, turns).prop_map(|(kinds, turns)| {
        let turn = |(which, field, by): (prop::sample::Index, usize, i64)| {
            let mut row: Row = kinds[which.index(kinds.len())].clone();
            // Mostly like another, but for one value.
            row.0[field].0 += by / 4;
            row
        };
        turns.into_iter().map(turn).collect()
    })
}

fn value(field: &str, number: i64, form: u8) -> (Option<Value>, Option<i64>) {
    let age = (form == 23).then_some(number);
    let text = |words: [&str; 3]| Value::text(words[number.unsigned_abs() as usize % 3]);
    let value = match (field, form) {
        (_, 0) => return (None, age),
        ("customer.country", _) => text(["DE", "KP", "TW"]),
        ("customer.domain", _) => text(["a.example", "b.example", "-"]),
        (_, 1) => Value::Number(Decimal::new(number * 1_234, 4)),
        (_, 2) => Value::Number(Decimal::new(number * 1_234, 9)),
        (_, 3) => Value::Number(Decimal::new(number, 1)),
        (_, 4..8) => Value::number(0),
        (field, _) if field.starts_with("exposure") || field.starts_with("spend") => {
            Value::Number(Decimal::new(number * 9_731, 2))
        }
        _ => Value::number(number),
    };
    (Some(value), age)
}

/// What is carried of a customer, all of it and all but one value.
const ALL_CARRIED: u8 = 18;
const BUT_ONE: u8 = 33;

fn known(rows: &[Row]) -> Known {
    let mut known = Known::nobody(today());
    for (values, more) in rows {
        let currency = if *more % 7 == 0 { Currency::JPY } else { Currency::EUR };
        let attributes = ALL.iter().zip(values);
        let values: Vec<_> = attributes.map(|(a, (n, form))| value(a.field, *n, *form)).collect();
        let carry = |text: &str| Carried {
            text: text.to_owned(),
            source: "manual".to_owned(),
            age: i64::from(*more % 5) * 60,
        };
        let mut carried = Vec::new();
        if *more % 2 == 0 {
            carried.push(("bureau.score", carry(["81", "40", "12"][usize::from(*more) % 3])));
            carried.push(("bureau.netWorth", carry(["400000.00", "1.00"][usize::from(*more) % 2])));
            carried
                .push(("identity.verified", carry(["true", "false"][usize::from(*more) / 4 % 2])));
        }
        if *more == BUT_ONE {
            carried.push(("bureau.score", carry("81")));
            carried.push(("identity.verified", carry("true")));
        }
        known.push(currency, &values, &carried);
    }
    known
}

proptest! {
    #[test]
    fn in_a_round_each_is_decided_as_alone(rows in rows(), which in any::<prop::sample::Index>()) {
        let policy = &policies()[which.index(policies().len())];
        let known = known(&rows);
        let mut round = Round::new(policy, &known);
        let mut sitting = Sitting::new(policy, today());
        let mut seating = Seating::new(&known, policy);
        for row in 0..rows.len() {
            prop_assert_eq!(round.decide(row), sitting.decide(seating.place(row)));
        }
    }
}

#[test]
fn who_is_like_another_is_not_decided_again() {
    let one: Row = (vec![(3, 20); ALL.len()], 1);
    let mut rows = vec![one; 9];
    // Another amount alone makes no other kind, another class does.
    rows[4].0[16].0 = 4;
    rows[7].0[24].0 = 0;
    let known = known(&rows);
    for policy in &policies()[..shipped::ALL.len()] {
        let mut round = Round::new(policy, &known);
        for row in 0..rows.len() {
            round.decide(row);
        }
        assert!(
            (6..=7).contains(&round.recalled()),
            "{}: {}",
            policy.document.id,
            round.recalled()
        );
    }
}

/// Everybody decided in one round, there and back, as by himself.
fn assert_alike(policy: &Compiled, rows: &[Row]) {
    let known = known(rows);
    let mut round = Round::new(policy, &known);
    let mut sitting = Sitting::new(policy, today());
    let mut seating = Seating::new(&known, policy);
    for row in (0..rows.len()).chain((0..rows.len()).rev()) {
        let id = &policy.document.id;
        assert_eq!(round.decide(row), sitting.decide(seating.place(row)), "{id}: {:?}", rows[row]);
    }
}

/// Numbers around the bounds that policies have, each as the value of a field; the last is no value.
const AROUND: [(i64, u8); 14] = [
    (-1, 20),
    (1, 20),
    (4, 20),
    (6, 20),
    (9, 20),
    (16, 20),
    (25, 20),
    (31, 20),
    (46, 20),
    (61, 20),
    (95, 20),
    (7, 1),
    (5, 2),
    (0, 0),
];

#[test]
fn any_one_value_makes_another_customer_or_none() {
    for policy in policies() {
        for (at, base) in [(0, 4), (3, 20), (0, 0)].into_iter().enumerate() {
            let base: Row = (vec![base; ALL.len()], ALL_CARRIED);
            let mut rows = vec![base.clone()];
            for field in 0..ALL.len() {
                for value in AROUND {
                    let mut row = base.clone();
                    row.0[field] = value;
                    if at == 1 {
                        rows.push((row.0.clone(), BUT_ONE));
                    }
                    rows.push(row);
                }
            }
            assert_alike(policy, &rows);
        }
    }
}

#[test]
fn any_two_values_make_another_customer_or_none() {
    for policy in policies() {
        let base: Row = (vec![(3, 20); ALL.len()], ALL_CARRIED);
        let mut rows = Vec::new();
        for (one, other) in (0..ALL.len()).flat_map(|one| (0..one).map(move |other| (one, other))) {
            for values in [[(0, 0), (0, 0)], [(95, 20), (0, 0)], [(0, 0), (95, 20)], [(95, 20); 2]]
            {
                let mut row = base.clone();
                [row.0[one], row.0[other]] = values;
                rows.push(row);
            }
        }
        assert_alike(policy, &rows);
    }
}

/// An old tenant counts for a rule that fails by something else: old or young, he is as the one before.
#[test]
fn who_differs_by_what_no_rule_heeds_is_not_decided_again() {
    let policy = edited(|d| {
        d["stages"][1]["rules"][3]["when"] = json!([
            { "field": "tenant.ageDays", "is": "> 1000" },
            { "field": "cases.open", "is": "> 50" },
        ]);
    });
    let policy = compile(&policy).unwrap();
    let field = |name: &str| ALL.iter().position(|a| a.field == name).unwrap();
    let mut base: Row = (vec![(3, 20); ALL.len()], ALL_CARRIED);
    base.0[field("tenant.ageDays")] = (900, 20);
    let with = |changes: &[(&str, i64)]| {
        let mut row = base.clone();
        changes.iter().for_each(|(name, n)| row.0[field(name)] = (*n, 20));
        row
    };
    let heeded = with(&[("tenant.ageDays", 2000), ("cases.open", 95)]);
    let rows =
        [base.clone(), with(&[("tenant.ageDays", 2000)]), with(&[("cases.open", 95)]), heeded];
    let known = known(&rows);
    let mut round = Round::new(&policy, &known);
    let recalled: Vec<usize> = (0..rows.len())
        .map(|row| {
            round.decide(row);
            round.recalled()
        })
        .collect();
    assert_eq!(recalled, [0, 1, 2, 2]);
}

/// The standard policy with these rules and scores alone. Nothing is asked for by itself.
fn small(rules: &Json, scored: &[usize], edit: impl Fn(&mut Json)) -> Compiled {
    let text = edited(|d| {
        for field in d["fields"].as_array_mut().unwrap() {
            if field["missing"]["do"] == "refer" {
                field["missing"] = json!({"do": "score-as-missing"});
            }
        }
        let rules = rules.as_array().unwrap().iter().enumerate().map(|(at, when)| {
            let mut rule = d["stages"][1]["rules"][4].clone();
            rule["id"] = json!(format!("X{at}"));
            rule["when"] = when.clone();
            rule
        });
        let rules: Vec<Json> = rules.collect();
        let characteristics = &d["scorecards"][0]["characteristics"];
        let scored: Vec<Json> = scored.iter().map(|at| characteristics[*at].clone()).collect();
        d["scorecards"][0]["characteristics"] = json!(scored);
        let (mut stage, mut limit) = (d["stages"][1].clone(), d["stages"][3].clone());
        stage["rules"] = json!(rules);
        limit["candidates"].as_array_mut().unwrap().truncate(1);
        d["stages"] = json!([stage, limit]);
        d["derived"] = json!([]);
        d["tests"] = json!([]);
        edit(d);
    });
    compile(&text).unwrap_or_else(|why| panic!("{why:?}"))
}

fn when(conditions: &[(&str, &str)]) -> Json {
    conditions.iter().map(|(field, is)| json!({ "field": field, "is": is })).collect()
}

const WORST: &str = "payment.worstDaysLate12m";
const AVERAGE: &str = "payment.averageDaysLate12m";
const TO_PAY: &str = "payment.averageDaysToPay12m";
const MONTHS: &str = "customer.monthsWithUs";
const TENANT: &str = "tenant.ageDays";

/// Everybody with each of some values in each of these fields, the last of the fields changing first.
/// The values lie on both sides of 10, 50 and 60; one is missing and one is too old.
fn assert_alike_by(policy: &Compiled, fields: &[&str]) {
    const VALUES: [(i64, u8); 6] = [(0, 4), (0, 0), (20, 20), (55, 20), (95, 20), (95, 23)];
    let mut rows: Vec<Row> = vec![(vec![(0, 4); ALL.len()], 1)];
    for field in fields {
        let at = ALL.iter().position(|a| a.field == *field).unwrap();
        let with = |row: &Row| {
            VALUES.map(|value| {
                let mut row = row.clone();
                row.0[at] = value;
                row
            })
        };
        rows = rows.iter().flat_map(with).collect();
    }
    assert_alike(policy, &rows);
}

#[test]
fn a_value_that_is_scored_and_ruled_counts_for_both() {
    let rules = json!([when(&[(WORST, "> 60"), (TENANT, "> 50")])]);
    let policy = small(&rules, &[0], |_| ());
    assert_alike_by(&policy, &[WORST, TENANT]);
    // The one scored alone stands behind one that is ruled alone.
    let policy = small(&rules, &[1], |_| ());
    assert_alike_by(&policy, &[WORST, AVERAGE, TENANT]);
}

#[test]
fn a_value_counts_for_the_rules_its_own_class_lets_pass() {
    let rules = json!([
        when(&[(WORST, "(10..60]"), (TENANT, "> 60")]),
        when(&[(WORST, "> 60")]),
        when(&[(WORST, "(10..60]"), (TENANT, "> 10")]),
    ]);
    assert_alike_by(&small(&rules, &[2], |_| ()), &[WORST, MONTHS, TENANT]);
}

#[test]
fn a_derived_value_is_missing_for_want_of_one_field_or_another() {
    let policy = small(&json!([when(&[("calc.sum", "> 100")])]), &[0], |d| {
        let name = json!({"en": "Sum", "zh-Hant": "總和"});
        let expr = format!("{AVERAGE} + {TO_PAY} + {MONTHS}");
        d["derived"] = json!([{ "id": "calc.sum", "label": name, "expr": expr }]);
    });
    assert_alike_by(&policy, &[AVERAGE, TO_PAY, MONTHS]);
}

#[test]
fn a_rule_is_not_told_for_want_of_one_field_or_another() {
    let policy = small(&json!([when(&[(WORST, "> 50"), (MONTHS, "> 60")])]), &[1], |_| ());
    assert_alike_by(&policy, &[WORST, MONTHS]);
    assert_alike_by(&policy, &[MONTHS, WORST]);
}

#[test]
fn a_rule_that_looks_at_two_values_at_once_is_asked_beside_others() {
    let rules = json!([when(&[(WORST, "> 60")]), when(&[(AVERAGE, &format!("> {MONTHS}"))])]);
    assert_alike_by(&small(&rules, &[0], |_| ()), &[WORST, AVERAGE, MONTHS]);
}

#[test]
fn an_earlier_limit_says_what_it_has_to_say() {
    let policy = small(&json!([when(&[(WORST, "> 60")])]), &[0], |d| {
        let mut earlier = d["stages"][1].clone();
        earlier["id"] = json!("earlier");
        earlier["candidates"][0]["id"] = json!("L0");
        earlier["candidates"][0]["expr"] = json!("spend.monthly");
        d["stages"].as_array_mut().unwrap().insert(1, earlier);
    });
    assert_alike_by(&policy, &[WORST, "spend.monthly"]);
}

#[test]
fn what_is_asked_for_by_itself_is_missed_though_its_rule_fails() {
    let rules = json!([when(&[("payment.oldestDaysLate", "> 60"), (WORST, "> 60")])]);
    let policy = small(&rules, &[1], |d| {
        d["fields"][1]["missing"] = json!({"do": "refer", "reason": "M-LEDGER"});
    });
    assert_alike_by(&policy, &[WORST, "payment.oldestDaysLate"]);
}

#[test]
fn a_place_is_found_again_among_many_and_beside_another_of_its_hash() {
    let mut places = Places::default();
    for at in 0..1000 {
        places.add(mixed(at as u64 / 2, 7), at).unwrap();
    }
    for at in 0..1000 {
        assert_eq!(places.find(mixed(at as u64 / 2, 7), |place| place == at), Some(at));
    }
    assert_eq!(places.find(mixed(3, 7), |place| place > 7), None);
    let hashes = (0..1000).map(|n| mixed(n, 7)).chain((8..1000).map(|n| mixed(7, n)));
    assert_eq!(hashes.collect::<HashSet<u64>>().len(), 1992);
}
