//! Reads an entry's line in one go, as this program writes it.
//!
//! The plain way reads the line first and then the text of its body again, which takes twice as long
//! for the large entries of an import. Whatever is not as this program writes it is left to the plain
//! way, which reads it or says what is wrong with it.

use std::fmt;

use serde::Deserialize;
use serde::de::{Error, IgnoredAny, MapAccess, Visitor};

use super::body::Body;
use super::entry::{ENTRY_VERSION, Operator, Parts};
use super::hash::Hash;
use crate::domain::ids::{EntryId, WriterId};
use crate::domain::{Day, Instant};

/// None when the line has to be read the plain way.
pub(super) fn in_one_go(raw: &str) -> Option<Parts> {
    let broken = raw.as_bytes().contains(&b'\n') || raw.as_bytes().contains(&b'\r');
    let read: Whole = (!broken).then(|| serde_json::from_str(raw).ok())??;
    Some(read.0)
}

struct Whole(Parts);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Name {
    V,
    Id,
    W,
    N,
    Prev,
    At,
    On,
    By,
    Kind,
    Body,
    #[serde(other)]
    Else,
}

#[derive(Default)]
struct Found {
    v: Option<u32>,
    id: Option<EntryId>,
    w: Option<WriterId>,
    n: Option<u64>,
    prev: Option<Option<String>>,
    at: Option<Instant>,
    on: Option<Option<Day>>,
    by: Option<Operator>,
    kind: Option<String>,
    body: Option<Body>,
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut line: A) -> Result<Whole, A::Error> {
        let mut found = Found::default();
        while let Some(name) = line.next_key()? {
            match name {
                Name::V => once(&mut found.v, line.next_value()?)?,
                Name::Id => once(&mut found.id, line.next_value()?)?,
                Name::W => once(&mut found.w, line.next_value()?)?,
                Name::N => once(&mut found.n, line.next_value()?)?,
                Name::Prev => once(&mut found.prev, line.next_value()?)?,
                Name::At => once(&mut found.at, line.next_value()?)?,
                Name::On => once(&mut found.on, line.next_value()?)?,
                Name::By => once(&mut found.by, line.next_value()?)?,
                Name::Kind => once(&mut found.kind, line.next_value()?)?,
                Name::Body => {
                    let kind = found.kind.as_deref().ok_or_else(plain_way)?;
                    once(&mut found.body, Body::next_of(kind, &mut line)?)?;
                }
                Name::Else => {
                    line.next_value::<IgnoredAny>()?;
                }
            }
        }
        found.parts().map(Whole).ok_or_else(plain_way)
    }
}

fn once<T, E: Error>(slot: &mut Option<T>, value: T) -> Result<(), E> {
    if slot.replace(value).is_some() { Err(plain_way()) } else { Ok(()) }
}

/// Nobody sees these words: the plain way finds its own.
fn plain_way<E: Error>() -> E {
    E::custom("to be read the plain way")
}

impl Found {
    fn parts(self) -> Option<Parts> {
        let prev = match self.prev.flatten() {
            Some(text) => Some(Hash::parse(&text)?),
            None => None,
        };
        self.v.filter(|v| *v <= ENTRY_VERSION)?;
        Some(Parts {
            id: self.id?,
            writer: self.w?,
            seq: self.n?,
            prev,
            at: self.at?,
            on: self.on.flatten(),
            by: self.by?,
            body: self.body?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::in_one_go;
    use crate::journal::Entry;

    const LINE: &str = r#"{"v":1,"id":"01JD","w":"tab","n":1,"prev":null,"at":"2026-11-22T10:00:00Z","by":{"name":"Ada","role":""},"kind":"withdrawal","body":{"entries":["01JC"],"reason":"undo"}}"#;

    /// What is written so is read in one go, and every other order of it the plain way, to the same.
    #[test]
    fn jr1_both_ways_of_reading_give_the_same() {
        let usual = Entry::read(LINE).unwrap();
        let body = r#""body":{"entries":["01JC"],"reason":"undo"}"#;
        let turned = LINE.replace(&format!(",{body}"), "").replacen('{', &format!("{{{body},"), 1);
        assert!(in_one_go(LINE).is_some() && in_one_go(&turned).is_none(), "{turned}");
        let plain = Entry::read(&turned).unwrap();
        assert_eq!((&usual.id, &usual.body, usual.at), (&plain.id, &plain.body, plain.at));
        assert_ne!(usual.hash(), plain.hash());
    }

    #[test]
    fn jr2_what_is_not_as_written_here_is_left_to_the_plain_way() {
        let twice = LINE.replace(r#""n":1"#, r#""n":1,"n":2"#);
        let newer = LINE.replace(r#""v":1"#, r#""v":2"#);
        let broken = LINE.replace(r#","w""#, ",\n\"w\"");
        let no_hash = LINE.replace("null", r#""abc""#);
        for other in [twice, newer, broken, no_hash, String::new(), "[]".to_owned()] {
            assert!(in_one_go(&other).is_none(), "{other}");
            assert!(Entry::read(&other).is_err(), "{other}");
        }
        let unknown =
            LINE.replace("withdrawal", "of a newer program").replace(r#""v""#, r#""new":[1],"v""#);
        assert!(in_one_go(&unknown).is_some());
    }
}
