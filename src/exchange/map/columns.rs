//! Which column holds which field, and how sure that is.

use super::field::{Field, bare_name, fold_header};

/// How a column was matched.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Confidence {
    /// A person said so.
    Told,
    /// The documented name.
    Exact,
    /// A name that ledgers are known to use for it.
    Known,
    /// Such a name is part of the column's name. Only proposed, never taken by itself.
    Part,
    /// What stands in the column looks like it. Only proposed, never taken by itself.
    Content,
}

/// The column of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub column: usize,
    pub confidence: Confidence,
}

/// The columns of one table by field; every column has at most one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    by_field: [Option<Match>; Field::ALL.len()],
}

impl Columns {
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.get(field).is_some()
    }

    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.get(field).map(|m| m.column)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Field, Match)> + '_ {
        Field::ALL.iter().filter_map(|field| self.get(*field).map(|m| (*field, m)))
    }

    /// The field of a column.
    #[must_use]
    pub fn field_of(&self, column: usize) -> Option<Field> {
        self.iter().find(|(_, m)| m.column == column).map(|(field, _)| field)
    }

    /// A person said that a column holds nothing of use.
    pub fn tell_nothing(&mut self, column: usize) {
        for slot in &mut self.by_field {
            slot.take_if(|m| m.column == column);
        }
    }

    /// Takes a person's word for a column, whatever it was taken for before.
    pub fn tell(&mut self, field: Field, column: usize) {
        self.tell_nothing(column);
        self.set(field, Match { column, confidence: Confidence::Told });
    }

    fn get(&self, field: Field) -> Option<Match> {
        self.by_field.get(field as usize).copied().flatten()
    }

    fn set(&mut self, field: Field, at: Match) {
        if let Some(slot) = self.by_field.get_mut(field as usize) {
            *slot = Some(at);
        }
    }
}

/// Matches columns by name. A name that two columns share counts for the first;
/// of several names for one field the one that stands first in its list wins.
#[must_use]
pub fn guess(headers: &[String]) -> Columns {
    let folded: Vec<String> = headers.iter().map(|h| fold_header(bare_name(h))).collect();
    let mut columns = Columns::default();
    let mut taken = vec![false; headers.len()];
    for field in Field::ALL {
        let documented = fold_header(field.column());
        let names = std::iter::once((documented.as_str(), Confidence::Exact))
            .chain(field.names().map(|n| (n, Confidence::Known)));
        for (name, confidence) in names {
            let at = folded.iter().zip(&taken).position(|(header, taken)| !taken && header == name);
            if let Some(column) = at {
                if let Some(slot) = taken.get_mut(column) {
                    *slot = true;
                }
                columns.set(*field, Match { column, confidence });
                break;
            }
        }
    }
    columns
}
