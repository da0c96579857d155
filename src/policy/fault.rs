//! What is wrong with a policy document, where, and how to mend it.

use std::fmt;

/// One fault, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the document, such as `stages[2].rules[0].when[1]`; empty for the document as a whole.
    pub place: String,
    pub kind: FaultKind,
    /// Whether the policy cannot be used until this is mended.
    pub weight: Weight,
}

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The policy works; somebody should look.
    Warning,
    /// The policy is refused.
    Error,
}

/// The kinds of faults, with what is needed to say how to mend them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Not JSON at all, or nested too deep; the text says where.
    NotJson(String),
    /// A key that must be there is not.
    Missing { key: String },
    /// A key that means nothing here, most likely misspelt.
    UnknownKey { key: String, known: String },
    /// The value is of another kind than wanted.
    WrongKind { wanted: &'static str, found: String },
    /// A word that is none of those allowed.
    NotOneOf { found: String, allowed: String },
    /// A newer format than this program reads.
    NewerFormat { found: i64, known: i64 },
    /// The same id twice.
    Duplicate { id: String },
    /// A name that nothing in the document declares.
    UnknownName { name: String, near: Option<String> },
    /// A cell or an expression that cannot be read; `at` counts characters from 1.
    Syntax { at: usize, problem: String },
    /// A value of one type where another is wanted.
    Type { problem: String },
    /// Derived values that need each other.
    Cycle { names: String },
    /// Two rows of a table that may hold only one can hold together.
    Overlap { rows: String, example: String },
    /// Values for which no row holds.
    Gap { example: String },
    /// A row that can never be chosen.
    Unreachable { row: String, by: String },
    /// A number outside what makes sense.
    OutOfRange { found: String, allowed: String },
    /// The steps of the ladder do not fit together.
    Ladder { problem: String },
    /// The recorded hash is not that of the body.
    HashDiffers { found: String, actual: String },
    /// Too few approvals by people other than the author.
    Unapproved { found: usize, wanted: usize },
}

impl Fault {
    #[must_use]
    pub fn error(place: &str, kind: FaultKind) -> Self {
        Self { place: place.to_owned(), kind, weight: Weight::Error }
    }

    #[must_use]
    pub fn warning(place: &str, kind: FaultKind) -> Self {
        Self { weight: Weight::Warning, ..Self::error(place, kind) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(text) => write!(f, "this is not JSON: {text}"),
            Self::Missing { key } => write!(f, "`{key}` is missing: add it"),
            Self::UnknownKey { key, known } => {
                write!(f, "`{key}` means nothing here: use one of {known}")
            }
            Self::WrongKind { wanted, found } => write!(f, "`{found}` is not {wanted}"),
            Self::NotOneOf { found, allowed } => {
                write!(f, "`{found}` is not allowed: use one of {allowed}")
            }
            Self::NewerFormat { found, known } => write!(
                f,
                "format {found} is newer than {known}, the newest this program reads: update the program"
            ),
            Self::Duplicate { id } => write!(f, "`{id}` is used twice: rename one of them"),
            Self::UnknownName { name, near: None } => {
                write!(f, "nothing declares `{name}`: declare it as a field or correct the name")
            }
            Self::UnknownName { name, near: Some(near) } => {
                write!(f, "nothing declares `{name}`: did you mean `{near}`?")
            }
            Self::Syntax { at, problem } => write!(f, "at character {at}: {problem}"),
            Self::Type { problem } | Self::Ladder { problem } => f.write_str(problem),
            Self::Cycle { names } => {
                write!(f, "{names} need each other: take one out of the circle")
            }
            Self::Overlap { rows, example } => {
                write!(f, "rows {rows} both hold for {example}: make them apart")
            }
            Self::Gap { example } => write!(f, "no row holds for {example}: add one"),
            Self::Unreachable { row, by } => {
                write!(f, "row {row} can never be chosen, {by} is before it: move or remove it")
            }
            Self::OutOfRange { found, allowed } => {
                write!(f, "`{found}` is out of range: it must be {allowed}")
            }
            Self::HashDiffers { found, actual } => write!(
                f,
                "the hash {found} is not that of this text ({actual}): it was changed after it was approved"
            ),
            Self::Unapproved { found, wanted } => write!(
                f,
                "{found} of {wanted} approvals by people other than the author: approve it first"
            ),
        }
    }
}
