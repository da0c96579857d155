//! Decisions by the standard policy, and what must hold for any inputs.

use std::sync::OnceLock;

use super::good::GOOD;
use proptest::prelude::*;
use recourse::domain::decision::{DecisionRecord, Outcome};
use recourse::domain::ids::CustomerId;
use recourse::domain::{Currency, Day, Money};
use recourse::engine::credit::{
    Decision, Difference, Input, Inputs, May, Placed, Reach, Refusal, Replay, Said, Signing,
    Sitting, counterfactuals, decide, mark, may_sign, outcome, record, replay,
};
use recourse::policy::document::Missing;
use recourse::policy::feel::Value;
use recourse::policy::{Compiled, compile, shipped};

fn policy() -> &'static Compiled {
    static POLICY: OnceLock<Compiled> = OnceLock::new();
    POLICY.get_or_init(|| shipped::standard().unwrap())
}

/// Every policy that ships.
fn all() -> &'static [Compiled] {
    static ALL: OnceLock<Vec<Compiled>> = OnceLock::new();
    ALL.get_or_init(|| shipped::ALL.iter().map(|p| compile(p.text).unwrap()).collect())
}

fn inputs(policy: &Compiled, changes: &[(&str, &str)]) -> Inputs {
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, text) in GOOD.iter().chain(changes) {
        inputs.set_text(policy, field, text, ("test", Some(0))).unwrap();
    }
    inputs
}

fn today() -> Day {
    Day::new(2026, 11, 24).unwrap()
}

fn decided(changes: &[(&str, &str)]) -> Decision {
    let policy = policy();
    decide(policy, &inputs(policy, changes), today())
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

#[test]
fn a_decision_names_policy_engine_and_every_input() {
    let decision = decided(&[]);
    assert_eq!(decision.outcome, Outcome::Approve);
    assert_eq!(decision.limit, Some(eur(1_200_000)));
    assert_eq!(decision.term_days, Some(30));
    assert_eq!(decision.next_review.to_string(), "2027-11-24");
    assert_eq!(decision.expires.to_string(), "2027-12-24");
    assert_eq!(decision.policy.sha256, policy().sha256);
    assert_eq!(decision.inputs.len(), policy().document.fields.len());
    let binding = &decision.candidates[decision.binding.unwrap()];
    assert_eq!(binding.id, "L2");
    assert_eq!(decision.candidates.len(), 4);
}

#[test]
fn a_value_too_old_counts_as_missing() {
    let policy = policy();
    let mut stale = inputs(policy, &[]);
    stale.set_text(policy, "payment.overdue", "0.00", ("ledger", Some(15))).unwrap();
    let decision = decide(policy, &stale, today());
    assert_eq!(decision.outcome, Outcome::Refer);
    assert_eq!(decision.reasons[0].code, "M-LEDGER");
    let missing: Vec<&str> = decision.missing().map(|i| i.field.as_str()).collect();
    assert!(missing.contains(&"payment.overdue"), "{missing:?}");
}

#[test]
fn four_reasons_are_told_and_internal_ones_not_to_the_customer() {
    let decision = decided(&[
        ("cases.open", "1"),
        ("payment.worstDaysLate12m", "70"),
        ("payment.averageDaysLate12m", "25"),
        ("bureau.score", "10"),
        ("company.ageYears", "1"),
    ]);
    assert_eq!(decision.outcome, Outcome::Hold);
    let told: Vec<&str> = decision.told().iter().map(|r| r.code.as_str()).collect();
    assert_eq!(told, ["F-CASE", "R-VERYLATE", "R-AVERAGE", "R-BUREAU"]);
    assert_eq!(decision.reasons[1].points_lost, Some(35.into()));
    let customer: Vec<&str> = decision.for_customer().map(|r| r.code.as_str()).collect();
    assert_eq!(customer, ["R-VERYLATE", "R-AVERAGE", "R-BUREAU"]);
}

#[test]
fn a_deposit_goes_with_a_poor_grade() {
    let decision = decided(&[
        ("payment.worstDaysLate12m", "45"),
        ("payment.averageDaysLate12m", "10"),
        ("bureau.score", "40"),
    ]);
    assert_eq!(decision.grade.as_deref(), Some("C"));
    assert_eq!(decision.limit, Some(eur(400_000)));
    assert_eq!(decision.deposit, Some(eur(100_000)));
    assert_eq!(decision.term_days, Some(14));
}

fn explain(changes: &[(&str, &str)]) -> Vec<String> {
    let policy = policy();
    let inputs = inputs(policy, changes);
    let decision = decide(policy, &inputs, today());
    counterfactuals(policy, &inputs, today(), &decision)
        .into_iter()
        .map(|c| {
            let reach = match c.reach {
                Reach::Below(v) => format!("below {v}"),
                Reach::AtLeast(v) => format!("at least {v}"),
                Reach::Is(v) => format!("is {v}"),
            };
            format!("{} {reach}: {}", c.field, c.outcome.word())
        })
        .collect()
}

#[test]
fn counterfactuals_stand_exactly_at_the_boundary() {
    let found = explain(&[("payment.overdue", "4000.00"), ("payment.oldestDaysLate", "45")]);
    assert_eq!(
        found,
        [
            "payment.overdue below 2500: approve",
            "payment.oldestDaysLate below 31: approve",
            "exposure.open at least 16000.01: approve",
        ]
    );
    assert_eq!(
        explain(&[("company.insolvency", "true")]),
        ["company.insolvency is false: approve"]
    );
    assert_eq!(explain(&[]), Vec::<String>::new());
}

/// A decision with a loss of points, as it is kept.
fn kept() -> DecisionRecord {
    let customer = CustomerId::new("quay-street").unwrap();
    record(&decided(&[("bureau.score", "55")]), &customer, None)
}

/// The standard policy with one change.
fn edited(edit: impl Fn(&mut serde_json::Value)) -> Compiled {
    let mut document = serde_json::from_str(shipped::STANDARD).unwrap();
    edit(&mut document);
    compile(&document.to_string()).unwrap()
}

fn difference(replayed: Replay) -> (Difference, Vec<String>) {
    match replayed {
        Replay::Differs { cause, parts, .. } => (cause, parts),
        Replay::Same { .. } => panic!("the bytes must differ"),
    }
}

#[test]
fn a_replay_gives_the_bytes_that_were_recorded() {
    let Replay::Same { sha256 } = replay(&kept(), policy(), None) else {
        panic!("nothing has changed");
    };
    assert_eq!(sha256, Said::of(&kept()).sha256());
    let bytes = Said::of(&kept()).bytes();
    assert!(
        bytes.starts_with(r#"{"asOf":"2026-11-24","customer":"quay-street","deposit":null,"#),
        "{bytes}"
    );
    // What a person changed is his; what was proposed is still compared.
    let mut overruled = kept();
    overruled.terms_days = Some(7);
    overruled.limit = Some(eur(1));
    overruled.override_code = Some("O-1".to_owned());
    assert!(matches!(replay(&overruled, policy(), None), Replay::Same { .. }));
    overruled.proposed_limit = Some(eur(1));
    assert_eq!(difference(replay(&overruled, policy(), None)).1, ["limit"]);
}

#[test]
fn every_part_of_a_record_is_compared() {
    type Edit = fn(&mut DecisionRecord);
    let edits: [(&str, Edit); 8] = [
        ("outcome", |r| (r.proposed, r.decided) = (Outcome::Decline, Outcome::Decline)),
        ("limit", |r| (r.proposed_limit, r.limit) = (None, None)),
        ("reasons", |r| r.reasons[0].text_en.push('.')),
        ("reasons", |r| r.reasons[0].adverse = !r.reasons[0].adverse),
        ("terms", |r| r.terms_days = Some(1)),
        ("deposit", |r| r.deposit = Some(eur(1))),
        ("expires", |r| r.expires = None),
        ("nextReview", |r| r.next_review = None),
    ];
    for (part, edit) in edits {
        let mut changed = kept();
        edit(&mut changed);
        let found = difference(replay(&changed, policy(), None));
        assert_eq!(found, (Difference::Unexplained, vec![part.to_owned()]));
    }
}

#[test]
fn a_difference_is_put_down_to_a_parameter_that_holds_on_the_day() {
    let was = edited(|d| {
        let values = &mut d["parameters"][5]["values"];
        values[0]["amounts"]["EUR"] = "9000.00".into();
        let mut later = values[0].clone();
        (later["from"], later["amounts"]["EUR"]) = ("2027-01-01".into(), "1.00".into());
        values.as_array_mut().unwrap().push(later);
    });
    let customer = CustomerId::new("quay-street").unwrap();
    let kept = record(&decide(&was, &inputs(&was, &[]), today()), &customer, None);
    let (cause, parts) = difference(replay(&kept, policy(), Some(&was)));
    let Difference::Parameters { changed } = cause else { panic!("{cause:?}") };
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(changed[0].id, "p.houseCap");
    assert_eq!(changed[0].recorded.as_deref(), Some("EUR 9000.00"));
    assert!(parts.contains(&"limit".to_owned()), "{parts:?}");
    // Without the policy that decided nobody can say that it was only a parameter.
    assert!(matches!(difference(replay(&kept, policy(), None)).0, Difference::Policy { .. }));
    // A value that only holds later is no cause; a changed rule beside it is the policy's.
    let rule_too = edited(|d| d["stages"][1]["rules"][4]["when"][0]["is"] = ">= 3".into());
    assert!(matches!(
        difference(replay(&kept, &rule_too, Some(&was))).0,
        Difference::Policy { .. }
    ));
}

#[test]
fn a_difference_is_put_down_to_the_policy_the_engine_or_the_inputs() {
    let stricter = edited(|d| d["outcome"]["graceDays"] = 7.into());
    let (cause, _) = difference(replay(&kept(), &stricter, Some(policy())));
    let wanted = (policy().sha256.clone(), stricter.sha256.clone());
    assert_eq!(cause, Difference::Policy { recorded: wanted.0, at_hand: wanted.1 });

    let mut by_another = kept();
    (by_another.engine, by_another.deposit) = ("other/1".to_owned(), Some(eur(1)));
    let (cause, _) = difference(replay(&by_another, policy(), None));
    assert_eq!(cause, Difference::Engine { recorded: "other/1".to_owned() });

    let mut unreadable = kept();
    let score = unreadable.inputs.iter_mut().find(|i| i.field == "bureau.score").unwrap();
    score.value = Some("high".to_owned());
    let (cause, parts) = difference(replay(&unreadable, policy(), None));
    assert_eq!(cause, Difference::Inputs { fields: vec!["bureau.score".to_owned()] });
    assert!(parts.contains(&"inputs".to_owned()), "{parts:?}");
}

#[test]
fn authority_is_by_amount_and_by_change() {
    let policy = policy();
    let signing = |role, decided, limit, code| {
        let signing = Signing {
            role,
            proposed: &Outcome::Refer,
            proposed_limit: Some(eur(500_000)),
            decided,
            limit: Some(eur(limit)),
            override_code: code,
        };
        may_sign(&policy.document, &signing)
    };
    assert_eq!(signing("analyst", &Outcome::Refer, 500_000, None), May::Yes);
    assert_eq!(signing("analyst", &Outcome::Decline, 0, None), May::Yes);
    assert!(matches!(
        signing("analyst", &Outcome::Refer, 1_000_001, None),
        May::No(Refusal::AboveLimit { .. })
    ));
    assert!(matches!(
        signing("analyst", &Outcome::Approve, 500_000, Some("O-PLAN")),
        May::No(Refusal::NoOverride { .. })
    ));
    assert_eq!(
        signing("credit-manager", &Outcome::Approve, 500_000, None),
        May::No(Refusal::NoReason)
    );
    assert_eq!(signing("credit-manager", &Outcome::Approve, 500_000, Some("O-PLAN")), May::Yes);
    assert_eq!(signing("cfo", &Outcome::Approve, 500_000, Some("O-PLAN")), May::WithSecond);
    assert!(matches!(
        signing("intern", &Outcome::Refer, 1, None),
        May::No(Refusal::UnknownRole { .. })
    ));
}

#[test]
fn use_of_the_limit_warns_and_blocks_at_its_marks() {
    let policy = policy();
    for (used, reached, blocked) in [
        (6999, None, false),
        (7000, Some(70), false),
        (8499, Some(70), false),
        (8500, Some(85), false),
        (9999, Some(85), false),
        (10000, Some(100), true),
        (25000, Some(100), true),
    ] {
        let state = mark(&policy.document, eur(10_000), eur(used)).unwrap();
        assert_eq!((state.reached, state.blocks_new_purchases), (reached, blocked), "{used}");
    }
    let none = mark(&policy.document, eur(0), eur(1)).unwrap();
    assert_eq!((none.reached, none.blocks_new_purchases), (Some(100), true));
}

/// Any value of a kind for any field.
fn any_inputs() -> impl Strategy<Value = Vec<(usize, i64)>> {
    prop::collection::vec((0..48_usize, -5_i64..120), 0..20)
}

fn changed(policy: &Compiled, changes: &[(usize, i64)]) -> Inputs {
    let mut inputs = inputs(policy, &[]);
    for (at, number) in changes {
        let field = &policy.document.fields[*at % policy.document.fields.len()];
        let text = match field.kind {
            recourse::policy::document::FieldKind::Bool => (number % 2 == 0).to_string(),
            recourse::policy::document::FieldKind::Text => {
                ["DE", "KP", "TW"][(*at + 3) % 3].to_owned()
            }
            recourse::policy::document::FieldKind::Money => (number * 97).to_string(),
            _ => number.to_string(),
        };
        inputs.set_text(policy, &field.id, &text, ("test", Some(0))).unwrap();
    }
    inputs
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Without a field a decision is never milder than it was with it, or else it is referred:
    /// except where the policy itself says so, by a default or a derived value that names `null`.
    #[test]
    fn a_missing_field_never_improves_the_outcome(changes in any_inputs(), gone in 0..32_usize) {
        let policy = policy();
        let full = changed(policy, &changes);
        let field = &policy.document.fields[gone % policy.document.fields.len()];
        let explicit = ["company.insolvency", "identity.verified"];
        prop_assume!(!matches!(field.missing, Missing::Default(_)));
        prop_assume!(!explicit.contains(&field.id.as_str()));
        let mut less = full.clone();
        less.values.remove(&field.id);
        let (before, after) = (decide(policy, &full, today()), decide(policy, &less, today()));
        let severity = |d: &Decision| policy.document.severity(&d.outcome);
        let refer = policy.document.severity(&Outcome::Refer);
        prop_assert!(severity(&after) >= severity(&before).min(refer), "{} missing: {:?} then {:?}",
            field.id, before.outcome, after.outcome);
        prop_assert!(after.computed_limit <= before.computed_limit, "{} missing raises the limit", field.id);
    }

    #[test]
    fn more_overdue_never_raises_a_limit_nor_eases_an_outcome(
        changes in any_inputs(), overdue in 0..2_000_000_i64, more in 0..2_000_000_i64,
        which in 0..shipped::ALL.len(),
    ) {
        let policy = &all()[which];
        let with = |minor: i64| {
            let mut inputs = changed(policy, &changes);
            let text = eur(minor).number();
            inputs.set_text(policy, "payment.overdue", &text, ("test", Some(0))).unwrap();
            decide(policy, &inputs, today())
        };
        let (before, after) = (with(overdue), with(overdue + more));
        let severity = |d: &Decision| policy.document.severity(&d.outcome);
        prop_assert!(severity(&after) >= severity(&before));
        prop_assert!(after.limit <= before.limit);
    }

    #[test]
    fn in_one_sitting_each_is_decided_as_alone(
        many in prop::collection::vec((any_inputs(), 0..80_usize, any::<bool>()), 1..6),
        which in 0..shipped::ALL.len(),
    ) {
        let policy = &all()[which];
        let mut sitting = Sitting::new(policy, today());
        for (changes, gone, foreign) in many {
            let mut inputs = changed(policy, &changes);
            if let Some(field) = policy.document.fields.get(gone) {
                inputs.values.remove(&field.id);
            }
            if foreign {
                inputs.currency = Currency::JPY;
            }
            let alone = decide(policy, &inputs, today());
            let short = sitting.decide(&Placed::new(policy, &inputs));
            prop_assert_eq!(&short.outcome, &alone.outcome);
            prop_assert_eq!((short.next_review(), short.expires()), (alone.next_review, alone.expires));
            prop_assert_eq!(short.grade, alone.grade.as_deref());
            prop_assert_eq!(short.limit, alone.limit);
            prop_assert_eq!((short.term_days, short.deposit), (alone.term_days, alone.deposit));
            prop_assert_eq!(short.reasons.len(), alone.reasons.len());
            for (ground, reason) in short.reasons.iter().zip(&alone.reasons) {
                prop_assert_eq!(ground.code, &reason.code);
                prop_assert_eq!(ground.points_lost, reason.points_lost);
                prop_assert_eq!(&ground.outcome, &reason.outcome);
                let origins = (format!("{:?}", ground.origin), format!("{:?}", reason.origin));
                prop_assert_eq!(origins.0, origins.1);
            }
        }
    }

    #[test]
    fn every_record_replays(changes in any_inputs()) {
        let policy = policy();
        let decision = decide(policy, &changed(policy, &changes), today());
        let kept = record(&decision, &CustomerId::new("c").unwrap(), None);
        let again = replay(&kept, policy, None);
        prop_assert!(matches!(again, Replay::Same { .. }), "{again:?}");
        let alone = outcome(policy, &changed(policy, &changes), today());
        prop_assert_eq!(alone, decision.outcome);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_counterfactual_is_true(changes in any_inputs()) {
        let policy = policy();
        let inputs = changed(policy, &changes);
        let decision = decide(policy, &inputs, today());
        for other in counterfactuals(policy, &inputs, today(), &decision).into_iter().take(3) {
            let value = match &other.reach {
                Reach::AtLeast(v) | Reach::Is(v) => v.clone(),
                Reach::Below(Value::Number(n)) => {
                    let scale = n.scale();
                    Value::Number(n - recourse::domain::Decimal::new(1, scale))
                }
                Reach::Below(v) => v.clone(),
            };
            let mut moved = inputs.clone();
            let source = "test".to_owned();
            moved.set(&other.field, Input { value: Some(value), source, age_days: Some(0) });
            prop_assert_eq!(decide(policy, &moved, today()).outcome, other.outcome);
        }
    }
}
