//! A line whose quotation marks are at fault, read so that it has as many cells as the others.

use std::ops::Range;

use super::cells::{Cell, Form, small};
use super::dialect::Dialect;
use super::split::closing;

/// Ways that are tried for one line before it is left as it is.
const STEPS_MAX: u32 = 2_000;
const WIDTH_MAX: u32 = 500;

/// Cuts a line into exactly `width` cells; nothing when there is no way, or none to be found soon.
///
/// Of several ways the first counts: marks that open and close as they should, then a mark that
/// closes only before the next separator, then a mark that is an ordinary character.
pub(super) fn fit(
    bytes: &[u8],
    line: Range<usize>,
    dialect: Dialect,
    width: u32,
) -> Option<Vec<Cell>> {
    let quote = dialect.quote?;
    if !(2..=WIDTH_MAX).contains(&width) {
        return None;
    }
    let bytes = bytes.get(..line.end)?;
    let mut search = Search { bytes, dialect, quote, steps: STEPS_MAX, cells: Vec::new() };
    search.go(line.start, width).then_some(search.cells)
}

struct Search<'l> {
    /// Up to the end of the line.
    bytes: &'l [u8],
    dialect: Dialect,
    quote: u8,
    steps: u32,
    cells: Vec<Cell>,
}

impl Search<'_> {
    /// Cuts the rest of the line into `left` cells.
    fn go(&mut self, at: usize, left: u32) -> bool {
        let Some(steps) = self.steps.checked_sub(1) else {
            return false;
        };
        self.steps = steps;
        for (cell, after) in self.ways(at) {
            let is_last = after >= self.bytes.len();
            if is_last != (left == 1) {
                continue;
            }
            self.cells.push(cell);
            if is_last || self.go(after + 1, left - 1) {
                return true;
            }
            self.cells.pop();
        }
        false
    }

    /// The ways to read the cell that begins here, each with the place of the separator after it.
    fn ways(&self, start: usize) -> Vec<(Cell, usize)> {
        let open = self.skip_spaces(start);
        let mut ways = Vec::new();
        if self.bytes.get(open) == Some(&self.quote) {
            let strict = closing(self.bytes, open, self.quote, self.dialect.backslash);
            if let Some((close, form)) = strict {
                self.close_at(open, close, form, &mut ways);
            }
            for close in open + 1..self.bytes.len() {
                if self.bytes.get(close) == Some(&self.quote) {
                    self.close_at(open, close, Form::Escaped, &mut ways);
                }
            }
        }
        ways.push(self.plain(start));
        ways
    }

    fn close_at(&self, open: usize, close: usize, form: Form, ways: &mut Vec<(Cell, usize)>) {
        let after = self.skip_spaces(close + 1);
        if after >= self.bytes.len() || self.is_separator(after) {
            ways.push((Cell { start: small(open + 1), end: small(close), form }, after));
        }
    }

    fn plain(&self, start: usize) -> (Cell, usize) {
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let length = rest.iter().position(|b| *b == self.dialect.delimiter).unwrap_or(rest.len());
        let padded = self.dialect.padded && rest.first() == Some(&b' ') && length > 0;
        let end = start + length;
        let start = small(start + usize::from(padded));
        (Cell { start, end: small(end), form: Form::Plain }, end)
    }

    fn is_separator(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&self.dialect.delimiter)
    }

    fn skip_spaces(&self, from: usize) -> usize {
        if self.dialect.delimiter == b' ' {
            return from;
        }
        let rest = self.bytes.get(from..).unwrap_or(&[]);
        from + rest.iter().take_while(|b| **b == b' ').count()
    }
}
