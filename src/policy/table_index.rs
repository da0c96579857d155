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

/// For each column, where its cells stand still, the rows that hold in each region.
#[derive(Clone, Debug, Default)]
pub(super) struct TableIndex {
    columns: Vec<Option<ColumnIndex>>,
}

#[derive(Clone, Debug)]
struct ColumnIndex {
    regions: Regions,
    /// The end of each region's rows.
    ends: Vec<usize>,
    rows: Vec<u32>,
}

impl TableIndex {
    pub fn of(columns: usize, rows: &[Row]) -> Self {
        if rows.len() < ROWS_MIN {
            return Self::default();
        }
        Self { columns: (0..columns).map(|at| ColumnIndex::of(at, rows)).collect() }
    }

    /// The rows that may hold by every column whose value is known, in their order; none when all must be asked.
    pub fn rows(&self, columns: &[Cow<'_, Answer>]) -> Option<Vec<u32>> {
        let found = self.columns.iter().zip(columns);
        let found = found.filter_map(|(index, value)| {
            let value = value.as_ref().as_ref().ok()?;
            let index = index.as_ref()?;
            index.region(index.regions.of_value(value)?)
        });
        let mut lists: Vec<&[u32]> = found.collect();
        lists.sort_unstable_by_key(|rows| rows.len());
        let (fewest, others) = lists.split_first()?;
        // Every list is sorted: it was filled row by row.
        let in_all = |row: &&u32| others.iter().all(|rows| rows.binary_search(row).is_ok());
        Some(fewest.iter().filter(in_all).copied().collect())
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
        let (mut ends, mut rows) = (Vec::with_capacity(count), Vec::with_capacity(entries));
        for mut region in held {
            rows.append(&mut region);
            ends.push(rows.len());
        }
        Some(Self { regions, ends, rows })
    }

    fn region(&self, at: usize) -> Option<&[u32]> {
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.rows.get(start..*self.ends.get(at)?)
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
