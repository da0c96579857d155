//! How much has to travel before a screen can be used.
//!
//! Three sums: the first visit, which shows the first screen; opening a book; the whole program,
//! which comes while the reader reads and then stays for visits without a network.

use std::collections::BTreeMap;
use std::io::Write as _;

use serde_json::{Value, json};

use crate::site::{Visit, path};

/// Everything that the first screen waits for, in bytes after brotli.
const FIRST: usize = 250_000;

/// What a book waits for, and the whole: as last measured, with 2 % to spare. They are lowered when less
/// is needed, and raised only together with what needs it.
const OPENED: usize = 905_000;
const WHOLE: usize = 1_583_000;

#[test]
fn what_travels_stays_within_its_budget() {
    let sizes = sizes();
    let sum = |is_in: &dyn Fn(&str) -> bool| -> usize {
        sizes.iter().filter(|(name, _)| is_in(name)).map(|(_, size)| size).sum()
    };
    let is_first = |name: &str| !name.starts_with("part-");
    let desk = desk_parts();
    let first = sum(&is_first);
    let opened = sum(&|name| is_first(name) || desk.contains(&name.to_owned()));
    let whole = sum(&|_| true);
    println!("brotli: first screen {first}, with a book {opened}, all parts {whole}");
    assert!(first <= FIRST, "the first screen waits for {first} bytes of {FIRST}: {sizes:?}");
    assert!(opened <= OPENED, "a book waits for {opened} bytes of {OPENED}: {sizes:?}");
    assert!(whole <= WHOLE, "the program has {whole} bytes of {WHOLE}: {sizes:?}");
}

/// The budget is of what a browser really asks for, not of what we think it does.
#[test]
fn a_first_visit_shows_its_screen_before_any_later_part_is_here() {
    let visit = Visit::open("");
    let later =
        "return performance.getEntriesByType('resource').map((e) => e.name.split('/').pop())";
    let asked = visit.browser.script(later, &[]);
    let asked: Vec<&str> = asked.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let sizes = sizes();
    let first: Vec<&str> = asked
        .iter()
        .copied()
        .filter(|name| sizes.contains_key(*name) && !name.starts_with("part-"))
        .collect();
    assert!(first.iter().any(|name| name.ends_with(".wasm")), "the page's wasm is among {asked:?}");
    assert!(first.iter().any(|name| name.ends_with(".css")), "its style is among {asked:?}");
    // With the later parts out of reach the first screen stands and works.
    let visit = Visit::without_later_parts("");
    visit.find("button", "Open the sample reseller");
    visit.click("button", "Open the sample reseller");
    visit.sees("A part of the program could not be fetched");
    visit.server.withhold_later_parts(false);
    visit.click("button", "Try again");
    visit.sees("Sample data");
}

/// The bytes of every file that a visit may fetch, after brotli.
fn sizes() -> BTreeMap<String, usize> {
    let mut sizes = BTreeMap::new();
    for entry in std::fs::read_dir(path("RECOURSE_DIST")).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let travels = [".js", ".wasm", ".css"].iter().any(|ext| name.ends_with(ext));
        if (travels && name != "sw.js") || name == "index.html" {
            sizes.insert(name, brotli_size(&std::fs::read(&file).unwrap()));
        }
    }
    assert!(sizes.keys().any(|name| name.starts_with("part-")), "there are parts in {sizes:?}");
    sizes
}

/// The parts without which no book opens.
fn desk_parts() -> Vec<String> {
    let list = std::fs::read(path("RECOURSE_DIST").join("parts.json")).unwrap();
    let list: Value = serde_json::from_slice(&list).unwrap();
    let desk: Vec<String> = serde_json::from_value(list["desk"].clone()).unwrap();
    assert!(!desk.is_empty(), "{}", json!(desk));
    desk
}

fn brotli_size(bytes: &[u8]) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    packed.write_all(bytes).unwrap();
    packed.into_inner().len()
}
