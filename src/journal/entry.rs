//! One entry: a line of JSON, kept to the byte.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::body::Body;
use super::hash::Hash;
use super::line::in_one_go;
use crate::domain::ids::{EntryId, WriterId};
use crate::domain::{Day, Instant};

/// The version of the entry's form that this program writes.
pub const ENTRY_VERSION: u32 = 1;

/// Who records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operator {
    pub name: String,
    /// Such as `credit controller`; free text.
    #[serde(default)]
    pub role: String,
}

/// An entry as read or written. Its text is never changed.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: EntryId,
    pub writer: WriterId,
    /// Place in the writer's chain, from 1.
    pub seq: u64,
    /// Hash of the writer's entry before; none for its first.
    pub prev: Option<Hash>,
    /// When it was recorded.
    pub at: Instant,
    /// The day on which it took effect, where that differs from the recorded one.
    pub on: Option<Day>,
    pub by: Operator,
    /// Shared by every copy of the entry: an import holds some hundred facts.
    pub body: Arc<Body>,
    raw: Arc<str>,
    hash: Hash,
}

/// Why a text is not an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// Written in a form newer than this program knows.
    Newer { version: u32 },
    /// Not an entry; the reader's remark.
    Unreadable(String),
}

#[derive(Serialize, Deserialize)]
struct Line<'a> {
    v: u32,
    id: EntryId,
    w: WriterId,
    n: u64,
    #[serde(default)]
    prev: Option<String>,
    at: Instant,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<Day>,
    by: Operator,
    kind: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// The parts of an entry that the writer gives; the rest is computed.
pub(super) struct Parts {
    pub id: EntryId,
    pub writer: WriterId,
    pub seq: u64,
    pub prev: Option<Hash>,
    pub at: Instant,
    pub on: Option<Day>,
    pub by: Operator,
    pub body: Body,
}

impl Entry {
    /// Writes an entry's line.
    pub(super) fn write(parts: Parts) -> Result<Self, EntryError> {
        let fail = |e: serde_json::Error| EntryError::Unreadable(e.to_string());
        let body = RawValue::from_string(parts.body.to_json().map_err(fail)?).map_err(fail)?;
        let line = Line {
            v: ENTRY_VERSION,
            id: parts.id.clone(),
            w: parts.writer.clone(),
            n: parts.seq,
            prev: parts.prev.map(|h| h.to_string()),
            at: parts.at,
            on: parts.on,
            by: parts.by.clone(),
            kind: parts.body.kind().into(),
            body: &body,
        };
        let raw = serde_json::to_string(&line).map_err(fail)?;
        Ok(Self::of(parts, raw.into()))
    }

    fn of(parts: Parts, raw: Arc<str>) -> Self {
        Self {
            id: parts.id,
            writer: parts.writer,
            seq: parts.seq,
            prev: parts.prev,
            at: parts.at,
            on: parts.on,
            by: parts.by,
            body: Arc::new(parts.body),
            hash: Hash::of(raw.as_bytes()),
            raw,
        }
    }

    /// Reads an entry's line; the text is kept as it is.
    ///
    /// # Errors
    /// [`EntryError::Newer`] for a later form, [`EntryError::Unreadable`] for anything else.
    pub fn read(raw: &str) -> Result<Self, EntryError> {
        if let Some(parts) = in_one_go(raw) {
            return Ok(Self::of(parts, raw.into()));
        }
        let fail = |e: serde_json::Error| EntryError::Unreadable(e.to_string());
        let line = serde_json::from_str::<Line<'_>>(raw).map_err(fail);
        // A newer form may lack what this one has, so its version is looked for by itself then.
        match &line {
            Ok(line) if line.v <= ENTRY_VERSION => {}
            _ => Self::check_version(raw)?,
        }
        if raw.as_bytes().contains(&b'\n') || raw.as_bytes().contains(&b'\r') {
            let remark =
                "it is broken into lines, so its text is no longer the one that was recorded";
            return Err(EntryError::Unreadable(remark.to_owned()));
        }
        let line = line?;
        let body = Body::from_json(&line.kind, line.body.get()).map_err(fail)?;
        let prev = line
            .prev
            .map(|text| {
                Hash::parse(&text)
                    .ok_or_else(|| EntryError::Unreadable(format!("`{text}` is not a hash")))
            })
            .transpose()?;
        let parts = Parts {
            id: line.id,
            writer: line.w,
            seq: line.n,
            prev,
            at: line.at,
            on: line.on,
            by: line.by,
            body,
        };
        Ok(Self::of(parts, raw.into()))
    }

    fn check_version(raw: &str) -> Result<(), EntryError> {
        #[derive(Deserialize)]
        struct Version {
            v: u32,
        }
        let found: Version =
            serde_json::from_str(raw).map_err(|e| EntryError::Unreadable(e.to_string()))?;
        if found.v > ENTRY_VERSION {
            return Err(EntryError::Newer { version: found.v });
        }
        Ok(())
    }

    /// The exact text.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// SHA-256 of the exact text.
    #[must_use]
    pub fn hash(&self) -> Hash {
        self.hash
    }

    /// The day on which the entry took effect: stated, or the UTC day of recording.
    #[must_use]
    pub fn effective(&self) -> Day {
        self.on.unwrap_or_else(|| self.at.day())
    }
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { version } => write!(
                f,
                "written by a newer Recourse (form {version}, this program knows {ENTRY_VERSION}): \
                 open it with that version"
            ),
            Self::Unreadable(remark) => write!(f, "not a journal entry: {remark}"),
        }
    }
}

impl std::error::Error for EntryError {}
