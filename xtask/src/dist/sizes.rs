//! How large the site is, as it lies and as it travels.

use std::io::Write as _;

use super::Named;

/// As careful as brotli goes; static hosts compress once.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// One line per file and the sum of what a first visit waits for.
pub fn table(site: &[Named]) -> String {
    let mut text = format!("{:<34}{:>12}{:>12}\n", "file", "bytes", "brotli");
    let mut first = (0, 0);
    for (name, bytes) in site {
        let packed = brotli_size(bytes);
        text += &format!("{name:<34}{:>12}{packed:>12}\n", bytes.len());
        if is_first_load(name) {
            first = (first.0 + bytes.len(), first.1 + packed);
        }
    }
    text + &format!("{:<34}{:>12}{:>12}", "first load", first.0, first.1)
}

/// What must arrive before the page can be used.
fn is_first_load(name: &str) -> bool {
    name == "index.html"
        || [".js", ".wasm", ".css"].iter().any(|ext| name.ends_with(ext)) && name != "sw.js"
}

fn brotli_size(bytes: &[u8]) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
    // Writing to memory does not fail.
    packed.write_all(bytes).ok();
    packed.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn the_first_load_is_what_the_page_waits_for() {
        let file = |name: &str, n: usize| (name.to_owned(), vec![b'a'; n]);
        let site = [
            file("index.html", 100),
            file("boot-1.js", 20),
            file("sw.js", 1000),
            file("recourse.html", 5000),
        ];
        let text = table(&site);
        let last: Vec<&str> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last[..3], ["first", "load", "120"], "{text}");
    }
}
