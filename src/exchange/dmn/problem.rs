//! Why a DMN file is not read.

use std::fmt;

/// Why a file is not read, and in which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    /// Counted from 1.
    pub line: usize,
    pub problem: XmlProblem,
}

/// What is wrong there; names and marks as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlProblem {
    /// No element, or several beside each other.
    NotOneElement,
    NotClosed(String),
    NotOpen(String),
    /// A mark without the one that ends it.
    NoEnd {
        start: String,
        end: String,
    },
    /// A document type: it could stand for anything.
    DocumentType,
    TooDeep,
    /// An attribute without a value.
    NoValue(String),
    NotQuoted(String),
    NoName,
    BareAmpersand,
    UnknownReference(String),
    /// XML, but another element than `definitions`.
    NotDmn(String),
    /// A rule that has not one entry for each column.
    RowWidth(String),
    HitPolicy(String),
    /// Two tables of one id.
    Twice(String),
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl std::error::Error for XmlError {}

impl fmt::Display for XmlProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOneElement => f.write_str("one element is wanted, and nothing beside it"),
            Self::NotClosed(name) => write!(f, "`{name}` is not closed"),
            Self::NotOpen(name) => write!(f, "`{name}` is closed and was not open"),
            Self::NoEnd { start, end } => write!(f, "`{start}` has no `{end}`"),
            Self::DocumentType => f.write_str("a document type is not read: take it out"),
            Self::TooDeep => f.write_str("elements are nested too deep"),
            Self::NoValue(name) => write!(f, "the attribute `{name}` has no value"),
            Self::NotQuoted(name) => write!(f, "the value of `{name}` is not in quotes"),
            Self::NoName => f.write_str("a name is wanted here"),
            Self::BareAmpersand => f.write_str("a bare `&` is written `&amp;`"),
            Self::UnknownReference(name) => write!(f, "`&{name};` is not known"),
            Self::NotDmn(name) => write!(f, "`{name}` is not DMN: `definitions` is wanted"),
            Self::RowWidth(rule) => write!(f, "rule `{rule}` has not one entry for each column"),
            Self::HitPolicy(word) => write!(f, "`{word}` is no hit policy"),
            Self::Twice(id) => write!(f, "a second decision has the id `{id}`: leave one of them"),
        }
    }
}
