//! From characters to tokens, each with its place.

use std::fmt;

use super::scope::{Scope, Slot, is_name_char, is_name_start};
use crate::domain::Decimal;

/// A token and the character it begins at, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub at: u32,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Number(Decimal),
    Text(String),
    /// A declared name.
    Name(Slot),
    /// A word that is not declared: a keyword, a function, or a mistake.
    Word(String),
    /// `@"…"`: a date, a time or a duration.
    At(String),
    Sign(&'static str),
    End,
}

/// Why a text cannot be read, and at which character (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    pub at: usize,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something else was wanted here.
    Unexpected { found: Found, wanted: Wanted },
    /// Nothing of that name is declared.
    UnknownName { name: String, near: Option<String> },
    /// A text without its closing quote.
    OpenText,
    /// A backslash before a character that has no such form.
    Escape(String),
    /// A number of more than 28 digits.
    TooManyDigits,
    /// A date, time or duration that is none.
    NotADate(String),
    /// FEEL, but not of the subset this program reads.
    Outside(Outside),
    /// More parentheses within parentheses than any cell needs.
    TooDeep,
    /// A function with the wrong number of arguments.
    Arguments { name: &'static str, wanted: Arguments },
}

/// What stands where something else is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    End,
    /// Something that has to be worked out, where a plain value is wanted.
    Expression,
    /// As it is written.
    Text(String),
}

/// What is wanted at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The beginning of a cell: a value, a comparison, or `-`.
    Cell,
    Value,
    /// A value that need not be worked out.
    PlainValue,
    /// The closing bracket of an interval.
    IntervalEnd,
    /// This sign or word.
    Sign(&'static str),
    /// Nothing more.
    End,
}

/// What of FEEL is not read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    Word(String),
    Function(String),
    /// A filter in brackets.
    Filter,
}

/// The arguments that a function takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arguments {
    One,
    OneOrMore,
    List,
    NumberMaybePlaces,
    TwoNumbers,
    NumberAndPlaces,
    DateParts,
    Text,
    DurationText,
    TwoDates,
    ListAndValue,
}

const SIGNS: &[&str] = &[
    "**", "..", "<=", ">=", "!=", "+", "-", "*", "/", "<", ">", "=", "(", ")", "[", "]", ",", "?",
];

/// Words of FEEL that are several words long, read as one.
const LONG_WORDS: &[&str] = &[
    "date and time",
    "years and months duration",
    "list contains",
    "round half up",
    "round half down",
    "round up",
    "round down",
];

pub(super) fn tokens(text: &str, scope: &Scope) -> Result<Vec<Token>, ParseError> {
    let mut lexer = Lexer { rest: text, at: 1, scope };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next()?;
        let end = token.kind == Kind::End;
        tokens.push(token);
        if end {
            return Ok(tokens);
        }
    }
}

struct Lexer<'a> {
    rest: &'a str,
    at: u32,
    scope: &'a Scope,
}

impl<'a> Lexer<'a> {
    fn next(&mut self) -> Result<Token, ParseError> {
        self.skip_space();
        let at = self.at;
        let kind = self.kind()?;
        Ok(Token { at, kind })
    }

    fn kind(&mut self) -> Result<Kind, ParseError> {
        let Some(first) = self.rest.chars().next() else {
            return Ok(Kind::End);
        };
        let second_is_digit = self.rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        if first == '"' {
            return self.text().map(Kind::Text);
        }
        if first.is_ascii_digit() || (first == '.' && second_is_digit) {
            return self.number();
        }
        if self.rest.starts_with("@\"") {
            self.advance(1);
            return self.text().map(Kind::At);
        }
        if let Some(slot) = self.name() {
            return Ok(Kind::Name(slot));
        }
        if is_name_start(first) {
            return Ok(Kind::Word(self.word()));
        }
        self.sign(first)
    }

    fn sign(&mut self, first: char) -> Result<Kind, ParseError> {
        let sign = SIGNS.iter().find(|s| self.rest.starts_with(**s));
        let Some(sign) = sign else {
            return Err(self.error(Problem::Unexpected {
                found: Found::Text(first.to_string()),
                wanted: Wanted::Cell,
            }));
        };
        self.advance(sign.len());
        Ok(Kind::Sign(sign))
    }

    fn name(&mut self) -> Option<Slot> {
        let (name, slot) = self.scope.longest(self.rest)?;
        let length = name.len();
        self.advance(length);
        Some(slot)
    }

    fn word(&mut self) -> String {
        let long = LONG_WORDS.iter().find(|w| {
            self.rest.strip_prefix(**w).is_some_and(|rest| !rest.starts_with(is_name_char))
        });
        let length = long.map_or_else(|| word_length(self.rest), |w| w.len());
        let word = self.rest.get(..length).unwrap_or_default().to_owned();
        self.advance(length);
        word
    }

    fn number(&mut self) -> Result<Kind, ParseError> {
        let length = number_length(self.rest);
        let text = self.rest.get(..length).unwrap_or_default();
        let number = exact(text).ok_or_else(|| self.error(Problem::TooManyDigits))?;
        self.advance(length);
        Ok(Kind::Number(number))
    }

    /// A text in quotes; the opening quote is the next character.
    fn text(&mut self) -> Result<String, ParseError> {
        let start = self.at;
        self.advance(1);
        let mut text = String::new();
        loop {
            match self.rest.chars().next() {
                None => {
                    return Err(ParseError { at: start as usize, problem: Problem::OpenText });
                }
                Some('"') => {
                    self.advance(1);
                    return Ok(text);
                }
                Some('\\') => text.push(self.escape()?),
                Some(c) => {
                    text.push(c);
                    self.advance(c.len_utf8());
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, ParseError> {
        let mark = self.rest.chars().nth(1).unwrap_or(' ');
        let (plain, digits) = match mark {
            'n' => (Some('\n'), 0),
            'r' => (Some('\r'), 0),
            't' => (Some('\t'), 0),
            '"' | '\'' | '\\' => (Some(mark), 0),
            'u' => (None, 4),
            'U' => (None, 6),
            other => return Err(self.error(Problem::Escape(format!("\\{other}")))),
        };
        let code = self.rest.get(2..2 + digits).unwrap_or_default();
        let hex = Some(code).filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        let number = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let decoded = plain.or_else(|| number.and_then(char::from_u32));
        let decoded =
            decoded.ok_or_else(|| self.error(Problem::Escape(format!("\\{mark}{code}"))))?;
        self.advance(2 + digits);
        Ok(decoded)
    }

    fn skip_space(&mut self) {
        while let Some(c) = self.rest.chars().next().filter(|c| c.is_whitespace()) {
            self.advance(c.len_utf8());
        }
    }

    fn advance(&mut self, bytes: usize) {
        let (passed, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        let characters = u32::try_from(passed.chars().count()).unwrap_or(u32::MAX);
        self.at = self.at.saturating_add(characters);
        self.rest = rest;
    }

    fn error(&self, problem: Problem) -> ParseError {
        ParseError { at: self.at as usize, problem }
    }
}

/// Letters, digits and single points: `payment.overdue`, but `a` of `a..b`.
fn word_length(text: &str) -> usize {
    let mut length = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let point_within = c == '.' && chars.peek().copied().is_some_and(is_name_char);
        if !is_name_char(c) && !point_within {
            break;
        }
        length += c.len_utf8();
    }
    length
}

/// Digits with at most one point, which must have a digit after it.
fn number_length(text: &str) -> usize {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let Some(rest) = text.get(whole..).and_then(|r| r.strip_prefix('.')) else {
        return whole;
    };
    match rest.bytes().take_while(u8::is_ascii_digit).count() {
        0 => whole,
        places => whole + 1 + places,
    }
}

/// The number with every digit it is written with; none where there is no room for all of them.
/// The library's own exact reading answers the same, but is another copy of all its code for reading numbers.
pub(crate) fn exact(text: &str) -> Option<Decimal> {
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    text.parse().ok().filter(|number: &Decimal| usize::try_from(number.scale()) == Ok(places))
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.at, self.problem)
    }
}

impl std::error::Error for ParseError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected { found, wanted } => {
                write!(f, "found {found} where {wanted} is wanted")
            }
            Self::UnknownName { name, near: None } => {
                write!(f, "nothing is called `{name}`; text is written in double quotes")
            }
            Self::UnknownName { name, near: Some(near) } => {
                write!(f, "nothing is called `{name}`; did you mean `{near}`?")
            }
            Self::OpenText => f.write_str("this text has no closing quote"),
            Self::Escape(text) => write!(f, "`{text}` is no escape; a backslash is written `\\\\`"),
            Self::TooManyDigits => f.write_str("a number has at most 28 digits"),
            Self::NotADate(text) => write!(
                f,
                "`{text}` is no date, time or duration; write 2026-11-24, 14:30:00, P30D or P6M"
            ),
            Self::Outside(what) => write!(f, "{what} is not part of the language of these cells"),
            Self::TooDeep => f.write_str(
                "too many parentheses within each other or operators in a row: divide it",
            ),
            Self::Arguments { name, wanted } => write!(f, "`{name}` takes {wanted}"),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::End => f.write_str("the end"),
            Self::Expression => f.write_str("an expression"),
            Self::Text(text) => write!(f, "`{text}`"),
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell => f.write_str("a value, a comparison or `-`"),
            Self::Value => f.write_str("a value"),
            Self::PlainValue => f.write_str("a plain value"),
            Self::IntervalEnd => f.write_str("`]` or `)`"),
            Self::Sign(sign) => write!(f, "`{sign}`"),
            Self::End => f.write_str("the end"),
        }
    }
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(f, "`{word}`"),
            Self::Function(name) => write!(f, "the function `{name}`"),
            Self::Filter => f.write_str("a filter in brackets"),
        }
    }
}

impl fmt::Display for Arguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::One => "one argument",
            Self::OneOrMore => "one or more arguments",
            Self::List => "one list",
            Self::NumberMaybePlaces => "a number, and places",
            Self::TwoNumbers => "two numbers",
            Self::NumberAndPlaces => "a number and places",
            Self::DateParts => "a text, or year, month and day",
            Self::Text => "a text",
            Self::DurationText => "a text such as \"P30D\"",
            Self::TwoDates => "two dates",
            Self::ListAndValue => "a list and a value",
        })
    }
}
