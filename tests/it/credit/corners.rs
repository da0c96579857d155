//! Decisions by the standard policy with one part edited, where only that part tells.

use super::good::{GOOD, both_ways};
use recourse::domain::decision::Outcome;
use recourse::domain::ids::CustomerId;
use recourse::domain::{Currency, Day, Money};
use recourse::engine::credit::decision::Origin;
use recourse::engine::credit::trace::{Seen, Step};
use recourse::engine::credit::{
    Decision, Difference, Inputs, May, Reach, Refusal, Replay, Said, Signing, counterfactuals,
    decide, inputs_of, may_sign, record, replay,
};
use recourse::policy::feel::Value as Amount;
use recourse::policy::{Compiled, compile, shipped};
use serde_json::{Value, json};

fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

fn edited(edit: impl Fn(&mut Value)) -> Compiled {
    let mut document = serde_json::from_str(shipped::STANDARD).unwrap();
    edit(&mut document);
    compile(&document.to_string()).unwrap()
}

fn inputs(policy: &Compiled, changes: &[(&str, &str)], gone: &str) -> Inputs {
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, text) in GOOD.iter().chain(changes) {
        inputs.set_text(policy, field, text, ("test", Some(0))).unwrap();
    }
    inputs.values.remove(gone);
    inputs
}

/// Decided with the trace, and the short way, which must agree.
fn decided(policy: &Compiled, changes: &[(&str, &str)], gone: &str) -> Decision {
    let inputs = inputs(policy, changes, gone);
    both_ways(policy, &inputs, today())
}

fn codes(decision: &Decision) -> Vec<&str> {
    decision.reasons.iter().map(|r| r.code.as_str()).collect()
}

/// What failed, in the words of the failure.
fn problems(decision: &Decision) -> Vec<&str> {
    let failures = decision.reasons.iter().filter_map(|reason| match &reason.origin {
        Origin::Failure { problem, .. } => Some(problem.as_str()),
        _ => None,
    });
    failures.collect()
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

#[test]
fn a_candidate_that_may_be_left_out_is() {
    let policy = edited(|d| {
        let fields = d["fields"].as_array_mut().unwrap();
        let field = fields.iter_mut().find(|f| f["id"] == "bureau.netWorth").unwrap();
        field["missing"] = json!({"do": "skip-candidate"});
        d["stages"][3]["candidates"][3]["expr"] = json!("bureau.netWorth * p.netWorthShare");
    });
    let without = decided(&policy, &[], "bureau.netWorth");
    assert_eq!((without.limit, codes(&without)), (Some(eur(1_200_000)), vec!["R-SPENDCAP"]));
    let poor = decided(&policy, &[("bureau.netWorth", "50000.00")], "");
    assert_eq!((poor.limit, codes(&poor)), (Some(eur(500_000)), vec!["R-NETWORTH"]));
    let strict = edited(|d| {
        d["stages"][3]["candidates"][3]["expr"] = json!("bureau.netWorth * p.netWorthShare");
    });
    let unknown = decided(&strict, &[], "bureau.netWorth");
    assert_eq!((unknown.outcome, unknown.limit), (Outcome::Refer, None));
}

#[test]
fn a_limit_is_rounded_down_to_an_amount_above_zero() {
    for (unit, wanted) in [("p.roundTo - p.roundTo", "0"), ("p.roundTo * (0 - 1)", "-10")] {
        let policy = edited(|d| d["stages"][3]["roundDownTo"] = json!(unit));
        let decision = decided(&policy, &[], "");
        assert_eq!((&decision.outcome, decision.limit), (&Outcome::Refer, None), "{unit}");
        let problem = format!("{wanted} is not an amount above zero");
        assert_eq!(problems(&decision), [problem], "{unit}");
    }
    let policy = edited(|d| d["stages"][3]["roundDownTo"] = json!("p.roundTo * 1000"));
    assert_eq!(decided(&policy, &[], "").limit, Some(eur(1_000_000)));
}

#[test]
fn what_fails_is_referred_with_the_cause() {
    let policy = edited(|d| d["derived"][6]["expr"] = json!("12 / (customer.monthsWithUs - 30)"));
    let decision = decided(&policy, &[], "");
    assert_eq!(decision.outcome, Outcome::Refer);
    assert!(codes(&decision).contains(&"M-ERROR"));
    assert!(problems(&decision).iter().all(|p| p.ends_with("division by zero")), "{decision:?}");
}

#[test]
fn a_value_outside_all_bins_is_named() {
    let policy = edited(|d| {
        d["scorecards"][0]["characteristics"][0]["bins"][0]["is"] = json!("<= 4");
    });
    let decision = decided(&policy, &[("payment.worstDaysLate12m", "4.5")], "");
    assert_eq!(problems(&decision), ["no bin holds for 4.5", "no row holds"]);
    let policy = edited(|d| {
        let bins = &mut d["scorecards"][0]["characteristics"][0]["bins"];
        bins[5]["is"] = json!("> 1000");
    });
    let decision = decided(&policy, &[], "payment.worstDaysLate12m");
    assert_eq!(decision.outcome, Outcome::Refer);
}

#[test]
fn what_costs_no_points_is_no_reason() {
    let policy = edited(|d| {
        d["scorecards"][0]["characteristics"][0]["bins"][0]["reason"] = json!("R-SLOW");
    });
    assert_eq!(codes(&decided(&policy, &[], "")), ["R-SPENDCAP"]);
    let slow = decided(&policy, &[("payment.worstDaysLate12m", "6")], "");
    assert_eq!(codes(&slow), ["R-SLOW", "R-SPENDCAP"]);
}

#[test]
fn rows_are_told_before_the_candidate_wherever_their_table_stands() {
    let policy = edited(|d| {
        let mut late = d["stages"][2].clone();
        late["id"] = json!("late");
        late["outputs"] = json!([{"id": "o.late", "label": late["label"], "role": "value"}]);
        late["rules"] = json!([{"id": "L", "when": ["-"], "then": ["1"], "reason": "R-SCORE"}]);
        d["stages"].as_array_mut().unwrap().push(late);
    });
    assert_eq!(codes(&decided(&policy, &[], "")), ["R-SCORE", "R-SPENDCAP"]);
}

#[test]
fn a_code_is_told_once_unless_for_two_missing_values() {
    let policy = edited(|d| d["stages"][1]["rules"][4]["reason"] = json!("M-LEDGER"));
    let broken = ("payment.brokenPromises12m", "2");
    let times = |decision: &Decision| codes(decision).iter().filter(|c| **c == "M-LEDGER").count();
    assert_eq!(times(&decided(&policy, &[broken], "payment.overdue")), 1);
    assert_eq!(times(&decided(&policy, &[], "payment.overdue")), 1);
    let mut inputs = inputs(&policy, &[], "payment.overdue");
    inputs.values.remove("payment.oldestDaysLate");
    let missing = decide(&policy, &inputs, today());
    assert_eq!(times(&missing), 2);
}

#[test]
fn steps_of_a_counterfactual_are_as_fine_as_the_value() {
    let policy = shipped::standard().unwrap();
    let inputs =
        inputs(&policy, &[("payment.overdue", "300.00"), ("exposure.utilisation", "120.55")], "");
    let decision = decide(&policy, &inputs, today());
    let found = counterfactuals(&policy, &inputs, today(), &decision);
    let found = found.iter().find(|c| c.field == "exposure.utilisation").unwrap();
    assert_eq!(found.reach, Reach::Below("100.01".parse().map(Amount::Number).unwrap()));
}

#[test]
fn a_record_tells_the_customer_nothing_internal() {
    let policy = edited(|d| d["reasons"]["F-ALERT"]["adverse"] = json!(true));
    let decision = decided(&policy, &[("alerts.open", "1"), ("cases.fraudConfirmed", "1")], "");
    let kept = record(&decision, &CustomerId::new("c").unwrap(), None);
    let adverse = |code: &str| {
        let reason = policy.document.reason(code).unwrap();
        (reason.adverse && !reason.internal_only, reason.adverse)
    };
    for reason in &kept.reasons {
        assert_eq!(reason.adverse, adverse(&reason.code).0, "{}", reason.code);
    }
    assert!(kept.reasons.iter().any(|r| !r.adverse && adverse(&r.code).1), "{:?}", kept.reasons);
}

#[test]
fn a_record_keeps_its_currency_without_any_amount() {
    let policy = shipped::standard().unwrap();
    let mut unknown = inputs(&policy, &[], "spend.monthly");
    unknown.currency = Currency::JPY;
    let kept = record(&decide(&policy, &unknown, today()), &CustomerId::new("c").unwrap(), None);
    assert_eq!((kept.proposed_limit, kept.limit, kept.requested), (None, None, None));
    assert_eq!(inputs_of(&kept, &policy).0.currency, Currency::JPY);
}

/// Only a difference of parameters, between the policy that decided and the one at hand, is one of
/// parameters.
#[test]
fn another_difference_beside_a_parameter_is_the_policys() {
    let cheaper =
        |d: &mut Value| d["parameters"][5]["values"][0]["amounts"]["EUR"] = json!("9000.00");
    let was = edited(cheaper);
    let customer = CustomerId::new("c").unwrap();
    let kept = record(&decide(&was, &inputs(&was, &[], ""), today()), &customer, None);
    let cause = |at_hand: &Compiled, by: &Compiled| match replay(&kept, at_hand, Some(by)) {
        Replay::Differs { cause, .. } => cause,
        Replay::Same { .. } => panic!("the limit differs"),
    };
    let now = shipped::standard().unwrap();
    assert!(matches!(cause(&now, &was), Difference::Parameters { .. }));
    // Not the policy that decided.
    let other = edited(|d| d["parameters"][5]["values"][0]["amounts"]["EUR"] = json!("8000.00"));
    assert!(matches!(cause(&now, &other), Difference::Policy { .. }));
    for (pointer, value) in [
        ("/fields/3/maxAgeDays", json!(15)),
        ("/lists/0/values/0", json!("BX")),
        ("/derived/2/expr", json!("max(calc.exposure, request.limit)")),
        ("/scorecards/0/maxReasons", json!(2)),
        ("/stages/1/rules/4/when/0/is", json!(">= 3")),
        ("/outcome/graceDays", json!(7)),
        ("/reasons/R-SLOW/adverse", json!(false)),
    ] {
        let at_hand = edited(|d| *d.pointer_mut(pointer).unwrap() = value.clone());
        assert!(matches!(cause(&at_hand, &was), Difference::Policy { .. }), "{pointer}");
    }
}

#[test]
fn a_value_read_otherwise_than_recorded_is_named() {
    let policy = shipped::standard().unwrap();
    let decision = decided(&policy, &[("bureau.score", "55")], "");
    let mut kept = record(&decision, &CustomerId::new("c").unwrap(), None);
    let again = replay(&kept, &policy, None);
    let sha256 = recourse::journal::sha256_hex(Said::of(&kept).bytes().as_bytes());
    assert_eq!(again, Replay::Same { sha256 });
    let score = kept.inputs.iter_mut().find(|i| i.field == "bureau.score").unwrap();
    score.value = Some("55.0".to_owned());
    let Replay::Differs { cause, .. } = replay(&kept, &policy, None) else {
        panic!("other bytes were recorded");
    };
    assert_eq!(cause, Difference::Inputs { fields: vec!["bureau.score".to_owned()] });
}

#[test]
fn rows_that_differ_or_cannot_be_told_are_referred() {
    let policy = edited(|d| {
        d["stages"][2]["hit"] = json!("any");
        d["stages"][2]["rules"][1]["when"][0] = json!(">= 50");
    });
    let decision = decided(&policy, &[], "");
    assert_eq!(decision.outcome, Outcome::Refer);
    assert!(problems(&decision).contains(&"rows G1, G2 hold and differ"), "{decision:?}");
    let policy = edited(|d| d["stages"][2]["inputs"][0]["field"] = json!("bureau.score"));
    let decision = decided(&policy, &[], "bureau.score");
    assert_eq!(decision.outcome, Outcome::Refer);
    assert!(codes(&decision).contains(&"M-DATA"), "{:?}", codes(&decision));
}

/// Conditions that compare two fields have no short way; the answer is the same.
#[test]
fn rules_that_compare_two_fields_hold_as_others_do() {
    let policy = edited(|d| {
        d["stages"][1]["rules"][12] = json!({
            "id": "K13", "label": d["stages"][1]["label"], "then": "refer", "reason": "R-DISPUTES",
            "when": [
                {"field": "payment.overdue", "is": "> spend.monthly"},
                {"field": "dispute.lost12m", "is": ">= dispute.won12m"},
            ],
            "unless": [{"field": "exposure.open", "is": "> exposure.committed"}],
        });
    });
    let outcome = |changes: &[(&str, &str)]| decided(&policy, changes, "").outcome;
    let (late, small) = (("payment.overdue", "4000.01"), ("exposure.open", "2000.00"));
    let days = ("payment.oldestDaysLate", "1");
    assert_eq!(outcome(&[late, small, days]), Outcome::Refer);
    assert_eq!(outcome(&[("payment.overdue", "4000.00"), small, days]), Outcome::Approve);
    assert_eq!(outcome(&[late, small, days, ("dispute.won12m", "1")]), Outcome::Approve);
    assert_eq!(outcome(&[late, days]), Outcome::Approve);
    let missing = decided(&policy, &[small], "payment.overdue");
    assert_eq!(missing.outcome, Outcome::Refer);
}

#[test]
fn the_trace_tells_every_step_and_every_condition() {
    let policy = shipped::standard().unwrap();
    let decision = decided(&policy, &[("payment.overdue", "300.00")], "");
    let mut rules = Vec::new();
    let mut counts = [0; 5];
    for step in &decision.trace {
        match step {
            Step::Derived { id, value } => {
                counts[0] += 1;
                if id == "calc.exposure" {
                    assert_eq!(*value, Seen::Known("12000".to_owned()));
                }
            }
            Step::Bin { .. } => counts[1] += 1,
            Step::Score { points, .. } => {
                counts[2] += 1;
                assert_eq!(points.to_string(), "100");
            }
            Step::Rule { rule, fired, conditions, .. } => {
                rules.push((rule.as_str(), *fired, conditions.len()));
            }
            Step::Candidate { .. } => counts[3] += 1,
            Step::Row { rows, .. } => assert_eq!(rows, &["G1"]),
            Step::Limit { binding, limit, .. } => {
                counts[4] += 1;
                assert_eq!((binding.as_deref(), *limit), (Some("L2"), Some(eur(1_200_000))));
            }
            Step::NotInForce { .. } => panic!("all rules are in force"),
        }
    }
    assert_eq!(counts, [7, 5, 1, 4, 1]);
    assert_eq!(rules.len(), 18);
    assert!(rules.contains(&("K4", Some(false), 3)), "{rules:?}");
    assert!(rules.contains(&("K10", Some(false), 3)), "{rules:?}");
    let later = edited(|d| {
        d["stages"][1]["rules"][0]["effective"] = json!({"from": "2027-01-01"});
    });
    let held = |step: &Step| matches!(step, Step::NotInForce { rule, .. } if rule == "K1");
    assert!(decided(&later, &[("customer.country", "KP")], "").trace.iter().any(held));
}

#[test]
fn authority_ends_at_its_amount_and_covers_only_coded_changes() {
    let policy = shipped::standard().unwrap();
    let sign = |role, (proposed, limit): (Option<Money>, Option<Money>), code| {
        let outcome = &Outcome::Refer;
        let signing = Signing {
            role,
            proposed: outcome,
            proposed_limit: proposed,
            decided: outcome,
            limit,
            override_code: code,
        };
        may_sign(&policy.document, &signing)
    };
    let analyst = policy.document.authority.iter().find(|a| a.role == "analyst").unwrap();
    let most = analyst.up_to.as_ref().unwrap()[&Currency::EUR];
    let above = most.plus(eur(1)).unwrap();
    assert_eq!(sign("analyst", (Some(most), Some(most)), None), May::Yes);
    assert!(matches!(
        sign("analyst", (Some(above), Some(above)), None),
        May::No(Refusal::AboveLimit { up_to: Some(up_to) }) if up_to == most
    ));
    let no_reason = May::No(Refusal::NoReason);
    let manager = "credit-manager";
    assert_eq!(sign(manager, (Some(eur(500)), Some(eur(501))), None), no_reason);
    assert_eq!(sign(manager, (Some(eur(500)), Some(eur(499))), None), May::Yes);
    assert_eq!(sign(manager, (None, Some(eur(1))), None), no_reason);
    assert_eq!(sign(manager, (None, Some(eur(0))), None), May::Yes);
    assert_eq!(sign(manager, (Some(eur(500)), None), None), May::Yes);
    assert_eq!(sign(manager, (Some(eur(500)), Some(eur(501))), Some("O-NONE")), no_reason);
    assert_eq!(sign(manager, (Some(eur(500)), Some(eur(501))), Some("O-GUARANTEE")), May::Yes);
    let dinar = Money::new(1, Currency::parse("BHD").unwrap());
    assert!(matches!(
        sign("analyst", (Some(dinar), Some(dinar)), None),
        May::No(Refusal::AboveLimit { up_to: None })
    ));
}
