//! A part of a policy as a table: cells with their places, texts, faults, and the sentence of each row.

use crate::app::update::policy::Wants;

/// One table of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub key: String,
    pub title: String,
    /// What the table as a whole does.
    pub note: Option<String>,
    /// The hit policy of a decision table.
    pub hit: Option<CellText>,
    /// Further single settings of the part.
    pub settings: Vec<(String, CellText)>,
    pub heads: Vec<ColumnHead>,
    pub groups: Vec<Group>,
    /// Faults that belong to no cell and no row.
    pub problems: Vec<Problem>,
    pub editable: bool,
    /// How many inputs and outputs a decision table has.
    pub widths: Option<(usize, usize)>,
    /// Which rows are shown, and of how many, where not all are.
    pub shown: Option<(usize, usize, usize)>,
}

impl Sheet {
    /// The table without what changes while somebody types: as long as this stays the same,
    /// its cells stay on the page.
    #[must_use]
    pub fn shape(&self) -> Self {
        let mut shape = self.clone();
        shape.problems.clear();
        for (_, cell) in &mut shape.settings {
            cell.empty();
        }
        if let Some(cell) = &mut shape.hit {
            cell.empty();
        }
        shape.heads.iter_mut().for_each(ColumnHead::empty);
        for group in &mut shape.groups {
            group.title = group.title.as_ref().map(|_| String::new());
            group.heads.iter_mut().for_each(ColumnHead::empty);
        }
        for row in shape.groups.iter_mut().flat_map(|g| &mut g.rows) {
            row.name.clear();
            row.says.clear();
            row.problems.clear();
            row.cells.iter_mut().for_each(CellText::empty);
        }
        shape
    }

    /// A cell by its group, row and column.
    #[must_use]
    pub fn cell(&self, (group, row, column): (usize, usize, usize)) -> Option<&CellText> {
        self.row(group, row)?.cells.get(column)
    }

    /// The head of a column of a group.
    #[must_use]
    pub fn head(&self, group: usize, column: usize) -> Option<&ColumnHead> {
        let own = &self.groups.get(group)?.heads;
        if own.is_empty() { self.heads.get(column) } else { own.get(column) }
    }

    #[must_use]
    pub fn row(&self, group: usize, row: usize) -> Option<&RowText> {
        self.groups.get(group)?.rows.get(row)
    }
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnHead {
    pub text: String,
    /// What its values are, where that is known.
    pub unit: String,
    /// The group and the row in which the column itself is edited.
    pub at: Option<(usize, usize)>,
}

impl ColumnHead {
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    fn empty(&mut self) {
        self.text.clear();
        self.unit.clear();
    }
}

impl CellText {
    fn empty(&mut self) {
        self.text.clear();
        self.error = None;
    }
}

/// Rows of one list of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    pub title: Option<String>,
    /// The place of the list, or of the map.
    pub list: String,
    /// Rows stand under names and not in an order.
    pub is_map: bool,
    /// What new rows may be, by the kind of the list; none where rows are neither added nor taken away.
    pub kinds: Vec<&'static str>,
    /// Where the columns are not those of the whole table.
    pub heads: Vec<ColumnHead>,
    pub rows: Vec<RowText>,
    /// The place of the first row shown.
    pub first: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowText {
    /// What the row is called, for those who do not see the table.
    pub name: String,
    /// The member's name in a map.
    pub key: String,
    pub cells: Vec<CellText>,
    /// What the row says.
    pub says: String,
    pub problems: Vec<Problem>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellText {
    pub place: String,
    pub text: String,
    pub control: Control,
    pub wants: Wants,
    pub error: Option<String>,
}

impl Default for CellText {
    fn default() -> Self {
        Self {
            place: String::new(),
            text: String::new(),
            control: Control::Fixed,
            wants: Wants::Text,
            error: None,
        }
    }
}

/// How a cell is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    Fixed,
    Line,
    Long,
    /// Sentences, with room for them.
    Why,
    /// Completed while typing.
    Feel,
    Flag,
    Day,
    /// Words and what they are called.
    Choice(Vec<(String, String)>),
}

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: String,
    pub text: String,
    /// It keeps the policy from being used.
    pub is_error: bool,
}
