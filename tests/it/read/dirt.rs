//! The dirt that files really have: each comes to the same facts as the clean file, and is said.
//! `src/exchange/SPEC.md` lists it.

use recourse::exchange::read::bytes::{Encoding, NamedBytes};
use recourse::exchange::read::import::FileReading;
use recourse::exchange::read::options::Options;
use recourse::journal::Fact;

use super::{named, read_one, rules};

const CUSTOMERS: &str = r#"{"totalCount": 1, "items": [
  {"id": "aaaaaaaa-1111-4111-8111-111111111111",
   "companyProfile": {"tenantId": "aaaaaaaa-1111-4111-8111-111111111111",
     "domain": "samplebakery.example", "companyName": "Sample Bakery"},
   "relationshipToPartner": "reseller"}
], "remark": "one line"}"#;

const LEDGER: &str = "customer_name,invoice_number,issued,due,amount,currency
Sample Bakery,S-1,2026-04-03,2026-05-03,1912.50,EUR
Sample Garage,S-2,2026-04-13,2026-05-13,80.00,EUR
";

fn facts(file: &FileReading) -> Vec<&Fact> {
    file.facts.iter().map(|row| &row.fact).collect()
}

fn read(bytes: Vec<u8>) -> FileReading {
    read_one(NamedBytes { name: "sample".to_owned(), bytes }, &Options::default())
}

/// Reads a file; it must tell the same as the clean one, and say the rule, if there is one to say.
fn same(clean: &str, dirt: &str, bytes: Vec<u8>, rule: Option<&str>) {
    let wanted = read(clean.as_bytes().to_vec());
    assert!(!wanted.facts.is_empty() && !rules(&wanted).contains(&"IMP-010".to_owned()));
    let file = read(bytes);
    assert_eq!(facts(&file), facts(&wanted), "{dirt}: {:?}", file.problems);
    let said = rules(&file);
    let more: Vec<&String> = said.iter().filter(|r| !rules(&wanted).contains(r)).collect();
    match rule {
        Some(rule) => assert!(more.contains(&&rule.to_owned()), "{dirt}: {said:?}"),
        None => assert!(more.is_empty(), "{dirt}: {said:?}"),
    }
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn dirt_of_documents() {
    let of = |from: &str, to: &str| {
        assert!(CUSTOMERS.contains(from), "{from}");
        CUSTOMERS.replace(from, to)
    };
    let cases = [
        ("a missing comma", of("example\", \"companyName", "example\" \"companyName"), "IMP-010"),
        ("a trailing comma", of("\"reseller\"}", "\"reseller\",}"), "IMP-010"),
        ("two commas", of("\"reseller\"}", "\"reseller\"},,"), "IMP-010"),
        ("curly quotes", of("\"domain\"", "\u{201c}domain\u{201d}"), "IMP-010"),
        ("a zero-width space", of("\"domain\":", "\u{200b}\"domain\":"), "IMP-010"),
        ("a no-break space", of("\"domain\":", "\u{a0}\"domain\":"), "IMP-010"),
        ("a raw line break in a text", of("one line", "two\nlines"), "IMP-010"),
        ("comments", of("\"items\"", "/* all */ \"items\" // of them\n"), "IMP-010"),
        ("a bracket left out", of("], \"remark\": \"one line\"}", "]"), "IMP-010"),
        ("a key twice", of("\"domain\"", "\"domain\": \"old.example\", \"domain\""), "IMP-011"),
    ];
    for (dirt, text, rule) in cases {
        same(CUSTOMERS, dirt, text.into_bytes(), Some(rule));
    }
    let silent = [
        ("keys in another case", of("\"companyProfile\"", "\"CompanyProfile\"")),
        ("ids in capitals", of("aaaaaaaa", "AAAAAAAA")),
        ("a byte order mark", format!("\u{feff}{CUSTOMERS}")),
        ("one thing without a list", CUSTOMERS[30..].rsplit_once("\n]").unwrap().0.to_owned()),
    ];
    for (dirt, text) in silent {
        same(CUSTOMERS, dirt, text.into_bytes(), None);
    }
}

#[test]
fn dirt_of_tables() {
    let padded = LEDGER.replace(',', ", ");
    let cases = [
        ("semicolons", LEDGER.replace(',', ";"), "IMP-012"),
        ("tabs", LEDGER.replace(',', "\t"), "IMP-012"),
        ("a comma and a space", padded, "IMP-012"),
        ("bars", LEDGER.replace(',', "|"), "IMP-012"),
        ("carriage returns alone", LEDGER.replace('\n', "\r"), "IMP-012"),
        ("a preamble", format!("Sample Reseller\nInvoices\n\n{LEDGER}"), "IMP-012"),
        ("a footer", format!("{LEDGER}\nprinted on 1 May 2026\n"), "IMP-012"),
        (
            "the header again",
            LEDGER.replacen(
                "EUR\n",
                "EUR\ncustomer_name,invoice_number,issued,due,amount,currency\n",
                1,
            ),
            "IMP-012",
        ),
        ("a total row", format!("{LEDGER}Total,,,,1992.50,EUR\n"), "IMP-042"),
        ("a guarding apostrophe", LEDGER.replace("1912.50", "'1912.50"), "IMP-012"),
        (
            "another separator in one row",
            LEDGER.replace(
                "Sample Garage,S-2,2026-04-13,2026-05-13,80.00,EUR",
                "Sample Garage;S-2;2026-04-13;2026-05-13;80.00;EUR",
            ),
            "IMP-012",
        ),
    ];
    for (dirt, text, rule) in cases {
        same(LEDGER, dirt, text.into_bytes(), Some(rule));
    }
    let silent = [
        ("a byte order mark", format!("\u{feff}{LEDGER}").into_bytes()),
        ("UTF-16", utf16(LEDGER, u16::to_le_bytes)),
        ("UTF-16 the other way round", utf16(&format!("\u{feff}{LEDGER}"), u16::to_be_bytes)),
        ("CRLF", LEDGER.replace('\n', "\r\n").into_bytes()),
        ("quotation marks", LEDGER.replace("Sample Bakery", "\"Sample Bakery\"").into_bytes()),
        ("thousands", LEDGER.replace("1912.50", "\"1,912.50\"").into_bytes()),
        ("an exponent", LEDGER.replace("1912.50", "1.9125E3").into_bytes()),
        ("a currency sign", LEDGER.replace("1912.50", "\u{20ac}1912.50").into_bytes()),
        ("names of months", LEDGER.replace("2026-04-03", "3 Apr 2026").into_bytes()),
        (
            "days first, as the file shows",
            LEDGER
                .replace("2026-04-03", "03/04/2026")
                .replace("2026-04-13", "13/04/2026")
                .replace("2026-05-03", "03/05/2026")
                .replace("2026-05-13", "13/05/2026")
                .into_bytes(),
        ),
        ("a time of day", LEDGER.replace("2026-04-03", "2026-04-03T00:00:00Z").into_bytes()),
    ];
    for (dirt, bytes) in silent {
        same(LEDGER, dirt, bytes, None);
    }
}

/// Names of groups above the names of columns; the two rows are read as one.
#[test]
fn a_header_of_two_rows_is_one_header() {
    let text = ",Customer,Invoice,,,Payment\ncurrency,name,number,date,amount,due\n\
        EUR,Sample Bakery,S-1,2026-04-03,1912.50,2026-05-03\n";
    let file = read_one(named("a.csv", text), &Options::default());
    let Fact::Invoice(invoice) = &file.facts[1].fact else { panic!("{:?}", file.problems) };
    assert_eq!(invoice.due.unwrap().to_string(), "2026-05-03");
    assert_eq!(invoice.total.to_string(), "EUR 1912.50");
    assert!(rules(&file).contains(&"IMP-012".to_owned()), "{:?}", file.problems);
}

/// 0001-01-01 and the year 9999 mean "none", whatever stands behind them.
#[test]
fn days_that_mean_none_are_none() {
    for none in ["0001-01-01T00:00:00", "9999-12-31T23:59:59.9970000"] {
        let file = read(LEDGER.replace("2026-05-03", none).into_bytes());
        let Fact::Invoice(invoice) = &file.facts[1].fact else { panic!("{:?}", file.facts) };
        assert_eq!(invoice.due, None, "{none}");
    }
}

#[test]
fn big5_is_read_by_the_table_that_is_handed_in() {
    let decode = |encoding: Encoding, _: &[u8]| {
        (encoding == Encoding::Big5).then(|| LEDGER.replace("Sample Bakery", "\u{6a23}"))
    };
    let options = Options { decoder: Some(&decode), ..Options::default() };
    let big5 = [b"\xBC\xCB,".as_slice(), LEDGER.as_bytes()].concat();
    let file = read_one(NamedBytes { name: "a.csv".to_owned(), bytes: big5 }, &options);
    assert_eq!(file.encoding, Some(Encoding::Big5));
    assert_eq!(file.facts.len(), 4);
}

#[test]
fn what_can_be_read_two_ways_is_asked_and_not_guessed() {
    let both = LEDGER.replace("2026-04-03", "03/04/2026").replace("2026-04-13", "05/04/2026");
    let cases = [
        (both, "IMP-030"),
        (
            LEDGER.replace("1912.50", "\"1,912\"").replace("EUR", "KWD").replace("80.00", "80"),
            "IMP-031",
        ),
        (LEDGER.replace("currency", "what").replace("EUR", "x"), "IMP-025"),
    ];
    for (text, rule) in cases {
        let file = read_one(named("a.csv", &text), &Options::default());
        assert!(rules(&file).contains(&rule.to_owned()), "{rule}: {:?}", file.problems);
        assert!(!file.questions.is_empty() && file.facts.is_empty(), "{rule}");
    }
}
