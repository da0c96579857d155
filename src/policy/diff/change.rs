//! One change, and the names of what it touches.

use crate::policy::Words;

/// One change, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The way to it by ids where things have ids: `stages[grade].rules[G2].when[0]`.
    pub place: String,
    pub section: Section,
    /// What it belongs to, from the outside in: the stage, then the row; the scorecard, then the
    /// characteristic, then the bin. The last one is what came, went or changed.
    pub things: Vec<Thing>,
    pub part: Part,
    pub kind: ChangeKind,
    /// The text before; none when it was added.
    pub before: Option<String>,
    /// The text after; none when it was taken out.
    pub after: Option<String>,
    /// The JSON pointer to it in the older document, or to where it would stand.
    pub in_before: String,
    /// The JSON pointer to it in the newer document; that of the list it went from when it went.
    pub in_after: String,
}

/// Something with a name in the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// The id, or the place from 1 of what has none, such as a bin.
    pub id: String,
    /// The policy's own words for it; none where it has none.
    pub label: Option<Words>,
}

/// Which part of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Name, version, author, days in force and the like.
    Header,
    Fields,
    Parameters,
    Lists,
    Derived,
    Scorecards,
    Stages,
    Outcome,
    Authority,
    OverrideReasons,
    Reasons,
    Guards,
    Tests,
    Collections,
    Suspicion,
}

/// What of the thing is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The thing itself came or went.
    Whole,
    /// The order of the things in a list; `before` and `after` are their ids.
    Order,
    /// The cell that this field or column must meet.
    Cell { of: Thing },
    /// The cell of an exception: the rule does not hold where this one does.
    Exception { of: Thing },
    /// The value that a row of a table gives for this column.
    Result { of: Thing },
    /// Any other property, by the key it has in the document, such as `points` or `amounts.EUR`.
    Property(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
    Moved,
}

impl Section {
    /// By the key of the top level.
    pub(super) fn of(key: &str) -> Self {
        match key {
            "fields" => Self::Fields,
            "parameters" => Self::Parameters,
            "lists" => Self::Lists,
            "derived" => Self::Derived,
            "scorecards" => Self::Scorecards,
            "stages" => Self::Stages,
            "outcome" => Self::Outcome,
            "authority" => Self::Authority,
            "overrideReasons" => Self::OverrideReasons,
            "reasons" => Self::Reasons,
            "guards" => Self::Guards,
            "tests" => Self::Tests,
            "collections" => Self::Collections,
            "suspicion" => Self::Suspicion,
            _ => Self::Header,
        }
    }

    /// Whether a change here can move a customer to another outcome or limit.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(
            self,
            Self::Fields
                | Self::Parameters
                | Self::Lists
                | Self::Derived
                | Self::Scorecards
                | Self::Stages
                | Self::Outcome
                | Self::Reasons
        )
    }
}
