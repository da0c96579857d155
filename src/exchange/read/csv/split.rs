//! Cuts text into rows of cells.

use super::cells::{Cell, Form, RowAt, Split, small};
use super::dialect::Dialect;
use super::fit::fit;

/// Unclosed quotes that are taken back one by one; after so many, marks lose their meaning.
const OPEN_QUOTES_MAX: usize = 20;

/// Cuts at most `rows_max` rows. The text must be shorter than 4 GB, which its reader has checked.
pub(super) fn split(text: &str, dialect: Dialect, rows_max: usize) -> Split {
    let mut cutter = Cutter::of(text, dialect, None);
    while cutter.at < cutter.bytes.len() && cutter.out.rows.len() < rows_max {
        cutter.row();
    }
    cutter.out
}

/// Cuts all rows. Where quotation marks are at fault, a row is read so that it has the usual
/// width, if it can be.
pub(super) fn split_all(text: &str, dialect: Dialect, width: u32) -> Split {
    let mut cutter = Cutter::of(text, dialect, Some(width));
    // One cell in ten bytes is more than most files have: growing twice costs more than the room.
    cutter.out.cells.reserve(text.len() / 10);
    while cutter.at < cutter.bytes.len() {
        cutter.row();
    }
    cutter.out
}

struct Cutter<'t> {
    bytes: &'t [u8],
    dialect: Dialect,
    /// Bytes at which a plain cell may end.
    stops: [bool; 256],
    width: Option<u32>,
    at: usize,
    line: u32,
    /// The quotation mark at this place is an ordinary character.
    literal_at: Option<usize>,
    out: Split,
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

impl<'t> Cutter<'t> {
    fn of(text: &'t str, dialect: Dialect, width: Option<u32>) -> Self {
        let mut stops = [false; 256];
        for stop in [dialect.delimiter, b'\n', b'\r'] {
            if let Some(slot) = stops.get_mut(usize::from(stop)) {
                *slot = true;
            }
        }
        Self {
            bytes: text.as_bytes(),
            dialect,
            stops,
            width,
            at: 0,
            line: 1,
            literal_at: None,
            out: Split::default(),
        }
    }

    fn row(&mut self) {
        let before = Before {
            start: self.at,
            line: self.line,
            first: self.out.cells.len(),
            open: self.out.open_quotes.len(),
            stray: self.out.stray_quotes.len(),
        };
        loop {
            let cell = self.cell();
            self.out.cells.push(cell);
            match self.bytes.get(self.at) {
                Some(b) if *b == self.dialect.delimiter => self.at += 1,
                _ => break,
            }
        }
        if let Some(width) = self.width {
            self.mend(before, width);
        }
        self.end_of_row();
        self.out.rows.push(RowAt {
            first: small(before.first),
            count: small(self.out.cells.len() - before.first),
            line: before.line,
            start: small(before.start),
        });
    }

    /// Reads a row anew whose quotation marks were at fault, or that took in lines of others.
    fn mend(&mut self, before: Before, width: u32) {
        let faulty =
            self.out.open_quotes.len() > before.open || self.out.stray_quotes.len() > before.stray;
        let count = small(self.out.cells.len() - before.first);
        let swallowed = self.line > before.line && count != width;
        if !faulty && !swallowed {
            return;
        }
        let end = self.line_end(before.start);
        let Some(cells) = fit(self.bytes, before.start..end, self.dialect, width) else {
            return;
        };
        // The same cells: what is odd about them is told already, and more closely.
        if self.out.cells.get(before.first..) == Some(&cells) {
            return;
        }
        self.out.open_quotes.truncate(before.open);
        self.out.stray_quotes.truncate(before.stray);
        self.out.cells.truncate(before.first);
        self.out.cells.extend(cells);
        self.out.fitted.push(before.line);
        self.line = before.line;
        self.at = end;
    }

    /// Where the line ends, whatever is quoted in it.
    fn line_end(&self, from: usize) -> usize {
        (from..self.bytes.len()).find(|at| self.is_row_end(*at)).unwrap_or(self.bytes.len())
    }

    fn end_of_row(&mut self) {
        let bare = self.bytes.get(self.at) == Some(&b'\r');
        self.at += usize::from(bare);
        if self.bytes.get(self.at) == Some(&b'\n') {
            self.at += 1;
            self.line += 1;
        } else if bare && self.dialect.bare_returns {
            self.out.bare_return.get_or_insert(self.line);
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
        let mut at = from;
        while self.bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        at
    }

    fn plain(&mut self, start: usize) -> Cell {
        let mut end = start;
        loop {
            let rest = self.bytes.get(end..).unwrap_or(&[]);
            let is_stop = |b: &u8| self.stops.get(usize::from(*b)).is_some_and(|stop| *stop);
            end += rest.iter().position(is_stop).unwrap_or(rest.len());
            if self.is_cell_end(end) {
                break;
            }
            end += 1;
        }
        self.at = end;
        let padded = self.dialect.padded && self.bytes.get(start) == Some(&b' ') && end > start;
        Cell { start: small(start + usize::from(padded)), end: small(end), form: Form::Plain }
    }

    /// A cell in quotation marks; nothing when its mark turns out to be an ordinary character.
    fn quoted(&mut self, open: usize, quote: u8) -> Option<Cell> {
        let Some((close, form)) = closing(self.bytes, open, quote, self.dialect.backslash) else {
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
        self.line += self.lines_in(open, close);
        self.at = after;
        Some(Cell { start: small(open + 1), end: small(close), form })
    }

    /// Ends of lines between two places.
    fn lines_in(&self, from: usize, to: usize) -> u32 {
        let inner = self.bytes.get(from..to).unwrap_or(&[]);
        let breaks = inner.iter().filter(|b| **b == b'\n').count();
        if !self.dialect.bare_returns {
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
