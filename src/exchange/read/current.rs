//! The file that is being read, from its bytes to its last row, in small steps.

use std::collections::BTreeSet;

use super::bytes::{Binary, BytesError, TextError, into_text, is_data};
use super::csv::{Building, TableError};
use super::document::{self, DocumentReader};
use super::import::FileReading;
use super::json::Parsing;
use super::kind::Kind;
use super::options::{Options, Question};
use super::problem::{Place, Problem, What};
use super::sheet::{self, SheetReader};
use super::sink::{Found, Sink};
use crate::journal::Hashing;

#[derive(Debug)]
pub(super) struct Current {
    reading: FileReading,
    sink: Sink,
    by: By,
}

#[derive(Debug)]
enum By {
    /// With the bytes and how many of them are hashed; all, where the hash was given.
    Hashing(Vec<u8>, usize, Box<Hashing>),
    Building(Building),
    Parsing(Box<Parsing>),
    Document(DocumentReader),
    Sheet(SheetReader),
    Nothing,
}

/// A row is taken for so many bytes where bytes are gone through, and for so many values where a
/// document is parsed.
const ROW_BYTES: usize = 256;
const ROW_VALUES: usize = 16;

impl Current {
    /// Begins with a file; `sha256` is of its bytes, where someone has computed it.
    pub(super) fn of(reading: FileReading, bytes: Vec<u8>, sha256: Option<String>) -> Self {
        let hashed = if sha256.is_some() { bytes.len() } else { 0 };
        let reading = FileReading { sha256: sha256.unwrap_or_default(), ..reading };
        let by = By::Hashing(bytes, hashed, Box::default());
        Self { reading, sink: Sink::default(), by }
    }

    /// Goes on by as much as `rows` rows are; false when all is read. `met` are the hashes of the
    /// files before: the same bytes are not read twice.
    pub(super) fn step(
        &mut self,
        rows: usize,
        options: &Options<'_>,
        met: &mut BTreeSet<String>,
    ) -> bool {
        match &mut self.by {
            By::Hashing(bytes, hashed, hashing) if *hashed < bytes.len() => {
                let until = hashed.saturating_add(rows.saturating_mul(ROW_BYTES)).min(bytes.len());
                hashing.take(bytes.get(*hashed..until).unwrap_or(&[]));
                *hashed = until;
            }
            By::Hashing(bytes, _, hashing) => {
                let (bytes, hashing) = (std::mem::take(bytes), std::mem::take(hashing));
                self.hashed(bytes, *hashing, options, met);
            }
            By::Building(building) => {
                if building.step(rows)
                    && let By::Building(building) = std::mem::replace(&mut self.by, By::Nothing)
                {
                    self.recognise(building, options);
                }
            }
            By::Parsing(parsing) => match parsing.step(rows.saturating_mul(ROW_VALUES)) {
                Ok(false) => {}
                Ok(true) => self.parsed(),
                Err(error) => {
                    document::fails(parsing.text(), error, &mut self.sink);
                    self.by = By::Nothing;
                }
            },
            By::Document(by) => return by.step(rows, options, &mut self.sink),
            By::Sheet(by) => {
                return by.step(rows, &mut self.sink, &mut self.reading.questions);
            }
            By::Nothing => return false,
        }
        true
    }

    fn hashed(
        &mut self,
        bytes: Vec<u8>,
        hashing: Hashing,
        options: &Options<'_>,
        met: &mut BTreeSet<String>,
    ) {
        self.by = By::Nothing;
        if self.reading.sha256.is_empty() {
            self.reading.sha256 = hashing.finish().to_string();
        }
        if met.insert(self.reading.sha256.clone()) {
            self.open(bytes, options);
        } else {
            self.sink.note(Place::default(), What::SameFile);
        }
    }

    /// Bytes become text, and what the text begins with says how it is read.
    fn open(&mut self, bytes: Vec<u8>, options: &Options<'_>) {
        let is_data = is_data(&bytes);
        let texted = match into_text(bytes, options.encoding, options.decoder) {
            Ok(texted) => texted,
            // To ask for an encoding would help nobody: no text holds such bytes in any.
            Err(TextError::NotUtf8 { .. }) if is_data => {
                let error = BytesError::Binary(Binary::Data);
                return self.sink.problem(Problem::of_file(What::Bytes(error)));
            }
            Err(error) => {
                if matches!(error, TextError::NotUtf8 { .. }) {
                    self.reading.questions.push(Question::Encoding);
                }
                self.sink.problem(Problem::of_file(What::Text(error)));
                return;
            }
        };
        self.reading.encoding = Some(texted.encoding);
        let text = texted.text.as_str();
        let odd = |c: char| c.is_whitespace() || crate::domain::text::is_invisible(c);
        let start = text.trim_start_matches(odd);
        if start.starts_with(['{', '[']) {
            self.by = By::Parsing(Box::new(Parsing::begin(texted.text)));
        } else if start.starts_with('<') {
            let kind = markup_kind(start);
            self.reading.kind = Some(kind);
            self.sink.problem(Problem::of_file(What::NotUsed(kind)));
        } else {
            match Building::begin(texted.text) {
                Ok(building) => self.by = By::Building(building),
                Err(TableError::Empty) => {
                    self.sink.problem(Problem::of_file(What::NoTable));
                }
            }
        }
    }

    fn parsed(&mut self) {
        let By::Parsing(parsing) = std::mem::replace(&mut self.by, By::Nothing) else {
            return;
        };
        if let Some(reader) = document::open(parsing.finish(), &mut self.sink) {
            self.reading.kind = Some(reader.kind);
            self.by = By::Document(reader);
        }
    }

    fn recognise(&mut self, building: Building, options: &Options<'_>) {
        let (reader, questions) = sheet::open(building.finish(), options, &mut self.sink);
        self.reading.questions.extend(questions);
        if let Some(reader) = reader {
            self.reading.kind = Some(reader.kind);
            self.by = By::Sheet(reader);
        }
    }

    pub(super) fn progress(&self) -> (String, usize, usize) {
        let (done, total) = match &self.by {
            By::Document(by) => (by.done(), by.total()),
            By::Sheet(by) => (by.done(), by.total()),
            By::Hashing(..) | By::Building(_) | By::Parsing(_) | By::Nothing => (0, 0),
        };
        (self.reading.name.clone(), done, total)
    }

    /// What the file told.
    pub(super) fn finish(mut self) -> FileReading {
        let (_, _, rows) = self.progress();
        match self.by {
            By::Document(by) => by.finish(&mut self.sink),
            By::Sheet(by) => by.finish(&mut self.sink),
            By::Hashing(..) | By::Building(_) | By::Parsing(_) | By::Nothing => {}
        }
        let is_silent = self.reading.questions.is_empty() && !self.sink.has_failed();
        if rows == 0 && self.reading.kind.is_some() && is_silent {
            self.sink.note(Place::default(), What::NoRows);
        }
        let Found { facts, problems, refused, table } = self.sink.finish();
        if problems.iter().any(|p| matches!(p.what, What::WhoseSubscriptions)) {
            self.reading.questions.push(Question::WhoseSubscriptions);
        }
        FileReading { facts, problems, refused, table, ..self.reading }
    }
}

/// Decision tables name their standard in the first element.
fn markup_kind(text: &str) -> Kind {
    const NAMESPACE: &str = "www.omg.org/spec/DMN";
    const START: usize = 2_000;
    let start = text.char_indices().nth(START).map_or(text, |(end, _)| &text[..end]);
    if start.contains(NAMESPACE) { Kind::DecisionTables } else { Kind::Markup }
}
