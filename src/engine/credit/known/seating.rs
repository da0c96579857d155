//! Where each field of a policy finds its values among what is known.

use std::collections::BTreeMap;

use super::super::attributes::ALL;
use super::super::placed::{Placed, fresh};
use super::super::quick::Quick;
use super::ages::Ages;
use super::column::Column;
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
pub(in super::super) struct Seat {
    /// The place of the field.
    pub at: usize,
    pub from: From,
    /// What stands for a value that is missing or too old.
    pub without: Answer,
    /// The same in short.
    pub quick: Quick,
}

pub(in super::super) enum From {
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
            let same = |column: usize| known.columns.get(column).and_then(Column::same);
            let mut without = default.ok_or(missing);
            let from = match column {
                Some(column) => {
                    let age = known.ages.get(column).map_or(Some(None), Ages::same);
                    match (age, field.max_age_days) {
                        (None, Some(most)) => From::Fresh(column, i64::from(most)),
                        (Some(age), _) if !fresh(field, age) => From::Nowhere,
                        _ => match same(column) {
                            None => From::Column(column),
                            Some(value) => {
                                without = value.map_or(without, Ok);
                                From::Nowhere
                            }
                        },
                    }
                }
                None => match carried(known, field) {
                    values if values.is_empty() => From::Nowhere,
                    values => From::Carried(values),
                },
            };
            Seat { at, from, quick: Quick::of(&without), without }
        });
        let mut seats: Vec<Seat> = seats.collect();
        let answers = seats.iter().map(|seat| seat.without.clone()).collect();
        seats.retain(|seat| !matches!(seat.from, From::Nowhere));
        Self { known, seats, placed: Placed::of(Currency::EUR, answers) }
    }

    pub(in super::super) fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// Fields that are the same for everybody, with what they are.
    pub(in super::super) fn still(&self) -> Vec<(Slot, Answer)> {
        let fields = (0..=u16::MAX).map(Slot).zip(&self.placed.answers);
        let moves = |slot: &Slot| self.seats.iter().any(|seat| seat.at == slot.index());
        fields.filter(|(slot, _)| !moves(slot)).map(|(slot, a)| (slot, a.clone())).collect()
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
            match seat.found(self.known, row) {
                Found::Short(found) => *quick = found,
                Found::Whole(value) => {
                    *answer = Ok(value);
                    *quick = Quick::of(answer);
                }
                // What is told in short need not be told at length.
                Found::Nothing => {
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

/// What a seat finds for one customer.
enum Found {
    Short(Quick),
    Whole(Value),
    /// Nothing that may be used.
    Nothing,
}

impl Seat {
    fn found(&self, known: &Known, row: usize) -> Found {
        let whole = |value: Option<Value>| value.map_or(Found::Nothing, Found::Whole);
        match &self.from {
            From::Column(column) => match known.quick(*column, row) {
                Some(Quick::Null) => Found::Nothing,
                Some(number) => Found::Short(number),
                None => whole(known.value(*column, row)),
            },
            From::Fresh(column, most) => {
                let fresh = known.is_fresh(*column, row, *most);
                whole(known.value(*column, row).filter(|_| fresh))
            }
            From::Carried(values) => whole(values.get(&row).cloned()),
            From::Nowhere => Found::Nothing,
        }
    }

    /// The value of one customer in short.
    pub(in super::super) fn short(&self, known: &Known, row: usize) -> Quick {
        match self.found(known, row) {
            Found::Short(quick) => quick,
            Found::Whole(value) => Quick::of(&Ok(value)),
            Found::Nothing => self.quick,
        }
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
