//! What the tables of the page are made from: a document as it is written, and what is known of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::sheet::Problem;
use super::spoken::sentence;
use crate::app::update::policy::{in_force_json, value_at, within};
use crate::app::words::{policy_cells, policy_types};
use crate::app::{Lang, Screen};
use crate::policy::Compiled;
use crate::policy::fault::{Fault, Weight};
use crate::policy::feel::{Type, parse_expression};

/// A document and what is known of it.
pub(super) struct Source<'s> {
    pub screen: &'s Screen<'s>,
    pub json: Arc<Value>,
    pub faults: &'s [Fault],
    /// The latest form of it that could be used, or the policy in force.
    pub compiled: Option<&'s Compiled>,
    pub editable: bool,
    labels: BTreeMap<String, String>,
}

impl<'s> Source<'s> {
    /// What is shown: the proposal that is looked at, the draft, or the policy in force.
    pub fn of(screen: &'s Screen<'s>) -> Option<Self> {
        let state = screen.state;
        let form = &state.policy;
        let in_force = state.policy_in_force.as_deref();
        let json = match form.subject() {
            Some(draft) => Arc::clone(&draft.json),
            None => in_force_json(state)?,
        };
        let checked = form.checked().map(|(checked, _)| checked);
        let faults = match (form.subject(), checked) {
            (Some(_), Some(checked)) => checked.faults.as_slice(),
            (Some(_), None) => &[],
            (None, _) => in_force.map_or(&[][..], |p| p.warnings.as_slice()),
        };
        let compiled = checked.and_then(|c| c.policy.as_deref()).or(in_force);
        let editable = form.draft.is_some() && form.review.is_none();
        let labels = labels(&json, screen.lang());
        Some(Self { screen, json, faults, compiled, editable, labels })
    }

    pub fn lang(&self) -> Lang {
        self.screen.lang()
    }

    pub fn at(&self, place: &str) -> Option<&Value> {
        value_at(&self.json, place)
    }

    pub fn text(&self, place: &str) -> &str {
        self.at(place).and_then(Value::as_str).unwrap_or_default()
    }

    /// A text that stands in both languages.
    pub fn words(&self, place: &str) -> String {
        words_of(self.at(place), self.lang())
    }

    pub fn items(&self, place: &str) -> &[Value] {
        self.at(place).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The label of a name, or the name itself.
    pub fn label(&self, name: &str) -> String {
        self.labels.get(name).filter(|l| !l.is_empty()).cloned().unwrap_or_else(|| name.to_owned())
    }

    /// A name by its label, an expression with the labels of its names.
    pub fn called(&self, text: &str) -> String {
        match self.labels.contains_key(text) {
            true => self.label(text),
            false => policy_cells::expression(self.lang(), text, &|name| self.label(name)),
        }
    }

    /// What the values of a name or an expression are; nothing where that cannot be told.
    pub fn unit(&self, text: &str) -> String {
        let kind = self.compiled.and_then(|c| {
            let read = parse_expression(text, &c.scope).ok()?;
            read.kind(&c.scope).ok()
        });
        kind.filter(|k| *k != Type::Any)
            .map_or_else(String::new, |k| policy_types::of(self.lang(), &k).to_owned())
    }

    /// Every name that a cell may use.
    pub fn names(&self) -> impl Iterator<Item = (&String, &String)> {
        self.labels.iter()
    }

    pub fn problem(&self, fault: &Fault) -> Problem {
        Problem {
            place: fault.place.clone(),
            text: sentence(self, &fault.kind),
            is_error: fault.weight == Weight::Error,
        }
    }

    /// The first fault within a place, in words.
    pub fn error_at(&self, place: &str) -> Option<String> {
        let mut here = self.faults.iter().filter(|f| within(&f.place, place));
        here.next().map(|f| sentence(self, &f.kind))
    }
}

/// A text in the language of the screen.
pub(super) fn words_of(value: Option<&Value>, lang: Lang) -> String {
    let key = match lang {
        Lang::En => "en",
        Lang::ZhHant => "zh-Hant",
    };
    let text = value.and_then(|v| v.get(key)).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

fn labels(json: &Value, lang: Lang) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    let mut take = |list: Option<&Value>| {
        for item in list.and_then(Value::as_array).into_iter().flatten() {
            if let Some(id) = item.get("id").and_then(Value::as_str) {
                labels.insert(id.to_owned(), words_of(item.get("label"), lang));
            }
        }
    };
    for list in ["fields", "parameters", "lists", "derived", "scorecards"] {
        take(json.get(list));
    }
    for stage in json.get("stages").and_then(Value::as_array).into_iter().flatten() {
        take(stage.get("outputs"));
    }
    labels
}
