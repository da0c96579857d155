//! Ageing reports: summaries give balances, details give invoices.

use recourse::domain::Currency;
use recourse::domain::balance::Balance;
use recourse::domain::invoice::InvoiceKind;
use recourse::exchange::read::import::FileReading;
use recourse::exchange::read::kind::Kind;
use recourse::exchange::read::options::{Options, Question};
use recourse::journal::Fact;

use super::{fixture, read_one, rules};

fn in_euro() -> Options<'static> {
    Options { currency: Some(Currency::parse("EUR").unwrap()), ..Options::default() }
}

fn balances(file: &FileReading) -> Vec<&Balance> {
    file.facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Balance(balance) => Some(balance),
            _ => None,
        })
        .collect()
}

fn shown(balance: &Balance) -> Vec<(&str, String)> {
    balance.buckets.iter().map(|b| (b.name.as_str(), b.amount.number())).collect()
}

#[test]
fn a_summary_gives_balances_by_age_and_no_invoices() {
    let file = read_one(fixture("quickbooks_ageing_summary.csv"), &in_euro());
    assert_eq!(file.kind, Some(Kind::AgeingSummary));
    let [bakery, garage] = balances(&file)[..] else { panic!("{:?}", file.facts) };
    assert_eq!(bakery.customer.as_str(), "ledger:sample bakery");
    assert_eq!(bakery.as_of.unwrap().to_string(), "2026-04-22");
    assert_eq!(bakery.total.to_string(), "EUR 23600.50");
    assert_eq!(
        shown(bakery)[..2],
        [("Current", "1200.00".to_owned()), ("1 - 30", "22400.50".to_owned())]
    );
    assert_eq!(garage.total.to_string(), "EUR -150.00");
    assert!(!file.facts.iter().any(|row| matches!(row.fact, Fact::Invoice(_))));
    let said = rules(&file);
    assert!(said.contains(&"IMP-053".to_owned()) && said.contains(&"IMP-042".to_owned()));
}

#[test]
fn a_summary_without_a_currency_asks() {
    let file = read_one(fixture("quickbooks_ageing_summary.csv"), &Options::default());
    assert_eq!(file.questions, [Question::Currency]);
    assert!(file.facts.is_empty());
}

#[test]
fn a_customer_may_be_called_total_and_a_stored_total_may_be_nought() {
    let file = read_one(fixture("xero_ageing_summary.csv"), &in_euro());
    let told: Vec<(&str, String)> =
        balances(&file).iter().map(|b| (b.customer.as_str(), b.total.number())).collect();
    assert_eq!(told, [("ledger:00123", "75.00".to_owned()), ("ledger:total", "10.00".to_owned())]);
    assert_eq!(balances(&file)[0].as_of.unwrap().to_string(), "2026-09-30");
    let said = rules(&file);
    assert!(
        said.contains(&"IMP-043".to_owned()) && said.contains(&"IMP-054".to_owned()),
        "{said:?}"
    );
}

#[test]
fn details_give_invoices_whether_sections_name_ages_or_customers() {
    let quickbooks = read_one(fixture("quickbooks_ageing_detail.csv"), &in_euro());
    assert_eq!(quickbooks.kind, Some(Kind::AgeingDetail));
    let xero = read_one(fixture("xero_ageing_detail.csv"), &Options::default());
    assert_eq!(xero.kind, Some(Kind::AgeingDetail));
    let invoices = |file: &FileReading| -> Vec<(String, String, String, InvoiceKind)> {
        file.facts
            .iter()
            .filter_map(|row| match &row.fact {
                Fact::Invoice(i) => Some((
                    i.customer.to_string(),
                    i.number.to_string(),
                    i.open_stated.unwrap_or(i.total).to_string(),
                    i.kind.clone(),
                )),
                _ => None,
            })
            .collect()
    };
    let row = |customer: &str, number: &str, open: &str, kind: InvoiceKind| {
        (customer.to_owned(), number.to_owned(), open.to_owned(), kind)
    };
    assert_eq!(
        invoices(&quickbooks),
        [
            row("ledger:sample bakery", "1001", "EUR 400.00", InvoiceKind::Invoice),
            row("ledger:sample garage", "1002", "EUR 25.00", InvoiceKind::CreditNote),
        ]
    );
    assert_eq!(
        invoices(&xero),
        [
            row("ledger:sample bakery", "INV-0212", "GBP 3600.00", InvoiceKind::Invoice),
            row("ledger:sample bakery", "INV-0219", "GBP 2150.00", InvoiceKind::Invoice),
        ]
    );
    assert_eq!((quickbooks.refused.len(), xero.refused.len()), (0, 0), "{:?}", xero.refused);
}
