//! Cuts text into rows of cells. Cells are places in the text, not copies of it.

use std::borrow::Cow;

use super::dialect::Dialect;

/// How a cell's text has to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// Between quotation marks, with nothing to undo.
    Quoted,
    /// Between quotation marks, with doubled or escaped marks inside.
    Escaped,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) form: Form,
}

/// A row's cells and the line (from 1) on which it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowAt {
    pub(super) first: u32,
    pub(super) count: u32,
    pub(super) line: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Split {
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<RowAt>,
    /// Lines where a quotation mark was opened and never closed.
    pub(super) open_quotes: Vec<u32>,
    /// Lines where text followed a closing quotation mark.
    pub(super) stray_quotes: Vec<u32>,
}

impl Split {
    pub(super) fn cells_of(&self, row: &RowAt) -> &[Cell] {
        let first = row.first as usize;
        self.cells.get(first..first + row.count as usize).unwrap_or(&[])
    }
}

impl Split {
    /// Cuts rows of one cell again where another separator gives exactly the width of the first
    /// wide row; answers their lines.
    pub(super) fn mend_odd_rows(&mut self, text: &str, dialect: Dialect) -> Vec<u32> {
        let width = self.rows.iter().map(|row| row.count).find(|count| *count > 1);
        let Some(width) = width.filter(|width| *width >= 3) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        for at in 0..self.rows.len() {
            let Some(row) = self.rows.get(at).copied().filter(|row| row.count == 1) else {
                continue;
            };
            let Some(cell) = self.cells_of(&row).first().copied() else {
                continue;
            };
            let Some(cells) = cut_again(text, cell, dialect, width) else {
                continue;
            };
            lines.push(row.line);
            let first = small(self.cells.len());
            self.cells.extend(cells);
            if let Some(slot) = self.rows.get_mut(at) {
                *slot = RowAt { first, count: width, line: row.line };
            }
        }
        lines
    }
}

fn cut_again(text: &str, cell: Cell, dialect: Dialect, width: u32) -> Option<Vec<Cell>> {
    let start = cell.start as usize;
    let line = raw(text, cell);
    [b',', b';', b'\t', b'|']
        .into_iter()
        .filter(|delimiter| *delimiter != dialect.delimiter)
        .map(|delimiter| split(line, Dialect { delimiter, ..dialect }, 2))
        .find(|cut| matches!(cut.rows.as_slice(), [one] if one.count == width))
        .map(|cut| {
            let moved = |c: &Cell| Cell {
                start: small(c.start as usize + start),
                end: small(c.end as usize + start),
                form: c.form,
            };
            cut.cells.iter().map(moved).collect()
        })
}

/// Unclosed quotes that are taken back one by one; after so many, marks lose their meaning.
const OPEN_QUOTES_MAX: usize = 20;

/// Cuts at most `rows_max` rows. The text must be shorter than 4 GB, which its reader has checked.
pub(super) fn split(text: &str, dialect: Dialect, rows_max: usize) -> Split {
    let mut cutter = Cutter {
        bytes: text.as_bytes(),
        dialect,
        at: 0,
        line: 1,
        literal_at: None,
        out: Split::default(),
    };
    while cutter.at < cutter.bytes.len() && cutter.out.rows.len() < rows_max {
        cutter.row();
    }
    cutter.out
}

struct Cutter<'t> {
    bytes: &'t [u8],
    dialect: Dialect,
    at: usize,
    line: u32,
    /// The quotation mark at this place is an ordinary character.
    literal_at: Option<usize>,
    out: Split,
}

impl Cutter<'_> {
    fn row(&mut self) {
        let first = self.out.cells.len();
        let line = self.line;
        loop {
            let cell = self.cell();
            self.out.cells.push(cell);
            match self.bytes.get(self.at) {
                Some(b) if *b == self.dialect.delimiter => self.at += 1,
                _ => break,
            }
        }
        self.end_of_row();
        self.out.rows.push(RowAt {
            first: small(first),
            count: small(self.out.cells.len() - first),
            line,
        });
    }

    fn end_of_row(&mut self) {
        if self.bytes.get(self.at) == Some(&b'\r') {
            self.at += 1;
            if self.dialect.bare_returns {
                self.line += 1;
                return;
            }
        }
        if self.bytes.get(self.at) == Some(&b'\n') {
            self.at += 1;
            self.line += 1;
        }
    }

    fn is_row_end(&self, at: usize) -> bool {
        match self.bytes.get(at) {
            None | Some(b'\n') => true,
            Some(b'\r') => {
                self.dialect.bare_returns || matches!(self.bytes.get(at + 1), None | Some(b'\n'))
            }
            _ => false,
        }
    }

    fn is_cell_end(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&self.dialect.delimiter) || self.is_row_end(at)
    }

    fn cell(&mut self) -> Cell {
        let start = self.at;
        if let Some(quote) = self.dialect.quote {
            let open = self.skip_spaces(start);
            if self.bytes.get(open) == Some(&quote)
                && self.literal_at != Some(open)
                && let Some(cell) = self.quoted(open, quote)
            {
                return cell;
            }
        }
        self.plain(start)
    }

    fn skip_spaces(&self, from: usize) -> usize {
        if self.dialect.delimiter == b' ' {
            return from;
        }
        let rest = self.bytes.get(from..).unwrap_or(&[]);
        from + rest.iter().take_while(|b| **b == b' ').count()
    }

    fn plain(&mut self, start: usize) -> Cell {
        let mut end = start;
        while !self.is_cell_end(end) {
            end += 1;
        }
        self.at = end;
        let padded = self.dialect.padded && self.bytes.get(start) == Some(&b' ') && end > start;
        Cell { start: small(start + usize::from(padded)), end: small(end), form: Form::Plain }
    }

    /// A cell in quotation marks; nothing when its mark turns out to be an ordinary character.
    fn quoted(&mut self, open: usize, quote: u8) -> Option<Cell> {
        let Some((close, form)) = self.closing(open, quote) else {
            self.out.open_quotes.push(self.line);
            self.literal_at = Some(open);
            if self.out.open_quotes.len() >= OPEN_QUOTES_MAX {
                self.dialect.quote = None;
            }
            return None;
        };
        let after = self.skip_spaces(close + 1);
        if !self.is_cell_end(after) {
            self.out.stray_quotes.push(self.line);
            self.literal_at = Some(open);
            return None;
        }
        let line_break = if self.dialect.bare_returns { b'\r' } else { b'\n' };
        let inner = self.bytes.get(open..close).unwrap_or(&[]);
        self.line += small(inner.iter().filter(|b| **b == line_break).count());
        self.at = after;
        Some(Cell { start: small(open + 1), end: small(close), form })
    }

    fn closing(&self, open: usize, quote: u8) -> Option<(usize, Form)> {
        let mut at = open + 1;
        let mut form = Form::Quoted;
        while let Some(byte) = self.bytes.get(at) {
            if self.dialect.backslash && *byte == b'\\' {
                form = Form::Escaped;
                at += 2;
            } else if *byte != quote {
                at += 1;
            } else if !self.dialect.backslash && self.bytes.get(at + 1) == Some(&quote) {
                form = Form::Escaped;
                at += 2;
            } else {
                return Some((at, form));
            }
        }
        None
    }
}

/// Offsets fit: texts over 4 GB never come this far.
fn small(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The cell's own text.
pub(super) fn cell_text<'t>(text: &'t str, cell: Cell, dialect: Dialect) -> Cow<'t, str> {
    let raw = raw(text, cell);
    if cell.form != Form::Escaped {
        return Cow::Borrowed(raw);
    }
    let quote = char::from(dialect.quote.unwrap_or(b'"'));
    let escape = if dialect.backslash { '\\' } else { quote };
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == escape && (*next == quote || *next == escape) => {
                out.push(*next);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The cell's text as it stands in the file.
pub(super) fn raw(text: &str, cell: Cell) -> &str {
    text.get(cell.start as usize..cell.end as usize).unwrap_or("")
}
