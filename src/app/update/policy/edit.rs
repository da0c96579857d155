//! Edits of a document: what was typed, as it is to stand there.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{columns, names, place};

/// One change by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Something was typed or chosen at a place.
    Set {
        place: String,
        typed: Typed,
    },
    /// A new item after another one, or at the head: a copy of it, or a new one.
    Insert {
        list: String,
        after: Option<usize>,
        item: Item,
    },
    Remove {
        list: String,
        at: usize,
    },
    Move {
        list: String,
        from: usize,
        to: usize,
    },
    /// A new member of a map, under a name that is free.
    Add {
        map: String,
        name: String,
        item: Box<Value>,
    },
    /// A member of a map under another name.
    Rename {
        map: String,
        from: String,
        to: String,
    },
    /// A member of a map goes.
    Drop {
        map: String,
        name: String,
    },
    /// A declared name gets another one, wherever it is used.
    Name {
        place: String,
        to: String,
    },
}

/// What a new item of a list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Copy,
    New(Box<Value>),
}

/// What a text stands for. What cannot be read so is kept as text, and the check says so at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    Text,
    /// Nothing typed is nothing there.
    Optional,
    /// A whole number, or a decimal as text; nothing typed is nothing there.
    Number,
    /// `true` or `false`.
    Flag,
    /// Texts between commas.
    Texts,
    /// Whole numbers between commas.
    Numbers,
    /// `EUR 250.00, GBP 200.00`; nothing typed is nothing there.
    Amounts,
    /// `field cell; field cell`.
    Conditions,
    /// `name = value; name = value`.
    Pairs,
    /// The name under which a member stands in its map.
    Key,
    /// A name that cells and expressions use.
    Name,
}

/// A text and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub wants: Wants,
    pub text: String,
}

impl Typed {
    fn value(&self) -> Option<Value> {
        let text = self.text.as_str();
        match self.wants {
            Wants::Text | Wants::Key | Wants::Name => Some(Value::String(text.to_owned())),
            Wants::Flag => Some(Value::Bool(text == "true")),
            Wants::Optional => filled(text).map(|t| Value::String(t.to_owned())),
            Wants::Number => filled(text).map(number),
            Wants::Texts => Some(parts(text, ',').map(|t| json!(t)).collect()),
            Wants::Numbers => Some(parts(text, ',').map(number).collect()),
            Wants::Amounts => filled(text).map(amounts),
            Wants::Conditions => {
                let all: Vec<Value> = parts(text, ';').map(condition).collect();
                (!all.is_empty()).then_some(Value::Array(all))
            }
            Wants::Pairs => Some(Value::Object(parts(text, ';').map(pair).collect())),
        }
    }
}

/// The text of a value, as it is typed.
#[must_use]
pub fn text_of(wants: Wants, value: Option<&Value>) -> String {
    let Some(value) = value else {
        return String::new();
    };
    let list = |join: &str, one: &dyn Fn(&Value) -> String| {
        let items = value.as_array().into_iter().flatten();
        items.map(one).collect::<Vec<_>>().join(join)
    };
    let members = |join: &str, between: &str| {
        let all = value.as_object().into_iter().flatten();
        let one = |(key, v): (&String, &Value)| format!("{key}{between}{}", plain(v));
        all.map(one).collect::<Vec<_>>().join(join)
    };
    match (wants, value) {
        (Wants::Texts | Wants::Numbers, Value::Array(_)) => list(", ", &plain),
        (Wants::Amounts, Value::Object(_)) => members(", ", " "),
        (Wants::Pairs, Value::Object(_)) => members("; ", " = "),
        (Wants::Conditions, Value::Array(_)) => list("; ", &|item| {
            let part = |key: &str| item.get(key).map(plain).unwrap_or_default();
            format!("{} {}", part("field"), part("is")).trim_end().to_owned()
        }),
        _ => plain(value),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|t| !t.is_empty())
}

/// The parts between separators that stand outside quotation marks.
fn parts(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let pieces = text.split(move |c| {
        quoted ^= c == '"';
        c == separator && !quoted
    });
    pieces.map(str::trim).filter(|part| !part.is_empty())
}

fn number(text: &str) -> Value {
    text.parse::<i64>().map_or_else(|_| Value::String(text.to_owned()), Value::from)
}

/// What names no currency is kept whole, so that it is refused and not lost.
fn amounts(text: &str) -> Value {
    let amount = |part: &str| {
        let (code, number) = part.split_once(' ')?;
        Some((code.to_owned(), Value::String(number.trim().to_owned())))
    };
    let read: Option<Map<String, Value>> = parts(text, ',').map(amount).collect();
    read.map_or_else(|| Value::String(text.to_owned()), Value::Object)
}

fn condition(text: &str) -> Value {
    let (field, is) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    json!({ "field": field, "is": is.trim() })
}

fn pair(text: &str) -> (String, Value) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let value = match value.trim() {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        other => Value::String(other.to_owned()),
    };
    (name.trim().to_owned(), value)
}

/// A place and what was there before: putting it back undoes an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    pub place: String,
    pub value: Option<Value>,
}

/// Carries an edit out; none when it changes nothing.
pub fn apply(document: &mut Value, edit: Edit) -> Option<Before> {
    match edit {
        Edit::Set { place, typed } => {
            let new = typed.value();
            if place::at(document, &place) == new.as_ref() {
                return None;
            }
            let value = place::put(document, &place, new);
            Some(Before { place, value })
        }
        Edit::Name { place, to } => rename(document, &place, to.trim()),
        edit => {
            columns::apply(document, edit).unwrap_or_else(|edit| apply_to_lists(document, edit))
        }
    }
}

/// Carries out what changes one list or one map.
pub(super) fn apply_to_lists(document: &mut Value, edit: Edit) -> Option<Before> {
    match edit {
        Edit::Insert { list, after, item } => {
            let taken =
                if names::declares(&list) { names::declared(document) } else { BTreeSet::new() };
            of_list(document, list, |items| insert(items, after, item, &taken))
        }
        Edit::Remove { list, at } => of_list(document, list, |items| {
            if at < items.len() {
                items.remove(at);
            }
        }),
        Edit::Move { list, from, to } => of_list(document, list, |items| {
            if from < items.len() && to < items.len() {
                let item = items.remove(from);
                items.insert(to, item);
            }
        }),
        Edit::Add { map, name, item } => of_map(document, map, |members| {
            let free = free_name(&name, |n| members.contains_key(n));
            members.insert(free, *item);
        }),
        Edit::Rename { map, from, to } => of_map(document, map, |members| {
            if !to.trim().is_empty()
                && !members.contains_key(&to)
                && let Some(item) = members.remove(&from)
            {
                members.insert(to, item);
            }
        }),
        Edit::Drop { map, name } => of_map(document, map, |members| {
            members.remove(&name);
        }),
        Edit::Set { .. } | Edit::Name { .. } => None,
    }
}

fn insert(items: &mut Vec<Value>, after: Option<usize>, item: Item, taken: &BTreeSet<String>) {
    let at = after.map_or(0, |at| at.saturating_add(1)).min(items.len());
    let new = match item {
        Item::New(value) => Some(*value),
        Item::Copy => after.and_then(|at| items.get(at).cloned()),
    };
    if let Some(mut new) = new {
        rename_apart(&mut new, items, taken);
        items.insert(at, new);
    }
}

/// The whole document is what was before: a name may be used anywhere.
fn rename(document: &mut Value, at: &str, to: &str) -> Option<Before> {
    let from = place::at(document, at)?.as_str()?.to_owned();
    if from == to {
        return None;
    }
    let before = document.clone();
    let taken = names::declared(document).contains(to);
    place::put(document, at, Some(Value::String(to.to_owned())));
    // A name that is taken is told at its cell; the uses of two names are not mixed up.
    if !taken && !to.is_empty() && !from.is_empty() {
        names::rename_uses(document, &from, to);
    }
    Some(Before { place: String::new(), value: Some(before) })
}

fn of_list(
    document: &mut Value,
    place: String,
    change: impl FnOnce(&mut Vec<Value>),
) -> Option<Before> {
    let before = place::at(document, &place).cloned();
    let mut items = before.as_ref().and_then(Value::as_array).cloned().unwrap_or_default();
    change(&mut items);
    put_changed(document, place, before, Value::Array(items))
}

fn of_map(
    document: &mut Value,
    place: String,
    change: impl FnOnce(&mut Map<String, Value>),
) -> Option<Before> {
    let before = place::at(document, &place).cloned();
    let mut members = before.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
    change(&mut members);
    put_changed(document, place, before, Value::Object(members))
}

fn put_changed(
    document: &mut Value,
    place: String,
    before: Option<Value>,
    new: Value,
) -> Option<Before> {
    if before.as_ref() == Some(&new) {
        return None;
    }
    place::put(document, &place, Some(new));
    Some(Before { place, value: before })
}

/// A new item gets an id of its own among its like, and a new step a rule of its own.
fn rename_apart(new: &mut Value, items: &[Value], declared: &BTreeSet<String>) {
    let known_by = ["id", "code", "key", "role"].into_iter().find(|key| new.get(*key).is_some());
    for key in known_by.into_iter().chain(["rule"]) {
        let Some(own) = new.get(key).and_then(Value::as_str).map(str::to_owned) else {
            continue;
        };
        let is_named = |i: &Value, name: &str| i.get(key).and_then(Value::as_str) == Some(name);
        let taken = |name: &str| declared.contains(name) || items.iter().any(|i| is_named(i, name));
        if let Some(slot) = new.get_mut(key) {
            *slot = Value::String(free_name(&own, taken));
        }
    }
}

/// The name itself when it is free, or with the least number after it: `G5` becomes `G6`.
fn free_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut number: u32 = name.get(stem.len()..).and_then(|n| n.parse().ok()).unwrap_or(1);
    loop {
        number = number.saturating_add(1);
        let next = format!("{stem}{number}");
        if !taken(&next) || number == u32::MAX {
            return next;
        }
    }
}
