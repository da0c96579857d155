//! How large the site is, as it lies and as it travels.

use std::fmt::Display;
use std::io::Write as _;

use super::Named;

/// As careful as brotli goes; static hosts compress once.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// One line per file, and three sums: what a first visit waits for, what opening a book waits for,
/// and the whole program.
pub fn table(site: &[Named]) -> String {
    let mut text = line("file", "bytes", "brotli");
    let (mut first, mut opened, mut whole) = ((0, 0), (0, 0), (0, 0));
    for (name, bytes) in site {
        let size = (bytes.len(), brotli_size(bytes));
        text += &line(name, size.0, size.1);
        if is_first_load(name) {
            add(&mut first, size);
        }
        if is_first_load(name) || is_for_the_desk(name, site) {
            add(&mut opened, size);
        }
        if is_first_load(name) || name.starts_with("part-") {
            add(&mut whole, size);
        }
    }
    text += &line("first load", first.0, first.1);
    text += &line("with a book open", opened.0, opened.1);
    text + line("all parts", whole.0, whole.1).trim_end()
}

fn line(name: &str, bytes: impl Display, packed: impl Display) -> String {
    format!("{name:<40}{bytes:>12}{packed:>12}\n")
}

fn add(sum: &mut (usize, usize), size: (usize, usize)) {
    *sum = (sum.0 + size.0, sum.1 + size.1);
}

/// `parts.json` lists them.
fn is_for_the_desk(name: &str, site: &[Named]) -> bool {
    let list = site.iter().find(|(file, _)| file == "parts.json");
    list.is_some_and(|(_, list)| String::from_utf8_lossy(list).contains(&format!("\"{name}\"")))
}

/// What must arrive before the first screen can be used.
fn is_first_load(name: &str) -> bool {
    let is_later = name == "sw.js" || name.starts_with("part-");
    name == "index.html"
        || !is_later && [".js", ".wasm", ".css"].iter().any(|ext| name.ends_with(ext))
}

/// Bytes as they travel.
pub fn brotli_size(bytes: &[u8]) -> usize {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
    // Writing to memory does not fail.
    packed.write_all(bytes).ok();
    packed.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn the_sums_are_what_each_screen_waits_for() {
        let file = |name: &str, n: usize| (name.to_owned(), vec![b'a'; n]);
        let site = [
            file("index.html", 100),
            file("boot-1.js", 20),
            file("part-desk-1.wasm", 3000),
            file("part-rest-1.wasm", 7),
            ("parts.json".to_owned(), b"{\"desk\":[\"part-desk-1.wasm\"]}".to_vec()),
            file("sw.js", 1000),
            file("recourse.html", 5000),
        ];
        let text = table(&site);
        let bytes = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name)).unwrap();
            line.split_whitespace().rev().nth(1).unwrap().to_owned()
        };
        assert_eq!(bytes("first load"), "120", "{text}");
        assert_eq!(bytes("with a book open"), "3120", "{text}");
        assert_eq!(bytes("all parts"), "3127", "{text}");
    }
}
