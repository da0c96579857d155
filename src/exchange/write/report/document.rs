//! A report in words: what the page on the screen and the file both show.

/// A report in one language, ready to be laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// BCP 47 tag, such as `zh-Hant-TW`.
    pub lang: &'static str,
    /// The kind of paper it is.
    pub kind: String,
    /// The case's own title: text of others.
    pub title: String,
    /// Printed beside the head when the data is invented.
    pub sample: Option<String>,
    pub facts: Vec<Line>,
    pub sections: Vec<Section>,
    /// At the foot of every page.
    pub foot: String,
    /// SHA-256 of the JSON record, with its label.
    pub record: Line,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub note: Option<String>,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Our own words.
    Words(String),
    /// Words of a person or of others.
    Quoted(Vec<String>),
    /// The word for what is not known.
    Unknown(String),
    Facts(Vec<Line>),
    Table {
        head: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
    },
    /// A heading of its own within a section.
    Heading(String),
}

/// A label and what stands beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub cell: Cell,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Our own words.
    #[default]
    Words,
    /// Text of others: set apart, hidden characters shown.
    Data,
    /// An amount or a count: right, with even figures.
    Number,
    /// An id or a hash: whole, in even letters, broken where the line ends.
    Code,
    Unknown,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub kind: CellKind,
    pub text: String,
    /// A rule id or an exact value, quietly below.
    pub small: Option<String>,
}

impl Cell {
    #[must_use]
    pub fn new(kind: CellKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), small: None }
    }

    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self::new(CellKind::Words, text)
    }

    #[must_use]
    pub fn data(text: impl Into<String>) -> Self {
        Self::new(CellKind::Data, super::inert::visible(&text.into()))
    }

    /// Text of others that may hold live addresses.
    #[must_use]
    pub fn defanged(text: &str) -> Self {
        Self::data(super::inert::defang(text))
    }

    #[must_use]
    pub fn number(text: impl Into<String>) -> Self {
        Self::new(CellKind::Number, text)
    }

    #[must_use]
    pub fn code(text: impl Into<String>) -> Self {
        Self::new(CellKind::Code, super::inert::visible(&text.into()))
    }

    #[must_use]
    pub fn small(mut self, text: impl Into<String>) -> Self {
        self.small = Some(super::inert::visible(&text.into()));
        self
    }
}
