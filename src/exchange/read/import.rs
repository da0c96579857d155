//! Understanding files: what each is, what it tells, and what could not be read.
//! Nothing is appended here; a file that fails yields its problem and leaves the others alone.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::bytes::{Encoding, NamedBytes, is_packed, unpack};
use super::current::Current;
use super::kind::Kind;
use super::options::{Options, Question};
use super::problem::{Problem, Weight, What};
use super::repeats::Repeats;
use super::sink::Refused;
use crate::exchange::map::TableSeen;
use crate::journal::{Fact, FactRow, Observed, Source};

/// What one file was understood to be and to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FileReading {
    /// The file's name; for a member of an archive both names.
    pub name: String,
    /// The archive that the file came out of, where it had several members.
    pub archive: Option<String>,
    pub sha256: String,
    pub bytes: usize,
    pub encoding: Option<Encoding>,
    pub kind: Option<Kind>,
    /// They travel by themselves, a few at a time.
    #[serde(skip)]
    pub facts: Vec<FactRow>,
    /// Grouped by their repair, with counts.
    pub problems: Vec<Problem>,
    pub refused: Vec<Refused>,
    /// A table in which a person may say what the columns hold.
    pub table: Option<TableSeen>,
    /// What a person must answer before the file can be read.
    pub questions: Vec<Question>,
}

/// What all files of one import tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understanding {
    pub files: Vec<FileReading>,
}

/// How far reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub files_done: usize,
    pub files_total: usize,
    /// The file that is being read.
    pub file: String,
    pub rows_done: usize,
    pub rows_total: usize,
    pub finished: bool,
}

/// Reads files in small steps, so that whoever waits can be shown progress and can stop.
/// Dropping it cancels; nothing has happened then.
#[derive(Debug)]
pub struct Reader<'o> {
    options: Options<'o>,
    waiting: VecDeque<Waiting>,
    current: Option<Current>,
    /// Read, and looked through for what it tells twice.
    closing: Option<(FileReading, Repeats)>,
    done: Vec<FileReading>,
    hashes: BTreeSet<String>,
}

#[derive(Debug)]
struct Waiting {
    file: NamedBytes,
    archive: Option<String>,
    /// Of the bytes as they were given, where someone has computed it.
    sha256: Option<String>,
}

/// Reads all files at once.
#[must_use]
pub fn understand(files: Vec<NamedBytes>, options: &Options<'_>) -> Understanding {
    let mut reader = Reader::new(files, *options);
    while !reader.step(usize::MAX).finished {}
    reader.finish()
}

impl<'o> Reader<'o> {
    #[must_use]
    pub fn new(files: Vec<NamedBytes>, options: Options<'o>) -> Self {
        Self::of_hashed(files.into_iter().map(|file| (file, None)).collect(), options)
    }

    /// As [`Reader::new`], where the SHA-256 of some files is known already, in 64 lower-case
    /// hexadecimal digits: a browser computes it many times faster than this program.
    #[must_use]
    pub fn of_hashed(files: Vec<(NamedBytes, Option<String>)>, options: Options<'o>) -> Self {
        let waiting = |(file, sha256)| Waiting { file, archive: None, sha256 };
        Self {
            options,
            waiting: files.into_iter().map(waiting).collect(),
            current: None,
            closing: None,
            done: Vec::new(),
            hashes: BTreeSet::new(),
        }
    }

    /// Opens the next file, or goes on with the current one by as much as `rows` rows are.
    pub fn step(&mut self, rows: usize) -> Progress {
        if let Some((reading, repeats)) = &mut self.closing {
            if repeats.step(&reading.facts, rows)
                && let Some((reading, repeats)) = self.closing.take()
            {
                self.done.push(repeats.told_in(reading));
            }
        } else if let Some(mut current) = self.current.take() {
            self.current = match current.step(rows, &self.options, &mut self.hashes) {
                true => Some(current),
                false => {
                    self.closing = Some((current.finish(), Repeats::default()));
                    None
                }
            };
        } else {
            self.open_next();
        }
        self.progress()
    }

    fn open_next(&mut self) {
        let Some(Waiting { file, archive, sha256 }) = self.waiting.pop_front() else {
            return;
        };
        let sha256 = sha256.filter(|_| !is_packed(&file.bytes));
        let (name, size) = (file.name.clone(), file.bytes.len());
        let members = match unpack(file) {
            Ok(members) => members,
            Err(error) => return self.fail(name, size, What::Bytes(error)),
        };
        match <[NamedBytes; 1]>::try_from(members) {
            Ok([one]) => self.open(NamedBytes { name, ..one }, archive, sha256),
            Err(members) => {
                for member in members.into_iter().rev() {
                    let file =
                        NamedBytes { name: format!("{name}/{}", member.name), bytes: member.bytes };
                    let archive = Some(name.clone());
                    self.waiting.push_front(Waiting { file, archive, sha256: None });
                }
            }
        }
    }

    fn fail(&mut self, name: String, bytes: usize, what: What) {
        self.done.push(FileReading {
            name,
            bytes,
            problems: vec![Problem::of_file(what)],
            ..FileReading::default()
        });
    }

    fn open(&mut self, file: NamedBytes, archive: Option<String>, sha256: Option<String>) {
        let reading = FileReading {
            bytes: file.bytes.len(),
            name: file.name,
            archive,
            ..FileReading::default()
        };
        self.current = Some(Current::of(reading, file.bytes, sha256));
    }

    fn progress(&self) -> Progress {
        let (file, rows_done, rows_total) = match (&self.current, &self.closing) {
            (Some(current), _) => current.progress(),
            (None, Some((reading, _))) => {
                (reading.name.clone(), reading.facts.len(), reading.facts.len())
            }
            (None, None) => (String::new(), 0, 0),
        };
        let is_running = self.current.is_some() || self.closing.is_some();
        let running = usize::from(is_running);
        Progress {
            files_done: self.done.len(),
            files_total: self.done.len() + self.waiting.len() + running,
            file,
            rows_done,
            rows_total,
            finished: !is_running && self.waiting.is_empty(),
        }
    }

    /// Everything that was read so far.
    #[must_use]
    pub fn finish(self) -> Understanding {
        let mut files = self.done;
        join_usage(&mut files);
        Understanding { files }
    }
}

/// What a fact describes: two facts of one key are two tellings of one thing.
pub type Key = (u8, String, String);

/// What a fact describes.
#[must_use]
pub fn key(fact: &Fact) -> Key {
    match fact {
        Fact::Customer(c) => (0, c.id.to_string(), String::new()),
        Fact::Subscription(s) => (1, s.id.to_string(), String::new()),
        Fact::Invoice(i) => (2, i.customer.to_string(), i.number.to_string()),
        Fact::Payment(p) => (3, p.customer.to_string(), p.reference.to_string()),
        Fact::Bill(b) => (4, b.number.to_string(), String::new()),
        Fact::Usage(u) => {
            let what = format!("{} {} {} {}", u.day, u.category, u.meter, u.region);
            (5, u.subscription.to_string(), what)
        }
        Fact::Alert(a) => (6, a.id.to_string(), String::new()),
        Fact::Balance(b) => {
            let day = b.as_of.map_or_else(String::new, |day| day.to_string());
            (7, b.customer.to_string(), format!("{day} {}", b.total.currency()))
        }
    }
}

/// One day of use can be spread over several members of one archive: its parts are added up,
/// since each alone would replace the others in the book. Files given one by one are not joined:
/// they may be two exports of one month.
fn join_usage(files: &mut [FileReading]) {
    let mut homes: BTreeMap<(String, Key), (usize, usize)> = BTreeMap::new();
    let mut moves = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let Some(archive) = &file.archive else {
            continue;
        };
        let usage = file.facts.iter().enumerate();
        for (index, row) in usage.filter(|(_, row)| matches!(row.fact, Fact::Usage(_))) {
            let home = *homes.entry((archive.clone(), key(&row.fact))).or_insert((at, index));
            if home.0 != at {
                moves.push(((at, index), home));
            }
        }
    }
    let gone: BTreeSet<(usize, usize)> = moves
        .into_iter()
        .filter(|(from, to)| move_cost(files, *from, *to))
        .map(|(from, _)| from)
        .collect();
    if gone.is_empty() {
        return;
    }
    for (at, file) in files.iter_mut().enumerate() {
        let mut index = 0;
        file.facts.retain(|_| {
            index += 1;
            !gone.contains(&(at, index - 1))
        });
    }
}

/// Adds a usage row's cost to another file's row; false when their currencies differ.
fn move_cost(files: &mut [FileReading], from: (usize, usize), to: (usize, usize)) -> bool {
    let cost = |at: (usize, usize)| match &files.get(at.0)?.facts.get(at.1)?.fact {
        Fact::Usage(usage) => Some(usage.cost),
        _ => None,
    };
    let sum = cost(from).zip(cost(to)).and_then(|(a, b)| b.plus(a).ok());
    let row = files.get_mut(to.0).and_then(|f| f.facts.get_mut(to.1));
    match (sum, row.map(|row| &mut row.fact)) {
        (Some(sum), Some(Fact::Usage(usage))) => {
            usage.cost = sum;
            true
        }
        _ => false,
    }
}

impl FileReading {
    /// Whether nothing of the file can be taken.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.problems.iter().any(|p| p.weight == Weight::File)
    }

    /// What the journal keeps of this file; nothing when it has no facts.
    #[must_use]
    pub fn observed(&self) -> Option<Observed> {
        let kind = self.kind.filter(|_| !self.facts.is_empty())?;
        Some(Observed {
            source: Source {
                file: self.name.clone(),
                sha256: self.sha256.clone(),
                format: kind.word().to_owned(),
            },
            import: None,
            facts: self.facts.clone(),
        })
    }

    /// The refused rows as a table: line, rule, reason, and the cells as they were.
    #[must_use]
    pub fn refused_csv(&self) -> String {
        let mut out = String::from("line,rule,reason,row\r\n");
        for row in &self.refused {
            let line = row.place.line.map_or(String::new(), |l| l.to_string());
            let reason = Problem::new(Weight::Row, row.place.clone(), row.why.clone()).to_string();
            let rule = row.why.rule().to_string();
            let cells = [line, rule, reason].into_iter().chain(row.cells.iter().cloned());
            let quoted: Vec<String> =
                cells.map(|c| format!("\"{}\"", guarded(&c).replace('"', "\"\""))).collect();
            out.push_str(&quoted.join(","));
            out.push_str("\r\n");
        }
        out
    }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

impl Understanding {
    /// What the journal keeps, one entry's body for each file that has facts.
    #[must_use]
    pub fn observed(&self) -> Vec<Observed> {
        self.files.iter().filter_map(FileReading::observed).collect()
    }

    #[must_use]
    pub fn has_questions(&self) -> bool {
        self.files.iter().any(|f| !f.questions.is_empty())
    }
}
