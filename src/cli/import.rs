//! `recourse import`: files into a book.

use std::path::Path;

use super::args::{Answers, DateOrderArg, DecimalArg, ImportArgs};
use super::end::{Done, End, Stop, Text};
use super::{book_file, clock, shown};
use crate::app::Lang;
use crate::app::words::terminal as words;
use crate::domain::ids::{CustomerId, WriterId};
use crate::exchange::read::bytes::NamedBytes;
use crate::exchange::read::date::DateOrder;
use crate::exchange::read::import::{FileReading, understand};
use crate::exchange::read::number::DecimalMark;
use crate::exchange::read::options::{Options, Question};
use crate::exchange::read::problem::{Problem, Weight};
use crate::journal::ulid::FreshIds;
use crate::journal::{Append, Body, Journal, Observed, Operator};

/// Facts of one entry: one of them is a few hundred bytes, and an entry is read and hashed as a whole.
const FACTS_PER_ENTRY: usize = 1_000;

pub fn run(args: &ImportArgs, lang: Lang) -> End {
    let mut journal = match &args.into {
        Some(path) => book_file::journal(path)?,
        None => Journal::new(),
    };
    let (books, files) = sort_out(&args.files)?;
    let mut text = String::new();
    for (path, book) in books {
        let merge = journal.merge(&book);
        text.push_str(&words::merged(lang, &path, merge.new, merge.known));
        text.push('\n');
    }
    let tenant = tenant(&args.answers)?;
    let readings = understand(files, &options(&args.answers, tenant.as_ref())).files;
    let notes = notes(&readings, lang);
    let failed = readings.iter().filter(|f| is_open(f)).count();
    if failed > 0 && !args.partial {
        let why = words::nothing_taken(lang, failed);
        let all: Vec<String> = notes.iter().chain([&why]).map(|note| shown::line(note)).collect();
        return Err(Stop::Findings(all.join("\nrecourse: ")));
    }
    let by = operator(&args.name);
    append(&mut journal, &readings, &by)?;
    for file in readings.iter().filter(|f| !is_open(f)) {
        text.push_str(&words::took(lang, &file.name, file.facts.len(), file.refused.len()));
        text.push('\n');
    }
    book_file::write(&args.out, &journal, &by)?;
    text.push_str(&words::wrote(lang, &args.out.display().to_string(), journal.len()));
    text.push('\n');
    let refused = readings.iter().any(|f| !f.refused.is_empty());
    Ok(Done { text: Text::People(text), notes, findings: failed > 0 || refused })
}

/// Whether a file could not be taken: not understood, or with a question nobody answered.
fn is_open(file: &FileReading) -> bool {
    file.failed() || !file.questions.is_empty()
}

/// A book file's name and what it holds.
type NamedBook = (String, Journal);

/// Book files apart from data files; all are read before any is taken in.
fn sort_out(paths: &[std::path::PathBuf]) -> Result<(Vec<NamedBook>, Vec<NamedBytes>), Stop> {
    let (mut books, mut files) = (Vec::new(), Vec::new());
    for path in paths {
        let bytes = book_file::bytes(path)?;
        if looks_like_book(&bytes) {
            books.push((path.display().to_string(), book_file::journal(path)?));
        } else {
            files.push(NamedBytes { name: name_of(path), bytes });
        }
    }
    Ok((books, files))
}

/// A book says what it is within its first line.
fn looks_like_book(bytes: &[u8]) -> bool {
    let start = bytes.get(..200).unwrap_or(bytes);
    String::from_utf8_lossy(start).contains("\"recourse-book\"")
}

pub fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}

pub fn tenant(answers: &Answers) -> Result<Option<CustomerId>, Stop> {
    answers
        .tenant
        .as_deref()
        .map(|id| CustomerId::new(id).map_err(|e| Stop::Use(e.to_string())))
        .transpose()
}

pub fn options<'a>(answers: &Answers, tenant: Option<&'a CustomerId>) -> Options<'a> {
    Options {
        date_order: answers.date_order.map(|o| match o {
            DateOrderArg::DayFirst => DateOrder::DayFirst,
            DateOrderArg::MonthFirst => DateOrder::MonthFirst,
        }),
        decimal_mark: answers.decimal.map(|d| match d {
            DecimalArg::Point => DecimalMark::Point,
            DecimalArg::Comma => DecimalMark::Comma,
        }),
        currency: answers.currency,
        customer: tenant,
        ..Options::default()
    }
}

/// What was put right, refused or left open, a line each.
pub fn notes(readings: &[FileReading], lang: Lang) -> Vec<String> {
    readings
        .iter()
        .flat_map(|file| {
            let problems = file.problems.iter().map(|p| note(&file.name, p, lang));
            let questions =
                file.questions.iter().map(|q| format!("{}: {}", file.name, question(lang, q)));
            problems.chain(questions).collect::<Vec<_>>()
        })
        .collect()
}

/// One problem of a file, with the rule that speaks.
pub fn note(file: &str, problem: &Problem, lang: Lang) -> String {
    let mark = match problem.weight {
        Weight::Note => words::note(lang),
        Weight::Row => words::row(lang),
        Weight::File => words::not_taken(lang),
    };
    format!("{file}: {mark}: {problem} [{}]", problem.rule())
}

fn question(lang: Lang, question: &Question) -> String {
    match question {
        Question::DateOrder { example } => words::ask_date_order(lang, example),
        Question::DecimalMark { example } => words::ask_decimal(lang, example),
        Question::Currency => words::ask_currency(lang).to_owned(),
        Question::WhoseSubscriptions => words::ask_tenant(lang).to_owned(),
        Question::Encoding => words::ask_encoding(lang).to_owned(),
        Question::Columns { .. } => words::ask_columns(lang).to_owned(),
    }
}

fn operator(name: &str) -> Operator {
    Operator { name: name.to_owned(), role: String::new() }
}

/// Appends what the files tell, each file's facts in entries of bounded size, all under one import.
fn append(journal: &mut Journal, readings: &[FileReading], by: &Operator) -> Result<(), Stop> {
    let now = clock::now();
    let mut ids = FreshIds::new(now, clock::random());
    let stop = |e: &dyn std::fmt::Display| Stop::Use(e.to_string());
    let writer = WriterId::new(&format!("{:032x}", clock::random())).map_err(|e| stop(&e))?;
    let mut import = None;
    let files = readings.iter().filter(|f| !is_open(f));
    for observed in files.filter_map(FileReading::observed) {
        for facts in observed.facts.chunks(FACTS_PER_ENTRY) {
            let body = Body::Observed(Observed {
                source: observed.source.clone(),
                import: import.clone(),
                facts: facts.to_vec(),
            });
            let with = Append { writer: &writer, ids: &mut ids, at: now, on: None, by };
            let entry = journal.append(with, body).map_err(|e| stop(&e))?;
            import.get_or_insert(entry.id);
        }
    }
    Ok(())
}
