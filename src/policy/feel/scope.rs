//! The names a text may use, each with its place among the inputs and its type.

use super::check::Type;

/// A place among the values an evaluation is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub u16);

impl Slot {
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The declared names. A name may hold points and spaces; of several that fit, the longest is meant.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    names: Vec<(String, Type)>,
    /// In the order of their names.
    by_name: Vec<Slot>,
}

impl Scope {
    /// Declares a name; none when it is empty, declared already, or there are too many.
    pub fn declare(&mut self, name: &str, kind: Type) -> Option<Slot> {
        let Err(place) = self.place(name) else {
            return None;
        };
        let slot = Slot(u16::try_from(self.names.len()).ok().filter(|_| !name.is_empty())?);
        self.names.push((name.to_owned(), kind));
        self.by_name.insert(place, slot);
        Some(slot)
    }

    #[must_use]
    pub fn find(&self, name: &str) -> Option<Slot> {
        self.by_name.get(self.place(name).ok()?).copied()
    }

    /// Where a name stands in the order of names, or would stand.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.by_name.binary_search_by(|slot| self.name(*slot).cmp(name))
    }

    #[must_use]
    pub fn name(&self, slot: Slot) -> &str {
        self.names.get(slot.index()).map_or("", |(name, _)| name)
    }

    #[must_use]
    pub fn kind(&self, slot: Slot) -> Type {
        self.names.get(slot.index()).map_or(Type::Any, |(_, kind)| kind.clone())
    }

    /// Gives a declared name its type, once that is known.
    pub fn set_kind(&mut self, slot: Slot, kind: Type) {
        if let Some((_, known)) = self.names.get_mut(slot.index()) {
            *known = kind;
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }

    /// The longest declared name that the text begins with.
    pub(super) fn longest(&self, text: &str) -> Option<(&str, Slot)> {
        self.by_name
            .iter()
            .map(|slot| (self.name(*slot), *slot))
            .filter(|(name, _)| begins_with_name(text, name))
            .max_by_key(|(name, _)| name.len())
    }

    /// The declared name nearest to one that is not declared, if any is near.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&str> {
        // Nobody mistypes a name of this length; comparing it would take long.
        if name.len() > 200 {
            return None;
        }
        self.names()
            .map(|known| (distance(known, name), known))
            .filter(|(d, _)| *d <= 1_usize.max(name.chars().count() / 4))
            .min()
            .map(|(_, known)| known)
    }
}

fn begins_with_name(text: &str, name: &str) -> bool {
    let Some(rest) = text.strip_prefix(name) else {
        return false;
    };
    let mut after = rest.chars();
    match after.next() {
        None => true,
        // `a.b` is not the name `a`, but `a..b` is `a` and then two points.
        Some('.') => !after.next().is_some_and(is_name_char),
        Some(c) => !is_name_char(c),
    }
}

pub(super) fn is_name_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

pub(super) fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The number of single-character edits between two names.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        if let Some(first) = row.first_mut() {
            *first = i.saturating_add(1);
        }
        for (j, y) in b.iter().enumerate() {
            let (left, up) = (row.get(j), row.get(j.saturating_add(1)));
            let (Some(left), Some(&up)) = (left, up) else {
                break;
            };
            let changed = corner.saturating_add(usize::from(x != *y));
            let best = changed.min(left.saturating_add(1)).min(up.saturating_add(1));
            corner = up;
            if let Some(cell) = row.get_mut(j.saturating_add(1)) {
                *cell = best;
            }
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}
