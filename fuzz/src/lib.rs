//! What must hold for any bytes whatever. A fault is a panic.

use recourse::exchange::read::bytes::NamedBytes;
use recourse::exchange::read::csv::Table;
use recourse::exchange::read::date::{self, DateOrder};
use recourse::exchange::read::import::{Reader, Understanding, understand};
use recourse::exchange::read::json as document;
use recourse::exchange::read::number::{DecimalMark, decimal};
use recourse::exchange::read::options::Options;
use recourse::exchange::read::plain::csv_of_file;

/// Texts are read to tables whose rows stand in order, and printed so that a strict reader takes them.
pub fn table(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Ok(table) = Table::of(text.to_owned()) else {
        assert!(text.trim().is_empty(), "a text that holds something is a table");
        return;
    };
    let lines = text.bytes().filter(|b| matches!(b, b'\n' | b'\r')).count() + 1;
    let mut last = 0;
    for row in table.rows() {
        assert!(row.line() >= last && row.line() as usize <= lines, "lines rise and are there");
        last = row.line();
        for column in 0..row.len() {
            let cell = row.cell(column);
            assert!(cell.len() <= text.len(), "a cell is a part of the text");
        }
    }
    let printed = recourse::exchange::read::csv::print(&table);
    let mut strict =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(printed.as_bytes());
    let records = strict.records().filter(|record| record.is_ok()).count();
    let empty_lines = table.rows().filter(|row| row.filled() == 0).count();
    let wanted = table.len() + usize::from(table.has_header());
    assert!(records + empty_lines >= wanted, "{records} records of {wanted} in `{printed:?}`");
}

/// What serde_json takes, the reader takes too; what it refuses, it refuses within the text.
pub fn json(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let strict = serde_json::from_str::<serde_json::Value>(text).is_ok();
    match document::parse(text) {
        Ok(_) => {}
        Err(error) => {
            assert!(!strict, "valid JSON was refused");
            assert!(error.at <= text.len(), "the fault is in the text");
        }
    }
}

/// Any file gets facts or a sentence, and the same in one go as in steps.
pub fn file(data: &[u8]) {
    let given = || vec![NamedBytes { name: "sample".to_owned(), bytes: data.to_vec() }];
    let whole = understand(given(), &Options::default());
    answered(&whole);
    let mut reader = Reader::new(given(), Options::default());
    while !reader.step(7).finished {}
    assert!(reader.finish() == whole, "steps come to the same as one go");
    if let Ok(plain) = csv_of_file(given().remove(0), &Options::default()) {
        assert!(!plain.csv.is_empty() || !plain.notes.is_empty(), "an empty answer says why");
    }
}

/// Bytes that begin like an archive.
pub fn archive(data: &[u8]) {
    let starts: [&[u8]; 3] = [b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"PK\x05\x06"];
    for start in starts {
        file(&[start, data].concat());
    }
}

/// Numbers and dates: a value or a fault, and a number is the same when it is written plainly.
pub fn values(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        if let Ok(Some(number)) = decimal(text, mark) {
            let again = decimal(&number.to_string(), DecimalMark::Point);
            assert!(again == Ok(Some(number)), "`{number}` reads as itself");
        }
    }
    for order in [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)] {
        if let Ok(Some(day)) = date::day(text, order) {
            assert!(date::day(&day.to_string(), None) == Ok(Some(day)), "`{day}` reads as itself");
        }
        let _ = date::instant(text, order);
    }
}

fn answered(understood: &Understanding) {
    for file in &understood.files {
        let said = !file.problems.is_empty() || !file.questions.is_empty();
        assert!(said || !file.facts.is_empty(), "a file that yields nothing says why");
        assert!(!file.failed() || file.facts.is_empty(), "nothing is taken of a file that failed");
        for problem in &file.problems {
            let sentence = problem.to_string();
            assert!(!sentence.is_empty() && !own_words(&sentence).contains("::"), "{sentence}");
        }
    }
}

/// A sentence without what it quotes: that may hold any marks, backticks too.
fn own_words(sentence: &str) -> String {
    match (sentence.find('`'), sentence.rfind('`')) {
        (Some(first), Some(last)) if first < last => {
            [&sentence[..first], &sentence[last + 1..]].concat()
        }
        _ => sentence.to_owned(),
    }
}
