//! Rows that are separated by another sign than the rest.

use std::ops::Range;

use super::cells::{Cell, Form, Held, RowAt, Split, raw, small};
use super::dialect::Dialect;
use super::split::split;

const DELIMITERS: [u8; 5] = [b',', b';', b'\t', b'|', b' '];

/// Cuts some rows again that do not have the usual width, where another separator gives exactly it;
/// answers their lines.
pub(super) fn mend_odd_rows(
    split: &mut Split,
    text: &str,
    (dialect, width): (Dialect, u32),
    rows: Range<usize>,
) -> Vec<u32> {
    let mut lines = Vec::new();
    if width < 3 {
        return lines;
    }
    for at in rows {
        let Some(row) = split.rows.get(at).copied().filter(|row| row.count != width) else {
            continue;
        };
        let end = split.rows.get(at + 1).map_or(text.len(), |next| next.start as usize);
        let Some(line) = text.get(row.start as usize..end) else {
            continue;
        };
        let is_odd = row.count == 1 || has_mark_within(split.cells_of(&row), text, dialect);
        let Some(cells) = is_odd.then(|| cut_again(line, dialect, width)).flatten() else {
            continue;
        };
        lines.push(row.line);
        let first = small(split.cells.len());
        split.cells.extend(cells.into_iter().map(|cell| moved(cell, row.start)));
        let cells = split.cells.get(first as usize..).unwrap_or(&[]);
        let held = Held::of(text.as_bytes(), cells);
        if let Some(slot) = split.rows.get_mut(at) {
            *slot = RowAt { first, count: width, held, ..row };
        }
    }
    lines
}

/// A quotation mark inside a plain cell: the cut goes through a quoted text.
fn has_mark_within(cells: &[Cell], text: &str, dialect: Dialect) -> bool {
    let Some(quote) = dialect.quote else {
        return false;
    };
    cells
        .iter()
        .any(|cell| cell.form == Form::Plain && raw(text, *cell).as_bytes().contains(&quote))
}

fn cut_again(line: &str, dialect: Dialect, width: u32) -> Option<Vec<Cell>> {
    DELIMITERS
        .into_iter()
        .filter(|delimiter| *delimiter != dialect.delimiter)
        .filter(|delimiter| line.bytes().filter(|b| b == delimiter).count() + 1 >= width as usize)
        .map(|delimiter| (delimiter, split(line, Dialect { delimiter, ..dialect }, 2)))
        .find(|(delimiter, cut)| is_whole(cut, *delimiter, width))
        .map(|(_, cut)| cut.cells)
}

/// Exactly the usual width, and no fault. Words of a sentence are no cells: a space counts only
/// where a quoted cell proves it.
fn is_whole(cut: &Split, delimiter: u8, width: u32) -> bool {
    let proven = delimiter != b' ' || cut.cells.iter().any(|cell| cell.form != Form::Plain);
    proven && cut.faults() == 0 && matches!(cut.rows.as_slice(), [one] if one.count == width)
}

fn moved(cell: Cell, by: u32) -> Cell {
    Cell { start: cell.start.saturating_add(by), end: cell.end.saturating_add(by), form: cell.form }
}
