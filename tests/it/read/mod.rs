//! Readers: bytes, JSON, tables, numbers, dates, and the formats on top of them.

mod ageing;
mod bytes;
mod charges;
mod date;
mod dirt;
mod documents;
mod import;
mod json;
mod ledger;
mod number;
mod table;

use recourse::exchange::read::bytes::NamedBytes;
use recourse::exchange::read::import::{FileReading, understand};
use recourse::exchange::read::options::Options;

/// One of our own sample files.
fn fixture(name: &str) -> NamedBytes {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/read/fixtures").join(name);
    NamedBytes { name: name.to_owned(), bytes: std::fs::read(path).unwrap() }
}

fn named(name: &str, text: &str) -> NamedBytes {
    NamedBytes { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn read_one(file: NamedBytes, options: &Options<'_>) -> FileReading {
    let mut understood = understand(vec![file], options);
    assert_eq!(understood.files.len(), 1);
    understood.files.remove(0)
}

/// The rule ids of a reading's problems, in order.
fn rules(file: &FileReading) -> Vec<String> {
    file.problems.iter().map(|p| p.rule().to_string()).collect()
}
