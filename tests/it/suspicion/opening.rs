use recourse::domain::alert::{AlertFamily, Level};
use recourse::domain::case::{CaseState, CustomerPart, Typology};
use recourse::domain::ids::AlertId;
use recourse::engine::suspicion::propose_case;

use super::desk::*;

#[test]
fn a_draft_takes_from_the_alert_what_it_can() {
    let mut desk = Desk::new();
    desk.observe(vec![customer(None)]);
    let mut first = alert("A-1", "2026-11-02T10:00:00Z");
    first.first_seen = Some(moment("2026-10-28T23:30:00Z"));
    desk.alert(first);
    desk.alert(alert("A-2", "2026-11-03T10:00:00Z"));
    let mut elsewhere = alert("A-3", "2026-11-03T10:00:00Z");
    elsewhere.subscription = Some(subscription_id("sub-other"));
    desk.alert(elsewhere);
    let book = desk.book();
    let record = &book.alerts[&AlertId::new("A-1").unwrap()];
    let draft = propose_case(record, &book, case("C-1"), desk.at);
    let opening = draft.opening;
    assert_eq!(opening.title, "Sample Bakery: Contact with a mining pool");
    assert_eq!(opening.typology, Typology::TakeoverMining);
    assert_eq!(opening.severity, Level::High);
    assert_eq!(opening.part, CustomerPart::Unknown);
    assert_eq!(opening.first_fraud_day, Some(day("2026-10-28")));
    let alerts: Vec<_> = opening.alerts.iter().map(|a| a.as_str()).collect();
    assert_eq!(alerts, ["A-1", "A-2"]);
    assert_eq!(opening.subscriptions, vec![subscription_id("sub-azure")]);
    assert!(opening.owner.is_empty());
    assert!(draft.already_open.is_empty());
}

#[test]
fn an_open_case_of_the_customer_is_pointed_out() {
    let mut desk = Desk::new();
    let mut odd = alert("A-1", "2026-11-02T10:00:00Z");
    odd.family = AlertFamily::Other("BrandNewKind".to_owned());
    odd.kind = "BrandNewKind".to_owned();
    odd.title = None;
    odd.severity = Level::Other("severe".to_owned());
    desk.alert(odd);
    desk.open_as("C-0", &[], &[]);
    let book = desk.book();
    let record = &book.alerts[&AlertId::new("A-1").unwrap()];
    let draft = propose_case(record, &book, case("C-1"), desk.at);
    assert_eq!(draft.already_open, vec![case("C-0")]);
    assert_eq!(draft.opening.typology, Typology::Unclear);
    assert_eq!(draft.opening.severity, Level::Medium);
    assert!(draft.opening.title.ends_with(": BrandNewKind"));
    assert_eq!(book.cases[&case("C-0")].state(), CaseState::New);
}
