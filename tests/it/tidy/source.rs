//! Reading source files: what is code, what is text, what is only for tests.

use std::fs;
use std::path::Path;

/// One file of our own.
pub struct Source {
    /// From the project's root, with `/`.
    pub path: String,
    /// Without comments; what stood in them is blank, lines are as they were.
    pub uncommented: String,
    /// Without comments, without the insides of strings, without tests.
    pub code: String,
    /// The names in `mod name;`, those of tests too.
    pub children: Vec<String>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let (uncommented, code) = strip(text);
        let tests = if is_test(path) { vec![(0, code.len())] } else { test_items(&code) };
        Self {
            path: path.to_owned(),
            uncommented: blank(&uncommented, &tests),
            children: children(&code),
            code: blank(&code, &tests),
        }
    }

    /// The part of the program that the file belongs to, such as `engine` or `ui/kit`;
    /// nothing for the two roots and for files outside `src`.
    pub fn area(&self) -> Option<String> {
        let parts: Vec<&str> = self.path.strip_prefix("src/")?.split('/').collect();
        match parts.as_slice() {
            ["ui", "mod.rs"] => Some("ui".to_owned()),
            ["ui", part, ..] => Some(format!("ui/{}", part.trim_end_matches(".rs"))),
            ["lib.rs" | "main.rs"] => None,
            [file] => Some(file.trim_end_matches(".rs").to_owned()),
            [area, ..] => Some((*area).to_owned()),
            [] => None,
        }
    }

    /// Whether the file is part of the product, not of its tests.
    pub fn is_product(&self) -> bool {
        self.path.starts_with("src/") || self.path.starts_with("xtask/src/")
    }

    /// The number of the line that holds this byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.code.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

/// Tests of the product that have a file of their own beside it.
fn is_test(path: &str) -> bool {
    path.starts_with("src/") && (path.ends_with("/tests.rs") || path.contains("/tests/"))
}

fn children(code: &str) -> Vec<String> {
    let words = code.lines().filter_map(|line| line.trim().strip_suffix(';'));
    words
        .filter_map(|line| {
            line.strip_prefix("mod ").or_else(|| line.split_once(" mod ").map(|(_, name)| name))
        })
        .map(str::to_owned)
        .collect()
}

/// Every Rust file of the project.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in ["src", "tests", "benches", "xtask/src"] {
        collect(root, &root.join(folder), &mut sources);
    }
    sources
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(root, &path, sources);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let short = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            sources.push(Source::new(&short, &fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The text without comments, and without the insides of strings as well.
/// Both have every byte of the rest where it was.
fn strip(text: &str) -> (String, String) {
    let mut uncommented = String::with_capacity(text.len());
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let previous = code.chars().next_back();
        let (length, kind) = token(rest, first, previous);
        let taken = &rest[..length];
        let hollow = hollowed(taken);
        match kind {
            Kind::Comment => {
                uncommented.push_str(&hollow);
                code.push_str(&hollow);
            }
            Kind::Text => {
                uncommented.push_str(taken);
                code.push('"');
                code.push_str(&hollow[1..length.max(2) - 1]);
                code.push('"');
            }
            Kind::Code => {
                uncommented.push_str(taken);
                code.push_str(taken);
            }
        }
        rest = &rest[length..];
    }
    (uncommented, code)
}

enum Kind {
    Comment,
    Text,
    Code,
}

/// How long the next piece is, and what.
fn token(rest: &str, first: char, previous: Option<char>) -> (usize, Kind) {
    let after_word = previous.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        (rest.find('\n').unwrap_or(rest.len()), Kind::Comment)
    } else if rest.starts_with("/*") {
        (block_comment(rest), Kind::Comment)
    } else if first == '"' {
        (quoted(rest), Kind::Text)
    } else if first == 'r' && !after_word {
        raw(rest).map_or((1, Kind::Code), |length| (length, Kind::Text))
    } else if first == '\'' {
        letter(rest).map_or((1, Kind::Code), |length| (length, Kind::Text))
    } else {
        (first.len_utf8(), Kind::Code)
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_u32;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        if byte == b'"' && !escaped {
            return at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    rest.len()
}

/// `r"…"` and `r#"…"#`.
fn raw(rest: &str) -> Option<usize> {
    let marks = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
    let body = rest[1 + marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let length = body.find(&end).map_or(body.len(), |at| at + end.len());
    Some(1 + marks + 1 + length)
}

/// A letter in quotes, not the name of a lifetime.
fn letter(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let (_, first) = letters.next()?;
    if first == '\\' {
        let end = rest[3..].find('\'')?;
        return Some(3 + end + 1);
    }
    let (at, second) = letters.next()?;
    (second == '\'').then_some(at + 1)
}

/// Spaces for all but the line ends.
fn hollowed(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// Where the items marked as tests stand.
fn test_items(code: &str) -> Vec<(usize, usize)> {
    let marks = code.match_indices("#[cfg(test)]");
    marks.map(|(at, mark)| (at, item_end(code, at + mark.len()))).collect()
}

/// The end of the item that begins here: its closing brace, or its semicolon.
pub fn item_end(code: &str, from: usize) -> usize {
    let (mut braces, mut others) = (0_i32, 0_i32);
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => others += 1,
            b')' | b']' => others -= 1,
            b'{' => braces += 1,
            b'}' => {
                braces -= 1;
                if braces == 0 && others == 0 {
                    return at + 1;
                }
            }
            b';' if braces == 0 && others == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

fn blank(text: &str, ranges: &[(usize, usize)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (from, to) in ranges {
        for byte in &mut bytes[*from..*to] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn comments_texts_and_tests_are_told_from_code() {
    let text = "let a = \"// b { \\\" \"; // c\nlet d = r#\"e\"f\"#; /* g /* h */ i */ let j = '{'; fn k<'l>() {}\n\
                #[cfg(test)]\nmod tests {\n fn m() {}\n}\nfn n() {}\n";
    let source = Source::new("src/a/b.rs", text);
    for gone in ["b {", "// c", "e\"f", "g", "'{'", "fn m"] {
        assert!(!source.code.contains(gone), "{gone} in {}", source.code);
    }
    for stays in ["let a = ", "let d = ", "let j = ", "fn k<'l>() {}", "fn n() {}"] {
        assert!(source.code.contains(stays), "{stays} not in {}", source.code);
    }
    assert!(source.uncommented.contains("\"// b {"));
    assert_eq!(source.code.lines().count(), text.lines().count());
    assert_eq!(source.code.len(), text.len());
}
