//! Members that stand twice in one object of a JSON text: which of the two was meant nobody can tell.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::fault::{Fault, FaultKind};

/// A fault for each member that stood in its object before.
///
/// A number with a fraction ends the search: no policy has one, and what reads the policy names it.
pub(super) fn repeated(text: &str) -> Vec<Fault> {
    let faults = RefCell::new(Vec::new());
    let mut reader = serde_json::Deserializer::from_str(text);
    let whole = At { place: String::new(), faults: &faults };
    // What cannot be read on is told by the reading itself.
    let _ = whole.deserialize(&mut reader);
    faults.into_inner()
}

/// A value to be looked through, and where it stands.
struct At<'a> {
    place: String,
    faults: &'a RefCell<Vec<Fault>>,
}

impl At<'_> {
    fn below(&self, place: String) -> At<'_> {
        At { place, faults: self.faults }
    }

    fn member(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no number with a fraction")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut at = 0_usize;
        while items.next_element_seed(self.below(format!("{}[{at}]", self.place)))?.is_some() {
            at = at.saturating_add(1);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut met = BTreeSet::new();
        while let Some(key) = members.next_key::<String>()? {
            let place = self.member(&key);
            if met.contains(&key) {
                let fault = Fault::error(&place, FaultKind::Duplicate { id: key.clone() });
                self.faults.borrow_mut().push(fault);
            }
            met.insert(key);
            members.next_value_seed(self.below(place))?;
        }
        Ok(())
    }
}
