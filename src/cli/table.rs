//! Tables for people at a terminal: columns aligned, Chinese characters two columns wide.

use super::shown;

/// Rows of cells under a head. A cell that is a number stands at the right.
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Columns whose cells stand at the right.
    right: Vec<usize>,
}

impl Table {
    pub fn new(head: &[&str], right: &[usize]) -> Self {
        Self {
            head: head.iter().map(|&h| h.to_owned()).collect(),
            rows: Vec::new(),
            right: right.to_vec(),
        }
    }

    /// Control characters in a cell would act on the terminal; they are shown as `�`.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.iter().map(|cell| shown::line(cell)).collect());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn text(&self) -> String {
        let all = || std::iter::once(&self.head).chain(&self.rows);
        let widths: Vec<usize> = (0..self.head.len())
            .map(|at| all().filter_map(|r| r.get(at)).map(|c| width(c)).max())
            .map(Option::unwrap_or_default)
            .collect();
        let mut out = String::new();
        for row in all() {
            let cells = row.iter().zip(&widths).enumerate();
            let line: Vec<String> = cells
                .map(|(at, (cell, width))| pad(cell, *width, self.right.contains(&at)))
                .collect();
            out.push_str(line.join("  ").trim_end());
            out.push('\n');
        }
        out
    }
}

fn pad(cell: &str, to: usize, right: bool) -> String {
    let space = " ".repeat(to.saturating_sub(width(cell)));
    if right { format!("{space}{cell}") } else { format!("{cell}{space}") }
}

/// Columns that a terminal gives a text.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match u32::from(c) {
            0x1100..=0x115F
            | 0x2E80..=0x303E
            | 0x3041..=0xA4CF
            | 0xAC00..=0xD7A3
            | 0xF900..=0xFAFF
            | 0xFE30..=0xFE6F
            | 0xFF00..=0xFF60
            | 0xFFE0..=0xFFE6
            | 0x1F300..=0x1FAFF
            | 0x20000..=0x3FFFD => 2,
            _ => 1,
        })
        .sum()
}
