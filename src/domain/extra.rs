//! Fields of a source that have no place here.

use std::fmt;

/// Fields of a source that have no place here, by their names: kept and shown, never dropped.
///
/// Most facts have one or two, and a book has a great many facts: they stand one behind the other
/// in one text, in the order of their names, each name and each value behind its length in bytes.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Extra(Box<str>);

impl Extra {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Keeps a field in place of the one that had its name.
    pub fn insert(&mut self, name: &str, value: &str) {
        *self = self.iter().chain([(name, value)]).collect();
    }

    #[must_use]
    pub const fn iter(&self) -> Iter<'_> {
        Iter(&self.0)
    }

    /// Of fields that stand in the order of their names, each name once.
    fn of_ordered(fields: &[(&str, &str)]) -> Self {
        let room = fields.iter().map(|(name, value)| name.len() + value.len() + 6).sum();
        let mut text = String::with_capacity(room);
        for part in fields.iter().flat_map(|(name, value)| [name, value]) {
            push_length(&mut text, part.len());
            text.push_str(part);
        }
        Self(text.into())
    }
}

/// The length in decimal digits, and a colon.
fn push_length(text: &mut String, length: usize) {
    let digit = |n: usize| char::from(b'0' + u8::try_from(n % 10).unwrap_or(0));
    if length >= 100 {
        text.push_str(&length.to_string());
    } else {
        if length >= 10 {
            text.push(digit(length / 10));
        }
        text.push(digit(length));
    }
    text.push(':');
}

/// The fields in the order of their names.
#[derive(Clone, Debug)]
pub struct Iter<'e>(&'e str);

impl<'e> Iter<'e> {
    fn part(&mut self) -> Option<&'e str> {
        let (length, rest) = self.0.split_once(':')?;
        let (part, rest) = rest.split_at_checked(length.parse().ok()?)?;
        self.0 = rest;
        Some(part)
    }
}

impl<'e> Iterator for Iter<'e> {
    type Item = (&'e str, &'e str);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.part()?, self.part()?))
    }
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Extra {
    /// Of several values for one name the last counts.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        let mut fields = fields.into_iter();
        let Some((name, value)) = fields.next() else {
            return Self::default();
        };
        let Some(second) = fields.next() else {
            return Self::of_ordered(&[(name.as_ref(), value.as_ref())]);
        };
        let all: Vec<(N, V)> = [(name, value), second].into_iter().chain(fields).collect();
        let mut all: Vec<(&str, &str)> =
            all.iter().map(|(name, value)| (name.as_ref(), value.as_ref())).collect();
        super::order::sort_by_key(&mut all, |(name, _)| *name);
        all.dedup_by(|later, kept| {
            let is_same = later.0 == kept.0;
            if is_same {
                kept.1 = later.1;
            }
            is_same
        });
        Self::of_ordered(&all)
    }
}

impl<'e> IntoIterator for &'e Extra {
    type Item = (&'e str, &'e str);
    type IntoIter = Iter<'e>;

    fn into_iter(self) -> Iter<'e> {
        self.iter()
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn what_is_inserted_stands_in_order_and_replaces() {
        let mut extra = Extra::new();
        let mut map = BTreeMap::new();
        let long = "é".repeat(700);
        let fields = [("m", "1"), ("a", "2"), ("z", long.as_str()), ("m", "4"), ("a", "5")];
        for (name, value) in fields {
            map.insert(name, value);
            extra.insert(name, value);
        }
        assert!(extra.iter().eq(map));
    }

    #[test]
    fn parts_of_any_length_are_found_again() {
        for length in [0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 12_345] {
            let text = "x".repeat(length);
            let extra: Extra = [(text.as_str(), text.as_str()), ("y", "")].into_iter().collect();
            assert!(extra.iter().eq([(text.as_str(), text.as_str()), ("y", "")]), "{length}");
        }
    }
}
