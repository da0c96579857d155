//! One JSON object read field by field; what nobody asked for is kept aside.

use std::collections::BTreeSet;

use super::date;
use super::json::{Node, Value};
use super::number::{DecimalMark, decimal};
use super::problem::{Place, What};
use super::sink::Sink;
use crate::domain::{Currency, Day, Decimal, Extra, Instant, Money};

/// Finds lines by byte offset.
#[derive(Clone, Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect())
    }

    /// The line (from 1) of a byte.
    #[must_use]
    pub fn line(&self, offset: usize) -> u32 {
        let before = self.0.partition_point(|at| *at < offset);
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }
}

/// An object of a list, with its number.
pub(super) struct Record<'r> {
    pub(super) node: &'r Node,
    pub(super) item: u32,
    lines: &'r Lines,
    sink: &'r mut Sink,
    used: BTreeSet<String>,
}

/// Fields that speak of the transport, not of the thing.
const TRANSPORT: [&str; 4] = ["links", "attributes", "@odata.context", "@odata.type"];

impl<'r> Record<'r> {
    pub(super) fn new(node: &'r Node, item: u32, lines: &'r Lines, sink: &'r mut Sink) -> Self {
        Self { node, item, lines, sink, used: TRANSPORT.iter().map(|n| (*n).to_owned()).collect() }
    }

    /// The first of the names that is there with a value; all of them count as used.
    pub(super) fn get(&mut self, names: &[&str]) -> Option<&'r Node> {
        self.used.extend(names.iter().map(|n| n.to_lowercase()));
        self.node.get_any(names)
    }

    /// Text that is not blank.
    pub(super) fn text(&mut self, names: &[&str]) -> Option<String> {
        let text = self.get(names)?.scalar()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(super) fn yes_no(&mut self, names: &[&str]) -> Option<bool> {
        match self.text(names)?.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true),
            "false" | "0" | "no" => Some(false),
            _ => None,
        }
    }

    pub(super) fn count(&mut self, names: &[&str]) -> Option<i64> {
        self.text(names)?.parse().ok()
    }

    /// A moment; one that cannot be read is noted and left out.
    pub(super) fn instant(&mut self, names: &[&str]) -> Option<Instant> {
        let text = self.text(names)?;
        date::instant(&text, None).unwrap_or_else(|_| {
            self.note(names, What::NotADate(text));
            None
        })
    }

    /// A day; one that cannot be read is noted and left out.
    pub(super) fn day(&mut self, names: &[&str]) -> Option<Day> {
        let text = self.text(names)?;
        date::day(&text, None).unwrap_or_else(|_| {
            self.note(names, What::NotADate(text));
            None
        })
    }

    pub(super) fn decimal(&mut self, names: &[&str]) -> Option<Decimal> {
        let text = self.text(names)?;
        decimal(&text, DecimalMark::Point).unwrap_or_else(|_| {
            self.note(names, What::NotAnAmount(text));
            None
        })
    }

    /// An amount to the nearest minor unit, since programs write `24606.350000000002`.
    pub(super) fn money(&mut self, names: &[&str], currency: Currency) -> Option<Money> {
        let number = self.decimal(names)?;
        Money::from_decimal(number, currency).ok()
    }

    pub(super) fn place(&self, names: &[&str]) -> Place {
        let at = self.node.get_any(names).unwrap_or(self.node);
        Place {
            line: Some(self.lines.line(at.span.start)),
            item: Some(self.item),
            field: names.first().map(|n| (*n).to_owned()),
        }
    }

    pub(super) fn note(&mut self, names: &[&str], what: What) {
        let place = self.place(names);
        self.sink.note(place, what);
    }

    pub(super) fn refuse(&mut self, names: &[&str], why: What) {
        let place = self.place(names);
        self.sink.refuse(place, why, vec![self.node.to_json()]);
    }

    /// Keeps a word of an open vocabulary and says so when it is not known.
    pub(super) fn word(&mut self, names: &[&str], known: impl Fn(&str) -> bool) -> String {
        let word = self.text(names).unwrap_or_default();
        if !word.is_empty() && !known(&word) {
            self.note(names, What::UnknownWord(word.clone()));
        }
        word
    }

    pub(super) fn sink(&mut self) -> &mut Sink {
        self.sink
    }

    /// All fields that no one asked for, lists and objects as JSON.
    pub(super) fn extra(&self) -> Extra {
        self.node
            .members()
            .iter()
            .filter(|m| !self.used.contains(&m.name.to_lowercase()))
            .filter_map(|m| keepable(&m.value).map(|text| (m.name.to_string(), text)))
            .collect()
    }
}

/// The value as text; nothing for what is empty.
pub(super) fn keepable(node: &Node) -> Option<String> {
    match &node.value {
        Value::Null => None,
        Value::List(items) if items.is_empty() => None,
        Value::Object(members) if members.is_empty() => None,
        Value::List(_) | Value::Object(_) => Some(node.to_json()),
        _ => node.scalar().filter(|text| !text.trim().is_empty()).map(str::to_owned),
    }
}
