//! What changed from one version of a policy to another, cell by cell.

use serde_json::Value;

/// One change, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The way to it by ids where things have ids: `stages[grade].rules[G2].when[0]`.
    pub place: String,
    /// The text before; none when it was added.
    pub before: Option<String>,
    /// The text after; none when it was taken out.
    pub after: Option<String>,
}

/// The changes of the body from one document to another, in the order of the keys.
/// Things with an id are compared with the thing of the same id, wherever it stands.
#[must_use]
pub fn diff(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    compare("", Some(before), Some(after), &mut changes);
    changes.retain(|c| !c.place.starts_with("approvals") && c.place != "status");
    changes
}

fn compare(place: &str, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Change>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let keys = old.keys().chain(new.keys().filter(|k| !old.contains_key(*k)));
            for key in keys {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                compare(&place, old.get(key), new.get(key), found);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => lists(place, old, new, found),
        _ => found.push(Change {
            place: place.to_owned(),
            before: before.map(text),
            after: after.map(text),
        }),
    }
}

fn lists(place: &str, old: &[Value], new: &[Value], found: &mut Vec<Change>) {
    let named = |items: &[Value]| items.iter().all(|item| id_of(item).is_some());
    if !named(old) || !named(new) {
        for at in 0..old.len().max(new.len()) {
            compare(&format!("{place}[{at}]"), old.get(at), new.get(at), found);
        }
        return;
    }
    let same = |items: &'_ [Value], id: &str| items.iter().position(|i| id_of(i) == Some(id));
    for item in old {
        let id = id_of(item).unwrap_or_default();
        let other = same(new, id).and_then(|at| new.get(at));
        compare(&format!("{place}[{id}]"), Some(item), other, found);
    }
    for item in new {
        let id = id_of(item).unwrap_or_default();
        if same(old, id).is_none() {
            compare(&format!("{place}[{id}]"), None, Some(item), found);
        }
    }
    order(place, old, new, found);
}

/// The same things in another order are a change too: the first row that holds may be another.
fn order(place: &str, old: &[Value], new: &[Value], found: &mut Vec<Change>) {
    let kept = |items: &[Value], others: &[Value]| -> Vec<String> {
        let there = |id: &str| others.iter().any(|o| id_of(o) == Some(id));
        let ids = items.iter().filter_map(id_of).filter(|id| there(id));
        ids.map(str::to_owned).collect()
    };
    let (before, after) = (kept(old, new), kept(new, old));
    if before != after {
        found.push(Change {
            place: place.to_owned(),
            before: Some(before.join(", ")),
            after: Some(after.join(", ")),
        });
    }
}

/// What a thing is known by among its like.
fn id_of(value: &Value) -> Option<&str> {
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
