//! Fields without a place are kept as a map of texts.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Extra;

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self)
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Extra;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extra, A::Error> {
                let mut fields: Vec<(String, String)> = Vec::with_capacity(1);
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(fields.into_iter().collect())
            }
        }
        from.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const TEXTS: [&str; 8] = [
        "{}",
        r#"{"b":"1"}"#,
        r#"{"b":"1","a":"2"}"#,
        r#"{"b":"1","a":"2","b":"3","a":"4","b":"5"}"#,
        r#"{"a":"","":"x","客戶":"y","Z":"z"}"#,
        r#"{"c":"1","b":"2","a":"3","aa":"4"}"#,
        r#"{"1:a":"2:","::":"10:","a\u0000":"\n3:b"}"#,
        r#"{"":""}"#,
    ];

    #[test]
    fn it_is_read_and_written_as_a_map_of_texts() {
        for text in TEXTS {
            let map: BTreeMap<String, String> = serde_json::from_str(text).unwrap();
            let extra: Extra = serde_json::from_str(text).unwrap();
            let written = serde_json::to_string(&extra).unwrap();
            assert_eq!(written, serde_json::to_string(&map).unwrap());
            assert_eq!(extra, map.clone().into_iter().rev().collect());
            assert_eq!(extra.is_empty(), map.is_empty());
            assert_eq!(format!("{extra:?}"), format!("{map:?}"));
            for (name, value) in &map {
                assert_eq!(extra.get(name), Some(value.as_str()));
            }
            assert_eq!(extra.get("no"), None);
        }
        for text in ["null", "[]", r#"{"a":1}"#, r#"{"a":null}"#] {
            assert!(serde_json::from_str::<Extra>(text).is_err(), "{text}");
        }
    }
}
