use super::Cell;
use crate::ui::kit::Meaning;
use std::sync::Arc;

/// One row, made when it comes into sight.
pub struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) href: Option<String>,
    pub(super) marked: bool,
    pub(super) meaning: Meaning,
}

impl Row {
    #[must_use]
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells, href: None, marked: false, meaning: Meaning::Neutral }
    }

    /// Where the row leads: its first field becomes a link that covers the row.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// The row is marked for a common action.
    #[must_use]
    pub const fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
        self
    }

    /// A thin edge in the colour of a meaning; a field of the row says it in words.
    #[must_use]
    pub const fn meaning(mut self, meaning: Meaning) -> Self {
        self.meaning = meaning;
        self
    }
}

/// How many rows there are, and how to make each.
#[derive(Clone)]
pub struct Rows {
    len: usize,
    make: Arc<dyn Fn(usize) -> Row + Send + Sync>,
}

impl Rows {
    /// `make` is called with places from 0 up to below `len`, only for rows in sight.
    pub fn new(len: usize, make: impl Fn(usize) -> Row + Send + Sync + 'static) -> Self {
        Self { len, make: Arc::new(make) }
    }

    pub(super) const fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, place: usize) -> Option<Row> {
        (place < self.len).then(|| (self.make)(place))
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::new(0, |_| Row::new(Vec::new()))
    }
}
