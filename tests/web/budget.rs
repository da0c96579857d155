//! How much a first visit downloads.

use std::io::Write as _;

use crate::site::path;

/// Bytes after brotli, of everything the page waits for.
const FIRST_LOAD: usize = 250_000;

#[test]
fn the_first_load_is_within_its_budget() {
    let mut sizes = Vec::new();
    for entry in std::fs::read_dir(path("RECOURSE_DIST")).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let waited_for = [".js", ".wasm", ".css"]
            .iter()
            .any(|ext| name.ends_with(ext))
            && name != "sw.js";
        if waited_for || name == "index.html" {
            sizes.push((brotli_size(&std::fs::read(&file).unwrap()), name));
        }
    }
    let total: usize = sizes.iter().map(|(size, _)| size).sum();
    let wasm = sizes
        .iter()
        .any(|(size, name)| name.ends_with(".wasm") && *size > 10_000);
    assert!(wasm, "the page's wasm should be among {sizes:?}");
    assert!(
        total <= FIRST_LOAD,
        "the first load is {total} bytes of at most {FIRST_LOAD}: {sizes:?}"
    );
}

fn brotli_size(bytes: &[u8]) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    packed.write_all(bytes).unwrap();
    packed.into_inner().len()
}
