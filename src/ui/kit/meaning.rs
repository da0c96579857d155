/// What a colour stands for. It never stands alone: a word or a mark goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Meaning {
    #[default]
    Neutral,
    Accent,
    Settled,
    Due,
    Late,
    Danger,
}

impl Meaning {
    /// The class that sets `--tone` and `--tone-weak` for an element and what is in it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Accent => "tone-accent",
            Self::Settled => "tone-settled",
            Self::Due => "tone-due",
            Self::Late => "tone-late",
            Self::Danger => "tone-danger",
        }
    }
}
