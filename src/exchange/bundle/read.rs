//! Reading a book file: all of it, or nothing and why.

use serde::Deserialize;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::error::BundleError;
use super::nesting::too_deep;
use crate::domain::Instant;
use crate::journal::{Entry, Hash, Journal, Operator, sha256_hex};

/// What the file calls its kind.
pub(super) const FORMAT: &str = "recourse-book";

/// The version of the form that this program writes.
pub(super) const VERSION: u64 = 1;

/// No larger file is read: a book that fills local storage is about a third of this.
pub const BYTES_MAX: usize = 100 * 1024 * 1024;

/// Who exported the book, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    pub at: Instant,
    pub by: Operator,
    /// Name and version of the program that wrote the file.
    pub program: String,
}

/// A book file, read and understood. Nothing is checked yet beyond its form.
#[derive(Clone, Debug)]
pub struct Bundle {
    pub meta: Meta,
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// The file says that it holds a part of a book only: what is left out is no fault.
    pub is_part: bool,
    /// The files of a report that it carries: their names, and whether each is the one whose hash is stated.
    pub(super) report_files: Vec<(String, bool)>,
    /// The hash that the file states for each entry, in the same order.
    pub(super) stated: Vec<Option<Hash>>,
    /// Where each entry begins in the file, in bytes from 1, in the same order; empty for what is no file.
    pub(super) places: Vec<usize>,
    /// Whether the seal at the end fits the bytes before it.
    pub(super) seal_fits: bool,
}

impl Bundle {
    /// A journal that was kept elsewhere than in a file: its hashes are those of its entries.
    #[must_use]
    pub fn of_journal(journal: Journal, meta: Meta) -> Self {
        let entries = journal.into_entries();
        let stated = entries.iter().map(|e| Some(e.hash())).collect();
        Self {
            meta,
            entries,
            is_part: false,
            report_files: Vec::new(),
            stated,
            places: Vec::new(),
            seal_fits: true,
        }
    }
}

/// Reads bytes; a byte order mark is passed over.
///
/// # Errors
/// [`BundleError`], naming the place.
pub fn read_bytes(bytes: &[u8]) -> Result<Bundle, BundleError> {
    size(bytes.len())?;
    let text = std::str::from_utf8(bytes)
        .map_err(|e| BundleError::NotText { byte: e.valid_up_to().saturating_add(1) })?;
    read(text)
}

/// Reads text.
///
/// # Errors
/// [`BundleError`], naming the place.
pub fn read(text: &str) -> Result<Bundle, BundleError> {
    size(text.len())?;
    let whole = text.len();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text_before = whole.saturating_sub(text.len());
    if text.trim().is_empty() {
        return Err(BundleError::Empty);
    }
    if let Some(line) = too_deep(text, 0) {
        return Err(BundleError::TooDeep { line });
    }
    kind(text)?;
    let file: FileRead<'_> = serde_json::from_str(text).map_err(|e| not_json(&e, text))?;
    let entries = entries(&file)?;
    Ok(Bundle {
        stated: stated(&file, entries.len())?,
        places: places(&file, text, text_before),
        meta: meta(&file)?,
        is_part: file.selection.is_some(),
        report_files: report_files(file.report.map(RawValue::get)),
        entries,
        seal_fits: seal_fits(text),
    })
}

/// The end of a file: everything before it is under the hash.
pub(super) fn seal(body: &str) -> String {
    format!("\"sha256\":\"{}\"}}\n", sha256_hex(body.as_bytes()))
}

#[derive(Deserialize)]
struct FileRead<'a> {
    exported: Option<ExportedRead>,
    selection: Option<serde::de::IgnoredAny>,
    #[serde(borrow)]
    report: Option<&'a RawValue>,
    #[serde(default)]
    hashes: Vec<String>,
    #[serde(borrow)]
    entries: Option<Vec<&'a RawValue>>,
}

#[derive(Deserialize)]
pub(super) struct ExportedRead {
    at: Instant,
    #[serde(default)]
    by: Operator,
    #[serde(default)]
    program: String,
}

#[derive(Default, Deserialize)]
struct ReportRead {
    files: Vec<ReportFileRead>,
}

#[derive(Deserialize)]
struct ReportFileRead {
    name: String,
    sha256: String,
    text: String,
}

/// None of a report in another form: that it was changed shows in the seal.
pub(super) fn report_files(report: Option<&str>) -> Vec<(String, bool)> {
    let report = report.and_then(|raw| serde_json::from_str::<ReportRead>(raw).ok());
    let files = report.unwrap_or_default().files.into_iter();
    files.map(|file| (file.name, sha256_hex(file.text.as_bytes()) == file.sha256)).collect()
}

fn size(bytes: usize) -> Result<(), BundleError> {
    if bytes > BYTES_MAX {
        return Err(BundleError::TooLarge { bytes });
    }
    Ok(())
}

/// Kind and version are looked at first, so that another file gets the right answer.
fn kind(text: &str) -> Result<(), BundleError> {
    #[derive(Deserialize)]
    struct Kind {
        format: Option<serde_json::Value>,
        version: Option<serde_json::Value>,
    }
    let found: Kind = serde_json::from_str(text).map_err(|e| match e.classify() {
        Category::Data => BundleError::WrongKind { says: None },
        _ => not_json(&e, text),
    })?;
    let format = found.format.as_ref().and_then(|f| f.as_str());
    if format != Some(FORMAT) {
        let says = format.map(|f| f.chars().take(60).collect());
        return Err(BundleError::WrongKind { says });
    }
    match found.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(VERSION) => Ok(()),
        Some(version) if version > VERSION => Err(BundleError::Newer { version }),
        _ => Err(BundleError::Field { name: "version", wanted: "a version from 1 on" }),
    }
}

fn not_json(error: &serde_json::Error, text: &str) -> BundleError {
    if error.is_eof() {
        return BundleError::CutShort { line: text.lines().count() };
    }
    let words = error.to_string();
    let remark = words.split(" at line").next().unwrap_or_default();
    BundleError::NotJson { line: error.line(), column: error.column(), remark: remark.to_owned() }
}

fn meta(file: &FileRead<'_>) -> Result<Meta, BundleError> {
    let exported = file
        .exported
        .as_ref()
        .ok_or(BundleError::Field { name: "exported", wanted: "who exported the book and when" })?;
    Ok(exported.meta())
}

impl ExportedRead {
    pub(super) fn meta(&self) -> Meta {
        Meta { at: self.at, by: self.by.clone(), program: self.program.clone() }
    }
}

fn entries(file: &FileRead<'_>) -> Result<Vec<Entry>, BundleError> {
    let raw = file
        .entries
        .as_ref()
        .ok_or(BundleError::Field { name: "entries", wanted: "a list of entries" })?;
    (1..)
        .zip(raw)
        .map(|(number, raw)| {
            Entry::read(raw.get()).map_err(|e| BundleError::Entry { number, remark: e.to_string() })
        })
        .collect()
}

/// The raw entries are slices of the text, so their places follow from their addresses.
fn places(file: &FileRead<'_>, text: &str, before: usize) -> Vec<usize> {
    let start = text.as_ptr().addr();
    let place = |raw: &&RawValue| {
        raw.get().as_ptr().addr().saturating_sub(start).saturating_add(before).saturating_add(1)
    };
    file.entries.iter().flatten().map(place).collect()
}

fn stated(file: &FileRead<'_>, entries: usize) -> Result<Vec<Option<Hash>>, BundleError> {
    if file.hashes.len() != entries {
        return Err(BundleError::Field { name: "hashes", wanted: "one hash for each entry" });
    }
    Ok(file.hashes.iter().map(|h| Hash::parse(h)).collect())
}

fn seal_fits(text: &str) -> bool {
    text.rfind("\"sha256\":")
        .and_then(|at| text.split_at_checked(at))
        .is_some_and(|(body, end)| end == seal(body))
}
