//! How much a first visit downloads.
//!
//! The goal is far off. Most of the weight is code that the compiler made many times over:
//! sorting and maps for each type, readers of the kept form for each noun, views for each page.

use std::io::Write as _;

use crate::site::path;

/// The goal for everything the page waits for, in bytes after brotli. It is not reached yet.
const GOAL: usize = 250_000;

/// What it may be until then: as last measured, with 2 % to spare. It is only ever lowered.
const CEILING: usize = 957_000;

#[test]
fn the_first_load_does_not_grow() {
    let mut sizes = Vec::new();
    for entry in std::fs::read_dir(path("RECOURSE_DIST")).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let waited_for =
            [".js", ".wasm", ".css"].iter().any(|ext| name.ends_with(ext)) && name != "sw.js";
        if waited_for || name == "index.html" {
            sizes.push((brotli_size(&std::fs::read(&file).unwrap()), name));
        }
    }
    let total: usize = sizes.iter().map(|(size, _)| size).sum();
    let wasm = sizes.iter().any(|(size, name)| name.ends_with(".wasm") && *size > 10_000);
    assert!(wasm, "the page's wasm should be among {sizes:?}");
    println!("first load: {total} bytes after brotli, {} % of the goal", total * 100 / GOAL);
    assert!(
        total <= CEILING,
        "the first load is {total} bytes, over its ceiling of {CEILING} (the goal is {GOAL}): {sizes:?}"
    );
}

fn brotli_size(bytes: &[u8]) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    packed.write_all(bytes).unwrap();
    packed.into_inner().len()
}
