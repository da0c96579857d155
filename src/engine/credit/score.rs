//! Points of scorecards.

use super::decision::Origin;
use super::evaluate::Run;
use super::trace::{Seen, Step};
use crate::domain::{Decimal, exact, order};
use crate::policy::compiled::Card;
use crate::policy::document::{Bin, Characteristic, Scorecard};
use crate::policy::feel::{Answer, Cause, Cell, Slot, Value};

impl<'p> Run<'p> {
    pub(super) fn cards(&mut self) {
        for at in 0..self.policy.cards.len() {
            self.card_at(at);
        }
    }

    /// One scorecard by its place in the order of the document.
    pub(super) fn card_at(&mut self, at: usize) {
        let policy = self.policy;
        let card = policy.document.scorecards.get(at).zip(policy.cards.get(at));
        if let Some((card, compiled)) = card {
            let points = self.card(card, compiled);
            if let Ok(Value::Number(points)) = points {
                self.tell(|| Step::Score { card: card.id.clone(), points });
            }
            self.put(compiled.slot, points);
        }
    }

    fn card(&mut self, card: &'p Scorecard, compiled: &Card) -> Answer {
        let mut total = card.base;
        let mut unknown = None;
        let mut lost: Vec<(Decimal, &Characteristic, &Bin)> = Vec::new();
        for (characteristic, (slot, cells)) in
            card.characteristics.iter().zip(&compiled.characteristics)
        {
            match self.characteristic(card, characteristic, (*slot, cells)) {
                Ok((bin, short)) => {
                    total = exact::capped_sum(total, bin.points);
                    lost.push((short, characteristic, bin));
                }
                Err(cause) => unknown = unknown.max(Some(cause)),
            }
        }
        self.card_reasons(card, lost);
        match unknown {
            Some(cause) => Err(cause),
            None => Ok(Value::Number(total)),
        }
    }

    /// The bin that holds, and how many points the best bin would have given more.
    fn characteristic(
        &mut self,
        card: &'p Scorecard,
        characteristic: &'p Characteristic,
        (slot, cells): (Slot, &[Cell]),
    ) -> Result<(&'p Bin, Decimal), Cause> {
        let held = self.first_that_holds(cells, self.value(slot));
        let best = characteristic.bins.iter().map(|b| b.points).max();
        let best = best.unwrap_or_default();
        let bin = held.ok().and_then(|at| characteristic.bins.get(at));
        if self.detail {
            self.trace.push(Step::Bin {
                card: card.id.clone(),
                field: characteristic.field.clone(),
                value: Seen::of(self.value(slot), &self.policy.scope),
                bin: bin.map(|b| b.is.clone()),
                points: bin.map(|b| b.points).unwrap_or_default(),
                of: best,
            });
        }
        match (bin, held) {
            (Some(bin), _) => Ok((bin, exact::capped_difference(best, bin.points))),
            (None, Err(Some(cause))) => {
                self.unclear(&format_args!("{}: {}", card.id, characteristic.field), cause);
                Err(cause)
            }
            (None, _) => {
                let seen = format!("no bin holds for {}", shown(self.value(slot)));
                self.failed(&format_args!("{}: {}", card.id, characteristic.field), &seen);
                Err(Cause::Null)
            }
        }
    }

    /// The first cell that holds. A cell before it that cannot be told makes all unclear.
    fn first_that_holds(&self, cells: &[Cell], value: &Answer) -> Result<usize, Option<Cause>> {
        // The bin for missing values stands anywhere in the list and is looked for first.
        if matches!(value, Err(Cause::Missing(_))) {
            let null = cells.iter().position(|c| c.holds(value, &self.values) == Ok(true));
            return null.ok_or(value.as_ref().err().copied());
        }
        for (at, cell) in cells.iter().enumerate() {
            match cell.holds(value, &self.values) {
                Ok(true) => return Ok(at),
                Ok(false) => {}
                Err(cause) => return Err(Some(cause)),
            }
        }
        Err(None)
    }

    /// The largest losses that have a reason, as many as the card tells.
    fn card_reasons(
        &mut self,
        card: &'p Scorecard,
        mut lost: Vec<(Decimal, &'p Characteristic, &'p Bin)>,
    ) {
        lost.retain(|(short, _, bin)| *short > Decimal::ZERO && bin.reason.is_some());
        order::sort_by_key(&mut lost, |(short, ..)| std::cmp::Reverse(*short));
        let mut codes: Vec<&String> = Vec::new();
        for (short, characteristic, bin) in lost {
            let told = bin.reason.as_ref().is_some_and(|c| codes.contains(&c));
            if told || codes.len() >= card.max_reasons {
                continue;
            }
            codes.extend(bin.reason.as_ref());
            let origin =
                Origin::Card { card: card.id.as_str(), field: characteristic.field.as_str() };
            if let Some(code) = &bin.reason {
                self.reason(code, None, origin, Some(short));
            }
        }
    }
}

fn shown(value: &Answer) -> String {
    value.as_ref().map_or_else(|_| "a missing value".to_owned(), ToString::to_string)
}
