//! From the values of a field to their classes.

use super::super::known::{From, Hundredths, Known, Seat};
use super::classes::Classes;
use crate::policy::feel::Value;
use crate::policy::regions::Regions;

/// A field that decides, and where its class stands in a key.
#[derive(Debug)]
pub(super) struct Lane<'a> {
    /// The place among the seats.
    pub seat: usize,
    regions: Regions,
    classes: Classes,
    shift: u32,
    /// The whole column, where it is one of plain numbers.
    numbers: Option<&'a [Hundredths]>,
    /// Classes by hundredths, ready for a key.
    steps: Vec<(i64, u64)>,
    /// The class of a value that is missing or too old.
    without: u64,
}

impl<'a> Lane<'a> {
    pub fn new(
        (at, seat, known): (usize, &Seat, &'a Known),
        (regions, classes): (Regions, Classes),
        shift: u32,
    ) -> Option<Self> {
        let without = classes.find(&regions, seat.quick, Some(&seat.without))? << shift;
        let steps = classes.steps(&regions).into_iter().map(|(from, class)| (from, class << shift));
        let numbers = match seat.from {
            From::Column(column) | From::Fresh(column, _) => known.numbers(column),
            From::Carried(_) | From::Nowhere => None,
        };
        let steps = steps.collect();
        Some(Self { seat: at, numbers, steps, without, regions, classes, shift })
    }

    /// The part of a key; none where only the long way can tell.
    pub fn part(&self, seat: &Seat, known: &Known, row: usize) -> Option<u64> {
        match &seat.from {
            From::Column(column) => self.in_column(known, *column, row),
            From::Fresh(column, most) if known.is_fresh(*column, row, *most) => {
                self.in_column(known, *column, row)
            }
            From::Carried(values) => self.of_value(values.get(&row)),
            From::Fresh(..) | From::Nowhere => Some(self.without),
        }
    }

    fn in_column(&self, known: &Known, column: usize, row: usize) -> Option<u64> {
        match self.numbers.and_then(|numbers| numbers.get(row)) {
            Some(number) => match number.known() {
                Some(number) => self.of_number(number),
                None => Some(self.without),
            },
            None => self.of_value(known.value(column, row).as_ref()),
        }
    }

    fn of_number(&self, number: i64) -> Option<u64> {
        let (first, more) = self.steps.split_first()?;
        let mut class = first.1;
        for (from, next) in more {
            if number < *from {
                break;
            }
            class = *next;
        }
        Some(class)
    }

    fn of_value(&self, value: Option<&Value>) -> Option<u64> {
        let Some(value) = value else {
            return Some(self.without);
        };
        let class = self.classes.of_region(self.regions.of_value(value)?)?;
        Some(class << self.shift)
    }
}
