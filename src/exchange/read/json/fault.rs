//! Why a text cannot be read as JSON.

use std::fmt;

/// The first place where reading had to stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    pub fault: JsonFault,
    /// Byte offset into the text.
    pub at: usize,
}

/// What was wrong there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum JsonFault {
    /// Nothing but space.
    Empty,
    /// Brackets nested deeper than [`super::DEPTH_MAX`].
    TooDeep,
    /// The text ends while this many brackets, or a text, are still open.
    CutOff { open: usize },
    /// Another character was wanted.
    Unexpected { found: char, wanted: Wanted },
    /// Digits that are no JSON number.
    Number(String),
}

/// What could have stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Wanted {
    Value,
    Name,
    Colon,
    CommaOrClose,
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a value",
            Self::Name => "a name in quotation marks",
            Self::Colon => "a colon",
            Self::CommaOrClose => "a comma or a closing bracket",
        })
    }
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is nothing to read"),
            Self::TooDeep => {
                write!(f, "brackets are nested deeper than {} levels", super::DEPTH_MAX)
            }
            Self::CutOff { open } => {
                write!(f, "the text ends too early, with {open} brackets or texts still open")
            }
            Self::Unexpected { found, wanted } => {
                write!(f, "`{}` stands where {wanted} is wanted", found.escape_debug())
            }
            Self::Number(text) => write!(f, "`{text}` is not a number"),
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (byte {})", self.fault, self.at)
    }
}

impl std::error::Error for JsonError {}
