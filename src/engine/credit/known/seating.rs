//! Where each field of a policy finds its values among what is known.

use std::collections::BTreeMap;

use super::super::attributes::ALL;
use super::super::placed::{Placed, fresh};
use super::super::quick::Quick;
use super::ages::Ages;
use super::gathered::Known;
use crate::domain::Currency;
use crate::policy::Compiled;
use crate::policy::feel::{Answer, Cause, Slot, Value};

/// One policy over what is known: hands out one customer after the other, ready to be decided.
pub struct Seating<'a> {
    known: &'a Known,
    seats: Vec<Seat>,
    placed: Placed,
}

/// A field whose value is not the same for everybody.
struct Seat {
    /// The place of the field.
    at: usize,
    from: From,
    /// What stands for a value that is missing or too old.
    without: Answer,
    /// The same in short.
    quick: Quick,
}

enum From {
    /// The attribute of this place.
    Column(usize),
    /// The same, where values older than so many days are not used.
    Fresh(usize, i64),
    /// By the place of the customer.
    Carried(BTreeMap<usize, Value>),
    /// Nothing is known, or all of it is too old.
    Nowhere,
}

impl<'a> Seating<'a> {
    #[must_use]
    pub fn new(known: &'a Known, policy: &Compiled) -> Self {
        let fields = policy.document.fields.iter().enumerate();
        let seats = fields.map(|(at, field)| {
            let default = policy.defaults.get(at).cloned().flatten();
            let missing = Cause::Missing(Slot(u16::try_from(at).unwrap_or(u16::MAX)));
            let column = ALL.iter().position(|attribute| attribute.field == field.id);
            let from = match column {
                Some(column) => {
                    let age = known.ages.get(column).map_or(Some(None), Ages::same);
                    match (age, field.max_age_days) {
                        (None, Some(most)) => From::Fresh(column, i64::from(most)),
                        (Some(age), _) if !fresh(field, age) => From::Nowhere,
                        _ => From::Column(column),
                    }
                }
                None => match carried(known, field) {
                    values if values.is_empty() => From::Nowhere,
                    values => From::Carried(values),
                },
            };
            let without = default.ok_or(missing);
            Seat { at, from, quick: Quick::of(&without), without }
        });
        let mut seats: Vec<Seat> = seats.collect();
        let answers = seats.iter().map(|seat| seat.without.clone()).collect();
        seats.retain(|seat| !matches!(seat.from, From::Nowhere));
        Self { known, seats, placed: Placed::of(Currency::EUR, answers) }
    }

    /// The customer of a place; as nobody of whom anything is known beyond the end.
    pub fn place(&mut self, row: usize) -> &Placed {
        if let Some(person) = self.known.people.get(row) {
            self.placed.currency = person.currency;
        }
        let Placed { answers, quick: all, .. } = &mut self.placed;
        for seat in &self.seats {
            let (Some(answer), Some(quick)) = (answers.get_mut(seat.at), all.get_mut(seat.at))
            else {
                continue;
            };
            let value = match &seat.from {
                From::Column(column) => match self.known.quick(*column, row) {
                    Some(Quick::Null) => None,
                    Some(number) => {
                        *quick = number;
                        continue;
                    }
                    None => self.known.value(*column, row),
                },
                From::Fresh(column, most) => {
                    let age = self.known.ages.get(*column).and_then(|ages| ages.get(row));
                    let fresh = age.is_none_or(|age| age <= *most);
                    self.known.value(*column, row).filter(|_| fresh)
                }
                From::Carried(values) => values.get(&row).cloned(),
                From::Nowhere => continue,
            };
            match value {
                Some(value) => {
                    *answer = Ok(value);
                    *quick = Quick::of(answer);
                }
                // What is told in short need not be told at length.
                None => {
                    *quick = seat.quick;
                    if matches!(seat.quick, Quick::Other | Quick::Wide(_) | Quick::Truth(_)) {
                        answer.clone_from(&seat.without);
                    }
                }
            }
        }
        &self.placed
    }
}

fn carried(known: &Known, field: &crate::policy::document::Field) -> BTreeMap<usize, Value> {
    let values = known.carried.get(&field.id).into_iter().flatten();
    let usable = values.filter(|(_, value)| fresh(field, Some(value.age)));
    usable
        .filter_map(|(row, value)| {
            Some((*row, crate::policy::value_of(field.kind, &value.text).ok()?))
        })
        .collect()
}
