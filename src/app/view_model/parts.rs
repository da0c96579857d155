//! Small pieces that many pages show.

use crate::app::Format;
use crate::domain::{Money, Purse};

/// An amount as its code and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountText {
    pub code: String,
    pub number: String,
}

impl AmountText {
    #[must_use]
    pub fn of(money: Money, format: &dyn Format) -> Self {
        Self { code: money.currency().to_string(), number: format.amount(money) }
    }
}

/// What a figure or a word stands for; the page turns it into a colour and never shows colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    Accent,
    Settled,
    Due,
    Late,
    Danger,
}

impl Tone {
    /// By days past due: the later, the louder.
    #[must_use]
    pub const fn of_days_past_due(days: i64) -> Self {
        match days {
            ..=0 => Self::Neutral,
            1..=30 => Self::Due,
            31..=60 => Self::Late,
            61.. => Self::Danger,
        }
    }
}

/// The amounts of a purse that are not zero, one for each currency.
#[must_use]
pub fn amounts(purse: &Purse, format: &dyn Format) -> Vec<AmountText> {
    purse.nonzero().map(|m| AmountText::of(m, format)).collect()
}
