//! Text of others made harmless: live indicators that nobody can click, hidden characters that everybody sees.

use crate::domain::text::is_invisible;

/// Web addresses, host names, mail addresses and IP addresses written so that no program
/// makes a link of them: `hxxps://pool[.]example`, `203[.]0[.]113[.]7`.
///
/// Paths of Azure resources are left as they are: they lead nowhere outside the portal.
#[must_use]
pub fn defang(text: &str) -> String {
    text.split_inclusive(char::is_whitespace).map(defang_word).collect()
}

fn defang_word(word: &str) -> String {
    let lower = word.to_ascii_lowercase();
    let has_scheme = ["http:", "https:", "ftp:", "tcp:", "ssl:", "stratum"]
        .iter()
        .any(|scheme| lower.contains(scheme));
    if !has_scheme && (word.trim_start().starts_with('/') || !looks_like_host(&lower)) {
        return word.to_owned();
    }
    let broken = word.replace("http", "hxxp").replace("HTTP", "HXXP").replace('@', "[@]");
    break_dots(&broken)
}

/// Every dot between two letters or digits, or before one, is put in brackets.
fn break_dots(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let inside = rest.peek().is_some_and(|n| n.is_alphanumeric());
        if c == '.' && inside {
            out.push_str("[.]");
        } else {
            out.push(c);
        }
    }
    out
}

/// Two labels or more, joined by dots, the last of them a top domain or a number.
fn looks_like_host(word: &str) -> bool {
    let host = word.trim_matches(|c: char| !c.is_alphanumeric());
    let host = host.rsplit('@').next().unwrap_or(host);
    let host = host.split(['/', ':']).next().unwrap_or(host);
    let labels: Vec<&str> = host.split('.').collect();
    let whole = |l: &&str| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-');
    let Some(last) = labels.last() else {
        return false;
    };
    let is_ip = labels.len() == 4 && labels.iter().all(|l| l.parse::<u8>().is_ok());
    let named = last.len() >= 2 && last.chars().all(char::is_alphabetic);
    labels.len() >= 2 && labels.iter().all(whole) && (is_ip || named)
}

/// Characters that reorder or hide text, and control characters, shown by their numbers: `⟦U+202E⟧`.
#[must_use]
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            if is_invisible(c) || (c.is_control() && !matches!(c, '\n' | '\t')) {
                format!("⟦U+{:04X}⟧", u32::from(c))
            } else {
                c.to_string()
            }
        })
        .collect()
}
