//! What a policy is given: values as it takes them, what was seen of them, and who asks for an outcome.

use recourse::domain::Currency;
use recourse::domain::decision::Outcome;
use recourse::engine::credit::decision::{InputSeen, Origin};
use recourse::engine::credit::{Input, Placed, Sitting, decide};
use recourse::policy::{Compiled, shipped};

use super::short_way::{good, today};

fn policy() -> Compiled {
    shipped::standard().unwrap()
}

#[test]
fn two_are_given_the_same_when_currency_and_every_value_are() {
    let policy = policy();
    let place = |changes: &[(&str, &str)], currency| {
        let mut inputs = good(&policy, changes);
        inputs.currency = currency;
        Placed::new(&policy, &inputs)
    };
    let one = place(&[], Currency::EUR);
    assert_eq!(one, place(&[], Currency::EUR));
    assert_ne!(one, place(&[], Currency::USD));
    for change in [("payment.overdue", "0.01"), ("customer.country", "FR"), ("tenant.ageDays", "3")]
    {
        assert_ne!(one, place(&[change], Currency::EUR), "{change:?}");
    }
    let mut fewer = policy.document.fields.len();
    let mut short = policy.clone();
    short.document.fields.pop();
    fewer -= short.document.fields.len();
    assert_eq!(fewer, 1);
    assert_ne!(one, Placed::new(&short, &good(&policy, &[])), "one field fewer");
    assert_ne!(Placed::new(&short, &good(&policy, &[])), one, "one field more");
}

#[test]
fn what_was_seen_tells_age_and_default() {
    let policy = policy();
    let seen = |field: &str, input: Option<Input>| -> InputSeen {
        let mut inputs = good(&policy, &[]);
        inputs.values.remove(field);
        if let Some(input) = input {
            inputs.set(field, input);
        }
        let decision = decide(&policy, &inputs, today());
        decision.inputs.into_iter().find(|seen| seen.field == field).unwrap()
    };
    let given = |text: Option<&str>, age: i64| Input {
        value: text.map(|text| recourse::policy::feel::Value::Number(text.parse().unwrap())),
        source: "test".to_owned(),
        age_days: Some(age),
    };
    let limits = |field: &str| {
        let field = policy.document.fields.iter().find(|f| f.id == field).unwrap();
        i64::from(field.max_age_days.unwrap())
    };
    // Without a default, and with one.
    for (field, has_default) in [("payment.overdue", false), ("payment.paidInvoices12m", true)] {
        let most = limits(field);
        for (input, too_old, usable) in [
            (None, false, false),
            (Some(given(Some("1"), most)), false, true),
            (Some(given(Some("1"), most + 1)), true, false),
            (Some(given(None, most + 1)), false, false),
        ] {
            let case = format!("{field} {input:?}");
            let seen = seen(field, input);
            assert_eq!(seen.too_old, too_old, "{case}");
            assert_eq!(seen.defaulted, has_default && !usable, "{case}");
        }
    }
}

#[test]
fn all_that_ask_for_the_outcome_are_named_and_nobody_else() {
    let policy = policy();
    let mut sitting = Sitting::new(&policy, today());
    let mut asked = |changes: &[(&str, &str)], gone: &str| {
        let mut inputs = good(&policy, changes);
        inputs.values.remove(gone);
        let verdict = sitting.decide(&Placed::new(&policy, &inputs));
        (verdict.outcome.clone(), verdict.asked_by(&policy))
    };
    let rule = |stage, rule| Origin::Rule { stage, rule };
    let row = |row| Origin::Row { stage: "grade", row };
    assert_eq!(asked(&[], ""), (Outcome::Approve, vec![row("G1")]));
    let fraud = [("cases.fraudConfirmed", "1"), ("cases.open", "1"), ("alerts.open", "1")];
    assert_eq!(asked(&fraud, ""), (Outcome::Decline, vec![rule("fraud", "F1")]));
    assert_eq!(
        asked(&fraud[1..], ""),
        (Outcome::Hold, vec![rule("fraud", "F2"), rule("fraud", "F3")])
    );
    let poor = [
        ("payment.worstDaysLate12m", "45"),
        ("payment.averageDaysLate12m", "25"),
        ("bureau.score", "40"),
        ("company.ageYears", "1"),
        ("customer.monthsWithUs", "12"),
    ];
    assert_eq!(
        asked(&poor, "payment.overdue"),
        (Outcome::Refer, vec![Origin::MissingField { field: "payment.overdue" }])
    );
    let late = [("payment.worstDaysLate12m", "70"), ("payment.averageDaysLate12m", "25")];
    let weak = [("bureau.score", "10"), ("company.ageYears", "1")];
    let all: Vec<_> = late.into_iter().chain(weak).collect();
    assert_eq!(asked(&all, ""), (Outcome::Prepay, vec![row("G5")]));
}
