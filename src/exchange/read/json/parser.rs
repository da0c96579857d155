//! Objects, lists, numbers and words, with the repairs between them.

use std::collections::HashSet;

use super::fault::{JsonError, JsonFault, Wanted};
use super::mend::{MendKind, Mends};
use super::steps::Partial;
use super::value::{Member, Node, Value};

/// Deeper nesting is refused: no document of these formats comes near it.
pub const DEPTH_MAX: usize = 128;

/// Everything a text holds: one document, or several that follow each other (JSON lines).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub roots: Vec<Node>,
    pub mends: Mends,
}

/// Reads a whole text.
///
/// # Errors
/// [`JsonError`] at the first place that can be read in no way worth trusting;
/// in particular a text that ends too early is refused, since half a file is no file.
pub fn parse(text: &str) -> Result<Document, JsonError> {
    let mut parser = Parser::new(text);
    let mut roots = Vec::new();
    while !parser.roots(&mut roots, usize::MAX)? {}
    Ok(Document { roots, mends: parser.mends })
}

/// A bracket that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    Object,
    List,
}

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) mends: Mends,
    pub(super) open: Vec<Open>,
    /// What open brackets hold so far.
    pub(super) partial: Vec<Partial>,
    /// How often [`Parser::unescaped_json`] may still look ahead; bounds the work on hostile text.
    pub(super) looks: u32,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            mends: Mends::default(),
            open: Vec::new(),
            partial: Vec::new(),
            looks: 64,
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn byte_at(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn note(&mut self, kind: MendKind) {
        self.mends.note(kind, self.at);
    }

    pub(super) fn error(&self, fault: JsonFault) -> JsonError {
        JsonError { fault, at: self.at }
    }

    /// The text ends here, or holds something that is not wanted.
    pub(super) fn unexpected(&self, wanted: Wanted) -> JsonError {
        match self.rest().chars().next() {
            Some(found) => self.error(JsonFault::Unexpected { found, wanted }),
            None => self.cut_off(),
        }
    }

    pub(super) fn cut_off(&self) -> JsonError {
        self.error(JsonFault::CutOff { open: self.open.len().max(1) })
    }

    /// Passes over white space, and over what people leave there, with a note.
    pub(super) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                0x0B | 0x0C => self.pass(MendKind::InvisibleSpace, 1),
                b'/' if self.comment() => {}
                b'.' if self.rest().starts_with("...") => self.pass(MendKind::Elision, 3),
                0x80.. => match self.rest().chars().next() {
                    Some('…') => self.pass(MendKind::Elision, '…'.len_utf8()),
                    Some(c) if is_odd_space(c) => self.pass(MendKind::InvisibleSpace, c.len_utf8()),
                    _ => return,
                },
                _ => return,
            }
        }
    }

    fn pass(&mut self, kind: MendKind, bytes: usize) {
        self.note(kind);
        self.at += bytes;
    }

    fn comment(&mut self) -> bool {
        let rest = self.rest();
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            match rest.find("*/") {
                Some(end) => end + 2,
                None => return false,
            }
        } else {
            return false;
        };
        self.pass(MendKind::Comment, length);
        true
    }

    /// Goes past commas to the next item; true when the bracket closed instead.
    pub(super) fn between(&mut self, first: bool, close: u8) -> Result<bool, JsonError> {
        let mut commas = 0_u32;
        loop {
            self.space();
            match self.peek() {
                Some(b',') => {
                    commas += 1;
                    if first || commas > 1 {
                        self.note(MendKind::ExtraComma);
                    }
                    self.at += 1;
                }
                Some(byte) if byte == close => {
                    if commas == 1 && !first {
                        self.note(MendKind::ExtraComma);
                    }
                    self.at += 1;
                    return Ok(true);
                }
                Some(b'}') if close == b']' && self.stray_brace() => {
                    self.pass(MendKind::ExtraBracket, 1);
                }
                Some(b']') if close == b'}' && self.inside_list() => {
                    self.note(MendKind::MissingBracket);
                    return Ok(true);
                }
                None if close == b'}' && commas == 0 && self.only_last_brace_missing() => {
                    self.note(MendKind::MissingBracket);
                    return Ok(true);
                }
                None => return Err(self.cut_off()),
                Some(_) => return self.item_follows(first, commas),
            }
        }
    }

    fn item_follows(&mut self, first: bool, commas: u32) -> Result<bool, JsonError> {
        if first || commas > 0 {
            return Ok(false);
        }
        let starts_item = matches!(self.peek(), Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9'))
            || self.at_curly_quote()
            || self.peek().is_some_and(|b| b.is_ascii_alphabetic());
        if !starts_item {
            return Err(self.unexpected(Wanted::CommaOrClose));
        }
        self.note(MendKind::MissingComma);
        Ok(false)
    }

    /// A `}` in a list that no object around it could want.
    fn stray_brace(&self) -> bool {
        let no_object = !self.open.contains(&Open::Object);
        let next = self.text.get(self.at + 1..).unwrap_or("").trim_start();
        no_object || next.starts_with(']')
    }

    fn inside_list(&self) -> bool {
        self.open.contains(&Open::List)
    }

    /// The outermost object lacks its last brace after something complete: nothing inside a list was lost.
    fn only_last_brace_missing(&self) -> bool {
        let before = self.text.trim_end();
        self.open.len() == 1 && (before.ends_with('}') || before.ends_with(']'))
    }

    pub(super) fn note_duplicates(&mut self, members: &[Member]) {
        if members.len() < 2 {
            return;
        }
        let mut seen: HashSet<&str> = HashSet::with_capacity(members.len());
        for member in members {
            if !seen.insert(&member.name) {
                self.mends.note(MendKind::DuplicateKey, member.value.span.start);
            }
        }
    }

    pub(super) fn number(&mut self) -> Result<Value, JsonError> {
        let rest = self.rest();
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')))
            .unwrap_or(rest.len());
        let text = rest.get(..end).unwrap_or("");
        if !is_number(text) {
            let shown: String = text.chars().take(40).collect();
            return Err(self.error(JsonFault::Number(shown)));
        }
        self.at += end;
        Ok(Value::Number(text.into()))
    }

    /// Unquoted words: JSON's three, and those of other languages with a note.
    pub(super) fn word(&mut self) -> Result<Value, JsonError> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or("");
        let value = match word.to_ascii_lowercase().as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" | "none" => Value::Null,
            _ => return Err(self.unexpected(Wanted::Value)),
        };
        if !matches!(word, "true" | "false" | "null") {
            self.note(MendKind::Literal);
        }
        self.at += end;
        Ok(value)
    }

    /// `<etag>`, as documentation writes it.
    pub(super) fn placeholder(&mut self) -> Result<Value, JsonError> {
        let line = self.rest().lines().next().unwrap_or("");
        let Some(end) = line.find('>').map(|close| close + 1) else {
            return Err(self.unexpected(Wanted::Value));
        };
        let text = line.get(..end).unwrap_or("");
        self.pass(MendKind::Placeholder, end);
        Ok(Value::Text(text.into()))
    }

    /// A text that starts with JSON whose quotation marks were not escaped, as in
    /// `"activityLogs": "[ {"statusFrom": ...} ]"`: read as that JSON when it closes with a quotation mark.
    pub(super) fn unescaped_json(&mut self) -> Option<Value> {
        if !matches!(self.byte_at(self.at + 1), Some(b'[' | b'{')) || !self.looks_unescaped() {
            return None;
        }
        self.looks = self.looks.checked_sub(1)?;
        let mut inner = Parser::new(self.text);
        inner.looks = 0;
        inner.at = self.at + 1;
        inner.open = self.open.clone();
        let node = inner.value().ok()?;
        inner.space();
        if inner.peek() != Some(b'"') {
            return None;
        }
        let start = self.at;
        self.looks += 1;
        self.at = inner.at + 1;
        self.mends.note(MendKind::TextNotEscaped, start);
        Some(node.value)
    }

    /// Only a line break right after the bracket gives it away; anything else is an ordinary text.
    fn looks_unescaped(&self) -> bool {
        let rest = self.text.get(self.at + 2..).unwrap_or("");
        let gap = rest.len() - rest.trim_start().len();
        rest.get(..gap).is_some_and(|space| space.contains('\n'))
    }
}

/// Spaces that JSON does not know: no-break, zero-width, ideographic, a stray byte order mark.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{180E}' | '\u{2000}'..='\u{200F}' | '\u{2028}' | '\u{2029}'
        | '\u{202F}' | '\u{205F}'..='\u{2064}' | '\u{3000}' | '\u{FEFF}')
}

/// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (unsigned.get(..at).unwrap_or(""), unsigned.get(at + 1..)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
