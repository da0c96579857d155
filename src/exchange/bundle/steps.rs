//! Reading a book file some lines at a time, so that a page can live between two of them.
//!
//! What stands in the lines that this program writes is read as it comes. A file of any other layout,
//! or with anything at fault, is read in one go at the end by [`super::read_bytes`], which also names the fault.

use super::error::BundleError;
use super::nesting::too_deep;
use super::read::{
    BYTES_MAX, Bundle, ExportedRead, FORMAT, Meta, VERSION, read_bytes, report_files,
};
use crate::journal::{Entry, Hash, Hashing};

/// A book file on its way.
#[derive(Clone, Debug)]
pub struct Reading {
    bytes: Vec<u8>,
    at: usize,
    part: Part,
    hashing: Hashing,
    meta: Option<Meta>,
    is_part: bool,
    report_files: Vec<(String, bool)>,
    entries: Vec<Entry>,
    places: Vec<usize>,
    stated: Vec<Option<Hash>>,
}

/// What the next line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Kind,
    Exported,
    /// What was asked for, a report, or the beginning of the entries.
    Asked,
    Entry,
    Hashes,
    Hash,
    Seal,
    /// All is read; whether the seal fits.
    Whole(bool),
    /// It has to be read in one go.
    Otherwise,
}

/// Brackets that are open around an entry.
const AROUND: usize = 2;

impl Reading {
    #[must_use]
    pub fn begin(bytes: Vec<u8>) -> Self {
        let part = if bytes.len() > BYTES_MAX { Part::Otherwise } else { Part::Kind };
        Self {
            bytes,
            at: 0,
            part,
            hashing: Hashing::default(),
            meta: None,
            is_part: false,
            report_files: Vec::new(),
            entries: Vec::new(),
            places: Vec::new(),
            stated: Vec::new(),
        }
    }

    /// Reads lines of some `bytes` in all, at least one; true when none is left.
    pub fn step(&mut self, bytes: usize) -> bool {
        let until = self.at.saturating_add(bytes);
        while !matches!(self.part, Part::Whole(_) | Part::Otherwise) {
            self.part = self.line().unwrap_or(Part::Otherwise);
            if self.at >= until {
                break;
            }
        }
        matches!(self.part, Part::Whole(_) | Part::Otherwise)
    }

    /// How many bytes are read, and how many there are.
    #[must_use]
    pub const fn progress(&self) -> (usize, usize) {
        (self.at, self.bytes.len())
    }

    /// The book.
    ///
    /// # Errors
    /// As [`read_bytes`].
    pub fn finish(self) -> Result<Bundle, BundleError> {
        let Part::Whole(seal_fits) = self.part else {
            return read_bytes(&self.bytes);
        };
        let Some(meta) = self.meta.filter(|_| self.stated.len() == self.entries.len()) else {
            return read_bytes(&self.bytes);
        };
        Ok(Bundle {
            meta,
            entries: self.entries,
            is_part: self.is_part,
            report_files: self.report_files,
            stated: self.stated,
            places: self.places,
            seal_fits,
        })
    }

    /// Reads the next line and says what follows; nothing where it is not as this program writes it.
    fn line(&mut self) -> Option<Part> {
        let rest = self.bytes.get(self.at..)?;
        let end = self.at + rest.iter().position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(self.bytes.get(self.at..end)?).ok()?;
        let next = match self.part {
            Part::Kind => {
                let wanted = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},");
                (line == wanted).then_some(Part::Exported)
            }
            Part::Exported => {
                let exported = value_of(line, "exported")?;
                self.meta = Some(serde_json::from_str::<ExportedRead>(exported).ok()?.meta());
                Some(Part::Asked)
            }
            Part::Asked if line == "\"entries\":[" => Some(Part::Entry),
            Part::Asked => match (value_of(line, "selection"), value_of(line, "report")) {
                (Some(_), _) if !self.is_part => {
                    self.is_part = true;
                    Some(Part::Asked)
                }
                (_, Some(report)) if self.report_files.is_empty() => {
                    self.report_files = report_files(Some(report));
                    Some(Part::Asked)
                }
                _ => None,
            },
            Part::Entry if line == "]," => Some(Part::Hashes),
            Part::Entry => {
                let raw = self.item(line)?;
                let fits = raw.starts_with('{') && raw.ends_with('}');
                (fits && too_deep(raw, AROUND).is_none()).then_some(())?;
                self.entries.push(Entry::read(raw).ok()?);
                self.places.push(self.at + 1);
                Some(Part::Entry)
            }
            Part::Hashes => (line == "\"hashes\":[").then_some(Part::Hash),
            Part::Hash if line == "]," => Some(Part::Seal),
            Part::Hash => {
                let text = self.item(line)?.strip_prefix('"')?.strip_suffix('"')?;
                self.stated.push(Some(Hash::parse(text)?));
                Some(Part::Hash)
            }
            Part::Seal => {
                let stated = line.strip_prefix("\"sha256\":\"")?.strip_suffix("\"}")?;
                let is_last = end + 1 == self.bytes.len();
                (is_last && Hash::parse(stated).is_some()).then_some(())?;
                let hash = std::mem::take(&mut self.hashing).finish().to_string();
                Some(Part::Whole(hash == stated))
            }
            done @ (Part::Whole(_) | Part::Otherwise) => Some(done),
        };
        self.hashing.take(self.bytes.get(self.at..=end)?);
        self.at = end + 1;
        next
    }

    /// An item of a list without the comma behind it; the last has none.
    fn item<'l>(&self, line: &'l str) -> Option<&'l str> {
        let next = self.bytes.get(self.at + line.len() + 1);
        match line.strip_suffix(',') {
            Some(item) => (next != Some(&b']')).then_some(item),
            None => (next == Some(&b']')).then_some(line),
        }
    }
}

/// The value of a line that holds one field, without the comma behind it. What is in it is whole JSON.
fn value_of<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let value = line.strip_prefix('"')?.strip_prefix(name)?.strip_prefix("\":")?;
    let value = value.strip_suffix(',')?;
    let is_whole = serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok();
    (is_whole && too_deep(value, 1).is_none()).then_some(value)
}
