use proptest::prelude::*;
use recourse::app::Lang;
use recourse::app::update::suspicion::FileKind;
use recourse::domain::alert::Level;
use recourse::domain::case::{CaseOpening, CustomerPart, Question, Typology};
use recourse::domain::customer::Customer;
use recourse::domain::ids::AlertId;
use recourse::exchange::write::report::csv::field;
use recourse::exchange::write::report::{defang, visible};
use recourse::journal::{Body, Fact};

use super::files::{file, tell};
use crate::suspicion::desk::*;

/// A case in which every text is the same hostile one.
fn poisoned(text: &str) -> Desk {
    let mut desk = Desk::new();
    let mut customer = Customer::named(tenant(), text);
    customer.domain = Some(text.to_owned());
    customer.email = Some(text.to_owned());
    customer.phone = Some(text.to_owned());
    customer.country = Some(text.to_owned());
    desk.observe(vec![Fact::Customer(customer)]);
    let mut raised = alert("A-1", "2026-11-01T08:00:00Z");
    raised.title = Some(text.to_owned());
    raised.description = Some(text.to_owned());
    raised.kind = text.to_owned();
    raised.resources = vec![text.to_owned()];
    raised.details = [(text, text)].into_iter().collect();
    desk.alert(raised);
    desk.who = text.to_owned();
    desk.record(Body::CaseOpening(CaseOpening {
        case: case("C-1"),
        title: text.to_owned(),
        customer: tenant(),
        subscriptions: vec![subscription_id("sub-azure")],
        alerts: vec![AlertId::new("A-1").unwrap()],
        typology: Typology::Other(text.to_owned()),
        severity: Level::Other(text.to_owned()),
        part: CustomerPart::Other(text.to_owned()),
        owner: text.to_owned(),
        opened: desk.at,
        first_fraud_day: None,
        reason: text.to_owned(),
    }));
    desk.note(text);
    desk.evidence(text);
    tell(&mut desk, Question::Why, text);
    desk
}

const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE cases; --",
    "</style><script>1</script>",
    "javascript:alert(1)",
    "abc\u{202E}fdp.exe\u{2066}x\u{200B}y",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2+3",
    "http://evil.example/a?b=c&d=<e>",
];

#[test]
fn no_text_runs_loads_or_hides_in_the_page() {
    for text in TEXTS {
        let page = file(&poisoned(text), Lang::En, FileKind::Html);
        let body = &page[page.find("<body>").unwrap()..];
        for bad in ["<script", "<img", "</style", "href=", "://"] {
            assert!(!body.contains(bad), "{bad} of {text}");
        }
        let hidden =
            |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}');
        assert!(!page.contains(hidden), "{text}");
    }
    let page = file(&poisoned(TEXTS[5]), Lang::En, FileKind::Html);
    assert!(page.contains("⟦U+202E⟧"));
}

#[test]
fn the_record_keeps_the_exact_text_and_hides_nothing() {
    for text in TEXTS {
        let raw = file(&poisoned(text), Lang::En, FileKind::Json);
        assert!(!raw.contains(|c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{200B}')));
        let json: serde_json::Value = serde_json::from_str(&raw).unwrap();
        assert_eq!(json["case"]["title"], *text);
        assert_eq!(json["narrative"]["why"]["text"], *text);
        assert_eq!(json["evidence"][0]["name"], *text);
    }
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    for text in TEXTS {
        let table = file(&poisoned(text), Lang::En, FileKind::Csv);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
    }
}

#[test]
fn addresses_are_broken_and_plain_words_are_not() {
    let pairs = [
        ("https://pool.example/x", "hxxps://pool[.]example/x"),
        ("203.0.113.7:3333", "203[.]0[.]113[.]7:3333"),
        ("see a.b@mail.example now", "see a[.]b[@]mail[.]example now"),
        ("It ended. Nothing since", "It ended. Nothing since"),
        ("EUR 1,912.00", "EUR 1,912.00"),
        ("/subscriptions/x/Microsoft.Compute/vm", "/subscriptions/x/Microsoft.Compute/vm"),
    ];
    for (text, expected) in pairs {
        assert_eq!(defang(text), expected);
    }
}

proptest! {
    #[test]
    fn any_text_stays_inert(text in "\\PC{0,40}") {
        let page = file(&poisoned(&format!("x{text}")), Lang::En, FileKind::Html);
        let body = &page[page.find("<body>").unwrap()..];
        let tags = ["<script", "<img", "<svg", "<iframe", "<a ", "<object"];
        prop_assert!(!tags.iter().any(|t| body.contains(t)));
        prop_assert_eq!(page.matches("<body>").count(), 1);
    }

    #[test]
    fn a_field_of_csv_reads_back(text in "\\PC{0,40}") {
        let line = format!("{}\r\n", field(&text));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
        let read = reader.records().next().map_or(String::new(), |r| r.unwrap()[0].to_owned());
        let guarded = read.strip_prefix('\'').filter(|_| !text.starts_with('\'')).unwrap_or(&read);
        prop_assert_eq!(guarded, text.as_str());
    }

    #[test]
    fn nothing_hidden_is_left(text in any::<String>()) {
        prop_assert!(!visible(&text).chars().any(recourse::domain::text::is_invisible));
    }
}
