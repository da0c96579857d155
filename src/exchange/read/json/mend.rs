//! What had to be put right to read a JSON text. Nothing is put right in silence.

use std::collections::BTreeMap;
use std::fmt;

/// A kind of repair.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum MendKind {
    MissingComma,
    ExtraComma,
    CurlyQuotes,
    InvisibleSpace,
    RawControl,
    Comment,
    BadEscape,
    LoneSurrogate,
    Elision,
    Literal,
    Placeholder,
    UnnamedObject,
    MissingBracket,
    ExtraBracket,
    TextNotEscaped,
    DuplicateKey,
    SeveralDocuments,
    TrailingText,
}

/// Repairs counted by kind, with the byte where each kind was first met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mends(BTreeMap<MendKind, Met>);

/// How often, and where first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    pub count: u32,
    /// Byte offset into the text.
    pub first: usize,
}

impl Mends {
    pub fn note(&mut self, kind: MendKind, at: usize) {
        let met = self.0.entry(kind).or_insert(Met { count: 0, first: at });
        met.count = met.count.saturating_add(1);
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn count(&self, kind: MendKind) -> u32 {
        self.0.get(&kind).map_or(0, |met| met.count)
    }

    pub fn iter(&self) -> impl Iterator<Item = (MendKind, Met)> + '_ {
        self.0.iter().map(|(kind, met)| (*kind, *met))
    }
}

impl fmt::Display for MendKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MissingComma => "a comma was missing and was added",
            Self::ExtraComma => "a comma too many was passed over",
            Self::CurlyQuotes => "curly quotation marks were read as straight ones",
            Self::InvisibleSpace => "an unusual or invisible space was passed over",
            Self::RawControl => "a line break or control character inside a text was kept as it is",
            Self::Comment => "a comment was passed over",
            Self::BadEscape => "a backslash that escapes nothing was kept as it is",
            Self::LoneSurrogate => "half of a character pair was replaced by a mark",
            Self::Elision => "an ellipsis was passed over: the sender left something out here",
            Self::Literal => "`True`, `False`, `None` or the like was read as its JSON word",
            Self::Placeholder => "a placeholder in angle brackets was read as text",
            Self::UnnamedObject => "an object without a name was joined with the one around it",
            Self::MissingBracket => "a closing bracket was missing and was added",
            Self::ExtraBracket => "a closing bracket too many was passed over",
            Self::TextNotEscaped => "JSON inside a text was not escaped and was read as JSON",
            Self::DuplicateKey => "a name appears twice in one object; the later value counts",
            Self::SeveralDocuments => "several documents follow each other; all were read",
            Self::TrailingText => "text after the end of the document was not read",
        })
    }
}
