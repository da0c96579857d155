//! The keys under which a book is kept.
//!
//! No key is ever written twice with another content, save the two head slots of the writer
//! who owns them; so no tab can overwrite what another wrote, and no lock is needed.

use std::fmt;

use crate::domain::ids::WriterId;

/// Which book: the reseller's own, or the sample that is never mixed with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Namespace {
    Book,
    Sample,
}

impl Namespace {
    /// The word of the book in keys and values.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Sample => "sample",
        }
    }

    /// What all keys of the book begin with.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Book => "recourse/book/",
            Self::Sample => "recourse/sample/",
        }
    }

    /// Whether a key belongs to this book.
    #[must_use]
    pub fn owns(self, key: &str) -> bool {
        key.starts_with(self.prefix())
    }
}

/// What a key holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// One part of the n-th update of a session, in the order of writing.
    Update { session: String, number: u64, part: u32 },
    /// Updates packed together, by the hash of their text.
    Segment { id: String },
    /// How far each chain is known to reach: one of a session's two slots.
    Head { session: String, slot: u8 },
    /// Heads of many sessions, gathered by one.
    Heads { session: String },
    /// The book is being erased.
    Erasing,
}

impl Key {
    /// Reads what follows the book's prefix.
    pub(super) fn parse(namespace: Namespace, key: &str) -> Option<Self> {
        let rest = key.strip_prefix(namespace.prefix())?;
        let mut parts = rest.split('/');
        let (family, one, two) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        match (family, one, two) {
            ("op", Some(session), Some(place)) => {
                let (number, part) = place.split_once('.').unwrap_or((place, "1"));
                Some(Self::Update {
                    session: session.to_owned(),
                    number: number.parse().ok()?,
                    part: part.parse().ok()?,
                })
            }
            ("seg", Some(id), None) => Some(Self::Segment { id: id.to_owned() }),
            ("head", Some(session), Some(slot)) => {
                Some(Self::Head { session: session.to_owned(), slot: slot.parse().ok()? })
            }
            ("heads", Some(session), None) => Some(Self::Heads { session: session.to_owned() }),
            ("erasing", None, None) => Some(Self::Erasing),
            _ => None,
        }
    }

    /// The whole key.
    pub(super) fn text(&self, namespace: Namespace) -> String {
        format!("{}{self}", namespace.prefix())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Update { session, number, part: 1 } => write!(f, "op/{session}/{number}"),
            Self::Update { session, number, part } => write!(f, "op/{session}/{number}.{part}"),
            Self::Segment { id } => write!(f, "seg/{id}"),
            Self::Head { session, slot } => write!(f, "head/{session}/{slot}"),
            Self::Heads { session } => write!(f, "heads/{session}"),
            Self::Erasing => f.write_str("erasing"),
        }
    }
}

/// A writer's id as part of a key: a slash or a percent sign in it would end the part.
pub(super) fn session_of(writer: &WriterId) -> String {
    writer.as_str().replace('%', "%25").replace('/', "%2F")
}
