//! Reading a policy document: every fault is gathered with its place, none stops the reading.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::fault::{Fault, FaultKind, Wants};
use super::feel::{ParseError, Problem};
use super::vocabulary::{listed, words_of};
use super::words::Words;
use crate::domain::{Currency, Day, Decimal, Money, order};

/// One object of the document under reading.
///
/// The reading functions answer with a harmless value where something is wrong
/// and keep a [`Fault`]; a document with an error is refused as a whole.
pub(super) struct Reader<'a> {
    object: Option<&'a Map<String, Value>>,
    place: String,
    faults: &'a RefCell<Vec<Fault>>,
    used: RefCell<Vec<&'static str>>,
}

impl<'a> Reader<'a> {
    pub fn new(value: &'a Value, place: String, faults: &'a RefCell<Vec<Fault>>) -> Self {
        let reader =
            Self { object: value.as_object(), place, faults, used: RefCell::new(Vec::new()) };
        if reader.object.is_none() {
            reader.fault("", wrong(Wants::Object, value));
        }
        reader
    }

    pub fn place(&self, key: &str) -> String {
        match (self.place.as_str(), key) {
            (place, "") => place.to_owned(),
            ("", key) => key.to_owned(),
            (place, key) => format!("{place}.{key}"),
        }
    }

    pub fn fault(&self, key: &str, kind: FaultKind) {
        self.faults.borrow_mut().push(Fault::error(&self.place(key), kind));
    }

    /// The value of a key, null counting as absent.
    pub fn get(&self, key: &'static str) -> Option<&'a Value> {
        self.used.borrow_mut().push(key);
        self.object.and_then(|o| o.get(key)).filter(|v| !v.is_null())
    }

    fn need(&self, key: &'static str) -> Option<&'a Value> {
        let found = self.get(key);
        if found.is_none() && self.object.is_some() {
            self.fault(key, FaultKind::Missing { key: key.to_owned() });
        }
        found
    }

    fn take<T>(
        &self,
        key: &'static str,
        wanted: Wants,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value);
        if read.is_none() {
            self.fault(key, wrong(wanted, value));
        }
        read
    }

    pub fn opt_text(&self, key: &'static str) -> Option<String> {
        self.take(key, Wants::Text, |v| v.as_str().map(str::to_owned))
    }

    pub fn text(&self, key: &'static str) -> String {
        self.need(key);
        self.opt_text(key).unwrap_or_default()
    }

    pub fn opt_whole(&self, key: &'static str) -> Option<i64> {
        self.take(key, Wants::Whole, Value::as_i64)
    }

    pub fn whole(&self, key: &'static str) -> i64 {
        self.need(key);
        self.opt_whole(key).unwrap_or_default()
    }

    /// A whole number that is not negative.
    pub fn count(&self, key: &'static str) -> u32 {
        self.need(key);
        self.opt_count(key).unwrap_or_default()
    }

    pub fn opt_count(&self, key: &'static str) -> Option<u32> {
        self.take(key, Wants::Count, |v| v.as_u64().and_then(|n| u32::try_from(n).ok()))
    }

    pub fn opt_decimal(&self, key: &'static str) -> Option<Decimal> {
        let value = self.get(key)?;
        let read = decimal(value);
        if read.is_none() {
            let long = value.as_str().and_then(too_long);
            self.fault(key, long.unwrap_or_else(|| wrong(Wants::Decimal, value)));
        }
        read
    }

    pub fn decimal(&self, key: &'static str) -> Decimal {
        self.need(key);
        self.opt_decimal(key).unwrap_or_default()
    }

    pub fn flag(&self, key: &'static str) -> bool {
        self.take(key, Wants::Flag, Value::as_bool).unwrap_or_default()
    }

    pub fn opt_day(&self, key: &'static str) -> Option<Day> {
        self.take(key, Wants::Day, |v| v.as_str().and_then(|t| Day::parse(t).ok()))
    }

    pub fn opt_words(&self, key: &'static str) -> Option<Words> {
        self.get(key)?;
        self.object(key, |r| Words { en: r.text("en"), zh_hant: r.text("zh-Hant") })
    }

    pub fn words(&self, key: &'static str) -> Words {
        self.need(key);
        self.opt_words(key).unwrap_or_default()
    }

    /// One of a fixed set of words.
    pub fn choice<T: Copy>(&self, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        self.need(key)?;
        self.opt_choice(key, known)
    }

    pub fn opt_choice<T: Copy>(&self, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        let at = self.opt_word(key, &words_of(known))?;
        known.get(at).map(|(_, value)| *value)
    }

    /// Which of these words stands there.
    fn opt_word(&self, key: &'static str, known: &[&str]) -> Option<usize> {
        let text = self.opt_text(key)?;
        let found = known.iter().position(|word| *word == text);
        if found.is_none() {
            let allowed = in_order(known);
            self.fault(key, FaultKind::NotOneOf { found: text, allowed });
        }
        found
    }

    /// A nested object; absent is a fault only by [`Reader::words`] and the like.
    pub fn object<T>(&self, key: &'static str, read: impl Fn(&Reader<'a>) -> T) -> Option<T> {
        let value = self.get(key)?;
        let mut object = None;
        self.child(value, self.place(key), &mut |r| object = Some(read(r)));
        object
    }

    /// An object that must be there. Where it is not, all in it is read as absent, which is no further fault.
    pub fn part<T>(&self, key: &'static str, read: impl FnOnce(&Reader<'a>) -> T) -> T {
        let reader = match self.need(key) {
            Some(value) => Reader::new(value, self.place(key), self.faults),
            None => self.absent(key),
        };
        let part = read(&reader);
        reader.close();
        part
    }

    fn absent(&self, key: &str) -> Self {
        Self { object: None, place: self.place(key), faults: self.faults, used: RefCell::default() }
    }

    pub fn needed<T>(&self, key: &'static str, read: impl Fn(&Reader<'a>) -> T) -> Option<T> {
        self.need(key);
        self.object(key, read)
    }

    /// A list of objects; absent is an empty list.
    pub fn list<T>(&self, key: &'static str, read: impl Fn(&Reader<'a>) -> T) -> Vec<T> {
        let mut list = Vec::new();
        self.each(key, &mut |r| list.push(read(r)));
        list
    }

    /// The one loop over all lists of objects, whatever is read: a loop of its own for each of them
    /// would be most of the code that reads a policy.
    fn each(&self, key: &'static str, read: &mut dyn FnMut(&Reader<'a>)) {
        for (place, value) in self.values(key) {
            self.child(value, place, read);
        }
    }

    /// A list of texts; absent is an empty list.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for (place, value) in self.values(key) {
            match value.as_str() {
                Some(text) => texts.push(text.to_owned()),
                None => self.push(&place, wrong(Wants::Text, value)),
            }
        }
        texts
    }

    /// The entries of an object used as a map of objects.
    pub fn entries(&self, key: &'static str, read: &mut dyn FnMut(&str, &Reader<'a>)) {
        let Some(value) = self.get(key) else {
            return;
        };
        let Some(object) = value.as_object() else {
            return self.fault(key, wrong(Wants::Object, value));
        };
        for (name, value) in object {
            let place = format!("{}.{name}", self.place(key));
            self.child(value, place, &mut |r| read(name, r));
        }
    }

    /// Amounts by currency: `{"EUR": "5.00"}`; absent is none.
    pub fn amounts(&self, key: &'static str) -> BTreeMap<Currency, Money> {
        let mut amounts = BTreeMap::new();
        let Some(object) = self.take(key, Wants::Amounts, Value::as_object) else {
            return amounts;
        };
        for (code, value) in object {
            let read =
                Currency::parse(code).ok().and_then(|c| Money::parse(value.as_str()?, c).ok());
            match read {
                Some(money) => {
                    if amounts.insert(money.currency(), money).is_some() {
                        let id = money.currency().to_string();
                        self.fault(key, FaultKind::Duplicate { id });
                    }
                }
                None => {
                    self.push(&format!("{}.{code}", self.place(key)), wrong(Wants::Amount, value))
                }
            }
        }
        amounts
    }

    /// The items of a list with their places.
    pub fn values(&self, key: &'static str) -> Vec<(String, &'a Value)> {
        let items = self.take(key, Wants::List, Value::as_array);
        let place = self.place(key);
        items.into_iter().flatten().enumerate().map(|(i, v)| (format!("{place}[{i}]"), v)).collect()
    }

    fn child(&self, value: &'a Value, place: String, read: &mut dyn FnMut(&Reader<'a>)) {
        let reader = Reader::new(value, place, self.faults);
        read(&reader);
        reader.close();
    }

    pub fn push(&self, place: &str, kind: FaultKind) {
        self.faults.borrow_mut().push(Fault::error(place, kind));
    }

    /// Reports the keys nobody asked for.
    pub fn close(&self) {
        let used = self.used.borrow();
        for key in self.object.into_iter().flat_map(|o| o.keys()) {
            if !used.contains(&key.as_str()) {
                let known = in_order(&used);
                self.fault(key, FaultKind::UnknownKey { key: key.clone(), known });
            }
        }
    }
}

/// A decimal from its text, or from a whole number; never from a float.
pub(super) fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::String(text) => plain_decimal(text),
        Value::Number(number) => number.as_i64().map(Decimal::from),
        _ => None,
    }
}

/// A plain decimal: digits, one point, a leading minus; no exponent and no grouping. One of more digits than are kept
/// is none: rounded it could fall on the other side of a boundary.
pub(super) fn plain_decimal(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    super::feel::exact(text).filter(|_| plain)
}

/// Of a plain decimal that has more digits than are kept: that it has.
pub(super) fn too_long(text: &str) -> Option<FaultKind> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    let at = text.len();
    (plain && digits > 28)
        .then_some(FaultKind::Syntax(ParseError { at, problem: Problem::TooManyDigits }))
}

fn in_order(words: &[&str]) -> String {
    let mut words = words.to_vec();
    order::sort(&mut words);
    words.dedup();
    listed(&words)
}

pub(super) fn wrong(wanted: Wants, found: &Value) -> FaultKind {
    let text = match found {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    FaultKind::WrongKind { wanted, found: crate::domain::text::shorten(&text, 60) }
}
