//! Columns of a decision table: each stands in the head, and with one cell in every row.

use serde_json::{Value, json};

use super::edit::{Before, Edit, Item, apply_to_lists};
use super::place;

/// The table whose column an edit adds, moves or takes out.
struct Table {
    /// The stage.
    place: String,
    /// Where a row holds the cells of these columns.
    cells: &'static str,
    /// What stands in the cells of a new column: it changes nothing until somebody fills it.
    empty: &'static str,
}

/// Carries an edit of columns out, in the head and in every row; the edit comes back when it is none.
pub(super) fn apply(document: &mut Value, edit: Edit) -> Result<Option<Before>, Edit> {
    let Some(table) = list_of(&edit).and_then(|list| table_of(document, list)) else {
        return Err(edit);
    };
    let before = place::at(document, &table.place).cloned();
    let rows = place::at(document, &format!("{}.rules", table.place));
    let rows: Option<Vec<Value>> = rows
        .and_then(Value::as_array)
        .map(|rows| rows.iter().map(|row| with_cells(row.clone(), &table, &edit)).collect());
    if apply_to_lists(document, edit).is_none() {
        return Ok(None);
    }
    if let Some(rows) = rows {
        place::put(document, &format!("{}.rules", table.place), Some(Value::Array(rows)));
    }
    Ok(Some(Before { place: table.place, value: before }))
}

fn list_of(edit: &Edit) -> Option<&str> {
    match edit {
        Edit::Insert { list, .. } | Edit::Remove { list, .. } | Edit::Move { list, .. } => {
            Some(list)
        }
        _ => None,
    }
}

fn table_of(document: &Value, list: &str) -> Option<Table> {
    let (place, side) = list.rsplit_once('.')?;
    let (cells, empty) = match side {
        "inputs" => ("when", "-"),
        "outputs" => ("then", "null"),
        _ => return None,
    };
    let kind = place::at(document, place)?.get("kind")?;
    (kind == "table").then(|| Table { place: place.to_owned(), cells, empty })
}

/// A row after the same change to its cells. A row that is too short is left for its own fault to tell.
fn with_cells(mut row: Value, table: &Table, edit: &Edit) -> Value {
    let Some(cells) = row.get_mut(table.cells).and_then(Value::as_array_mut) else {
        return row;
    };
    match edit {
        Edit::Insert { after, item, .. } => {
            let at = after.map_or(0, |at| at.saturating_add(1)).min(cells.len());
            let copied = after.filter(|_| *item == Item::Copy).and_then(|at| cells.get(at));
            let new = copied.cloned().unwrap_or_else(|| json!(table.empty));
            cells.insert(at, new);
        }
        Edit::Remove { at, .. } if *at < cells.len() => _ = cells.remove(*at),
        Edit::Move { from, to, .. } if *from < cells.len() && *to < cells.len() => {
            let cell = cells.remove(*from);
            cells.insert(*to, cell);
        }
        _ => {}
    }
    row
}
