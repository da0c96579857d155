use proptest::prelude::*;
use recourse::book::Book;
use recourse::exchange::read::import::{Reader, understand};
use recourse::exchange::read::options::Options;
use recourse::exchange::read::preview::{Counts, FactKind, preview};
use recourse::journal::Fact;

use super::bytes::{gzip, zip};
use super::{fixture, named, read_one, rules};

#[test]
fn a_file_that_fails_leaves_the_others_alone() {
    let files = vec![
        fixture("customers.json"),
        named("broken.json", "{\"items\": [{\"id\": \"a\""),
        named("empty.csv", ""),
        fixture("invoices.csv"),
    ];
    let understood = understand(files, &Options::default());
    let facts: Vec<usize> = understood.files.iter().map(|f| f.facts.len()).collect();
    assert_eq!(facts, [2, 0, 0, 4]);
    assert_eq!(rules(&understood.files[1]), ["IMP-007"]);
    assert_eq!(rules(&understood.files[2]), ["IMP-001"]);
    assert!(understood.files[1].failed() && !understood.files[0].failed());
    assert_eq!(understood.observed().len(), 2);
}

#[test]
fn every_fact_remembers_file_hash_and_row() {
    let file = read_one(fixture("invoices.csv"), &Options::default());
    let observed = file.observed().unwrap();
    assert_eq!(observed.source.file, "invoices.csv");
    assert_eq!(observed.source.format, "ledger.invoices");
    assert_eq!(
        observed.source.sha256,
        recourse::journal::sha256_hex(&fixture("invoices.csv").bytes)
    );
    let rows: Vec<u32> = observed.facts.iter().map(|f| f.row).collect();
    assert_eq!(rows, [2, 3, 7, 7]);
}

#[test]
fn a_hash_that_is_known_already_is_of_the_bytes_as_they_were_given() {
    let told = "0".repeat(64);
    let plain = (fixture("invoices.csv"), Some(told.clone()));
    let packed = recourse::exchange::read::bytes::NamedBytes {
        name: "customers.json.gz".to_owned(),
        bytes: gzip(&fixture("customers.json").bytes),
    };
    let mut reader =
        Reader::of_hashed(vec![plain, (packed, Some(told.clone()))], Options::default());
    while !reader.step(100).finished {}
    let files = reader.finish().files;
    assert_eq!(files[0].sha256, told);
    // What is inside an archive has a hash of its own.
    let inside = recourse::journal::sha256_hex(&fixture("customers.json").bytes);
    assert_eq!(files[1].sha256, inside);
}

#[test]
fn bytes_that_are_no_text_are_refused_without_a_question() {
    let bytes: Vec<u8> =
        (0..2_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let file = recourse::exchange::read::bytes::NamedBytes { name: "sample.bin".to_owned(), bytes };
    let read = read_one(file, &Options::default());
    assert_eq!(rules(&read), ["IMP-003"]);
    assert!(read.questions.is_empty());
    // Text in an encoding that the bytes do not tell is asked for.
    let latin = named("latin.csv", "");
    let latin = recourse::exchange::read::bytes::NamedBytes {
        bytes: b"customer,amount\nCaf\xE9 Sample,12.00\n".to_vec(),
        ..latin
    };
    assert!(!read_one(latin, &Options::default()).questions.is_empty());
}

#[test]
fn steps_come_to_the_same_as_one_go() {
    let files =
        || vec![fixture("invoices.csv"), fixture("customers.json"), fixture("daily_usage.csv")];
    let mut reader = Reader::new(files(), Options::default());
    let mut steps = 0;
    loop {
        let progress = reader.step(1);
        steps += 1;
        assert!(progress.rows_done <= progress.rows_total);
        assert_eq!(progress.files_total, 3);
        if progress.finished {
            break;
        }
    }
    assert!(steps > 10);
    assert_eq!(reader.finish(), understand(files(), &Options::default()));
}

#[test]
fn the_same_bytes_twice_are_read_once() {
    let twice =
        understand(vec![fixture("customers.json"), fixture("customers.json")], &Options::default());
    assert_eq!(twice.files[1].facts.len(), 0);
    assert_eq!(rules(&twice.files[1]), ["IMP-048"]);
}

#[test]
fn parts_of_a_day_in_one_archive_are_added_up() {
    let line = |cost: &str| {
        format!(
            "{{\"CustomerId\":\"aaaaaaaa-1111-4111-8111-111111111111\",\"EntitlementId\":\"cccccccc-0000-4000-8000-000000000002\",\
             \"UsageDate\":\"2026-08-01T00:00:00Z\",\"MeterCategory\":\"Sample\",\"BillingPreTaxTotal\":{cost},\"BillingCurrency\":\"EUR\"}}\n"
        )
    };
    let mut several = gzip(line("1.25").as_bytes());
    several.extend(gzip(line("2.5").as_bytes()));
    let other = gzip(line("10").as_bytes());
    let archive = recourse::exchange::read::bytes::NamedBytes {
        name: "usage.zip".to_owned(),
        bytes: zip(&[("part-1.json.gz", &several), ("part-2.json.gz", &other)]),
    };
    let understood = understand(vec![archive], &Options::default());
    let costs: Vec<Vec<String>> = understood
        .files
        .iter()
        .map(|f| {
            f.facts
                .iter()
                .map(|row| match &row.fact {
                    Fact::Usage(u) => u.cost.to_string(),
                    other => panic!("{other:?}"),
                })
                .collect()
        })
        .collect();
    assert_eq!(costs, [vec!["EUR 13.75".to_owned()], vec![]]);
    assert_eq!(understood.files[0].name, "usage.zip/part-1.json");
}

#[test]
fn one_key_with_two_values_is_said() {
    let text = "customer_name,invoice_number,issued,amount,currency\nSample Bakery,1,2026-04-03,10.00,EUR\nSample Bakery,1,2026-04-03,12.00,EUR\n";
    let file = read_one(named("a.csv", text), &Options::default());
    assert_eq!(rules(&file), ["IMP-045", "IMP-041"]);
}

#[test]
fn the_preview_counts_what_is_new_and_refused() {
    let understood =
        understand(vec![fixture("customers.json"), fixture("invoices.csv")], &Options::default());
    let counted = preview(&understood, &Book::default());
    let new = |n| Counts { new: n, known: 0, changed: 0 };
    assert_eq!(counted.facts[&FactKind::Customers], new(3));
    assert_eq!(counted.facts[&FactKind::Invoices], new(3));
    assert_eq!((counted.refused, counted.failed_files), (4, 0));
    assert!(counted.changes_something());
}

#[test]
fn wrong_kinds_of_files_get_a_sentence() {
    let cases: [(&str, &[u8], &str); 6] = [
        ("a.html", b"<!doctype html><p>sign in</p>", "IMP-015"),
        ("a.pdf", b"%PDF-1.7 sample", "IMP-003"),
        ("a.csv", b"caf\xE9,b\n1,2\n", "IMP-005"),
        ("a.txt", b"just a sentence", "IMP-015"),
        ("a.json", b"[]", "IMP-049"),
        ("a.json", b"{\"a\": nope}", "IMP-006"),
    ];
    for (name, bytes, rule) in cases {
        let file = recourse::exchange::read::bytes::NamedBytes {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        };
        let read = read_one(file, &Options::default());
        assert_eq!(rules(&read), [rule], "{name}");
        assert!(read.facts.is_empty());
        let sentence = read.problems[0].to_string();
        assert!(!sentence.is_empty() && !sentence.contains("::"), "{sentence}");
    }
}

const FIXTURES: [&str; 10] = [
    "customers.json",
    "subscriptions.json",
    "bills.json",
    "fraud_events.json",
    "graph_alerts.json",
    "invoices.csv",
    "payments.csv",
    "combined_zh.csv",
    "quickbooks_open.csv",
    "daily_usage.csv",
];

proptest! {
    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let file = recourse::exchange::read::bytes::NamedBytes { name: "x".to_owned(), bytes };
        let read = read_one(file, &Options::default());
        prop_assert!(!read.facts.is_empty() || !read.problems.is_empty());
    }

    /// Cut, changed and repeated pieces of real layouts: an answer, never silence.
    #[test]
    fn any_damage_to_a_file_gets_an_answer(
        which in 0_usize..FIXTURES.len(),
        at in any::<prop::sample::Index>(),
        length in 0_usize..60,
        put in prop::collection::vec(any::<u8>(), 0..6),
    ) {
        let mut file = fixture(FIXTURES[which]);
        let start = at.index(file.bytes.len());
        let end = (start + length).min(file.bytes.len());
        file.bytes.splice(start..end, put);
        let understood = understand(vec![file], &Options::default());
        for read in &understood.files {
            prop_assert!(!read.facts.is_empty() || !read.problems.is_empty());
        }
    }
}
