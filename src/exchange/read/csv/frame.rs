//! Where the table stands in its text: what is preamble, header, data and footer.

use super::cells::RowAt;
use super::detect::usual_width;
use super::remark::{RemarkKind, Remarks};

/// A row as far as framing is concerned.
#[derive(Clone, Debug)]
pub(super) struct Sketch {
    pub(super) line: u32,
    pub(super) width: u32,
    /// Trimmed texts of the cells.
    pub(super) cells: Vec<String>,
    pub(super) filled: u32,
}

/// Rows of a split that make up the table; everything is an index into its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) header: Option<Vec<String>>,
    pub(super) data_from: usize,
    pub(super) data_to: usize,
}

/// A header further down than this is none.
pub(super) const TOP_ROWS: usize = 60;

/// Frames the table from its first rows and from the number of filled cells of every row.
pub(super) fn frame(top: &[Sketch], rows: &[RowAt], remarks: &mut Remarks) -> Frame {
    let widths: Vec<u32> = top.iter().filter(|s| s.filled > 0).map(|s| s.width).collect();
    let width = usual_width(&widths).max(1);
    let (header, data_from) = header(top, width, remarks);
    Frame { header, data_from, data_to: footer(rows, width, data_from, remarks) }
}

fn header(top: &[Sketch], width: u32, remarks: &mut Remarks) -> (Option<Vec<String>>, usize) {
    let enough = (width * 3).div_ceil(5).max(width.min(2));
    let mut above = Vec::new();
    for (index, row) in top.iter().enumerate() {
        let leads_on = || top.iter().skip(index).any(|later| later.filled >= enough);
        if row.filled == 0 {
            continue;
        }
        if row.filled < enough && leads_on() {
            above.push(index);
            continue;
        }
        let found = if row.cells.iter().all(|c| is_wordy(c)) {
            let groups = above.pop_if(|last| *last + 1 == index && is_group_row(top, *last));
            merged_header(top, groups.unwrap_or(index), remarks)
        } else {
            remarks.note(RemarkKind::NoHeader, row.line);
            (None, index)
        };
        for row in above.iter().filter_map(|at| top.get(*at)) {
            remarks.note(RemarkKind::Preamble, row.line);
        }
        return found;
    }
    (None, 0)
}

/// A thinly filled row of words right above the header, as wide as it: names of groups of columns.
fn is_group_row(top: &[Sketch], index: usize) -> bool {
    match (top.get(index), top.get(index + 1)) {
        (Some(upper), Some(lower)) => {
            upper.filled >= 2
                && upper.width == lower.width
                && upper.cells.iter().all(|c| is_wordy(c))
                && names_groups(&upper.cells, &lower.cells)
        }
        _ => false,
    }
}

/// A second row of words right under a header with gaps belongs to it.
fn merged_header(
    top: &[Sketch],
    index: usize,
    remarks: &mut Remarks,
) -> (Option<Vec<String>>, usize) {
    let cells_at = |at: usize| top.get(at).map_or(&[][..], |row| row.cells.as_slice());
    let upper = cells_at(index);
    let lower = cells_at(index + 1);
    let words_only = lower.iter().all(|c| is_wordy(c));
    let data_below = cells_at(index + 2).iter().any(|c| !is_wordy(c));
    if !words_only || !data_below || lower.len() != upper.len() || !names_groups(upper, lower) {
        return (Some(upper.to_vec()), index + 1);
    }
    let line = top.get(index + 1).map_or(0, |row| row.line);
    remarks.note(RemarkKind::HeaderRows, line);
    let mut group = "";
    let joined = upper.iter().zip(lower).map(|(above, under)| {
        if !above.is_empty() {
            group = above;
        }
        match (group, under.as_str()) {
            (_, "") => above.clone(),
            ("", under) => under.to_owned(),
            (group, under) => format!("{group} {under}"),
        }
    });
    (Some(joined.collect()), index + 2)
}

/// The upper row has a gap where the lower has a word: it names groups of columns.
fn names_groups(upper: &[String], lower: &[String]) -> bool {
    let pairs = upper.iter().zip(lower).skip(1);
    pairs.clone().any(|(above, under)| above.is_empty() && !under.is_empty())
        && pairs.filter(|(_, under)| !under.is_empty()).count() > 1
}

/// Rows below the last gap that hold at most one cell each are no data.
fn footer(rows: &[RowAt], width: u32, from: usize, remarks: &mut Remarks) -> usize {
    let count_at = |row: usize| rows.get(row).map_or(0, |row| row.held.filled);
    let mut end = rows.len();
    while end > from && count_at(end - 1) == 0 {
        end -= 1;
    }
    let mut start = end;
    while start > from && count_at(start - 1) == 1 {
        start -= 1;
    }
    let after_gap = width >= 3 && start > from && start < end && count_at(start - 1) == 0;
    if !after_gap {
        return end;
    }
    for row in rows.get(start..end).unwrap_or(&[]) {
        remarks.note(RemarkKind::Footer, row.line);
    }
    start
}

/// Not a number and not a date: what a column's name can be.
pub(super) fn is_wordy(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    if digits == 0 {
        return true;
    }
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    // "1 - 30" and "61 - 90" name ageing columns.
    let is_range = cell.contains(" - ") && letters == 0 && !cell.contains(['.', ',', '/', ':']);
    let is_moment = cell.contains(':');
    is_range || (letters >= digits && !is_moment)
}
