use proptest::prelude::*;
use recourse::domain::alert::{AlertFamily, Level};
use recourse::domain::{Day, RuleId};
use recourse::engine::suspicion::signals::{BEYOND, LIST};
use recourse::engine::suspicion::{
    Gap, Hit, Outcome, Reading, Reason, Signal, Subject, Value, propose, score,
};

use super::desk::*;
use super::signals::evaluate;

fn signal(rule: &str, outcome: Outcome) -> Signal {
    Signal {
        rule: RuleId::named(rule),
        customer: tenant(),
        subject: Subject::Customer,
        window: None,
        outcome,
    }
}

fn hit() -> Hit {
    Hit {
        severity: Level::High,
        reading: Reading { observed: Value::Count(1), expected: Value::Count(0) },
        reason: Reason::Mining { family: AlertFamily::CryptoMining },
    }
}

fn fired(rule: &str) -> Signal {
    signal(rule, Outcome::Hit(hit()))
}

fn muted(rule: &str) -> Signal {
    let outcome = Outcome::Muted { hit: hit(), until: Day::MAX, reason: "known".to_owned() };
    signal(rule, outcome)
}

fn points(signals: &[Signal], scenario: &str) -> u32 {
    score(&tenant(), signals, &settings().scoring)
        .into_iter()
        .find(|s| s.key == scenario)
        .unwrap()
        .points
}

#[test]
fn points_add_up_by_scenario_and_each_part_once() {
    let mining = "takeover-mining";
    assert_eq!(points(&[fired("SUS-R01")], mining), 80);
    assert_eq!(points(&[fired("SUS-R03"), fired("SUS-R04")], mining), 60);
    assert_eq!(points(&[fired("SUS-R01"), fired("SUS-R01")], mining), 80);
    assert_eq!(points(&[fired("SUS-R19"), fired("SUS-R01")], mining), 230);
    assert_eq!(points(&[fired("SUS-R08"), fired("SUS-R09")], "bust-out"), 200);
}

#[test]
fn a_case_is_proposed_at_a_hundred_and_containment_at_two_hundred() {
    let book = Desk::new().book();
    let propose = |rules: &[&str]| {
        let signals: Vec<Signal> = rules.iter().map(|r| fired(r)).collect();
        let made = propose(&book, &signals, &settings().scoring);
        made.iter().map(|p| (p.score.key.clone(), p.contain)).collect::<Vec<_>>()
    };
    assert!(propose(&["SUS-R01"]).is_empty());
    let mining = |contain| vec![("takeover-mining".to_owned(), contain)];
    assert_eq!(propose(&["SUS-R01", "SUS-R03"]), mining(false));
    assert_eq!(propose(&["SUS-R01", "SUS-R19"]), mining(true));
}

#[test]
fn a_muted_signal_gives_nothing_and_is_listed() {
    let signals = [muted("SUS-R19"), signal("SUS-R01", Outcome::NotEvaluable(Gap::NoUsage))];
    let scores = score(&tenant(), &signals, &settings().scoring);
    let mining = scores.iter().find(|s| s.key == "takeover-mining").unwrap();
    assert_eq!(mining.points, 0);
    assert!(mining.parts.iter().any(|p| p.muted == ["SUS-R19"]));
    assert!(mining.parts.iter().any(|p| p.unknown == ["SUS-R01"]));
}

#[test]
fn an_open_case_is_named_beside_the_proposal() {
    let mut desk = Desk::new();
    desk.open(&[], &[]);
    let signals = [fired("SUS-R19")];
    let made = propose(&desk.book(), &signals, &settings().scoring);
    assert_eq!(made[0].already_open, vec![case("C-1")]);
}

#[test]
fn every_signal_that_the_policy_scores_is_worked_out_or_said_to_be_beyond() {
    let mut known: Vec<&str> = LIST.iter().map(|d| d.rule.as_str()).collect();
    known.extend(BEYOND.iter().map(|b| b.rule.as_str()));
    let mut once = known.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), known.len());
    for scenario in settings().scoring.scenarios {
        for rule in scenario.parts.iter().flat_map(|p| &p.any_of) {
            assert!(known.contains(&rule.as_str()), "{rule} in {}", scenario.key);
        }
    }
}

const RULES: &[&str] = &[
    "SUS-R01", "SUS-R02", "SUS-R03", "SUS-R04", "SUS-R06", "SUS-R08", "SUS-R09", "SUS-R10",
    "SUS-R11", "SUS-R19", "SUS-R20", "SUS-R22",
];

proptest! {
    #[test]
    fn another_hit_never_lowers_a_score(
        chosen in prop::collection::vec((0..RULES.len(), any::<bool>()), 0..12),
        more in 0..RULES.len(),
    ) {
        let mut signals: Vec<Signal> = chosen
            .iter()
            .map(|(i, on)| if *on { fired(RULES[*i]) } else { muted(RULES[*i]) })
            .collect();
        let before = score(&tenant(), &signals, &settings().scoring);
        signals.push(fired(RULES[more]));
        let after = score(&tenant(), &signals, &settings().scoring);
        for (b, a) in before.iter().zip(&after) {
            prop_assert!(a.points >= b.points);
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(seed in prop::collection::vec(any::<u32>(), 34)) {
        let mut facts = steady("2026-11-19", 30, "50.00");
        facts.push(usage("2026-11-20", "2000.00", "NC24ads A100 v4", "eastus"));
        facts.push(usage("2026-11-20", "10.00", "D2 v3", "uksouth"));
        facts.push(usage("2026-11-20", "10.00", "D2 v3", "japaneast"));
        facts.push(customer(Some("2026-11-01")));
        let mut plain = Desk::new();
        plain.observe(facts.clone());
        let mut keyed: Vec<_> = seed.into_iter().zip(facts).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let mut mixed = Desk::new();
        mixed.observe(keyed.into_iter().map(|(_, fact)| fact).collect());
        let now = "2026-11-21T12:00:00Z";
        prop_assert_eq!(evaluate(&plain.book(), now), evaluate(&mixed.book(), now));
    }
}
