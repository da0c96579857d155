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
                $(
                    if [$word $(, $alias)*].iter().any(|w| $crate::domain::vocabulary::same(w, word)) {
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

/// Whether two words are the same but for case, white space, `_` and `-`.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || folded(a).eq(folded(b))
}

fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
}
