//! G8 and G9: laws that hold for any book.

use proptest::prelude::*;
use recourse::domain::Day;
use recourse::domain::payment::PaymentKind;
use recourse::engine::collections::{Plan, plan};
use recourse::journal::Fact;
use recourse::policy::shipped;

use crate::support::{Story, day, invoice, payment, tenant, weekdays};

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let dues = proptest::collection::vec((0_i64..120, 1_i64..40_000), 1..6);
    let payments = proptest::collection::vec((0_i64..150, 1_i64..30_000, 0_usize..7), 0..5);
    (dues, payments).prop_map(|(dues, payments)| {
        let start = day("2026-03-01");
        let on = |n: i64| start.plus_days(n).unwrap().to_string();
        let cents = |n: i64| format!("{}.{:02}", n / 100, n % 100);
        let invoices = dues
            .iter()
            .enumerate()
            .map(|(i, (due, total))| invoice(&format!("S-{i}"), &on(*due), &cents(*total)));
        let paid = payments.iter().enumerate().map(|(i, (when, amount, which))| {
            let number = format!("S-{which}");
            let named = (*which < dues.len()).then_some(number.as_str());
            let reference = format!("P-{i}");
            payment(&reference, PaymentKind::Payment, named, (&on(*when), &cents(*amount)))
        });
        invoices.chain(paid).collect()
    })
}

fn plan_of(facts: Vec<Fact>, as_of: Day) -> Plan {
    let mut story = Story::from("2026-01-01");
    story.observe(facts);
    let ladder = shipped::ladder().unwrap();
    plan(&story.book(), &tenant(), &ladder, &weekdays(), as_of).unwrap()
}

/// What does not depend on which entry told it.
fn essence(plan: &Plan) -> String {
    let marks: Vec<_> = plan.timeline.iter().map(|m| (m.lane, m.start, m.end, &m.what)).collect();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {marks:?}",
        plan.positions, plan.next, plan.also, plan.later, plan.blocked
    )
}

fn severity_of(plan: &Plan) -> Option<usize> {
    plan.positions.first()?.severity.as_ref().map(|s| s.index)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn g8_the_order_of_import_does_not_matter(
        (facts, shuffled) in facts().prop_flat_map(|f| (Just(f.clone()), Just(f).prop_shuffle())),
        days in 0_i64..200,
    ) {
        let as_of = day("2026-03-01").plus_days(days).unwrap();
        prop_assert_eq!(essence(&plan_of(facts, as_of)), essence(&plan_of(shuffled, as_of)));
    }

    #[test]
    fn g9_one_more_cent_never_raises_severity(facts in facts(), days in 0_i64..200) {
        let as_of = day("2026-03-01").plus_days(days).unwrap();
        let before = severity_of(&plan_of(facts.clone(), as_of));
        let mut more = facts;
        let on = as_of.to_string();
        more.push(payment("P-CENT", PaymentKind::Payment, None, (&on, "0.01")));
        prop_assert!(severity_of(&plan_of(more, as_of)) <= before);
    }

    #[test]
    fn g9_one_more_day_never_lowers_severity(facts in facts(), days in 0_i64..200) {
        let invoices: Vec<Fact> = facts
            .into_iter()
            .filter(|f| matches!(f, Fact::Invoice(_)))
            .collect();
        let as_of = day("2026-03-01").plus_days(days).unwrap();
        let today = severity_of(&plan_of(invoices.clone(), as_of));
        let tomorrow = severity_of(&plan_of(invoices, as_of.plus_days(1).unwrap()));
        prop_assert!(tomorrow >= today);
    }

    #[test]
    fn no_two_steps_share_a_day_and_none_lies_in_the_past(facts in facts(), days in 0_i64..200) {
        let as_of = day("2026-03-01").plus_days(days).unwrap();
        let plan = plan_of(facts, as_of);
        let days: Vec<Day> = plan.next.iter().chain(&plan.also).map(|s| s.day).collect();
        prop_assert!(days.windows(2).all(|w| w[0] < w[1]), "{days:?}");
        prop_assert!(days.iter().all(|d| *d >= as_of));
    }
}
