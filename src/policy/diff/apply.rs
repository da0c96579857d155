//! One change put into the older document alone.

use serde_json::Value;

use super::change::{Change, ChangeKind};
use super::compare::id_of;

/// The older document with this one change and no other; as it is where the change does not fit it.
#[must_use]
pub fn apply(before: &Value, after: &Value, change: &Change) -> Value {
    let mut document = before.clone();
    match change.kind {
        ChangeKind::Changed => {
            let pair = (document.pointer_mut(&change.in_before), after.pointer(&change.in_after));
            if let (Some(old), Some(new)) = pair {
                *old = new.clone();
            }
        }
        ChangeKind::Added => {
            if let Some(new) = after.pointer(&change.in_after) {
                insert(&mut document, &change.in_before, new);
            }
        }
        ChangeKind::Removed => remove(&mut document, &change.in_before),
        ChangeKind::Moved => {
            let pair = (document.pointer_mut(&change.in_before), after.pointer(&change.in_after));
            if let (Some(Value::Array(old)), Some(Value::Array(new))) = pair {
                reorder(old, new);
            }
        }
    }
    document
}

fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

fn insert(document: &mut Value, pointer: &str, new: &Value) {
    let Some((parent, last)) = split(pointer) else {
        return;
    };
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => _ = object.insert(last, new.clone()),
        Some(Value::Array(items)) => {
            let at = last.parse::<usize>().unwrap_or(items.len()).min(items.len());
            items.insert(at, new.clone());
        }
        _ => {}
    }
}

fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, last)) = split(pointer) else {
        return;
    };
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => _ = object.remove(&last),
        Some(Value::Array(items)) => {
            if let Some(at) = last.parse::<usize>().ok().filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}

/// Items that both lists have take each other's places as the newer list orders them.
fn reorder(old: &mut [Value], new: &[Value]) {
    let kept: Vec<usize> = (0..old.len())
        .filter(|at| old.get(*at).and_then(id_of).is_some_and(|id| has(new, id)))
        .collect();
    let mut ordered: Vec<Value> = Vec::new();
    for item in new {
        let same = old.iter().find(|o| id_of(o) == id_of(item));
        ordered.extend(same.cloned());
    }
    for (at, item) in kept.into_iter().zip(ordered) {
        if let Some(place) = old.get_mut(at) {
            *place = item;
        }
    }
}

fn has(items: &[Value], id: &str) -> bool {
    items.iter().any(|item| id_of(item) == Some(id))
}
