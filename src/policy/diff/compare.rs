//! Finding the changes.

use std::collections::BTreeMap;

use serde_json::Value;

use super::change::{Change, ChangeKind, Part, Section};
use super::trail::Trail;
use crate::domain::order;

/// The changes of the body from one document to another, in the order of the keys.
/// Things with an id are compared with the thing of the same id, wherever it stands.
#[must_use]
pub fn diff(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    // Names are those of the newer document; what went is named by the older one.
    compare(&Trail::new(after), Some(before), Some(after), &mut changes);
    changes.retain(|c| !c.place.starts_with("approvals") && c.place != "status");
    changes
}

fn compare<'v>(
    trail: &Trail<'v>,
    before: Option<&'v Value>,
    after: Option<&'v Value>,
    found: &mut Vec<Change>,
) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let keys = old.keys().chain(new.keys().filter(|k| !old.contains_key(*k)));
            for key in keys {
                let (old, new) = (old.get(key), new.get(key));
                compare(&trail.key(key, new.or(old)), old, new, found);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => lists(trail, (old, new), found),
        _ => found.push(change(trail, before, after)),
    }
}

fn change(trail: &Trail<'_>, before: Option<&Value>, after: Option<&Value>) -> Change {
    let kind = match (before, after) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    };
    Change {
        place: trail.place.clone(),
        section: trail.section.unwrap_or(Section::Header),
        things: trail.things.clone(),
        part: trail.part(),
        kind,
        before: before.map(text),
        after: after.map(text),
        in_before: trail.before.clone(),
        in_after: trail.after.clone(),
    }
}

fn lists<'v>(trail: &Trail<'v>, (old, new): (&'v [Value], &'v [Value]), found: &mut Vec<Change>) {
    if !named(old) || !named(new) {
        for at in 0..old.len().max(new.len()) {
            let (old, new) = (old.get(at), new.get(at));
            compare(&trail.position(at, new.or(old)), old, new, found);
        }
        return;
    }
    let (places_before, places_after) = (places(old), places(new));
    for (at, item) in old.iter().enumerate() {
        let id = id_of(item).unwrap_or_default();
        let there = places_after.get(id).copied();
        let other = there.and_then(|at| new.get(at));
        let trail = trail.item(id, (at, there.unwrap_or(at)), other.or(Some(item)));
        compare(&trail, Some(item), other, found);
    }
    for (at, item) in new.iter().enumerate() {
        let id = id_of(item).unwrap_or_default();
        if !places_before.contains_key(id) {
            let place = at.min(old.len());
            compare(&trail.item(id, (place, at), Some(item)), None, Some(item), found);
        }
    }
    let kept = |items: &[Value], others: &BTreeMap<&str, usize>| -> Vec<String> {
        let ids = items.iter().filter_map(id_of).filter(|id| others.contains_key(id));
        ids.map(str::to_owned).collect()
    };
    order(trail, (kept(old, &places_after), kept(new, &places_before)), found);
}

/// Every item has an id, and no two the same.
fn named(items: &[Value]) -> bool {
    let mut ids: Vec<&str> = items.iter().filter_map(id_of).collect();
    order::sort(&mut ids);
    ids.dedup();
    ids.len() == items.len()
}

/// The same things in another order are a change too: the first row that holds may be another.
fn order(trail: &Trail<'_>, (before, after): (Vec<String>, Vec<String>), found: &mut Vec<Change>) {
    if before != after {
        let mut moved = change(trail, None, None);
        moved.kind = ChangeKind::Moved;
        moved.part = Part::Order;
        moved.before = Some(before.join(", "));
        moved.after = Some(after.join(", "));
        found.push(moved);
    }
}

/// Where each thing stands, by its id. A table may have thousands of rows: none of them is looked for one by one.
fn places(items: &[Value]) -> BTreeMap<&str, usize> {
    items.iter().enumerate().filter_map(|(at, item)| Some((id_of(item)?, at))).collect()
}

/// What a thing is known by among its like.
pub(super) fn id_of(value: &Value) -> Option<&str> {
    ["id", "key", "code", "role", "field", "from"]
        .iter()
        .find_map(|key| value.get(*key).and_then(Value::as_str))
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
