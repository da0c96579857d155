//! A table on its way, some rows at a time: cut, rows with another separator mended, framed, looked over.

use super::cells::{RowAt, Split, cell_text};
use super::detect::detect;
use super::dialect::Dialect;
use super::frame::{Frame, Sketch, TOP_ROWS, frame};
use super::odd_rows::mend_odd_rows;
use super::remark::{RemarkKind, Remarks};
use super::split::Cutting;
use super::table::{Row, Table, TableError};

/// A table that is being made.
#[derive(Clone, Debug)]
pub struct Building {
    text: String,
    dialect: Dialect,
    /// Cells that rows usually have.
    width: u32,
    /// Lines of rows that another separator cuts.
    odd_lines: Vec<u32>,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Cutting(Box<Cutting>),
    /// With the row that comes next.
    Mending(Box<Split>, usize),
    /// With the row that comes next, and the rows that stay.
    Checking(Box<Table>, usize, Vec<RowAt>),
}

impl Building {
    /// Finds out how the text is cut.
    ///
    /// # Errors
    /// [`TableError::Empty`] when there is nothing to read.
    pub fn begin(text: String) -> Result<Self, TableError> {
        if text.trim_start().is_empty() {
            return Err(TableError::Empty);
        }
        let (dialect, width) = detect(&text);
        let mut cutting = Cutting::new(dialect, Some(width));
        cutting.expect(text.len());
        let stage = Stage::Cutting(Box::new(cutting));
        Ok(Self { text, dialect, width, odd_lines: Vec::new(), stage })
    }

    /// Goes on with up to `rows` rows; true when nothing is left.
    pub fn step(&mut self, rows: usize) -> bool {
        match &mut self.stage {
            Stage::Cutting(cutting) => {
                if cutting.step(&self.text, rows) {
                    let split = std::mem::take(&mut cutting.out);
                    self.stage = Stage::Mending(Box::new(split), 0);
                }
                false
            }
            Stage::Mending(split, next) => {
                let until = next.saturating_add(rows).min(split.rows.len());
                let way = (self.dialect, self.width);
                self.odd_lines.extend(mend_odd_rows(split, &self.text, way, *next..until));
                *next = until;
                if until == split.rows.len() {
                    self.frame();
                }
                false
            }
            Stage::Checking(table, next, kept) => {
                let until = next.saturating_add(rows).min(table.rows.len());
                check_rows(table, *next..until, kept);
                *next = until;
                until == table.rows.len()
            }
        }
    }

    fn frame(&mut self) {
        let Stage::Mending(split, _) = &mut self.stage else {
            return;
        };
        let split = std::mem::take(split.as_mut());
        let text = std::mem::take(&mut self.text);
        let mut remarks = dialect_remarks(self.dialect, &split);
        for line in self.odd_lines.drain(..) {
            remarks.note(RemarkKind::OtherSeparator, line);
        }
        let top = split.rows.iter().take(TOP_ROWS);
        let top: Vec<Sketch> = top.map(|row| sketch(&text, &split, row, self.dialect)).collect();
        let found = frame(&top, &split.rows, &mut remarks);
        let table = Table {
            headers: named(&found, &top),
            has_header: found.header.is_some(),
            rows: data_rows(&split, &found),
            preamble: preamble(&top, &found),
            text,
            dialect: self.dialect,
            split,
            remarks,
        };
        let kept = Vec::with_capacity(table.rows.len());
        self.stage = Stage::Checking(Box::new(table), 0, kept);
    }

    /// The table; one that was not made to its end has no rows.
    #[must_use]
    pub fn finish(self) -> Table {
        match self.stage {
            Stage::Checking(table, _, rows) => Table { rows, ..*table },
            Stage::Cutting(_) | Stage::Mending(..) => Table {
                text: String::new(),
                dialect: self.dialect,
                headers: Vec::new(),
                has_header: false,
                split: Split::default(),
                rows: Vec::new(),
                preamble: Vec::new(),
                remarks: Remarks::default(),
            },
        }
    }
}

/// Leaves out repeated headers, and says which rows are odd.
fn check_rows(table: &mut Table, rows: std::ops::Range<usize>, kept: &mut Vec<RowAt>) {
    let mut remarks = std::mem::take(&mut table.remarks);
    for at in table.rows.get(rows).unwrap_or(&[]) {
        if table.has_header && (Row { table, at: *at }).is_same(&table.headers) {
            remarks.note(RemarkKind::RepeatedHeader, at.line);
        } else {
            note_odd(table, at, &mut remarks);
            kept.push(*at);
        }
    }
    table.remarks = remarks;
}

fn note_odd(table: &Table, at: &RowAt, remarks: &mut Remarks) {
    for _ in 0..at.held.guarded {
        remarks.note(RemarkKind::Guarded, at.line);
    }
    let width = table.headers.len();
    let beyond = table.split.cells_of(at).get(width..).unwrap_or(&[]);
    if beyond.iter().any(|cell| cell.end > cell.start) {
        remarks.note(RemarkKind::LongRow, at.line);
    } else if (at.count as usize) < width {
        remarks.note(RemarkKind::ShortRow, at.line);
    }
}

fn sketch(text: &str, split: &Split, row: &RowAt, dialect: Dialect) -> Sketch {
    let cells = split.cells_of(row).iter();
    Sketch {
        line: row.line,
        width: row.count,
        cells: cells.map(|c| cell_text(text, *c, dialect).trim().to_owned()).collect(),
        filled: row.held.filled,
    }
}

fn dialect_remarks(dialect: Dialect, split: &Split) -> Remarks {
    let mut remarks = Remarks::default();
    let several = split.rows.iter().any(|row| row.count > 1);
    if dialect.delimiter != b',' && several {
        remarks.note(RemarkKind::Separator(char::from(dialect.delimiter)), 1);
    }
    let odd = [
        (dialect.padded, RemarkKind::Padded),
        (dialect.quote == Some(b'\''), RemarkKind::SingleQuotes),
        (dialect.backslash, RemarkKind::BackslashEscapes),
    ];
    for (_, kind) in odd.iter().filter(|(is, _)| *is) {
        remarks.note(*kind, 1);
    }
    if let Some(line) = split.bare_return {
        remarks.note(RemarkKind::BareReturns, line);
    }
    for line in &split.fitted {
        remarks.note(RemarkKind::FittedQuotes, *line);
    }
    for line in &split.open_quotes {
        remarks.note(RemarkKind::OpenQuote, *line);
    }
    for line in &split.stray_quotes {
        remarks.note(RemarkKind::StrayQuote, *line);
    }
    remarks
}

fn preamble(top: &[Sketch], found: &Frame) -> Vec<String> {
    let above = found.data_from.saturating_sub(usize::from(found.header.is_some()));
    top.iter()
        .take(above)
        .flat_map(|row| row.cells.iter())
        .filter(|cell| !cell.is_empty())
        .cloned()
        .collect()
}

fn named(found: &Frame, top: &[Sketch]) -> Vec<String> {
    found.header.clone().unwrap_or_else(|| {
        let width = top.get(found.data_from).map_or(1, |row| row.width);
        (1..=width).map(|n| format!("column {n}")).collect()
    })
}

fn data_rows(split: &Split, found: &Frame) -> Vec<RowAt> {
    let rows = split.rows.get(found.data_from..found.data_to).unwrap_or(&[]);
    rows.iter().filter(|row| row.held.filled > 0).copied().collect()
}
