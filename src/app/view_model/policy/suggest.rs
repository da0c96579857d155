//! What may be meant by what is being typed in a cell.

use serde_json::Value;

use super::source::Source;
use crate::app::Screen;
use crate::domain::order;

/// One completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is offered, as it would stand in the cell.
    pub word: String,
    /// What it is.
    pub note: String,
    /// The whole text of the cell with it.
    pub text: String,
}

const OFFERS_MAX: usize = 8;

/// Names offered where nothing is typed yet.
const NAMES_MAX: usize = 200;

/// Words of the language, offered where an expression stands.
const WORDS: &[&str] = &[
    "null",
    "true",
    "false",
    "not(",
    "min(",
    "max(",
    "sum(",
    "count(",
    "abs(",
    "floor(",
    "ceiling(",
    "decimal(",
    "round up(",
    "round down(",
    "if ",
    "then ",
    "else ",
    "date(\"",
];

/// The place of the cell and what is offered for it.
#[must_use]
pub fn offers(screen: &Screen<'_>) -> Option<(String, Vec<Offer>)> {
    let (place, text) = screen.state.policy.typing.clone()?;
    let source = Source::of(screen)?;
    let token = last_token(&text);
    // What a column looks at is chosen from all names; elsewhere something must be typed first.
    let is_name = place.ends_with(".field");
    if token.is_empty() && !(is_name && text.is_empty()) {
        return Some((place, Vec::new()));
    }
    let stem = text.strip_suffix(token).unwrap_or_default().to_owned();
    let wanted = token.to_lowercase();
    let mut found: Vec<Offer> = Vec::new();
    let mut offer = |word: &str, note: &str| {
        let hit = word.to_lowercase().contains(&wanted) || note.to_lowercase().contains(&wanted);
        if hit && word != token && !found.iter().any(|o| o.word == word) {
            let text = format!("{stem}{word}");
            found.push(Offer { word: word.to_owned(), note: note.to_owned(), text });
        }
    };
    for value in allowed(&source, &place) {
        offer(&value, "");
    }
    for (name, label) in source.names() {
        offer(name, label);
    }
    for word in WORDS.iter().filter(|_| !wanted.is_empty()) {
        offer(word, "");
    }
    order::sort_by_key(&mut found, |o| !o.word.to_lowercase().starts_with(&wanted));
    found.truncate(if wanted.is_empty() { NAMES_MAX } else { OFFERS_MAX });
    Some((place, found))
}

/// The name, or the beginning of one, at the end of a text. The two points of an interval end what is before them.
fn last_token(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '"');
    let start = text.char_indices().rev().take_while(|(_, c)| is_part(*c)).last();
    let token = start.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    token.rsplit("..").next().unwrap_or(token)
}

/// Values that other rows hold in the same column, and those the column allows.
fn allowed(source: &Source<'_>, place: &str) -> Vec<String> {
    let Some((row, column)) = place.rsplit_once('.') else {
        return Vec::new();
    };
    let Some((list, _)) = row.rsplit_once('[') else {
        return Vec::new();
    };
    let rows = source.items(list).iter();
    let same = rows.filter_map(|r| crate::app::update::policy::value_at(r, column));
    let mut values: Vec<String> = same
        .filter_map(Value::as_str)
        .flat_map(|cell| cell.split(','))
        .map(|part| part.trim().to_owned())
        .filter(|part| part.starts_with('"'))
        .collect();
    order::sort(&mut values);
    values.dedup();
    values
}
