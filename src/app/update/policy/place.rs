//! Places in a document: `stages[2].rules[0].when[1]`, as its faults name them.

use serde_json::Value;

/// One step of the way to a value.
enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

/// The value at a place; the empty place is the whole.
#[must_use]
pub fn at<'v>(value: &'v Value, place: &str) -> Option<&'v Value> {
    let mut here = value;
    let mut rest = place;
    while !rest.is_empty() {
        let (step, after) = step(here, rest)?;
        here = match step {
            Step::Key(key) => here.get(key)?,
            Step::Item(item) => here.get(item)?,
        };
        rest = after;
    }
    Some(here)
}

/// Puts a value at a place, or takes away what is there, and hands out what was there before.
/// Objects on the way are made; nothing happens where a list has no such item. The empty place is the whole.
pub fn put(value: &mut Value, place: &str, new: Option<Value>) -> Option<Value> {
    if place.is_empty() {
        return Some(std::mem::replace(value, new.unwrap_or_default()));
    }
    let mut here = value;
    let mut rest = place;
    loop {
        let (step, after) = step(here, rest)?;
        if after.is_empty() {
            return put_here(here, &step, new);
        }
        here = match step {
            Step::Key(key) => {
                let object = here.as_object_mut()?;
                object.entry(key).or_insert_with(|| Value::Object(serde_json::Map::new()))
            }
            Step::Item(item) => here.get_mut(item)?,
        };
        rest = after;
    }
}

fn put_here(here: &mut Value, step: &Step<'_>, new: Option<Value>) -> Option<Value> {
    match (step, new) {
        (Step::Key(key), Some(new)) => here.as_object_mut()?.insert((*key).to_owned(), new),
        (Step::Key(key), None) => here.as_object_mut()?.remove(*key),
        (Step::Item(item), new) => {
            let slot = here.get_mut(*item)?;
            Some(std::mem::replace(slot, new.unwrap_or(Value::Null)))
        }
    }
}

/// The first step and what is left. Keys may hold points: the longest that is there is meant.
fn step<'p>(here: &Value, rest: &'p str) -> Option<(Step<'p>, &'p str)> {
    if let Some(inside) = rest.strip_prefix('[') {
        let (number, after) = inside.split_once(']')?;
        return Some((Step::Item(number.parse().ok()?), after.trim_start_matches('.')));
    }
    let known = here.as_object()?.keys();
    let length = known
        .filter(|key| {
            let after = rest.strip_prefix(key.as_str());
            after.is_some_and(|a| a.is_empty() || a.starts_with(['.', '[']))
        })
        .map(String::len)
        .max()
        .unwrap_or_else(|| rest.find(['.', '[']).unwrap_or(rest.len()));
    let (key, after) = rest.split_at_checked(length)?;
    Some((Step::Key(key), after.trim_start_matches('.')))
}

/// Whether a place is another one or lies within it.
#[must_use]
pub fn within(place: &str, outer: &str) -> bool {
    place.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
