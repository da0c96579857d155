//! Faults of whole tables: rows that hold together, values for which none holds, rows never reached.
//!
//! The constants of a column cut its values into regions within which no cell changes its mind:
//! each constant, and what lies between. One sample for each region stands for all of it, so the
//! answers are exact. Tables whose cells read other values are not looked at.

use super::checker::Checker;
use super::document::{Role, TableStage};
use super::fault::{Example, FaultKind};
use super::feel::{Cell, Compare, Expr, Test, Value};
use super::place::Place;
use super::table::{HitPolicy, Output, Table};
use crate::domain::{Decimal, exact, order};

/// More rows than this are not compared with each other.
const ROWS_MAX: usize = 400;

/// More steps than this are not searched for a gap.
const STEPS_MAX: u32 = 200_000;

/// Looks for overlaps, gaps and rows that cannot be reached.
pub(super) fn check(
    place: &Place<'_>,
    stage: &TableStage,
    table: &Table,
    checker: &mut Checker<'_>,
) {
    let text = &stage.text;
    check_repeated(place, stage, checker);
    let rows: Vec<Vec<&Cell>> = table.rows.iter().map(|r| r.cells.iter().collect()).collect();
    let names: Vec<&str> = text.inputs.iter().map(|i| i.expression.as_str()).collect();
    if rows.is_empty() && stage.complete {
        checker.error(place, FaultKind::Gap { example: Example::Any });
    }
    let not_compared = FaultKind::NotCompared { rows: rows.len(), rows_max: ROWS_MAX };
    let Some(grid) = Grid::new(&names, &rows) else {
        let asked = stage.complete || table.hit == HitPolicy::Unique;
        if asked && !rows.is_empty() && (stage.complete || rows.len() > ROWS_MAX) {
            checker.warn(place, not_compared);
        }
        return;
    };
    let id = |at: usize| table.rows.get(at).map_or("", |r| r.id.as_str());
    if table.hit == HitPolicy::Unique {
        for (a, b, example) in grid.overlaps() {
            let rows = (id(a).to_owned(), id(b).to_owned());
            checker.error(&place.item("rules", b), FaultKind::Overlap { rows, example });
        }
    }
    if table.hit == HitPolicy::First {
        for row in grid.unreachable() {
            let kind = FaultKind::Unreachable { row: id(row).to_owned() };
            checker.warn(&place.item("rules", row), kind);
        }
    }
    let single = matches!(
        table.hit,
        HitPolicy::Unique | HitPolicy::Any | HitPolicy::First | HitPolicy::Priority
    );
    // Who gets no outcome is not decided, whatever else stands for it.
    let stands =
        |(output, role): (&Output, Role)| role != Role::Outcome || output.default.is_some();
    let roles = stage.outputs.iter().map(|output| output.role);
    let defaults = table.outputs.iter().any(|o| o.default.is_some())
        && table.outputs.iter().zip(roles).all(stands);
    if defaults || !(single || stage.complete) {
        return;
    }
    match grid.gap() {
        Searched::Found(example) if stage.complete => {
            checker.error(place, FaultKind::Gap { example });
        }
        Searched::Found(example) => checker.warn(place, FaultKind::Gap { example }),
        Searched::GivenUp if stage.complete => checker.warn(place, not_compared),
        Searched::GivenUp | Searched::Nothing => {}
    }
}

/// What a search came to.
enum Searched {
    Found(Example),
    Nothing,
    /// There are too many ways to look at all of them.
    GivenUp,
}

/// Rows with the very same cells; in a table of any size.
fn check_repeated(place: &Place<'_>, stage: &TableStage, checker: &mut Checker<'_>) {
    let rows = &stage.text.rows;
    let cells: Vec<&[String]> = rows.iter().map(|row| row.when.as_slice()).collect();
    let id = |at: usize| rows.get(at).map_or_else(String::new, |row| row.id.clone());
    for (before, at) in order::repeats(&cells) {
        let rows = (id(before), id(at));
        let kind = FaultKind::Overlap { rows, example: Example::Same };
        let place = place.item("rules", at);
        match stage.hit {
            HitPolicy::Unique => checker.error(&place, kind),
            _ => checker.warn(&place, kind),
        }
    }
}

/// The bins of one characteristic: a value has the points of one bin, and of one only.
pub(super) fn check_bins(
    place: &Place<'_>,
    field: &str,
    cells: &[Cell],
    checker: &mut Checker<'_>,
) {
    let rows: Vec<Vec<&Cell>> = cells.iter().map(|cell| vec![cell]).collect();
    let names = [field];
    let Some(grid) = Grid::new(&names, &rows) else {
        return;
    };
    for (a, b, example) in grid.overlaps() {
        let rows = (a.saturating_add(1).to_string(), b.saturating_add(1).to_string());
        checker.warn(&place.item("bins", b), FaultKind::Overlap { rows, example });
    }
    if let Searched::Found(example) = grid.gap() {
        checker.warn(place, FaultKind::Gap { example });
    }
}

/// For each column its regions, and for each row the regions in which its cells hold.
struct Grid<'a> {
    names: &'a [&'a str],
    /// A sample for each region; none where any value will do.
    samples: Vec<Vec<Option<Value>>>,
    /// By row, column and region.
    holds: Vec<Vec<Vec<bool>>>,
}

impl<'a> Grid<'a> {
    fn new(names: &'a [&'a str], rows: &[Vec<&Cell>]) -> Option<Self> {
        let complete = rows.iter().all(|row| row.len() == names.len());
        if !complete || rows.is_empty() || rows.len() > ROWS_MAX {
            return None;
        }
        let mut samples = Vec::new();
        for column in 0..names.len() {
            let mut constants = Vec::new();
            for row in rows {
                constants_of(row.get(column)?, &mut constants)?;
            }
            samples.push(regions(constants)?);
        }
        let holds = rows
            .iter()
            .map(|row| {
                let cells = row.iter().zip(&samples);
                cells.map(|(cell, samples)| held(cell, samples)).collect()
            })
            .collect();
        Some(Self { names, samples, holds })
    }

    /// Pairs of rows that hold together, each with an example.
    fn overlaps(&self) -> Vec<(usize, usize, Example)> {
        let mut found = Vec::new();
        for (b, second) in self.holds.iter().enumerate() {
            for (a, first) in self.holds.iter().enumerate().take(b) {
                let shared: Option<Vec<usize>> = first
                    .iter()
                    .zip(second)
                    .map(|(x, y)| x.iter().zip(y).position(|(x, y)| *x && *y))
                    .collect();
                if let Some(regions) = shared {
                    found.push((a, b, self.example(&regions)));
                }
            }
        }
        found
    }

    /// Values for which no row holds.
    fn gap(&self) -> Searched {
        let all: Vec<usize> = (0..self.holds.len()).collect();
        let anywhere: Vec<Vec<bool>> = self.samples.iter().map(|s| vec![true; s.len()]).collect();
        let mut steps = 0;
        match self.uncovered(&all, &anywhere, &mut Vec::new(), &mut steps) {
            Some(regions) => Searched::Found(self.example(&regions)),
            None if steps >= STEPS_MAX => Searched::GivenUp,
            None => Searched::Nothing,
        }
    }

    /// Rows that hold only where an earlier one does, as far as all of them together take no more than so many steps.
    fn unreachable(&self) -> Vec<usize> {
        let mut found = Vec::new();
        let mut steps = 0;
        for (at, row) in self.holds.iter().enumerate() {
            let before: Vec<usize> = (0..at).collect();
            let free = self.uncovered(&before, row, &mut Vec::new(), &mut steps);
            if free.is_none() && steps < STEPS_MAX {
                found.push(at);
            }
        }
        found
    }

    /// Regions, one for each column and within the allowed ones, in which none of the rows holds.
    fn uncovered(
        &self,
        rows: &[usize],
        within: &[Vec<bool>],
        path: &mut Vec<usize>,
        steps: &mut u32,
    ) -> Option<Vec<usize>> {
        *steps = steps.saturating_add(1);
        let column = path.len();
        let Some(allowed) = within.get(column) else {
            return rows.is_empty().then(|| path.clone());
        };
        if *steps >= STEPS_MAX {
            return None;
        }
        let mut tried: Vec<Vec<usize>> = Vec::new();
        for (region, allowed) in allowed.iter().enumerate() {
            if !allowed {
                continue;
            }
            let alive: Vec<usize> =
                rows.iter().copied().filter(|row| self.holds_at(*row, column, region)).collect();
            // Two regions with the same rows lead to the same end.
            if tried.contains(&alive) {
                continue;
            }
            path.push(region);
            let found = self.uncovered(&alive, within, path, steps);
            path.pop();
            if found.is_some() {
                return found;
            }
            tried.push(alive);
        }
        None
    }

    fn holds_at(&self, row: usize, column: usize, region: usize) -> bool {
        let cell = self.holds.get(row).and_then(|r| r.get(column));
        cell.and_then(|c| c.get(region)).copied().unwrap_or(false)
    }

    fn example(&self, regions: &[usize]) -> Example {
        let mut parts = Vec::new();
        for ((name, samples), region) in self.names.iter().zip(&self.samples).zip(regions) {
            if let Some(Some(sample)) = samples.get(*region) {
                parts.push(((*name).to_owned(), sample.to_string()));
            }
        }
        if parts.is_empty() { Example::Any } else { Example::Values(parts) }
    }
}

fn held(cell: &Cell, samples: &[Option<Value>]) -> Vec<bool> {
    samples
        .iter()
        .map(|sample| match sample {
            Some(value) => cell.holds(&Ok(value.clone()), &[]) == Ok(true),
            // Without constants there is one region: every value there is.
            None => match cell {
                Cell::Any => true,
                Cell::NoneOf(tests) => tests.iter().all(|test| matches!(test, Test::Null)),
                Cell::OneOf(_) => false,
            },
        })
        .collect()
}

/// The constants of a cell; none when it reads other values.
fn constants_of(cell: &Cell, constants: &mut Vec<Value>) -> Option<()> {
    let (Cell::OneOf(tests) | Cell::NoneOf(tests)) = cell else {
        return Some(());
    };
    for test in tests {
        match test {
            Test::Null => {}
            Test::Compare(_, Expr::Value(Value::List(items)), _) => {
                constants.extend(items.iter().cloned());
            }
            // Between two texts there are always others: their order has no regions to look at.
            Test::Compare(compare, Expr::Value(Value::Text(_)), _)
                if !matches!(compare, Compare::Equal | Compare::Differs) =>
            {
                return None;
            }
            Test::Compare(_, Expr::Value(value), _) => constants.push(value.clone()),
            Test::Interval(interval) => match (&interval.low.value, &interval.high.value) {
                (Expr::Value(Value::Text(_)), _) => return None,
                (Expr::Value(low), Expr::Value(high)) => {
                    constants.extend([low.clone(), high.clone()]);
                }
                _ => return None,
            },
            Test::Compare(..) => return None,
        }
    }
    Some(())
}

/// A sample for each region that the constants cut out; none for kinds that are not cut.
fn regions(mut constants: Vec<Value>) -> Option<Vec<Option<Value>>> {
    let Some(first) = constants.first() else {
        return Some(vec![None]);
    };
    if matches!(first, Value::Bool(_)) {
        return Some(vec![Some(Value::Bool(true)), Some(Value::Bool(false))]);
    }
    let kind = std::mem::discriminant(first);
    if constants.iter().any(|c| std::mem::discriminant(c) != kind) {
        return None;
    }
    order::sort_by(&mut constants, |a, b| a.order(b).unwrap_or(std::cmp::Ordering::Equal));
    constants.dedup();
    let mut samples = vec![before(constants.first()?)];
    for (at, value) in constants.iter().enumerate() {
        samples.push(Some(value.clone()));
        samples.push(match constants.get(at.saturating_add(1)) {
            Some(next) => between(value, next),
            None => after(value),
        });
    }
    let cut = matches!(
        constants.first()?,
        Value::Number(_) | Value::Day(_) | Value::Text(_) | Value::Span(_) | Value::Months(_)
    );
    let known: Vec<Option<Value>> = samples.into_iter().flatten().map(Some).collect();
    cut.then_some(known)
}

fn before(value: &Value) -> Option<Value> {
    match value {
        Value::Number(n) => Some(Value::Number(exact::difference(*n, Decimal::ONE)?)),
        Value::Day(d) => d.plus_days(-1).ok().map(Value::Day),
        Value::Span(s) => Some(Value::Span(s.checked_sub(1)?)),
        Value::Months(m) => Some(Value::Months(m.checked_sub(1)?)),
        _ => None,
    }
}

fn after(value: &Value) -> Option<Value> {
    match value {
        Value::Number(n) => Some(Value::Number(exact::sum(*n, Decimal::ONE)?)),
        Value::Day(d) => d.plus_days(1).ok().map(Value::Day),
        Value::Span(s) => Some(Value::Span(s.checked_add(1)?)),
        Value::Months(m) => Some(Value::Months(m.checked_add(1)?)),
        // A text that is none of those named, whatever they are.
        Value::Text(t) => Some(Value::text(&format!("{t} or another"))),
        _ => None,
    }
}

fn between(low: &Value, high: &Value) -> Option<Value> {
    match (low, high) {
        (Value::Number(a), Value::Number(b)) => {
            let middle = exact::quotient(exact::sum(*a, *b)?, Decimal::TWO)?;
            Some(Value::Number(middle))
        }
        (Value::Text(_), _) => None,
        _ => after(low).filter(|next| next.order(high) == Some(std::cmp::Ordering::Less)),
    }
}
