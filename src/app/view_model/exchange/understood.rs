use std::borrow::Cow;

use super::book::{BookText, book};
use super::file::{CountText, FileText, IdleText, counts, file, idle, is_idle};
use super::page::{Reason, number, reason};
use crate::app::Screen;
use crate::app::update::exchange::{Ask, Count, FileCount, Found, Refusal, refusal};
use crate::app::words::{exchange as words, mapping};
use crate::domain::order;
use crate::exchange::read::date::{self, DateOrder};
use crate::exchange::read::import::FileReading;
use crate::exchange::read::number::{DecimalMark, decimal};
use crate::exchange::read::options::Question;

/// What was read, and the one button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Where they are many: those that want somebody first, without those of which nothing is taken.
    pub files: Vec<FileText>,
    pub are_many: bool,
    /// Files of which nothing is taken, where they are many: what to say of them, and the reasons.
    pub idle: Option<(String, Vec<IdleText>)>,
    pub books: Vec<BookText>,
    /// Sentences about what the browser would not give.
    pub unreadable: Vec<String>,
    pub questions: Vec<QuestionText>,
    /// The sum over all files, where there are several.
    pub sum: Vec<CountText>,
    /// What the button says.
    pub take: String,
    /// Why it cannot be pressed.
    pub why_not: Option<Reason>,
    /// There is something to take in, so that it is of use to say what it would change.
    pub brings_something: bool,
}

/// From more files than this on, each is a line that opens.
const MANY: usize = 4;

/// Something to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText {
    pub ask: Ask,
    pub text: String,
    pub hint: &'static str,
    /// Value and name of each answer; empty where the answer is typed.
    pub choices: Vec<(&'static str, String)>,
    pub answer: String,
}

pub(super) fn understood(screen: &Screen<'_>, found: &Found) -> Understood {
    let state = screen.state;
    // Other tabs, and an undo, change the book while this is looked at.
    let count = if found.count.journal == state.journal.len() {
        Cow::Borrowed(&found.count)
    } else {
        Cow::Owned(Count::of(&found.given, state))
    };
    let readings = &found.given.understanding.files;
    let are_many = readings.len() > MANY;
    let idle = if are_many { idle(screen, readings) } else { Vec::new() };
    let files = readings.iter().zip(&count.files).enumerate();
    let files = files.filter(|(_, (reading, _))| !are_many || !is_idle(reading));
    let mut files: Vec<FileText> =
        files.map(|(at, (reading, count))| file(screen, at, reading, count)).collect();
    if are_many {
        order::sort_by_key(&mut files, |file| (!file.wants, file.brief.is_empty()));
    }
    let idle_files: usize = idle.iter().map(|group| group.names.len()).sum();
    let books = found.given.books.iter().zip(&count.books);
    let why_not = refusal(state, &found.given, &count);
    Understood {
        files,
        are_many,
        idle: (idle_files > 0)
            .then(|| (words::idle(screen.lang(), &number(screen, idle_files)), idle)),
        books: books.map(|(given, count)| book(screen, given, count.as_ref())).collect(),
        unreadable: aside(screen, found),
        questions: questions(screen, found),
        sum: sum(screen, &count),
        take: take(screen, &count),
        why_not: why_not.map(|why| reason(screen, why)),
        brings_something: !why_not.is_some_and(Refusal::is_empty_handed),
    }
}

/// What of that which was given could not be read, or was left.
fn aside(screen: &Screen<'_>, found: &Found) -> Vec<String> {
    let lang = screen.lang();
    let unreadable = found.given.unreadable.iter().map(|name| words::unreadable(lang, name));
    let left = found.given.left;
    let left = (left > 0).then(|| words::left(lang, &number(screen, left)));
    unreadable.chain(left).collect()
}

fn take(screen: &Screen<'_>, count: &Count) -> String {
    let lang = screen.lang();
    let (facts, entries) = (number(screen, count.news()), number(screen, count.entries()));
    match (count.news(), count.entries()) {
        (0, 0) if !screen.state.exchange.naming.chosen.is_empty() => {
            mapping::answers_only(lang).to_owned()
        }
        (_, 0) => words::take_facts(lang, &facts),
        (0, _) => words::take_entries(lang, &entries),
        _ => words::take_both(lang, &facts, &entries),
    }
}

/// What all files together would bring; nothing for one alone, which says it itself.
fn sum(screen: &Screen<'_>, count: &Count) -> Vec<CountText> {
    if count.files.len() < 2 {
        return Vec::new();
    }
    let mut all = FileCount::default();
    for (kind, counts) in count.files.iter().flat_map(|file| &file.kinds) {
        let sum = all.kinds.entry(*kind).or_default();
        sum.new = sum.new.saturating_add(counts.new);
        sum.changed = sum.changed.saturating_add(counts.changed);
        sum.known = sum.known.saturating_add(counts.known);
    }
    counts(screen, &all)
}

/// The answers to choose from, each with what it would make of the example in the file.
fn choices(
    screen: &Screen<'_>,
    ask: Ask,
    asked: Option<&&Question>,
) -> Vec<(&'static str, String)> {
    let lang = screen.lang();
    let read = |value: &str| match asked {
        Some(Question::DateOrder { example }) => {
            let order = if value == "day" { DateOrder::DayFirst } else { DateOrder::MonthFirst };
            let day = date::day(example, Some(order)).ok()??;
            Some(words::means(lang, example, &screen.format.day(day)))
        }
        Some(Question::DecimalMark { example }) => {
            let mark = if value == "point" { DecimalMark::Point } else { DecimalMark::Comma };
            let number = decimal(example, mark).ok()??.normalize().to_string();
            Some(words::means(lang, example, &number))
        }
        _ => None,
    };
    let general = words::choices(lang, ask).into_iter();
    general.map(|(value, name)| (value, read(value).unwrap_or_else(|| name.to_owned()))).collect()
}

fn asks(file: &FileReading, ask: Ask) -> bool {
    file.questions.iter().any(|question| Ask::of(question) == Some(ask))
}

/// What is asked now, and what was answered, so that an answer can be changed.
fn questions(screen: &Screen<'_>, found: &Found) -> Vec<QuestionText> {
    let (lang, answers) = (screen.lang(), &screen.state.exchange.answers);
    let files = &found.given.understanding.files;
    let asked: Vec<&Question> = files.iter().flat_map(|f| &f.questions).collect();
    let text = |ask_for: Ask| {
        let open = asked.iter().find(|q| Ask::of(q) == Some(ask_for));
        let answered = !answers.get(ask_for).is_empty();
        match open {
            Some(question) => {
                let asking = files.iter().filter(|file| asks(file, ask_for));
                let names: Vec<&str> = asking.map(|file| file.name.as_str()).collect();
                let question = words::question(lang, question);
                Some(if files.len() > 1 {
                    words::asked_of(lang, &question, &names)
                } else {
                    question
                })
            }
            None if answered => Some(words::answered(lang, ask_for).to_owned()),
            None => None,
        }
    };
    Ask::ALL
        .into_iter()
        .filter_map(|ask| {
            Some(QuestionText {
                text: text(ask)?,
                ask,
                hint: words::hint(lang, ask),
                choices: choices(screen, ask, asked.iter().find(|q| Ask::of(q) == Some(ask))),
                answer: answers.get(ask).to_owned(),
            })
        })
        .collect()
}
