use recourse::domain::Currency;
use recourse::domain::invoice::{Invoice, InvoiceKind};
use recourse::domain::payment::{Payment, PaymentKind};
use recourse::exchange::map::Field;
use recourse::exchange::map::names::{Likeness, candidates};
use recourse::exchange::read::date::DateOrder;
use recourse::exchange::read::import::FileReading;
use recourse::exchange::read::kind::Kind;
use recourse::exchange::read::options::{Options, Question};
use recourse::journal::Fact;

use super::{fixture, named, read_one, rules};

fn invoices(file: &FileReading) -> Vec<&Invoice> {
    file.facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Invoice(invoice) => Some(invoice),
            _ => None,
        })
        .collect()
}

fn payments(file: &FileReading) -> Vec<&Payment> {
    file.facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Payment(payment) => Some(payment),
            _ => None,
        })
        .collect()
}

#[test]
fn invoices_by_the_documented_columns() {
    let file = read_one(fixture("invoices.csv"), &Options::default());
    assert_eq!(file.kind, Some(Kind::LedgerInvoices));
    let found = invoices(&file);
    assert_eq!(found.len(), 3);
    let first = found[0];
    assert_eq!(first.customer.as_str(), "aaaaaaaa-1111-4111-8111-111111111111");
    assert_eq!(
        (first.total.to_string(), first.open_stated.unwrap().to_string()),
        ("EUR 1200.00".into(), "EUR 700.00".into())
    );
    assert_eq!(first.due.unwrap().to_string(), "2026-07-31");
    assert_eq!(first.extra.get("Branch"), Some("North"));
    assert_eq!((&found[1].kind, found[1].due), (&InvoiceKind::CreditNote, None));
    assert_eq!(found[2].customer.as_str(), "ledger:sample garage");
    assert_eq!(
        (&found[2].kind, found[2].total.to_string()),
        (&InvoiceKind::CreditNote, "EUR 15.00".into())
    );
    let refused: Vec<(u32, String)> =
        file.refused.iter().map(|r| (r.place.line.unwrap(), r.why.rule().to_string())).collect();
    assert_eq!(
        refused,
        [(4, "IMP-022".to_owned()), (5, "IMP-027".to_owned()), (6, "IMP-023".to_owned())]
    );
    let table = file.refused_csv();
    assert!(
        table.contains("\"6\",\"IMP-023\",\"line 6, `due`: `31/31/2026` is not a date"),
        "{table}"
    );
}

#[test]
fn payments_with_decimal_commas_and_semicolons() {
    let file = read_one(fixture("payments.csv"), &Options::default());
    assert_eq!(file.kind, Some(Kind::LedgerPayments));
    let found = payments(&file);
    assert_eq!(found.len(), 4);
    assert_eq!(found[0].amount.to_string(), "EUR 500.00");
    assert_eq!(found[0].allocations[0].invoice.as_str(), "S-1001");
    assert_eq!(
        (&found[1].kind, found[1].amount.to_string()),
        (&PaymentKind::Chargeback, "EUR 1500.00".into())
    );
    assert_eq!(found[1].received.to_string(), "2026-08-01");
    // Without a reference, two equal payments of one day stay two.
    assert_eq!(found[2].reference.as_str(), "payment 2026-08-02 EUR 20.00");
    assert_eq!(found[3].reference.as_str(), "payment 2026-08-02 EUR 20.00 (2)");
    assert_eq!(rules(&file), ["IMP-012", "IMP-044"]);
}

#[test]
fn a_ledger_in_chinese_with_both_kinds() {
    let file = read_one(fixture("combined_zh.csv"), &Options::default());
    assert_eq!(file.kind, Some(Kind::LedgerCombined));
    assert_eq!((invoices(&file).len(), payments(&file).len()), (2, 1));
    assert_eq!(invoices(&file)[0].total.to_string(), "TWD 12000.00");
    assert_eq!(invoices(&file)[1].kind, InvoiceKind::CreditNote);
    assert_eq!(invoices(&file)[1].issued.to_string(), "2026-07-21");
    assert_eq!(payments(&file)[0].reference.as_str(), "S-2002");
    assert_eq!(payments(&file)[0].received.to_string(), "2026-07-20");
    let names: Vec<&str> = file
        .facts
        .iter()
        .filter_map(|row| match &row.fact {
            Fact::Customer(c) => Some(c.name.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["範例麵包店", "範例車行"]);
    assert_eq!(rules(&file), ["IMP-045", "IMP-042"]);
}

#[test]
fn quickbooks_with_a_row_for_each_customer() {
    let asked = read_one(fixture("quickbooks_open.csv"), &Options::default());
    assert_eq!((asked.kind, asked.facts.len()), (Some(Kind::OpenInvoices), 0));
    assert_eq!(asked.questions, [Question::Currency]);
    let options = Options { currency: Some(Currency::USD), ..Options::default() };
    let file = read_one(fixture("quickbooks_open.csv"), &options);
    let found = invoices(&file);
    assert_eq!(found.len(), 3, "{:?}", file.problems);
    assert_eq!(found[0].customer.as_str(), "ledger:sample bakery");
    assert_eq!(found[0].issued.to_string(), "2026-04-01");
    assert_eq!(
        (&found[1].kind, found[1].total.to_string()),
        (&InvoiceKind::CreditNote, "USD 50.00".into())
    );
    assert_eq!(found[2].customer.as_str(), "ledger:sample garage");
    assert_eq!(file.refused.len(), 0, "{:?}", file.refused);
}

#[test]
fn what_a_file_does_not_settle_is_asked() {
    let text = "customer_name,invoice_number,issued,due,amount,currency\nSample Bakery,1,03/04/2026,05/06/2026,10.00,EUR\n";
    let asked = read_one(named("a.csv", text), &Options::default());
    let example = "03/04/2026".to_owned();
    assert_eq!(
        (asked.questions.as_slice(), asked.facts.len()),
        (&[Question::DateOrder { example }][..], 0)
    );
    let options = Options { date_order: Some(DateOrder::DayFirst), ..Options::default() };
    let told = read_one(named("a.csv", text), &options);
    assert_eq!(invoices(&told)[0].issued.to_string(), "2026-04-03");
}

#[test]
fn an_amount_that_can_be_read_both_ways_is_asked_where_the_currency_allows_both() {
    let text = "customer_name,invoice_number,issued,amount,currency\nSample Bakery,1,2026-04-03,\"1,234\",KWD\n";
    let asked = read_one(named("a.csv", text), &Options::default());
    assert_eq!(asked.questions, [Question::DecimalMark { example: "1,234".to_owned() }]);
    let settled = read_one(named("a.csv", &text.replace("KWD", "EUR")), &Options::default());
    assert_eq!(invoices(&settled)[0].total.to_string(), "EUR 1234.00");
}

#[test]
fn columns_of_other_names_are_asked_for_and_told() {
    let text = "Wer,Beleg,Wann,Wieviel,Münze\nSample Bakery,7,2026-04-03,10.00,EUR\n";
    let asked = read_one(named("a.csv", text), &Options::default());
    let [Question::Columns { headers, rows }] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions)
    };
    assert_eq!((headers.len(), rows[0][0].as_str()), (5, "Sample Bakery"));
    let told = [
        ("Wer".to_owned(), Field::CustomerName),
        ("Beleg".to_owned(), Field::InvoiceNumber),
        ("Wann".to_owned(), Field::Issued),
        ("Wieviel".to_owned(), Field::Amount),
        ("Münze".to_owned(), Field::Currency),
    ];
    let options = Options { columns: &told, ..Options::default() };
    let file = read_one(named("a.csv", text), &options);
    assert_eq!(invoices(&file)[0].total.to_string(), "EUR 10.00");
}

#[test]
fn names_are_proposed_and_never_joined_by_likeness() {
    let tenants = ["Sample Bakery GmbH", "Sample Garage", "Other House", "範例麵包店股份有限公司"];
    let at = |name: &str| -> Vec<(usize, Likeness)> {
        candidates(name, &tenants, 3).iter().map(|c| (c.at, c.likeness)).collect()
    };
    assert_eq!(at("sample  garage"), [(1, Likeness::Same)]);
    assert_eq!(at("Sample Bakery Ltd.")[0], (0, Likeness::SameButForm));
    assert_eq!(at("範例麵包店"), [(3, Likeness::SameButForm)]);
    assert!(matches!(at("Sample Bakry")[0], (0, Likeness::Similar(_))));
    assert_eq!(at("Nobody"), []);
}

#[test]
fn daily_usage_is_summed_to_days() {
    let file = read_one(fixture("daily_usage.csv"), &Options::default());
    assert_eq!(file.kind, Some(Kind::DailyUsageRecon));
    let days: Vec<(String, String, String)> = file
        .facts
        .iter()
        .map(|row| match &row.fact {
            Fact::Usage(u) => (u.day.to_string(), u.cost.to_string(), u.subscription.to_string()),
            other => panic!("{other:?}"),
        })
        .collect();
    let azure = "cccccccc-0000-4000-8000-000000000002".to_owned();
    assert_eq!(
        days,
        [
            ("2026-08-01".to_owned(), "EUR 10.01".to_owned(), azure.clone()),
            ("2026-08-02".to_owned(), "EUR 0.00".to_owned(), azure),
        ]
    );
    assert_eq!(file.refused.len(), 1);
}
