//! The languages of the screen.

/// English, or Traditional Chinese as written in Taiwan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    ZhHant,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHant];

    /// The BCP 47 tag for `<html lang>` and for the browser's formats.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            Self::ZhHant => "zh-Hant-TW",
        }
    }

    /// The language for a tag such as `zh-TW` or `en-US`; English for any other.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("zh") { Self::ZhHant } else { Self::En }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHant => "繁體中文",
        }
    }
}
