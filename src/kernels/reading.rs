//! Reading a large clean table, beside the csv crate with serde.

use crate::exchange::read::bytes::NamedBytes;
use crate::exchange::read::csv::Table;
use crate::exchange::read::import::understand;
use crate::exchange::read::options::Options;

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

/// The same, found out without being told anything, every cell as text.
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

/// From bytes to facts: recognised, checked, typed, compared with each other.
pub(super) fn to_facts(n: u32) -> Box<dyn FnMut() -> u64> {
    let bytes = ledger(n).into_bytes();
    Box::new(move || {
        let file = NamedBytes { name: "ledger.csv".to_owned(), bytes: bytes.clone() };
        let understood = understand(vec![file], &Options::default());
        understood.files.iter().map(|file| file.facts.len() as u64).sum()
    })
}
