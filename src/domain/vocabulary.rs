//! Vocabularies that others own and extend: known values are named, unknown ones kept as written.

/// Declares an enum whose values are words of a foreign vocabulary.
///
/// Reading ignores case, white space, `_` and `-`; an unknown word becomes `Other(word)`.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $alias:literal)*,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
            /// A word that this program does not know.
            Other(String),
        }

        impl $name {
            /// The value of a word in any case; unknown words are kept.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                let folded = $crate::domain::vocabulary::fold(word);
                $(
                    if [$word $(, $alias)*].iter().any(|w| $crate::domain::vocabulary::fold(w) == folded) {
                        return Self::$variant;
                    }
                )*
                Self::Other(word.trim().to_owned())
            }

            /// The word by which the value is kept in files.
            #[must_use]
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }

            /// Every value with a name.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];
        }
    };
}

pub(super) use vocabulary;

pub(super) fn fold(word: &str) -> String {
    word.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}
