//! Why a file is not a book. Nothing of it was taken in.

use std::fmt;

use super::read::{BYTES_MAX, VERSION};

/// Why a file cannot be read as a book, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleError {
    /// The file has no content.
    Empty,
    /// More bytes than can be read here.
    TooLarge { bytes: usize },
    /// Not UTF-8 from this byte on, counted from 1.
    NotText { byte: usize },
    /// Not JSON; line and column counted from 1, and the reader's remark.
    NotJson { line: usize, column: usize, remark: String },
    /// The file ends in the middle: a download or a copy that broke off.
    CutShort { line: usize },
    /// Brackets within brackets, deeper than any book has them.
    TooDeep { line: usize },
    /// JSON of another kind; its `format`, when it says one.
    WrongKind { says: Option<String> },
    /// A book in a form that a newer program wrote.
    Newer { version: u64 },
    /// A field that every book has is missing or is not what it should be.
    Field { name: &'static str, wanted: &'static str },
    /// An entry, counted from 1, that cannot be read.
    Entry { number: usize, remark: String },
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty: export the book again"),
            Self::TooLarge { bytes } => write!(
                f,
                "the file has {bytes} bytes, and a book of more than {BYTES_MAX} is not read: \
                 ask for a selection instead"
            ),
            Self::NotText { byte } => {
                write!(f, "byte {byte} is not UTF-8 text: take the file as Recourse wrote it")
            }
            Self::NotJson { line, column, remark } => {
                write!(f, "line {line}, column {column} is not JSON: {remark}")
            }
            Self::CutShort { line } => {
                write!(f, "the file breaks off in line {line}: copy or download it again")
            }
            Self::TooDeep { line } => write!(
                f,
                "brackets are nested deeper in line {line} than in any book: not a file of Recourse"
            ),
            Self::WrongKind { says: Some(kind) } => write!(
                f,
                "the file calls itself `{kind}`, not `recourse-book`: import it as data instead"
            ),
            Self::WrongKind { says: None } => f.write_str(
                "the file is JSON and not a book of Recourse: import it as data instead",
            ),
            Self::Newer { version } => write!(
                f,
                "written by a newer Recourse (version {version}, this program knows {VERSION}): \
                 open it with that one"
            ),
            Self::Field { name, wanted } => {
                write!(f, "`{name}` is missing or is not {wanted}: export the book again")
            }
            Self::Entry { number, remark } => write!(f, "entry {number} of the file: {remark}"),
        }
    }
}

impl std::error::Error for BundleError {}
