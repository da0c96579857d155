//! What is wrong with a policy document, where, and how to mend it.

use std::fmt;

use super::feel::{Clash, ParseError, Type};
use crate::domain::{Decimal, RuleId};

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
    /// Not JSON at all.
    NotJson(NotJson),
    /// A key that must be there is not.
    Missing { key: String },
    /// A key that means nothing here, most likely misspelt.
    UnknownKey { key: String, known: String },
    /// The value is of another kind than wanted.
    WrongKind { wanted: Wants, found: String },
    /// A word that is none of those allowed.
    NotOneOf { found: String, allowed: String },
    /// A newer format than this program reads.
    NewerFormat { found: i64, known: i64 },
    /// The same id twice.
    Duplicate { id: String },
    /// A name that nothing in the document declares.
    UnknownName { name: String, near: Option<String> },
    /// A name that cells and expressions could not use.
    NotAName { found: String },
    /// A cell or an expression that cannot be read.
    Syntax(ParseError),
    /// A row with another number of cells than the table has columns; inputs and outputs apart.
    Width { cells: (usize, usize), columns: (usize, usize) },
    /// A value of one type where another is wanted.
    Type { wanted: Type, found: Type },
    /// Two values of a cell or an expression do not go together.
    Clash(Clash),
    /// A parameter without values, or with numbers beside amounts.
    ParameterValues,
    /// Derived values that need each other.
    Cycle { names: String },
    /// Two rows of a table that may hold only one can hold together.
    Overlap { rows: (String, String), example: Example },
    /// Values for which no row holds.
    Gap { example: Example },
    /// A row that can never be chosen: earlier ones hold wherever it does.
    Unreachable { row: String },
    /// More rows than are compared with each other, or cells that read other values.
    NotCompared { rows: usize, rows_max: usize },
    /// A characteristic without points for a missing value.
    NoMissingBin,
    /// A missing value scores better than the worst known one.
    MissingPays { points: Decimal },
    /// A guard without a bound.
    NoBound,
    /// A number outside what makes sense.
    OutOfRange { found: String, least: Option<String>, most: Option<String> },
    /// Numbers of which each must be greater than the one before.
    NotRising { found: String },
    /// What cannot be told is referred, and would be taken for milder than an approval.
    ReferTooMild,
    /// A step of the ladder comes after one that is not before it.
    StepNotBefore { key: String },
    /// A severe step without a final notice before it.
    NoNotice { key: String },
    /// A step whose day is before that of an earlier step.
    StepTooEarly { day: i64, earlier: String, earlier_day: i64 },
    /// The recorded hash is not that of the body.
    HashDiffers { found: String, actual: String },
    /// Too few approvals by people other than the author.
    Unapproved { found: usize, wanted: usize },
}

/// Where a text stops being JSON; lines and columns count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    pub line: usize,
    pub column: usize,
    /// It ends before it is whole.
    pub ends_early: bool,
}

/// The kinds of values that a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    Text,
    Whole,
    /// A whole number, zero or more.
    Count,
    Flag,
    Object,
    List,
    Amounts,
    /// An amount written as text.
    Amount,
    /// The code of a currency.
    Currency,
    Day,
    /// A whole number, or a decimal written as text.
    Decimal,
    /// A plain decimal number, in a text.
    Number,
    TextOrFlag,
    /// A change such as `refer->approve`.
    Change,
}

/// Values for which something happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Example {
    /// Names with their values.
    Values(Vec<(String, String)>),
    /// Any values.
    Any,
    /// The rows ask the very same.
    Same,
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

impl From<&serde_json::Error> for NotJson {
    fn from(error: &serde_json::Error) -> Self {
        Self { line: error.line(), column: error.column(), ends_early: error.is_eof() }
    }
}

impl FaultKind {
    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        match self {
            Self::NotJson(_) => RuleId::fixed("CR-101"),
            Self::NewerFormat { .. } => RuleId::fixed("CR-102"),
            Self::Missing { .. } => RuleId::fixed("CR-103"),
            Self::UnknownKey { .. } => RuleId::fixed("CR-104"),
            Self::WrongKind { .. } => RuleId::fixed("CR-105"),
            Self::NotOneOf { .. } => RuleId::fixed("CR-106"),
            Self::Duplicate { .. } => RuleId::fixed("CR-107"),
            Self::UnknownName { .. } => RuleId::fixed("CR-108"),
            Self::NotAName { .. } => RuleId::fixed("CR-109"),
            Self::Syntax(_) => RuleId::fixed("CR-110"),
            Self::Width { .. } => RuleId::fixed("CR-111"),
            Self::Type { .. } => RuleId::fixed("CR-112"),
            Self::Clash(_) => RuleId::fixed("CR-113"),
            Self::ParameterValues => RuleId::fixed("CR-114"),
            Self::Cycle { .. } => RuleId::fixed("CR-115"),
            Self::Overlap { .. } => RuleId::fixed("CR-116"),
            Self::Gap { .. } => RuleId::fixed("CR-117"),
            Self::Unreachable { .. } => RuleId::fixed("CR-118"),
            Self::NotCompared { .. } => RuleId::fixed("CR-119"),
            Self::NoMissingBin => RuleId::fixed("CR-120"),
            Self::MissingPays { .. } => RuleId::fixed("CR-121"),
            Self::NoBound => RuleId::fixed("CR-122"),
            Self::OutOfRange { .. } => RuleId::fixed("CR-123"),
            Self::NotRising { .. } => RuleId::fixed("CR-124"),
            Self::StepNotBefore { .. } => RuleId::fixed("CR-125"),
            Self::NoNotice { .. } => RuleId::fixed("CR-126"),
            Self::StepTooEarly { .. } => RuleId::fixed("CR-127"),
            Self::HashDiffers { .. } => RuleId::fixed("CR-128"),
            Self::Unapproved { .. } => RuleId::fixed("CR-129"),
            Self::ReferTooMild => RuleId::fixed("CR-130"),
        }
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
            Self::NotJson(at) => at.fmt(f),
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
            Self::NotAName { found } => write!(
                f,
                "`{found}` is not a name: use letters, digits, `_` and points, letters first"
            ),
            Self::Syntax(error) => error.fmt(f),
            Self::Clash(clash) => clash.fmt(f),
            Self::Type { wanted, found } => {
                write!(f, "{} is wanted, this is {}", wanted.word(), found.word())
            }
            Self::Cycle { names } => {
                write!(f, "{names} need each other: take one out of the circle")
            }
            Self::HashDiffers { found, actual } => write!(
                f,
                "the hash {found} is not that of this text ({actual}): it was changed after it was approved"
            ),
            Self::Unapproved { found, wanted } => write!(
                f,
                "{found} of {wanted} approvals by people other than the author: approve it first"
            ),
            other => other.of_content(f),
        }
    }
}

impl FaultKind {
    /// Sentences about rows, numbers and steps.
    fn of_content(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Width { cells: (when, then), columns: (inputs, outputs) } => write!(
                f,
                "{when} and {then} cells for {inputs} and {outputs} columns: write one cell for each column"
            ),
            Self::ParameterValues => {
                f.write_str("the values must be all numbers or all amounts, at least one")
            }
            Self::Overlap { rows: (a, b), example } => {
                write!(f, "rows {a} and {b} both hold for {example}: make them apart")
            }
            Self::Gap { example } => write!(f, "no row holds for {example}: add one"),
            Self::Unreachable { row } => write!(
                f,
                "row {row} can never be chosen, the rows before it hold first: move or remove it"
            ),
            Self::NotCompared { rows, rows_max } => write!(
                f,
                "whether {rows} rows overlap or leave gaps cannot be told: write at most {rows_max} rows of plain values"
            ),
            Self::NoMissingBin => f.write_str("a bin for `null` is missing: add it"),
            Self::MissingPays { points } => write!(
                f,
                "a missing value gives {points} points and the worst known one less: keeping it back pays"
            ),
            Self::NoBound => f.write_str("`min` or `max` is missing: add one"),
            Self::OutOfRange { found, least, most } => {
                write!(f, "`{found}` is out of range: it must be ")?;
                match (least, most) {
                    (Some(least), Some(most)) => write!(f, "from {least} to {most}"),
                    (Some(least), None) => write!(f, "at least {least}"),
                    (None, Some(most)) => write!(f, "at most {most}"),
                    (None, None) => f.write_str("another one"),
                }
            }
            Self::NotRising { found } => {
                write!(f, "`{found}` is out of range: each must be greater than the one before")
            }
            Self::StepNotBefore { key } => write!(
                f,
                "it requires `{key}`, which is no earlier step: name one that comes before"
            ),
            Self::NoNotice { key } => write!(
                f,
                "`{key}` comes without a final notice: put one before it and name it in `requires`"
            ),
            Self::ReferTooMild => f.write_str(
                "`refer` must come after `approve` and `prepay`: what cannot be told is never approved",
            ),
            Self::StepTooEarly { day, earlier, earlier_day } => write!(
                f,
                "day {day} is before day {earlier_day} of `{earlier}`, which comes first: give it a later day"
            ),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, ends_early } = self;
        let how = if *ends_early { "it ends too early" } else { "it breaks off" };
        write!(f, "this is not JSON: {how} at line {line}, character {column}")
    }
}

impl fmt::Display for Wants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Currency => "a currency such as EUR",
            Self::Whole => "a whole number",
            Self::Count => "a whole number, zero or more",
            Self::Flag => "true or false",
            Self::Object => "an object",
            Self::List => "a list",
            Self::Amounts => "amounts by currency",
            Self::Amount => "an amount written as text, such as \"5.00\"",
            Self::Day => "a day written like 2026-11-24",
            Self::Decimal => "a whole number, or a decimal written as text such as \"0.25\"",
            Self::Number => "a plain number such as 12.50",
            Self::TextOrFlag => "text, true or false",
            Self::Change => "a change such as `refer->approve`",
        })
    }
}

impl fmt::Display for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("any value"),
            Self::Same => f.write_str("the same values"),
            Self::Values(all) => {
                let told: Vec<String> = all.iter().map(|(n, v)| format!("{n} = {v}")).collect();
                f.write_str(&told.join(", "))
            }
        }
    }
}
