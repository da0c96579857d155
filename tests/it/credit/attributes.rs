//! Attributes worked out from a small book.

use recourse::domain::{Currency, Day};
use recourse::engine::credit::attributes::{ALL, Facts, currency_of};
use recourse::engine::credit::{Inputs, Typed, decide, gather, record};
use recourse::journal::Body;
use recourse::policy::shipped;

use crate::support::{Story, day, eur, tenant};

/// The value of one attribute as text; `-` when it cannot be told.
fn find(story: &Story, field: &str, on: &str) -> String {
    let book = story.book();
    let account = &book.accounts[&tenant()];
    let facts = Facts::new(&book, account, day(on), Currency::EUR);
    let attribute = ALL.iter().find(|a| a.field == field).unwrap();
    let found = (attribute.find)(&facts);
    found.value.map_or("-".to_owned(), |v| v.to_string())
}

/// Two invoices paid 10 days late and on time, one open.
fn story() -> Story {
    Story::from("2026-01-05")
        .invoice("A-1", "2026-03-01", "300.00")
        .paid("A-1", "2026-03-11", "300.00")
        .invoice("A-2", "2026-04-01", "100.00")
        .paid("A-2", "2026-03-30", "100.00")
        .invoice("A-3", "2026-05-01", "200.00")
        .bank_seen("2026-05-20")
}

#[test]
fn payment_behaviour_is_told_in_days_and_amounts() {
    for (field, wanted) in [
        ("payment.overdue", "200"),
        ("payment.oldestDaysLate", "19"),
        ("payment.worstDaysLate12m", "19"),
        ("payment.averageDaysLate12m", "7.5"),
        ("payment.averageDaysToPay12m", "37"),
        ("payment.paidInvoices12m", "2"),
        ("payment.brokenPromises12m", "0"),
        ("exposure.open", "200"),
        ("exposure.otherCurrencies", "0"),
        ("spend.monthly", "150"),
        ("customer.monthsWithUs", "3"),
    ] {
        assert_eq!(find(&story(), field, "2026-05-20"), wanted, "{field}");
    }
}

#[test]
fn a_limit_is_used_by_what_may_be_lost() {
    assert_eq!(find(&story(), "exposure.utilisation", "2026-05-20"), "-", "no limit, no use");
    let used = |limit: &str| {
        let mut story = story().on("2026-05-01");
        let policy = shipped::standard().unwrap();
        let decision = decide(&policy, &Inputs::new(Currency::EUR), day("2026-05-01"));
        let mut kept = record(&decision, &tenant(), None);
        kept.limit = Some(eur(limit));
        story.record(Body::Decision(Box::new(kept)));
        find(&story, "exposure.utilisation", "2026-05-20")
    };
    assert_eq!(used("200.00"), "100");
    assert_eq!(used("300.00"), "66.6");
    assert_eq!(used("0.00"), "9999");
    assert_eq!(used("0.01"), "9999");
}

#[test]
fn spend_is_compared_by_quarters_once_there_are_two() {
    let story = Story::from("2026-01-05")
        .invoice("A-1", "2026-02-09", "100.00")
        .invoice("A-2", "2026-03-31", "100.00")
        .invoice("A-3", "2026-06-19", "500.00")
        .bank_seen("2026-07-20");
    let trend = |on: &str| find(&story, "spend.trend", on);
    assert_eq!(trend("2026-07-08"), "-", "the first invoice is 179 days old");
    assert_eq!(trend("2026-07-09"), "5", "the first lies on the edge and is outside");
    assert_eq!(trend("2026-09-01"), "0");
    assert_eq!(trend("2026-12-01"), "-", "nothing before to compare with");
}

#[test]
fn what_is_in_dispute_is_not_overdue_and_a_broken_promise_counts() {
    let story = story().dispute("A-3", Some("50.00"), "2026-05-10").promise(
        "100.00",
        "2026-05-02",
        "2026-05-08",
    );
    assert_eq!(find(&story, "payment.overdue", "2026-05-20"), "150");
    assert_eq!(find(&story, "dispute.open", "2026-05-20"), "50");
    assert_eq!(find(&story, "payment.brokenPromises12m", "2026-05-20"), "1");
}

#[test]
fn a_year_later_the_history_is_gone_but_the_debt_is_not() {
    assert_eq!(find(&story(), "payment.averageDaysLate12m", "2027-06-01"), "-");
    assert_eq!(find(&story(), "payment.worstDaysLate12m", "2027-06-01"), "396");
}

#[test]
fn without_cash_data_nothing_is_known_of_payments() {
    let story = Story::from("2026-01-05").invoice("A-1", "2026-03-01", "300.00");
    assert_eq!(find(&story, "payment.overdue", "2026-03-20"), "-");
    assert_eq!(find(&story, "exposure.open", "2026-03-20"), "-");
}

#[test]
fn nothing_imported_is_referred_not_approved() {
    let story = Story::from("2026-01-05");
    let book = story.book();
    let policy = shipped::standard().unwrap();
    let account = &book.accounts[&tenant()];
    let (inputs, unusable) = gather(&policy, (&book, account), day("2026-02-01"), &[]);
    assert_eq!(unusable, []);
    let decision = decide(&policy, &inputs, day("2026-02-01"));
    assert_eq!(decision.outcome.word(), "refer");
    assert_eq!(decision.limit, None);
}

#[test]
fn typed_values_carry_over_to_the_next_decision_and_grow_old() {
    let policy = shipped::standard().unwrap();
    let typed = |field: &str, text: &str, on: &str| Typed {
        field: field.to_owned(),
        text: text.to_owned(),
        on: day(on),
    };
    let story = story();
    let book = story.book();
    let account = &book.accounts[&tenant()];
    let given = [
        typed("bureau.score", "72", "2026-05-01"),
        typed("request.limit", "900.00", "2026-05-20"),
        typed("checks.phone", "perhaps", "2026-05-20"),
    ];
    let (inputs, unusable) = gather(&policy, (&book, account), day("2026-05-20"), &given);
    assert_eq!(unusable.len(), 1);
    assert!(unusable[0].problem.to_string().contains("`perhaps`"), "{unusable:?}");
    assert_eq!(inputs.values["bureau.score"].age_days, Some(19));
    let decision = decide(&policy, &inputs, day("2026-05-20"));
    let kept = recourse::engine::credit::record(&decision, &tenant(), None);
    let story = story.entry(recourse::journal::Body::Decision(Box::new(kept)));
    let book = story.book();
    let account = &book.accounts[&tenant()];
    let later = |on: &str| gather(&policy, (&book, account), day(on), &[]).0;
    assert_eq!(later("2026-06-20").values["bureau.score"].age_days, Some(50));
    assert!(!later("2026-06-20").values.contains_key("request.limit"));
    let old = decide(&policy, &later("2026-11-20"), day("2026-11-20"));
    let score = old.inputs.iter().find(|i| i.field == "bureau.score").unwrap();
    assert!(score.too_old);
}

#[test]
fn the_currency_is_that_of_the_limit_or_of_most_invoices() {
    let story = story().fact(crate::support::invoice("T-1", "2026-06-01", "TWD 5000"));
    let book = story.book();
    let account = &book.accounts[&tenant()];
    assert_eq!(currency_of(&book, account, Day::MAX), Currency::EUR);
    assert_eq!(find(&story, "exposure.otherCurrencies", "2026-07-01"), "1");
}

#[test]
fn every_attribute_fills_a_field_of_the_standard_policy() {
    let policy = shipped::standard().unwrap();
    for attribute in ALL {
        let field = policy.document.fields.iter().find(|f| f.id == attribute.field);
        let field = field.unwrap_or_else(|| panic!("{} is in no policy", attribute.field));
        assert_eq!(field.source, attribute.source, "{}", attribute.field);
    }
}
