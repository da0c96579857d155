//! Cuts text into rows of cells.

use super::cells::{Cell, Form, Held, RowAt, Split, small};
use super::dialect::Dialect;
use super::fit::fit;
use super::scan::Stops;

/// Unclosed quotes that are taken back one by one; after so many, marks lose their meaning.
const OPEN_QUOTES_MAX: usize = 20;

/// Cuts at most `rows_max` rows. The text must be shorter than 4 GB, which its reader has checked.
pub(super) fn split(text: &str, dialect: Dialect, rows_max: usize) -> Split {
    let mut cutting = Cutting::new(dialect, None);
    cutting.step(text, rows_max);
    cutting.out
}

/// A text that is being cut, some rows at a time.
#[derive(Clone, Debug)]
pub(super) struct Cutting {
    dialect: Dialect,
    /// Where quotation marks are at fault, a row is read so that it has this width, if it can be.
    width: Option<u32>,
    at: usize,
    line: u32,
    /// The quotation mark at this place is an ordinary character.
    literal_at: Option<usize>,
    pub(super) out: Split,
}

impl Cutting {
    pub(super) fn new(dialect: Dialect, width: Option<u32>) -> Self {
        Self { dialect, width, at: 0, line: 1, literal_at: None, out: Split::default() }
    }

    /// Makes room for the cells of a text of so many bytes.
    pub(super) fn expect(&mut self, bytes: usize) {
        // One cell in ten bytes is more than most files have: growing twice costs more than the room.
        self.out.cells.reserve(bytes / 10);
    }

    /// Cuts some further rows of the same text; true when none is left.
    pub(super) fn step(&mut self, text: &str, rows: usize) -> bool {
        let bytes = text.as_bytes();
        let stops = Stops::of(self.dialect.delimiter);
        let mut cutter = Cutter { bytes, stops, on: self };
        for _ in 0..rows {
            if cutter.on.at >= bytes.len() {
                break;
            }
            cutter.row();
        }
        self.at >= bytes.len()
    }
}

struct Cutter<'t> {
    bytes: &'t [u8],
    stops: Stops,
    on: &'t mut Cutting,
}

/// What stood before a row, to go back to.
#[derive(Clone, Copy)]
struct Before {
    start: usize,
    line: u32,
    first: usize,
    open: usize,
    stray: usize,
}

impl Cutter<'_> {
    fn row(&mut self) {
        let before = Before {
            start: self.on.at,
            line: self.on.line,
            first: self.on.out.cells.len(),
            open: self.on.out.open_quotes.len(),
            stray: self.on.out.stray_quotes.len(),
        };
        loop {
            let cell = self.cell();
            self.on.out.cells.push(cell);
            match self.bytes.get(self.on.at) {
                Some(b) if *b == self.on.dialect.delimiter => self.on.at += 1,
                _ => break,
            }
        }
        if let Some(width) = self.on.width {
            self.mend(before, width);
        }
        self.end_of_row();
        let cells = self.on.out.cells.get(before.first..).unwrap_or(&[]);
        let held = Held::of(self.bytes, cells);
        self.on.out.rows.push(RowAt {
            first: small(before.first),
            count: small(cells.len()),
            line: before.line,
            start: small(before.start),
            held,
        });
    }

    /// Reads a row anew whose quotation marks were at fault, or that took in lines of others.
    fn mend(&mut self, before: Before, width: u32) {
        let faulty = self.on.out.open_quotes.len() > before.open
            || self.on.out.stray_quotes.len() > before.stray;
        let count = small(self.on.out.cells.len() - before.first);
        let swallowed = self.on.line > before.line && count != width;
        if !faulty && !swallowed {
            return;
        }
        let end = self.line_end(before.start);
        let Some(cells) = fit(self.bytes, before.start..end, self.on.dialect, width) else {
            return;
        };
        // The same cells: what is odd about them is told already, and more closely.
        if self.on.out.cells.get(before.first..) == Some(&cells) {
            return;
        }
        self.on.out.open_quotes.truncate(before.open);
        self.on.out.stray_quotes.truncate(before.stray);
        self.on.out.cells.truncate(before.first);
        self.on.out.cells.extend(cells);
        self.on.out.fitted.push(before.line);
        self.on.line = before.line;
        self.on.at = end;
    }

    /// Where the line ends, whatever is quoted in it.
    fn line_end(&self, from: usize) -> usize {
        (from..self.bytes.len()).find(|at| self.is_row_end(*at)).unwrap_or(self.bytes.len())
    }

    fn end_of_row(&mut self) {
        let bare = self.bytes.get(self.on.at) == Some(&b'\r');
        self.on.at += usize::from(bare);
        if self.bytes.get(self.on.at) == Some(&b'\n') {
            self.on.at += 1;
            self.on.line += 1;
        } else if bare && self.on.dialect.bare_returns {
            self.on.out.bare_return.get_or_insert(self.on.line);
            self.on.line += 1;
        }
    }

    fn is_row_end(&self, at: usize) -> bool {
        match self.bytes.get(at) {
            None | Some(b'\n') => true,
            Some(b'\r') => {
                self.on.dialect.bare_returns || matches!(self.bytes.get(at + 1), None | Some(b'\n'))
            }
            _ => false,
        }
    }

    fn is_cell_end(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&self.on.dialect.delimiter) || self.is_row_end(at)
    }

    fn cell(&mut self) -> Cell {
        let start = self.on.at;
        if let Some(quote) = self.on.dialect.quote {
            let open = self.skip_spaces(start);
            if self.bytes.get(open) == Some(&quote)
                && self.on.literal_at != Some(open)
                && let Some(cell) = self.quoted(open, quote)
            {
                return cell;
            }
        }
        self.plain(start)
    }

    fn skip_spaces(&self, from: usize) -> usize {
        if self.on.dialect.delimiter == b' ' {
            return from;
        }
        let mut at = from;
        while self.bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        at
    }

    fn plain(&mut self, start: usize) -> Cell {
        let mut end = start;
        loop {
            end = self.stops.find(self.bytes, end);
            if self.is_cell_end(end) {
                break;
            }
            end += 1;
        }
        self.on.at = end;
        let padded = self.on.dialect.padded && self.bytes.get(start) == Some(&b' ') && end > start;
        Cell { start: small(start + usize::from(padded)), end: small(end), form: Form::Plain }
    }

    /// A cell in quotation marks; nothing when its mark turns out to be an ordinary character.
    fn quoted(&mut self, open: usize, quote: u8) -> Option<Cell> {
        let Some((close, form)) = closing(self.bytes, open, quote, self.on.dialect.backslash)
        else {
            self.on.out.open_quotes.push(self.on.line);
            self.on.literal_at = Some(open);
            if self.on.out.open_quotes.len() >= OPEN_QUOTES_MAX {
                self.on.dialect.quote = None;
            }
            return None;
        };
        let after = self.skip_spaces(close + 1);
        if !self.is_cell_end(after) {
            self.on.out.stray_quotes.push(self.on.line);
            self.on.literal_at = Some(open);
            return None;
        }
        self.on.line += self.lines_in(open, close);
        self.on.at = after;
        Some(Cell { start: small(open + 1), end: small(close), form })
    }

    /// Ends of lines between two places.
    fn lines_in(&self, from: usize, to: usize) -> u32 {
        let inner = self.bytes.get(from..to).unwrap_or(&[]);
        let breaks = inner.iter().filter(|b| **b == b'\n').count();
        if !self.on.dialect.bare_returns {
            return small(breaks);
        }
        let pairs = inner.windows(2).filter(|pair| pair == b"\r\n").count();
        small(breaks + inner.iter().filter(|b| **b == b'\r').count() - pairs)
    }
}

/// Where a quoted cell's mark closes, and whether there is anything to undo in it.
pub(super) fn closing(
    bytes: &[u8],
    open: usize,
    quote: u8,
    backslash: bool,
) -> Option<(usize, Form)> {
    let mut at = open + 1;
    let mut form = Form::Quoted;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|b| *b == quote || (backslash && *b == b'\\'))?;
        let escaped = bytes.get(at) == Some(&b'\\') && backslash;
        if !escaped && (backslash || bytes.get(at + 1) != Some(&quote)) {
            return Some((at, form));
        }
        form = Form::Escaped;
        at += 2;
    }
}
