//! What could not be read, where, and what mends it.

use super::bytes::{BytesError, TextError};
use super::csv::RemarkKind;
use super::fixed::{Fixed, fixed};
use super::json::{JsonFault, MendKind};
use super::kind::Kind;
use crate::domain::RuleId;

/// How much a problem costs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Weight {
    /// Put right, or harmless; said so that nobody is surprised.
    Note,
    /// This row or item was not taken.
    Row,
    /// Nothing of the file was taken.
    File,
}

/// Where. Lines and columns count from 1.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Place {
    pub line: Option<u32>,
    /// The number of the item in a list.
    pub item: Option<u32>,
    /// The column's or field's name as the file has it.
    pub field: Option<String>,
}

impl Place {
    #[must_use]
    pub fn line(line: u32) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    #[must_use]
    pub fn with_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum What {
    Bytes(BytesError),
    Text(TextError),
    Json(JsonFault),
    Mended(MendKind),
    Table(RemarkKind),
    NoTable,
    /// A table was wanted, and the file is a document.
    Document,
    /// Nothing that this program knows.
    NotRecognised {
        seen: Vec<String>,
    },
    /// Known, but nothing in it is of use here.
    NotUsed(Kind),
    /// A required column is not there.
    NoColumn(#[serde(deserialize_with = "fixed")] Fixed),
    /// A required value is empty.
    Missing(#[serde(deserialize_with = "fixed")] Fixed),
    NotAnAmount(String),
    TooPrecise(String),
    NotADate(String),
    NotACurrency(String),
    NoCurrency,
    NotAnId(String),
    /// The row names no customer, neither by tenant nor by name.
    NoCustomer,
    /// Dates such as `03/04/2026` that can be read both ways.
    DateOrder {
        example: String,
    },
    /// Amounts such as `1,234` that can be read both ways.
    DecimalMark {
        example: String,
    },
    /// Some dates of the file are day first, others month first.
    MixedDates,
    /// Some amounts have a decimal point, others a decimal comma.
    MixedAmounts,
    /// A word of a fixed vocabulary that this program does not know; kept as it is.
    UnknownWord(String),
    /// The same key twice with different values; the later counts.
    Repeated(String),
    /// A total or percentage row, which is no data.
    TotalRow,
    /// The total in the file is not the sum of its rows.
    TotalDiffers {
        stated: String,
        summed: String,
    },
    /// Nothing in the file says whose subscriptions these are.
    WhoseSubscriptions,
    /// A number that identifies the payment is missing and was made from its other values.
    MadeReference,
    /// Negative where the kind already gives the direction.
    NegativeAmount,
    /// One table was wanted, and an archive held several files.
    SeveralFiles,
    /// A header, and nothing below it.
    NoRows,
    /// The very same bytes came twice in one import.
    SameFile,
    /// Only the open balance is given; it stands for the total too.
    OpenAsTotal,
    /// A row of a kind that is neither invoice nor payment.
    UnknownKind(String),
    /// Consumption of a whole period, of which no day can be told.
    PeriodUsage,
    /// Several rows of one name were added up.
    AddedUp(String),
    /// Sums by age, without the invoices behind them.
    BalancesOnly,
    /// Holds names instead of tenant ids: they must be matched to tenants.
    NamesOnly,
}

/// One problem, perhaps met many times.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Problem {
    pub weight: Weight,
    /// Where it was met first.
    pub place: Place,
    pub what: What,
    /// How often it was met.
    pub count: u32,
}

impl Problem {
    #[must_use]
    pub fn new(weight: Weight, place: Place, what: What) -> Self {
        Self { weight, place, what, count: 1 }
    }

    #[must_use]
    pub fn of_file(what: What) -> Self {
        Self::new(Weight::File, Place::default(), what)
    }

    /// The stable id of the rule that speaks here.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        self.what.rule()
    }
}

impl What {
    /// The stable id of the rule that speaks here.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        RuleId::fixed(match self {
            Self::Bytes(BytesError::Empty) => "IMP-001",
            Self::Bytes(BytesError::TooLarge { .. }) => "IMP-002",
            Self::Bytes(BytesError::Binary(_)) => "IMP-003",
            Self::Bytes(_) => "IMP-004",
            Self::Text(_) => "IMP-005",
            Self::Json(JsonFault::CutOff { .. }) => "IMP-007",
            Self::Json(JsonFault::TooDeep) => "IMP-008",
            Self::Json(_) => "IMP-006",
            Self::Mended(MendKind::DuplicateKey) => "IMP-011",
            Self::Mended(_) => "IMP-010",
            Self::Table(_) => "IMP-012",
            Self::NoTable => "IMP-013",
            Self::NotRecognised { .. } => "IMP-014",
            Self::NotUsed(_) => "IMP-015",
            Self::NoColumn(_) => "IMP-016",
            Self::Missing(_) => "IMP-020",
            Self::NotAnAmount(_) => "IMP-021",
            Self::TooPrecise(_) => "IMP-022",
            Self::NotADate(_) => "IMP-023",
            Self::NotACurrency(_) => "IMP-024",
            Self::NoCurrency => "IMP-025",
            Self::NotAnId(_) => "IMP-026",
            Self::NoCustomer => "IMP-027",
            Self::WhoseSubscriptions => "IMP-028",
            Self::NegativeAmount => "IMP-029",
            Self::DateOrder { .. } => "IMP-030",
            Self::DecimalMark { .. } => "IMP-031",
            Self::MixedDates => "IMP-032",
            Self::MixedAmounts => "IMP-033",
            Self::UnknownWord(_) => "IMP-040",
            Self::Repeated(_) => "IMP-041",
            Self::TotalRow => "IMP-042",
            Self::TotalDiffers { .. } => "IMP-043",
            Self::MadeReference => "IMP-044",
            Self::NamesOnly => "IMP-045",
            Self::SameFile => "IMP-048",
            Self::NoRows => "IMP-049",
            Self::SeveralFiles => "IMP-050",
            Self::Document => "IMP-051",
            Self::PeriodUsage => "IMP-052",
            Self::BalancesOnly => "IMP-053",
            Self::AddedUp(_) => "IMP-054",
            Self::OpenAsTotal => "IMP-046",
            Self::UnknownKind(_) => "IMP-047",
        })
    }
}

impl What {
    /// Keeps problems of one rule apart where they are mended in different ways.
    pub(super) fn subject(&self) -> String {
        match self {
            Self::Mended(kind) => format!("{kind:?}"),
            Self::Table(kind) => format!("{kind:?}"),
            Self::Missing(name) | Self::NoColumn(name) => (*name).to_owned(),
            Self::UnknownWord(word) | Self::UnknownKind(word) => word.clone(),
            _ => String::new(),
        }
    }
}
