//! Files in: book files apart from data files, each read in small steps.

use std::collections::VecDeque;
use std::sync::Arc;

use super::form::{Progress, Unit};
use super::job::Purpose;
use crate::exchange::bundle::{self, Bundle, BundleError, Verdict};
use crate::exchange::read::bytes::{BytesError, NamedBytes};
use crate::exchange::read::import::{FileReading, Reader, Understanding};
use crate::exchange::read::options::Options;
use crate::exchange::read::problem::{Problem, What};

/// A file as the shell could get hold of it.
#[derive(Clone, Debug)]
pub enum Input {
    Bytes(NamedBytes),
    /// With the SHA-256 of its bytes, in 64 lower-case hexadecimal digits.
    Hashed(NamedBytes, String),
    /// Not read at all: more bytes than are read here.
    TooLarge {
        name: String,
        bytes: usize,
    },
    /// The browser would not give its bytes: a folder, or a file that is gone.
    Unreadable {
        name: String,
    },
}

/// A book file with what checking it gave.
#[derive(Clone, Debug)]
pub struct CheckedBook {
    pub bundle: Bundle,
    pub verdict: Verdict,
}

/// One book file among those that were given.
#[derive(Clone, Debug)]
pub struct BookFile {
    pub name: String,
    pub read: Result<Arc<CheckedBook>, BundleError>,
}

/// Everything that was given, read.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub understanding: Understanding,
    pub books: Vec<BookFile>,
    /// Names of what the browser would not give.
    pub unreadable: Vec<String>,
    /// How many files and folders within the folders that were given were left, since there are too many.
    pub left: usize,
}

/// Reads what was given in small steps. Dropping it cancels; nothing has happened then.
#[derive(Debug)]
pub struct Intake<'o> {
    waiting: VecDeque<NamedBytes>,
    /// The book file that is being read.
    book: Option<(String, bundle::Reading)>,
    reader: Reader<'o>,
    refused: Vec<FileReading>,
    given: Given,
}

impl<'o> Intake<'o> {
    #[must_use]
    pub fn new(inputs: Vec<Input>, purpose: Purpose, options: Options<'o>) -> Self {
        let (mut waiting, mut data) = (VecDeque::new(), Vec::new());
        let (mut refused, mut given) = (Vec::new(), Given::default());
        for input in inputs {
            match input {
                Input::Bytes(file) | Input::Hashed(file, _)
                    if purpose == Purpose::Check || looks_like_book(&file.bytes) =>
                {
                    waiting.push_back(file);
                }
                Input::Bytes(file) => data.push((file, None)),
                Input::Hashed(file, sha256) => data.push((file, Some(sha256))),
                Input::TooLarge { name, bytes } if purpose == Purpose::Check => {
                    let read = Err(BundleError::TooLarge { bytes });
                    given.books.push(BookFile { name, read });
                }
                Input::TooLarge { name, bytes } => refused.push(too_large(name, bytes)),
                Input::Unreadable { name } => given.unreadable.push(name),
            }
        }
        Self { waiting, book: None, reader: Reader::of_hashed(data, options), refused, given }
    }

    /// Reads as much of a book file as some `rows` are, or up to `rows` rows of a data file; none when
    /// all is read.
    pub fn step(&mut self, rows: usize) -> Option<Progress> {
        if let Some((name, book)) = self.book.take() {
            return Some(self.read_on(name, book, rows));
        }
        if let Some(NamedBytes { name, bytes }) = self.waiting.pop_front() {
            return Some(self.read_on(name, bundle::Reading::begin(bytes), 0));
        }
        let progress = self.reader.step(rows);
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        (!progress.finished).then(|| Progress {
            file: progress.file,
            unit: Unit::Rows,
            done: count(progress.rows_done),
            total: count(progress.rows_total),
        })
    }

    fn read_on(&mut self, name: String, mut book: bundle::Reading, rows: usize) -> Progress {
        let is_done = book.step(rows.saturating_mul(ROW_BYTES));
        let (done, total) = book.progress();
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let (done, total) = (count(done), count(total));
        let progress = Progress { file: name.clone(), unit: Unit::Bytes, done, total };
        if is_done {
            let read = book.finish().map(checked);
            self.given.books.push(BookFile { name, read });
        } else {
            self.book = Some((name, book));
        }
        progress
    }

    #[must_use]
    pub fn finish(self) -> Given {
        let mut files = self.refused;
        files.extend(self.reader.finish().files);
        Given { understanding: Understanding { files }, ..self.given }
    }
}

/// A row is taken for so many bytes where a book file is read.
const ROW_BYTES: usize = 256;

/// A book says what it is within its first line.
#[must_use]
pub fn looks_like_book(bytes: &[u8]) -> bool {
    let start = bytes.get(..200).unwrap_or(bytes);
    String::from_utf8_lossy(start).contains("\"recourse-book\"")
}

fn checked(bundle: Bundle) -> Arc<CheckedBook> {
    let verdict = bundle::verify(&bundle);
    Arc::new(CheckedBook { bundle, verdict })
}

fn too_large(name: String, bytes: usize) -> FileReading {
    FileReading {
        name,
        bytes,
        problems: vec![Problem::of_file(What::Bytes(BytesError::TooLarge { bytes }))],
        ..FileReading::default()
    }
}
