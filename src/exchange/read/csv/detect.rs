//! Finds out how a text is cut, by cutting a sample in every likely way
//! and seeing which way gives the most regular table.

use std::collections::BTreeMap;

use super::cells::{Cell, Form, Split, raw};
use super::dialect::Dialect;
use super::split::split;

const DELIMITERS: [u8; 5] = [b',', b';', b'\t', b'|', b' '];

/// What of a text is looked at.
const SAMPLE_BYTES: usize = 256 * 1024;
const SAMPLE_ROWS: usize = 300;

/// How the text is cut, and how many cells its rows usually have.
pub(super) fn detect(text: &str) -> (Dialect, u32) {
    let sample = sample(text);
    let mut best = Dialect { bare_returns: has_bare_return(sample), ..Dialect::RFC4180 };
    let mut best_score = 0;
    for (quote, backslash) in quotes(sample) {
        for delimiter in DELIMITERS {
            let dialect = Dialect { delimiter, quote: Some(quote), backslash, ..best };
            let score = score(sample, &split(sample, dialect, SAMPLE_ROWS), delimiter);
            if score > best_score {
                best = dialect;
                best_score = score;
            }
        }
    }
    best.padded = is_padded(sample, best);
    (best, usual_width(&widths(&split(sample, best, SAMPLE_ROWS))))
}

/// A carriage return that no line feed follows.
fn has_bare_return(sample: &str) -> bool {
    let bytes = sample.as_bytes();
    bytes.iter().enumerate().any(|(at, b)| *b == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
}

/// The first part of the text, up to the end of a line where there is one.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE_BYTES {
        return text;
    }
    let mut end = SAMPLE_BYTES;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    match head.rfind(['\n', '\r']) {
        Some(last) => head.get(..=last).unwrap_or(head),
        None => head,
    }
}

/// Quotation marks worth trying: double ones always, single ones only where more cells begin and
/// end with them.
fn quotes(sample: &str) -> Vec<(u8, bool)> {
    let mut tries = vec![(b'"', false)];
    if sample.contains("\\\"") {
        tries.push((b'"', true));
    }
    if cells_between(sample, b'\'') > cells_between(sample, b'"') {
        tries.push((b'\'', false));
        if sample.contains("\\'") {
            tries.push((b'\'', true));
        }
    }
    tries
}

/// How many cells may stand between two of these marks.
fn cells_between(sample: &str, mark: u8) -> usize {
    let is_edge =
        |b: Option<&u8>| b.is_none_or(|b| DELIMITERS.contains(b) || matches!(b, b'\n' | b'\r'));
    let bytes = sample.as_bytes();
    let marks = || bytes.iter().enumerate().filter(|(_, b)| **b == mark);
    let before = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at));
    let opens = marks().filter(|(at, _)| is_edge(before(*at))).count();
    let closes = marks().filter(|(at, _)| is_edge(bytes.get(at + 1))).count();
    opens.min(closes)
}

/// Share of rows with the usual width, times how much the width tells, times the share of
/// cells that look whole. One column scores nothing.
fn score(sample: &str, cut: &Split, delimiter: u8) -> u64 {
    let widths = widths(cut);
    let width = usual_width(&widths);
    if width < 2 {
        return 0;
    }
    let regular = widths.iter().filter(|w| **w == width).count() as u64;
    let is_whole = |c: &&Cell| looks_whole(sample, **c, delimiter);
    let whole = cut.cells.iter().filter(is_whole).count() as u64;
    let faults = cut.faults() as u64;
    // Words of a sentence are no columns: a space counts only where a quoted cell proves it.
    let quoted = cut.cells.iter().any(|c| c.form != Form::Plain && raw(sample, *c).contains(' '));
    if delimiter == b' ' && (width < 3 || !quoted) {
        return 0;
    }
    let width = u64::from(width);
    let regularity = 1000 * regular / (widths.len() as u64 + faults).max(1);
    let telling = 1000 * (width - 1) / width;
    let wholeness = 100 + 900 * whole / (cut.cells.len() as u64).max(1);
    regularity * telling * wholeness / 1000
}

/// The widths of rows that hold something.
fn widths(cut: &Split) -> Vec<u32> {
    cut.rows.iter().filter(|row| row.held.filled > 0).map(|row| row.count).collect()
}

/// The most common width; of two equally common ones the larger.
pub(super) fn usual_width(widths: &[u32]) -> u32 {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for width in widths {
        *counts.entry(*width).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// A cell that still holds another separator was probably cut in the wrong way.
fn looks_whole(sample: &str, cell: Cell, delimiter: u8) -> bool {
    if cell.form != Form::Plain {
        return true;
    }
    let text = raw(sample, cell);
    let foreign = |b: u8| b != delimiter && matches!(b, b';' | b'\t' | b'|');
    if text.bytes().any(foreign) || text.contains('"') {
        return false;
    }
    // A comma inside a cell is fine in a number or before a space, as in "Doe, John".
    delimiter == b','
        || text
            .split(',')
            .skip(1)
            .all(|after| after.starts_with(|c: char| c == ' ' || c.is_ascii_digit()))
}

/// Nearly every cell after the first of its row starts with a space.
fn is_padded(sample: &str, dialect: Dialect) -> bool {
    if matches!(dialect.delimiter, b'\t' | b' ') {
        return false;
    }
    let cut = split(sample, dialect, SAMPLE_ROWS);
    let mut filled = 0_usize;
    let mut spaced = 0_usize;
    for row in &cut.rows {
        for cell in cut.cells_of(row).iter().skip(1) {
            if cell.form == Form::Plain && cell.end > cell.start {
                filled += 1;
                spaced += usize::from(raw(sample, *cell).starts_with(' '));
            }
        }
    }
    filled > 0 && spaced * 10 >= filled * 9
}
