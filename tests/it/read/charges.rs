//! What Microsoft's invoice lines tell: customers, subscriptions, and what a period costs.

use recourse::domain::subscription::{BillingCycle, Product, Status, Subscription, Term};
use recourse::exchange::read::import::FileReading;
use recourse::exchange::read::kind::Kind;
use recourse::exchange::read::options::Options;
use recourse::journal::Fact;

use super::{fixture, named, read_one, rules};

fn read(name: &str) -> FileReading {
    read_one(fixture(name), &Options::default())
}

fn subscriptions(file: &FileReading) -> Vec<&Subscription> {
    file.facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Subscription(subscription) => Some(subscription),
            _ => None,
        })
        .collect()
}

fn customers(file: &FileReading) -> Vec<(String, String)> {
    file.facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Customer(c) => Some((c.name.clone(), c.domain.clone().unwrap_or_default())),
            _ => None,
        })
        .collect()
}

#[test]
fn the_invoice_with_46_columns_tells_prices_terms_and_seats() {
    let file = read("nce_46.csv");
    assert_eq!(file.kind, Some(Kind::InvoiceRecon));
    assert_eq!(
        customers(&file),
        [
            ("Sample Bakery".to_owned(), "samplebakery.example".to_owned()),
            ("Sample Garage".to_owned(), String::new())
        ]
    );
    let [office, mail, plan] = subscriptions(&file)[..] else { panic!("{:?}", file.facts) };
    assert_eq!(office.offer, "Sample Office Premium");
    assert_eq!((office.quantity, &office.product), (12, &Product::NceLicence));
    assert_eq!(office.cost_per_period.unwrap().to_string(), "EUR 223.20");
    assert_eq!((&office.term, &office.billing), (&Some(Term::Year), &BillingCycle::Monthly));
    assert_eq!(office.term_start.unwrap().to_string(), "2026-05-14");
    assert_eq!(office.term_end.unwrap().to_string(), "2027-05-13");
    assert_eq!(office.status, Status::Unstated);
    assert_eq!(mail.cost_per_period, None);
    assert_eq!(mail.extra.get("ChargeType"), Some("cancelImmediate"));
    assert_eq!((&mail.term, &mail.billing), (&Some(Term::Month), &BillingCycle::Unstated));
    assert_eq!((&plan.product, plan.cost_per_period), (&Product::AzurePlan, None));
    assert_eq!(rules(&file), ["IMP-052"]);
}

#[test]
fn the_invoice_with_48_columns_keeps_what_is_new_in_it() {
    let file = read("nce_48.csv");
    let [office, archive] = subscriptions(&file)[..] else { panic!("{:?}", file.facts) };
    assert_eq!(office.cost_per_period.unwrap().to_string(), "EUR 223.20");
    assert_eq!(office.extra.get("SampleNewColumn"), Some("kept as it is"));
    assert_eq!(office.id.as_str(), "bbbbbbbb-0000-4000-8000-000000000001");
    assert_eq!(archive.extra.get("ChargeType"), Some("sampleSurcharge"));
    assert_eq!(archive.term_end, None);
    assert_eq!(rules(&file), ["IMP-012", "IMP-040"]);
}

#[test]
fn legacy_lines_are_known_by_their_syndication_number() {
    for name in ["legacy_licence.csv", "line_items.json"] {
        let file = read(name);
        let [plan] = subscriptions(&file)[..] else { panic!("{name}: {:?}", file.facts) };
        assert_eq!(plan.id.as_str(), "bbbbbbbb-0000-4000-8000-000000000005", "{name}");
        assert_eq!((plan.quantity, &plan.product), (2, &Product::LegacyLicence));
        assert_eq!(plan.cost_per_period.unwrap().to_string(), "EUR 11.00");
        assert_eq!(plan.billing, BillingCycle::Monthly);
        assert_eq!(plan.term_end.unwrap().to_string(), "2027-01-31");
    }
    let items = read("line_items.json");
    assert_eq!(subscriptions(&items)[0].extra.get("sampleField"), Some("kept"));
    assert_eq!(rules(&items), ["IMP-027"]);
}

#[test]
fn usage_of_a_whole_period_is_not_taken_for_a_day() {
    let file = read("legacy_usage.csv");
    assert_eq!(file.kind, Some(Kind::LegacyUsageRecon));
    let [azure] = subscriptions(&file)[..] else { panic!("{:?}", file.facts) };
    assert_eq!((&azure.product, azure.cost_per_period), (&Product::AzureSubscription, None));
    assert_eq!(rules(&file), ["IMP-052"]);
}

#[test]
fn usage_as_json_lines_is_summed_by_day() {
    let file = read("graph_usage.jsonl");
    let days: Vec<(String, String)> = file
        .facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Usage(u) => Some((u.day.to_string(), u.cost.to_string())),
            _ => None,
        })
        .collect();
    assert_eq!(
        days,
        [
            ("2026-08-01".to_owned(), "EUR 3.23".to_owned()),
            ("2026-08-02".to_owned(), "EUR 0.10".to_owned())
        ]
    );
}

#[test]
fn a_line_that_cannot_be_read_is_refused_with_its_column() {
    let text = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/read/fixtures/nce_46.csv"),
    )
    .unwrap();
    let broken = text.replacen("186.00,0,186.00,EUR", "many,0,many,EURO", 1);
    let file = read_one(named("a.csv", &broken), &Options::default());
    assert_eq!(file.refused.len(), 1);
    let sentence = file.problems[0].to_string();
    assert_eq!(sentence, "line 2, `Subtotal`: `many` is not an amount; write it like 1912.50");
}

/// A bill adds to what Partner Center told, and takes nothing away, in whichever order they come.
#[test]
fn a_price_joins_what_is_known_of_a_subscription() {
    let told = &read("nce_46.csv");
    let bill = subscriptions(told)[0].clone();
    let mut known = bill.clone();
    known.cost_per_period = None;
    known.status = Status::Active;
    known.auto_renew = Some(true);
    known.quantity = 11;
    let joined = bill.clone().beside(&known);
    assert_eq!((&joined.status, joined.auto_renew), (&Status::Active, Some(true)));
    assert_eq!((joined.quantity, joined.cost_per_period), (11, bill.cost_per_period));
    let again = known.clone().beside(&joined);
    assert_eq!(again.cost_per_period, bill.cost_per_period);
    assert_eq!(again.status, Status::Active);
}
