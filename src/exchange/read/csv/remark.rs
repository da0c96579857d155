//! What was odd about a table, counted by kind.

use std::collections::BTreeMap;
use std::fmt;

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum RemarkKind {
    /// The cells were not separated by commas.
    Separator(char),
    Padded,
    BareReturns,
    SingleQuotes,
    BackslashEscapes,
    Preamble,
    HeaderRows,
    RepeatedHeader,
    NoHeader,
    Footer,
    ShortRow,
    LongRow,
    /// A row was separated by another sign than the rest.
    OtherSeparator,
    OpenQuote,
    StrayQuote,
    /// A number stands behind an apostrophe, which keeps spreadsheets from changing it.
    Guarded,
    /// Quotation marks at fault were read so that the row has as many cells as the others.
    FittedQuotes,
}

/// How often, and on which line (from 1) first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub count: u32,
    pub line: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks(BTreeMap<RemarkKind, Seen>);

impl Remarks {
    pub fn note(&mut self, kind: RemarkKind, line: u32) {
        let seen = self.0.entry(kind).or_insert(Seen { count: 0, line });
        seen.count = seen.count.saturating_add(1);
    }

    #[must_use]
    pub fn count(&self, kind: RemarkKind) -> u32 {
        self.0.get(&kind).map_or(0, |seen| seen.count)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (RemarkKind, Seen)> + '_ {
        self.0.iter().map(|(kind, seen)| (*kind, *seen))
    }
}

impl fmt::Display for RemarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Separator('\t') => "cells are separated by tabs",
            Self::Separator(sign) => return write!(f, "cells are separated by `{sign}`"),
            Self::Padded => "a space follows every separator and was passed over",
            Self::BareReturns => "a line ends with a carriage return alone",
            Self::SingleQuotes => "cells stand in single quotation marks",
            Self::BackslashEscapes => "quotation marks are escaped by a backslash",
            Self::Preamble => "a line above the table was passed over",
            Self::HeaderRows => "two header rows were read as one",
            Self::RepeatedHeader => "a repeated header row was passed over",
            Self::NoHeader => "the table has no header row",
            Self::Footer => "a line below the table was passed over",
            Self::ShortRow => "a row has fewer cells than the header",
            Self::LongRow => "a row has more cells than the header",
            Self::OtherSeparator => {
                "a row is separated by another sign than the rest and was read by it"
            }
            Self::OpenQuote => "a quotation mark is never closed and was read as a character",
            Self::StrayQuote => {
                "text follows a closing quotation mark; the cell was read as it stands"
            }
            Self::Guarded => "a number behind a guarding apostrophe was read without it",
            Self::FittedQuotes => {
                "quotation marks are not closed or not doubled; the row was read so that it has as many cells as the others"
            }
        };
        f.write_str(words)
    }
}
