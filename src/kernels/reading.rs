//! Reading a large clean table, beside the csv crate with serde.

use std::hint::black_box;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::domain::{Day, Decimal};
use crate::exchange::read::bytes::NamedBytes;
use crate::exchange::read::csv::Table;
use crate::exchange::read::import::understand;
use crate::exchange::read::options::Options;
use crate::journal::sha256_hex;

/// A ledger of `n` invoices, some 108 bytes each.
fn ledger(n: u32) -> String {
    let mut text = String::from(
        "tenant_id,customer_name,invoice_number,issued,due,amount,currency,description\n",
    );
    for at in 0..n {
        let customer = at % 1_000;
        text.push_str(&format!(
            "{customer:08x}-0000-4000-8000-000000000001,Sample {customer:04},S-{at:06},2026-{:02}-{:02},2026-{:02}-15,{}.{:02},EUR,Seats\n",
            at % 9 + 1,
            at % 28 + 1,
            at % 9 + 2,
            at % 9_000 + 100,
            at % 100,
        ));
    }
    text
}

/// Rows as the csv crate gives them to whoever asks serde for text.
type Record = (String, String, String, String, String, String, String, String);

/// Every cell as text, by one who knows the dialect and the columns.
pub(super) fn by_serde(n: u32) -> Box<dyn FnMut() -> u64> {
    let text = ledger(n);
    Box::new(move || {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<Record> = reader.deserialize().filter_map(Result::ok).collect();
        let length = |(a, b, c, d, e, f, g, h): &Record| {
            [a, b, c, d, e, f, g, h].iter().map(|cell| cell.len() as u64).sum::<u64>()
        };
        rows.iter().map(length).sum()
    })
}

/// A row as someone types it who knows the file beforehand: the same values that a fact holds.
#[derive(Deserialize)]
struct Typed {
    tenant_id: String,
    customer_name: String,
    invoice_number: String,
    #[serde(deserialize_with = "day")]
    issued: Day,
    #[serde(deserialize_with = "day")]
    due: Day,
    #[serde(deserialize_with = "decimal")]
    amount: Decimal,
    currency: String,
    description: Option<String>,
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
    Day::parse(<&str>::deserialize(from)?).map_err(D::Error::custom)
}

fn decimal<'de, D: Deserializer<'de>>(from: D) -> Result<Decimal, D::Error> {
    <&str>::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// From bytes to typed rows, with the SHA-256 of the bytes; nothing is found out, nothing is
/// compared, and the first bad row would go by unseen.
pub(super) fn by_typed_serde(n: u32) -> Box<dyn FnMut() -> u64> {
    let bytes = ledger(n).into_bytes();
    Box::new(move || {
        let hash = sha256_hex(black_box(&bytes));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let rows: Vec<Typed> = reader.deserialize().filter_map(Result::ok).collect();
        black_box(hash);
        rows.iter().map(sum_of).sum()
    })
}

fn sum_of(row: &Typed) -> u64 {
    let texts = [&row.tenant_id, &row.customer_name, &row.invoice_number, &row.currency];
    let length: usize = texts.iter().map(|text| text.len()).sum();
    let days = row.issued.days_until(row.due).unsigned_abs();
    let described = row.description.as_ref().map_or(0, |text| text.len() as u64);
    length as u64 + days + described + u64::from(row.amount.scale())
}

/// Every cell as text again, found out without being told anything.
pub(super) fn as_table(n: u32) -> Box<dyn FnMut() -> u64> {
    let text = ledger(n);
    Box::new(move || {
        let Ok(table) = Table::of(text.clone()) else {
            return 0;
        };
        let rows: Vec<Vec<String>> = table
            .rows()
            .map(|row| (0..row.len()).map(|column| row.cell(column).into_owned()).collect())
            .collect();
        rows.iter().flatten().map(|cell| cell.len() as u64).sum()
    })
}

/// From bytes to facts: hashed, recognised, the manner of dates and amounts settled, checked, typed,
/// compared with each other. The bytes are given away, so they are copied first.
pub(super) fn to_facts(n: u32) -> Box<dyn FnMut() -> u64> {
    let bytes = ledger(n).into_bytes();
    Box::new(move || {
        let file = NamedBytes { name: "ledger.csv".to_owned(), bytes: bytes.clone() };
        let understood = understand(vec![file], &Options::default());
        understood.files.iter().map(|file| file.facts.len() as u64).sum()
    })
}
