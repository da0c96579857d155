//! Keys that let the same rules and rows hold are one.

use super::super::quick::{Plan, RuleMasks, Says};
use super::classes::Classes;
use super::places::{Places, mixed};

/// Where a part of a key begins, and its bits from there on.
pub(super) type Room = (u32, u64);

/// One part of a key: the classes of one value.
#[derive(Debug)]
struct Part {
    room: Room,
    /// By stage with rules or rows, and by class; nothing where the stage does not look at the value.
    says: Vec<Vec<Says>>,
    /// A class that says something by itself.
    speaks: Option<u64>,
}

/// What the parts of a key say together.
#[derive(Default)]
pub(super) struct Merge {
    parts: Vec<Part>,
    /// Rules in force, by stage.
    all: Vec<u64>,
    /// Bits of values that scorecards look at.
    scored: u64,
    /// Bits of values that scorecards alone look at.
    only_scored: u64,
    known: Vec<(u64, usize)>,
    known_at: Places,
    meanings: Vec<Vec<u64>>,
    meanings_at: Places,
}

impl Merge {
    /// Takes the part of a tested value; none of no tested value.
    pub fn take(
        &mut self,
        plan: &Plan<'_>,
        (tested, classes): (Option<usize>, &Classes),
        (room, speaks): (Room, Option<u64>),
    ) {
        self.all = plan.masks().map(|masks| masks.all).collect();
        let looks = |at: usize| Some(at) == tested;
        let says = |masks: &RuleMasks| -> Vec<Says> {
            let mut mask = masks.masks.iter().filter(|mask| looks(mask.tested));
            let regions = mask.next().map(|mask| mask.regions.as_slice()).unwrap_or_default();
            classes.firsts().filter_map(|first| regions.get(first).copied()).collect()
        };
        let says: Vec<Vec<Says>> = plan.masks().map(says).collect();
        let cards = plan.all_cards().unwrap_or_default();
        let mut characteristics = cards.iter().flat_map(|card| &card.characteristics);
        let ruled = speaks.is_some() || says.iter().any(|says| !says.is_empty());
        if characteristics.any(|characteristic| looks(characteristic.tested)) {
            self.scored |= room.1 << room.0;
            self.only_scored |= if ruled { 0 } else { room.1 << room.0 };
        }
        self.parts.push(Part { room, says, speaks });
    }

    /// The same number for keys of which the same is said, and what else of the key counts; none where
    /// there is no room to remember it.
    pub fn meaning(&mut self, key: u64) -> Option<(u64, u64)> {
        let ruled = key & !self.only_scored;
        let hash = mixed(ruled, 0);
        let known = self.known_at.find(hash, |at| self.known.get(at).is_some_and(|k| k.0 == ruled));
        let meaning = match known.and_then(|at| self.known.get(at)) {
            Some((_, meaning)) => *meaning,
            None => {
                let meaning = self.find(ruled)?;
                self.known_at.add(hash, self.known.len())?;
                self.known.push((ruled, meaning));
                meaning
            }
        };
        Some((meaning as u64, key & self.only_scored))
    }

    fn find(&mut self, ruled: u64) -> Option<usize> {
        let says = self.says(ruled);
        let hash = says.iter().fold(0, |hash, word| mixed(hash, *word));
        let same = |at: usize| self.meanings.get(at) == Some(&says);
        if let Some(at) = self.meanings_at.find(hash, same) {
            return Some(at);
        }
        let at = self.meanings.len();
        self.meanings_at.add(hash, at)?;
        self.meanings.push(says);
        Some(at)
    }

    /// What counts for scorecards, and which rules hold. The whole key where a value is missing of which
    /// something is said, since then it counts which.
    fn says(&self, ruled: u64) -> Vec<u64> {
        let whole = vec![ruled, u64::MAX];
        if self.parts.iter().any(|part| part.speaks == Some(part.class(ruled))) {
            return whole;
        }
        let mut words = vec![ruled & self.scored];
        for (stage, all) in self.all.iter().enumerate() {
            let (mut pass, mut open) = (*all, 0);
            for part in &self.parts {
                let says = part.says.get(stage).map(Vec::as_slice).unwrap_or_default();
                let class = usize::try_from(part.class(ruled)).unwrap_or(usize::MAX);
                match says.get(class) {
                    Some(says) => {
                        pass &= says.pass;
                        open |= says.unclear | says.odd;
                    }
                    // A class beyond those of the regions.
                    None if !says.is_empty() => return whole,
                    None => {}
                }
            }
            if open & pass != 0 {
                return whole;
            }
            words.push(pass);
        }
        words
    }
}

impl Part {
    const fn class(&self, key: u64) -> u64 {
        (key >> self.room.0) & self.room.1
    }
}
