//! Finding the rows of a large table that may hold, without asking all of them.

use std::borrow::Cow;
use std::ops::Range;

use super::feel::{Answer, Bound, Cell, Compare, Expr, Test};
use super::regions::{Regions, written};
use super::table::Row;

/// Fewer rows than this are asked one by one.
const ROWS_MIN: usize = 48;

/// A column with more entries than this says too little for its size.
const ENTRIES_MAX: usize = 4_000_000;

/// A list of rows is kept as bits when it names more than one row in so many.
const BITS_FROM: usize = 32;

/// For each column, where its cells stand still, the rows that hold in each region.
#[derive(Clone, Debug, Default)]
pub(super) struct TableIndex {
    columns: Vec<Option<ColumnIndex>>,
}

#[derive(Clone, Debug)]
struct ColumnIndex {
    regions: Regions,
    rows: Vec<Held>,
}

/// The rows that hold in one region.
#[derive(Clone, Debug)]
enum Held {
    /// By their numbers, in order.
    Few(Box<[u32]>),
    /// One bit for each row, and how many are set.
    Many(Box<[u64]>, usize),
}

/// What the columns say together.
pub(super) struct Found {
    /// In the order of the table.
    pub rows: Vec<u32>,
    /// Every column had its say: these rows hold, and no other does.
    pub is_exact: bool,
}

impl TableIndex {
    pub fn of(columns: usize, rows: &[Row]) -> Self {
        if rows.len() < ROWS_MIN {
            return Self::default();
        }
        Self { columns: (0..columns).map(|at| ColumnIndex::of(at, rows)).collect() }
    }

    /// The rows that may hold by every column whose value is known; none when all must be asked.
    pub fn rows(&self, columns: &[Cow<'_, Answer>]) -> Option<Found> {
        let found = self.columns.iter().zip(columns);
        let found = found.filter_map(|(index, value)| {
            let value = value.as_ref().as_ref().ok()?;
            let index = index.as_ref()?;
            index.rows.get(index.regions.of_value(value)?)
        });
        let mut held: Vec<&Held> = found.collect();
        let fewest = (0..held.len()).min_by_key(|at| held.get(*at).map(|held| held.count()))?;
        held.swap(0, fewest);
        let (fewest, others) = held.split_first()?;
        Some(Found { rows: fewest.and_in(others), is_exact: held.len() == columns.len() })
    }
}

impl Held {
    fn of(rows: Vec<u32>, of: usize) -> Self {
        if rows.len() <= of / BITS_FROM {
            return Self::Few(rows.into());
        }
        let mut bits = vec![0_u64; of.div_ceil(64)];
        for row in &rows {
            if let Some(word) = bits.get_mut(*row as usize / 64) {
                *word |= 1 << (row % 64);
            }
        }
        Self::Many(bits.into(), rows.len())
    }

    fn count(&self) -> usize {
        match self {
            Self::Few(rows) => rows.len(),
            Self::Many(_, count) => *count,
        }
    }

    fn has(&self, row: u32) -> bool {
        match self {
            Self::Few(rows) => rows.binary_search(&row).is_ok(),
            Self::Many(bits, _) => {
                bits.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
            }
        }
    }

    /// Those of these rows that all others name too; quickest where the others name no fewer rows.
    fn and_in(&self, others: &[&Self]) -> Vec<u32> {
        match self {
            Self::Few(rows) => {
                rows.iter().copied().filter(|row| others.iter().all(|o| o.has(*row))).collect()
            }
            Self::Many(bits, _) => {
                let mut rows = Vec::new();
                for (at, word) in (0_u32..).zip(bits.iter()) {
                    let mut left = others.iter().fold(*word, |left, o| left & o.word(at as usize));
                    while left != 0 {
                        let row = at.saturating_mul(64).saturating_add(left.trailing_zeros());
                        if others.iter().all(|o| matches!(o, Self::Many(..)) || o.has(row)) {
                            rows.push(row);
                        }
                        left &= left.wrapping_sub(1);
                    }
                }
                rows
            }
        }
    }

    fn word(&self, at: usize) -> u64 {
        match self {
            Self::Many(bits, _) => bits.get(at).copied().unwrap_or_default(),
            // Asked row by row.
            Self::Few(_) => u64::MAX,
        }
    }
}

impl ColumnIndex {
    fn of(column: usize, rows: &[Row]) -> Option<Self> {
        let cells: Vec<&Cell> = rows.iter().map(|r| r.cells.get(column)).collect::<Option<_>>()?;
        let regions = Regions::of(cells.iter().copied(), &|expr| written(expr))?;
        let count = regions.count();
        let mut held: Vec<Vec<u32>> = vec![Vec::new(); count];
        let mut entries = 0_usize;
        for (row, cell) in (0_u32..).zip(cells) {
            for range in ranges(cell, &regions)? {
                entries = entries.saturating_add(range.len());
                if entries > ENTRIES_MAX {
                    return None;
                }
                for rows in held.get_mut(range)? {
                    // Tests of one cell may overlap.
                    if rows.last() != Some(&row) {
                        rows.push(row);
                    }
                }
            }
        }
        let rows = held.into_iter().map(|held| Held::of(held, rows.len())).collect();
        Some(Self { regions, rows })
    }
}

/// The regions in which a cell holds.
fn ranges(cell: &Cell, regions: &Regions) -> Option<Vec<Range<usize>>> {
    let all = 0..regions.count();
    match cell {
        Cell::Any => Some(vec![all]),
        Cell::OneOf(tests) => within(tests, regions),
        Cell::NoneOf(tests) => {
            let taken = within(tests, regions)?;
            let free = all.filter(|at| !taken.iter().any(|range| range.contains(at)));
            Some(free.map(|at| at..at.saturating_add(1)).collect())
        }
    }
}

fn within(tests: &[Test], regions: &Regions) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::new();
    for test in tests {
        match test {
            // A known value is not missing.
            Test::Null => {}
            Test::Compare(compare, expr, _) => compared(*compare, expr, regions, &mut found)?,
            Test::Interval(interval) => {
                let low = end(&interval.low, regions)?;
                let high = end(&interval.high, regions)?;
                let first = if interval.low.included { low } else { low.saturating_add(1) };
                let last = if interval.high.included { high.saturating_add(1) } else { high };
                found.push(first..last.max(first));
            }
        }
    }
    Some(found)
}

fn end(bound: &Bound, regions: &Regions) -> Option<usize> {
    regions.of_value(&written(&bound.value)?)
}

fn compared(
    compare: Compare,
    expr: &Expr,
    regions: &Regions,
    found: &mut Vec<Range<usize>>,
) -> Option<()> {
    use super::feel::Value;
    let value = written(expr)?;
    if let Value::List(items) = &value {
        if compare != Compare::Equal {
            return None;
        }
        for item in items.iter() {
            let at = regions.of_value(item)?;
            found.push(at..at.saturating_add(1));
        }
        return Some(());
    }
    let at = regions.of_value(&value)?;
    let (next, count) = (at.saturating_add(1), regions.count());
    match compare {
        Compare::Equal => found.push(at..next),
        Compare::Differs => found.extend([0..at, next..count]),
        Compare::Less => found.push(0..at),
        Compare::LessOrEqual => found.push(0..next),
        Compare::Greater => found.push(next..count),
        Compare::GreaterOrEqual => found.push(at..count),
    }
    Some(())
}
