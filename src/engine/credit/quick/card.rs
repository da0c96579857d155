//! A scorecard by regions: which bin each region of a characteristic falls into.

use crate::domain::{Decimal, exact};
use crate::policy::document::Bin;
use crate::policy::feel::Slot;

/// A scorecard.
#[derive(Clone, Debug)]
pub(in super::super) struct QuickCard<'p> {
    pub id: &'p str,
    pub slot: Slot,
    /// In millionths.
    pub base: i64,
    pub max_reasons: usize,
    pub characteristics: Vec<QuickCharacteristic<'p>>,
}

#[derive(Clone, Debug)]
pub(in super::super) struct QuickCharacteristic<'p> {
    pub field: &'p str,
    /// The place among the tested fields.
    pub tested: usize,
    /// By region, the last two for a missing value and for null; none where the long way must tell.
    pub bins: Vec<Option<QuickBin<'p>>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct QuickBin<'p> {
    /// In millionths.
    pub points: i64,
    /// What the best bin would have given more, as it is told.
    pub short: Decimal,
    /// The same in millionths.
    pub lost: i64,
    /// None where nothing was lost.
    pub reason: Option<&'p str>,
}

impl<'p> QuickBin<'p> {
    pub fn of(bin: &'p Bin, best: Decimal) -> Option<Self> {
        let short = exact::capped_difference(best, bin.points);
        let lost = short > Decimal::ZERO;
        Some(Self {
            points: crate::policy::regions::millionths(bin.points)?,
            short,
            lost: crate::policy::regions::millionths(short)?,
            reason: bin.reason.as_deref().filter(|_| lost),
        })
    }
}
