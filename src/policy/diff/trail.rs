//! The way from the top of a document to a change, with the names along it.

use serde_json::Value;

use super::change::{Part, Section, Thing};
use crate::policy::Words;

/// Where the comparison stands, in both documents at once.
#[derive(Clone)]
pub(super) struct Trail<'v> {
    /// The document from which labels of fields and columns are taken.
    pub root: &'v Value,
    pub place: String,
    pub section: Option<Section>,
    pub things: Vec<Thing>,
    /// Keys and positions since the last thing.
    pub keys: Vec<String>,
    /// Pointers into both documents.
    pub before: String,
    pub after: String,
    /// The table whose rows are looked at, for the names of its columns.
    table: Option<&'v Value>,
}

impl<'v> Trail<'v> {
    pub fn new(root: &'v Value) -> Self {
        Self {
            root,
            place: String::new(),
            section: None,
            things: Vec::new(),
            keys: Vec::new(),
            before: String::new(),
            after: String::new(),
            table: None,
        }
    }

    /// Into the value of a key.
    pub fn key(&self, key: &str, inside: Option<&'v Value>) -> Self {
        let mut next = self.clone();
        next.place =
            if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) };
        next.section = self.section.or_else(|| Some(Section::of(key)));
        next.keys.push(key.to_owned());
        let step = escaped(key);
        next.before = format!("{}/{step}", self.before);
        next.after = format!("{}/{step}", self.after);
        // The reasons of a policy are a map by their codes.
        if self.place == "reasons" {
            next.enter(key.to_owned(), inside);
        }
        next
    }

    /// Into an item with an id; positions of it in both lists, or where it would stand.
    pub fn item(&self, id: &str, at: (usize, usize), inside: Option<&'v Value>) -> Self {
        let mut next = self.clone();
        next.place = format!("{}[{id}]", self.place);
        next.before = format!("{}/{}", self.before, at.0);
        next.after = format!("{}/{}", self.after, at.1);
        if inside.is_some_and(|item| item.get("inputs").is_some()) {
            next.table = inside;
        }
        let last = self.keys.last().map(String::as_str);
        // Conditions are named by their field and belong to the rule.
        if matches!(last, Some("when" | "unless")) && inside.is_some_and(Value::is_object) {
            next.keys.push(id.to_owned());
        } else {
            next.enter(id.to_owned(), inside);
        }
        next
    }

    /// Into an item without an id.
    pub fn position(&self, at: usize, inside: Option<&'v Value>) -> Self {
        let mut next = self.clone();
        next.place = format!("{}[{at}]", self.place);
        next.before = format!("{}/{at}", self.before);
        next.after = format!("{}/{at}", self.after);
        if inside.is_some_and(Value::is_object) {
            next.enter(at.saturating_add(1).to_string(), inside);
        } else {
            next.keys.push(at.to_string());
        }
        next
    }

    fn enter(&mut self, id: String, inside: Option<&'v Value>) {
        let own = inside.and_then(|item| {
            ["label", "name", "text"].iter().find_map(|key| words(item.get(*key)?))
        });
        let label = own.or_else(|| label_of(self.root, &id));
        self.things.push(Thing { id, label });
        self.keys.clear();
    }

    /// What of the last thing it is.
    pub fn part(&self) -> Part {
        let keys: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        match keys.as_slice() {
            [] => Part::Whole,
            ["when", column] if self.column("inputs", column).is_some() => Part::Cell {
                of: self.column("inputs", column).unwrap_or_else(|| self.named(column)),
            },
            ["then", column] => Part::Result {
                of: self.column("outputs", column).unwrap_or_else(|| self.named(column)),
            },
            ["when", field, ..] => Part::Cell { of: self.named(field) },
            ["unless", field, ..] => Part::Exception { of: self.named(field) },
            ["is"] => Part::Cell { of: self.characteristic() },
            _ => Part::Property(keys.join(".")),
        }
    }

    fn column(&self, side: &str, at: &str) -> Option<Thing> {
        let column = self.table?.get(side)?.get(at.parse::<usize>().ok()?)?;
        let id = ["field", "id"].iter().find_map(|key| column.get(*key)?.as_str())?;
        let label = column.get("label").and_then(words).or_else(|| label_of(self.root, id));
        Some(Thing { id: id.to_owned(), label })
    }

    fn named(&self, id: &str) -> Thing {
        Thing { id: id.to_owned(), label: label_of(self.root, id) }
    }

    /// What a bin is a bin of.
    fn characteristic(&self) -> Thing {
        let outer = self.things.len().checked_sub(2).and_then(|at| self.things.get(at));
        outer.cloned().unwrap_or_else(|| self.named(""))
    }
}

/// The label of what is declared under an id: a field, a parameter, a derived value, a scorecard, an output.
fn label_of(root: &Value, id: &str) -> Option<Words> {
    let declared = ["fields", "derived", "parameters", "lists", "scorecards"];
    let items = declared.iter().filter_map(|key| root.get(*key)?.as_array()).flatten();
    let stages = root.get("stages").and_then(Value::as_array).into_iter().flatten();
    let outputs = stages.filter_map(|stage| stage.get("outputs")?.as_array()).flatten();
    let found =
        items.chain(outputs).find(|item| item.get("id").and_then(Value::as_str) == Some(id));
    words(found?.get("label")?)
}

fn words(value: &Value) -> Option<Words> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Words { en: text("en")?, zh_hant: text("zh-Hant")? })
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
