//! What columns of unknown names may hold: by a part of the name, and by what stands in them.
//! A proposal is never used before a person has agreed.

use super::columns::Confidence;
use super::field::{Field, fold_header};
use super::seen::Column;
use crate::domain::Currency;
use crate::domain::ids::is_guid;

/// A part of a name tells something from this length on; parts in Chinese are shorter.
const PART_MIN: usize = 4;

/// Fills in what columns may hold that are not matched yet; no field is proposed twice.
pub fn propose(columns: &mut [Column], rows: &[Vec<String>]) {
    by_part(columns);
    by_content(columns, rows);
}

fn is_free(columns: &[Column], field: Field) -> bool {
    columns.iter().all(|column| column.holds.is_none_or(|(held, _)| held != field))
}

fn by_part(columns: &mut [Column]) {
    for at in 0..columns.len() {
        let Some(column) = columns.get(at).filter(|column| column.holds.is_none()) else {
            continue;
        };
        let folded = fold_header(&column.header);
        let longest = Field::ALL
            .iter()
            .filter(|field| is_free(columns, **field))
            .flat_map(|field| field.names().map(move |name| (*field, name)))
            .filter(|(_, name)| is_telling(name) && folded.contains(name))
            .max_by_key(|(_, name)| name.len());
        let found = longest.map(|(field, _)| (field, Confidence::Part));
        if let Some(column) = columns.get_mut(at) {
            column.holds = found;
        }
    }
}

fn is_telling(name: &str) -> bool {
    name.len() >= PART_MIN && (name.is_ascii() || name.chars().count() >= 2)
}

fn by_content(columns: &mut [Column], rows: &[Vec<String>]) {
    for at in 0..columns.len() {
        if columns.get(at).is_none_or(|column| column.holds.is_some()) {
            continue;
        }
        let cells: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.get(at))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        let field = looks_like(&cells).iter().copied().find(|field| is_free(columns, *field));
        if let Some(column) = columns.get_mut(at) {
            column.holds = field.map(|field| (field, Confidence::Content));
        }
    }
}

/// The fields that two thirds of the cells fit, the likeliest first.
fn looks_like(cells: &[&str]) -> &'static [Field] {
    let all = |fits: fn(&str) -> bool| {
        let fitting = cells.iter().filter(|cell| fits(cell)).count();
        !cells.is_empty() && 3 * fitting >= 2 * cells.len()
    };
    if all(is_guid) {
        &[Field::TenantId]
    } else if all(|cell| cell.contains('@') && cell.contains('.')) {
        &[Field::Email]
    } else if all(|cell| cell.len() == 3 && Currency::parse(cell).is_ok()) {
        &[Field::Currency]
    } else if all(is_date) {
        &[Field::Issued, Field::Due]
    } else if all(is_amount) {
        &[Field::Amount]
    } else {
        &[]
    }
}

/// Three groups of digits, as in `03/04/2026`.
fn is_date(cell: &str) -> bool {
    let groups: Vec<&str> = cell.split(['-', '/', '.']).collect();
    let digits = |group: &&str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    groups.len() == 3 && groups.iter().all(digits) && cell.len() >= 6
}

/// Digits with a mark before the last two: `1,234.50`.
fn is_amount(cell: &str) -> bool {
    let bare: String =
        cell.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let marks = |c: char| matches!(c, '.' | ',');
    bare.len() >= 4 && bare.rfind(marks).is_some_and(|at| at + 3 == bare.len())
}
