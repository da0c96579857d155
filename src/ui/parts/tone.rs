//! From the tone of a view model to the meaning of the kit.

use crate::app::view_model::Tone;
use crate::ui::kit::Meaning;

#[must_use]
pub const fn meaning(tone: Tone) -> Meaning {
    match tone {
        Tone::Neutral => Meaning::Neutral,
        Tone::Accent => Meaning::Accent,
        Tone::Settled => Meaning::Settled,
        Tone::Due => Meaning::Due,
        Tone::Late => Meaning::Late,
        Tone::Danger => Meaning::Danger,
    }
}
