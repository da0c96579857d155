use recourse::domain::alert::{Alert, AlertFamily, AlertStatus, Level, Verdict};
use recourse::domain::ids::CustomerId;
use recourse::domain::subscription::{Product, Status, Term};
use recourse::exchange::read::kind::Kind;
use recourse::exchange::read::options::{Options, Question};
use recourse::journal::Fact;

use super::{fixture, named, read_one, rules};

#[test]
fn customers_with_their_profiles() {
    let file = read_one(fixture("customers.json"), &Options::default());
    assert_eq!(file.kind, Some(Kind::Customers));
    assert_eq!(rules(&file), ["IMP-020"]);
    assert_eq!((file.facts.len(), file.refused.len()), (2, 1));
    let Fact::Customer(bakery) = &file.facts[0].fact else { panic!() };
    assert_eq!(bakery.id.as_str(), "aaaaaaaa-1111-4111-8111-111111111111");
    assert_eq!(bakery.name, "Sample Bakery");
    assert_eq!(bakery.domain.as_deref(), Some("samplebakery.example"));
    assert_eq!(bakery.country.as_deref(), Some("BE"));
    assert_eq!(bakery.extra.get("newField"), Some("{\"of\":\"2027\"}"));
    let Fact::Customer(garage) = &file.facts[1].fact else { panic!() };
    assert_eq!(garage.id.as_str(), "bbbbbbbb-1111-4111-8111-111111111111");
    assert_eq!(
        file.problems[0].to_string(),
        "line 20, item 3, `id`: the tenant id is empty; fill it in"
    );
}

#[test]
fn subscriptions_with_their_owner_from_the_links() {
    let file = read_one(fixture("subscriptions.json"), &Options::default());
    assert_eq!(file.kind, Some(Kind::Subscriptions));
    assert_eq!((file.facts.len(), file.refused.len()), (1, 1));
    assert_eq!(file.questions, [Question::WhoseSubscriptions]);
    let Fact::Subscription(seats) = &file.facts[0].fact else { panic!() };
    assert_eq!(seats.customer.as_str(), "aaaaaaaa-1111-4111-8111-111111111111");
    assert_eq!(seats.product, Product::NceLicence);
    assert_eq!(seats.status, Status::Suspended);
    assert_eq!((seats.quantity, seats.term.clone()), (25, Some(Term::Year)));
    assert_eq!(seats.term_end.unwrap().to_string(), "2027-01-31");
    assert_eq!(seats.cancel_until.unwrap().to_string(), "2026-02-08T08:00:00.000Z");
    assert_eq!(seats.suspension_reasons, ["nonpayment"]);
    assert_eq!(seats.auto_renew, Some(false));
    assert_eq!(seats.extra.get("unitType"), Some("Licenses"));
}

#[test]
fn a_person_can_say_whose_subscriptions_they_are() {
    let owner = CustomerId::new("bbbbbbbb-1111-4111-8111-111111111111").unwrap();
    let options = Options { customer: Some(&owner), ..Options::default() };
    let file = read_one(fixture("subscriptions.json"), &options);
    assert_eq!((file.facts.len(), file.questions.len()), (2, 0));
    let Fact::Subscription(azure) = &file.facts[1].fact else { panic!() };
    assert_eq!(azure.customer, owner);
    assert_eq!(azure.product, Product::AzureSubscription);
    assert_eq!(azure.term_end, None);
    assert_eq!(azure.status, Status::Other("hibernated".to_owned()));
    assert_eq!(azure.created.unwrap().to_string(), "2015-11-25T06:41:12.000Z");
    assert_eq!(rules(&file), ["IMP-040"]);
}

#[test]
fn bills_and_the_notes_that_amend_them() {
    let file = read_one(fixture("bills.json"), &Options::default());
    assert_eq!(file.kind, Some(Kind::Bills));
    assert_eq!((file.facts.len(), file.refused.len()), (2, 1));
    let Fact::Bill(bill) = &file.facts[0].fact else { panic!() };
    assert_eq!(
        (bill.total.to_string(), bill.paid.to_string()),
        ("EUR 24606.35".into(), "EUR 1000.00".into())
    );
    let Fact::Bill(note) = &file.facts[1].fact else { panic!() };
    assert_eq!(note.amends.as_ref().map(ToString::to_string).as_deref(), Some("S000000001"));
    assert_eq!(note.total.to_string(), "EUR -600.50");
    assert_eq!(rules(&file), ["IMP-024"]);
}

fn alert(fact: &Fact) -> &Alert {
    let Fact::Alert(alert) = fact else { panic!() };
    alert
}

#[test]
fn fraud_events_as_they_are_published() {
    let file = read_one(fixture("fraud_events.json"), &Options::default());
    assert_eq!(file.kind, Some(Kind::FraudEvents));
    // A comma missing, one too many, unescaped JSON, and a type that nobody knows.
    assert_eq!(rules(&file), ["IMP-010", "IMP-010", "IMP-010", "IMP-040"]);
    let event = alert(&file.facts[0].fact);
    assert_eq!(event.kind, "QuantumAnomaly");
    assert_eq!(event.family, AlertFamily::Other("QuantumAnomaly".to_owned()));
    assert_eq!((&event.status, &event.verdict), (&AlertStatus::Active, &Verdict::Unstated));
    assert_eq!((&event.severity, &event.confidence), (&Level::Medium, &Level::High));
    assert_eq!(event.customer.as_str(), "aaaaaaaa-1111-4111-8111-111111111111");
    assert_eq!((event.hit_count, event.resolved, event.is_test), (Some(10), None, false));
    assert_eq!(event.resources, ["/sample/vm/one"]);
    assert_eq!(event.details.get("vM_IP"), Some("192.0.2.7"));
    assert_eq!(event.activity.len(), 1);
    assert_eq!(event.activity[0].at.unwrap().to_string(), "2026-08-08T07:04:27.801Z");
}

#[test]
fn graph_alerts() {
    let file = read_one(fixture("graph_alerts.json"), &Options::default());
    assert_eq!((file.kind, rules(&file).len()), (Some(Kind::SecurityAlerts), 0));
    let anomaly = alert(&file.facts[0].fact);
    assert_eq!(anomaly.family, AlertFamily::UsageAnomaly);
    assert_eq!(anomaly.status, AlertStatus::Investigating);
    assert!(anomaly.is_test);
    assert_eq!(anomaly.details.get("VM_IP"), Some("192.0.2.9"));
    assert_eq!(anomaly.activity[0].by, "sam@sample.example");
    assert_eq!(anomaly.detected.to_string(), "2026-09-01T16:03:33.050Z");
}

#[test]
fn documents_of_no_use_are_named() {
    let cases = [
        ("{\"EventName\":\"test-created\",\"ResourceUri\":\"x\"}", Kind::Webhook),
        ("{\"items\":[{\"balanceAmount\":1,\"currencyCode\":\"EUR\"}]}", Kind::Balance),
        ("{\"code\":1,\"errorName\":\"Sample\"}", Kind::ApiError),
        ("{\"status\":\"resolved\",\"resolvedReason\":\"fraud\"}", Kind::AlertUpdate),
        ("{\"xarf_version\":\"4.2.0\",\"report_id\":\"1\"}", Kind::AbuseReport),
        ("{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[]}", Kind::ThreatReport),
        ("{\"$schema\":\"x\",\"properties\":{}}", Kind::Schema),
        ("{\"formatVersion\":1,\"language\":\"s-feel/1\",\"fields\":[]}", Kind::OwnPolicy),
        (
            "{\"Id\":\"83ef9d05-4169-4ef9-9657-0e86b1eab1de\",\"AutoRenewEnabled\":false,\"Status\":\"suspended\"}",
            Kind::SubscriptionRequest,
        ),
        ("CustomerId\nUsageDate\nBillingPreTaxTotal\nTags\n", Kind::ColumnNames),
        ("# Notes\n\nSome words about samples.\nAnd more.\n", Kind::PlainText),
        ("<html><body>sample</body></html>", Kind::Markup),
        (
            "<?xml version=\"1.0\"?><definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>",
            Kind::DecisionTables,
        ),
    ];
    for (text, kind) in cases {
        let file = read_one(named("sample.txt", text), &Options::default());
        assert_eq!((file.kind, file.facts.len()), (Some(kind), 0), "{text}");
        assert_eq!(rules(&file), ["IMP-015"], "{text}");
    }
    let unknown = read_one(named("x.json", "{\"weather\":\"fine\"}"), &Options::default());
    assert_eq!(rules(&unknown), ["IMP-014"]);
    assert_eq!(
        unknown.problems[0].to_string(),
        "the file is of no kind that is known here; it holds `weather`; import whole answers of Partner Center or Graph, reconciliation files, or a ledger with customers, amounts and dates"
    );
}
