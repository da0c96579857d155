//! JSON in which every key stands once: of two values under one key, nobody can tell which was meant.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::domain::text::shorten;

/// Reads one value.
///
/// # Errors
/// In words: the column where it is no JSON, or the key that stands twice.
pub fn value(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map(|Once(value)| value).map_err(|e| {
        if e.is_data() {
            return before_place(&e.to_string()).to_owned();
        }
        format!("not JSON at column {}: write one JSON object per line", e.column())
    })
}

/// The line and column that are put behind a message are those behind the key, which nobody looks for.
fn before_place(said: &str) -> &str {
    said.rsplit_once(" at line ").map_or(said, |(before, _)| before)
}

struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Once(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((key, Once(value))) = object.next_entry::<String, Once>()? {
            if members.contains_key(&key) {
                let key = shorten(&key, 60);
                return Err(A::Error::custom(format!("`{key}` stands twice: leave one of them")));
            }
            members.insert(key, value);
        }
        Ok(Value::Object(members))
    }
}
