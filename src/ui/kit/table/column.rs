use crate::ui::kit::Text;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

impl Direction {
    pub(super) const fn aria(self) -> &'static str {
        match self {
            Self::Up => "ascending",
            Self::Down => "descending",
        }
    }
}

/// The column a table is sorted by, named by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    pub key: String,
    pub direction: Direction,
}

/// A column: its head, and how its fields are set.
#[derive(Clone, Debug)]
pub struct Column {
    pub(super) key: &'static str,
    pub(super) title: Text,
    pub(super) numeric: bool,
    pub(super) sortable: bool,
    pub(super) width: Option<u32>,
}

impl Column {
    pub fn new(key: &'static str, title: impl Into<Text>) -> Self {
        Self { key, title: title.into(), numeric: false, sortable: false, width: None }
    }

    /// Figures: right-aligned.
    #[must_use]
    pub const fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// The head is a button that asks to sort.
    #[must_use]
    pub const fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// A wished width in pixels; without it the content decides.
    #[must_use]
    pub const fn width(mut self, pixels: u32) -> Self {
        self.width = Some(pixels);
        self
    }

    pub(super) const fn class(&self) -> Option<&'static str> {
        if self.numeric { Some("num") } else { None }
    }
}
