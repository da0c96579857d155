//! Understanding files: what each is, what it tells, and what could not be read.
//! Nothing is appended here; a file that fails yields its problem and leaves the others alone.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};

use super::bytes::{
    BytesError, Encoding, NamedBytes, TextError, into_text, is_data, is_packed, unpack,
};
use super::document::{self, DocumentReader};
use super::kind::Kind;
use super::options::{Options, Question};
use super::problem::{Place, Problem, Weight, What};
use super::sheet::{self, SheetReader};
use super::sink::{Found, Refused, Sink};
use crate::exchange::map::TableSeen;
use crate::journal::{Fact, FactRow, Observed, Source, sha256_hex};

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

#[derive(Debug)]
struct Current {
    reading: FileReading,
    sink: Sink,
    by: By,
}

#[derive(Debug)]
enum By {
    Document(DocumentReader),
    Sheet(SheetReader),
    Nothing,
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
            done: Vec::new(),
            hashes: BTreeSet::new(),
        }
    }

    /// Opens the next file, or reads up to `rows` rows of the current one.
    pub fn step(&mut self, rows: usize) -> Progress {
        match self.current.take() {
            None => self.open_next(),
            Some(mut current) => {
                let more = match &mut current.by {
                    By::Document(by) => by.step(rows, &self.options, &mut current.sink),
                    By::Sheet(by) => by.step(rows, &mut current.sink),
                    By::Nothing => false,
                };
                if more {
                    self.current = Some(current);
                } else {
                    self.done.push(current.finish());
                }
            }
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
            sha256: sha256.unwrap_or_else(|| sha256_hex(&file.bytes)),
            bytes: file.bytes.len(),
            name: file.name,
            archive,
            ..FileReading::default()
        };
        let mut current = Current { reading, sink: Sink::default(), by: By::Nothing };
        if self.hashes.insert(current.reading.sha256.clone()) {
            current.open(file.bytes, &self.options);
        } else {
            current.sink.note(Place::default(), What::SameFile);
        }
        self.current = Some(current);
    }

    fn progress(&self) -> Progress {
        let (file, rows_done, rows_total) = match &self.current {
            Some(current) => current.progress(),
            None => (String::new(), 0, 0),
        };
        let running = usize::from(self.current.is_some());
        Progress {
            files_done: self.done.len(),
            files_total: self.done.len() + self.waiting.len() + running,
            file,
            rows_done,
            rows_total,
            finished: self.current.is_none() && self.waiting.is_empty(),
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

impl Current {
    fn open(&mut self, bytes: Vec<u8>, options: &Options<'_>) {
        let is_data = is_data(&bytes);
        let texted = match into_text(bytes, options.encoding, options.decoder) {
            Ok(texted) => texted,
            // To ask for an encoding would help nobody: no text holds such bytes in any.
            Err(TextError::NotUtf8 { .. }) if is_data => {
                let error = BytesError::Binary("a program or data file");
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
            if let Some(reader) = document::open(text, &mut self.sink) {
                self.reading.kind = Some(reader.kind);
                self.by = By::Document(reader);
            }
        } else if start.starts_with('<') {
            let kind = markup_kind(start);
            self.reading.kind = Some(kind);
            self.sink.problem(Problem::of_file(What::NotUsed(kind)));
        } else {
            let (reader, questions) = sheet::open(texted.text, options, &mut self.sink);
            self.reading.questions.extend(questions);
            if let Some(reader) = reader {
                self.reading.kind = Some(reader.kind);
                self.by = By::Sheet(reader);
            }
        }
    }

    fn progress(&self) -> (String, usize, usize) {
        let (done, total) = match &self.by {
            By::Document(by) => (by.done(), by.total()),
            By::Sheet(by) => (by.done(), by.total()),
            By::Nothing => (0, 0),
        };
        (self.reading.name.clone(), done, total)
    }

    fn finish(mut self) -> FileReading {
        let (_, _, rows) = self.progress();
        match self.by {
            By::Document(by) => by.finish(&mut self.sink),
            By::Sheet(by) => by.finish(&mut self.sink),
            By::Nothing => {}
        }
        let is_silent = self.reading.questions.is_empty() && !self.sink.has_failed();
        if rows == 0 && self.reading.kind.is_some() && is_silent {
            self.sink.note(Place::default(), What::NoRows);
        }
        let Found { facts, problems, refused, table } = self.sink.finish();
        if problems.iter().any(|p| matches!(p.what, What::WhoseSubscriptions)) {
            self.reading.questions.push(Question::WhoseSubscriptions);
        }
        let mut reading = FileReading { facts, problems, refused, table, ..self.reading };
        note_repeats(&mut reading);
        reading
    }
}

/// Decision tables name their standard in the first element.
fn markup_kind(text: &str) -> Kind {
    const NAMESPACE: &str = "www.omg.org/spec/DMN";
    const START: usize = 2_000;
    let start = text.char_indices().nth(START).map_or(text, |(end, _)| &text[..end]);
    if start.contains(NAMESPACE) { Kind::DecisionTables } else { Kind::Markup }
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

/// A short stand-in for [`key`], made without copying. Facts of one key have one digest; facts of
/// one digest are compared by their keys.
fn digest(fact: &Fact) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |text: &str| {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let last = rest.iter().fold(1, |last, byte| last << 8 | u64::from(*byte));
        for word in words.iter().map(|word| u64::from_le_bytes(*word)).chain([last]) {
            hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    };
    match fact {
        Fact::Invoice(i) => [i.customer.as_str(), i.number.as_str(), "i"].map(&mut take),
        Fact::Payment(p) => [p.customer.as_str(), p.reference.as_str(), "p"].map(&mut take),
        other => {
            let (kind, what, which) = key(other);
            [what.as_str(), which.as_str(), &kind.to_string()].map(&mut take)
        }
    };
    hash
}

/// What is hashed is a digest already: its bits only have to be mixed.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, digest: u64) {
        let mixed = (self.0 ^ digest).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

/// Says where one file tells the same thing twice in different ways.
fn note_repeats(reading: &mut FileReading) {
    let mut seen: HashMap<u64, usize, BuildHasherDefault<Mixed>> = HashMap::default();
    seen.reserve(reading.facts.len());
    let mut repeats: Option<(u32, String, u32)> = None;
    for (at, row) in reading.facts.iter().enumerate() {
        let Some(before) = seen.insert(digest(&row.fact), at) else {
            continue;
        };
        let Some(before) = reading.facts.get(before) else {
            continue;
        };
        if before.fact != row.fact && key(&before.fact) == key(&row.fact) {
            let (_, what, which) = key(&row.fact);
            let shown = || (row.row, format!("{what} {which}").trim().to_owned(), 0);
            repeats.get_or_insert_with(shown).2 += 1;
        }
    }
    if let Some((row, shown, count)) = repeats {
        let problem = Problem::new(Weight::Note, Place::line(row), What::Repeated(shown));
        reading.problems.push(Problem { count, ..problem });
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
