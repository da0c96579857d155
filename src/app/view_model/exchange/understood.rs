use std::borrow::Cow;

use super::book::{BookText, book};
use super::file::{FileText, file};
use super::outlook::{OutlookText, outlook_text};
use super::page::{Reason, number, reason};
use crate::app::Screen;
use crate::app::update::exchange::{Ask, Count, Found, refusal};
use crate::app::words::exchange as words;
use crate::domain::text::shorten;
use crate::exchange::map::Field;
use crate::exchange::read::options::Question;

/// What was read, and the one button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    pub files: Vec<FileText>,
    pub books: Vec<BookText>,
    /// Sentences about what the browser would not give.
    pub unreadable: Vec<String>,
    pub questions: Vec<QuestionText>,
    pub columns: Vec<ColumnText>,
    /// What a column can hold: value and name of each answer.
    pub fields: Vec<(&'static str, &'static str)>,
    /// What would change on the pages.
    pub outlook: OutlookText,
    /// What the button says.
    pub take: String,
    /// Why it cannot be pressed.
    pub why_not: Option<Reason>,
}

/// A column of which nobody knows yet what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnText {
    pub header: String,
    /// Its first cells.
    pub example: String,
    pub answer: &'static str,
}

/// Something to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText {
    pub ask: Ask,
    pub text: String,
    pub hint: &'static str,
    /// Value and name of each answer; empty where the answer is typed.
    pub choices: Vec<(&'static str, &'static str)>,
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
    let files = found.given.understanding.files.iter().zip(&count.files);
    let books = found.given.books.iter().zip(&count.books);
    Understood {
        files: files
            .enumerate()
            .map(|(at, (reading, count))| file(screen, at, reading, count))
            .collect(),
        books: books.map(|(given, count)| book(screen, given, count.as_ref())).collect(),
        unreadable: found
            .given
            .unreadable
            .iter()
            .map(|name| words::unreadable(screen.lang(), name))
            .collect(),
        questions: questions(screen, found),
        columns: columns(screen, found),
        fields: fields(screen),
        outlook: outlook_text(screen, count.outlook.as_ref()),
        take: take(screen, &count),
        why_not: refusal(state, &found.given, &count).map(|why| reason(screen, why)),
    }
}

fn take(screen: &Screen<'_>, count: &Count) -> String {
    let lang = screen.lang();
    let (facts, entries) = (number(screen, count.news()), number(screen, count.entries()));
    match (count.news(), count.entries()) {
        (_, 0) => words::take_facts(lang, &facts),
        (0, _) => words::take_entries(lang, &entries),
        _ => words::take_both(lang, &facts, &entries),
    }
}

const fn ask(question: &Question) -> Option<Ask> {
    match question {
        Question::DateOrder { .. } => Some(Ask::DateOrder),
        Question::DecimalMark { .. } => Some(Ask::DecimalMark),
        Question::Currency => Some(Ask::Currency),
        Question::WhoseSubscriptions => Some(Ask::Tenant),
        Question::Encoding => Some(Ask::Encoding),
        Question::Columns { .. } => None,
    }
}

/// The columns of tables of no known kind, and those that were named.
fn columns(screen: &Screen<'_>, found: &Found) -> Vec<ColumnText> {
    let named = &screen.state.exchange.answers.columns;
    let files = &found.given.understanding.files;
    let mut texts: Vec<ColumnText> = Vec::new();
    for question in files.iter().flat_map(|f| &f.questions) {
        if let Question::Columns { headers, rows } = question {
            let column = |(at, header): (usize, &String)| column(header, at, rows);
            texts.extend(headers.iter().enumerate().map(column));
        }
    }
    for (header, field) in named {
        match texts.iter_mut().find(|t| t.header == *header) {
            Some(text) => text.answer = field.column(),
            None => texts.push(ColumnText {
                header: header.clone(),
                example: String::new(),
                answer: field.column(),
            }),
        }
    }
    texts
}

fn column(header: &str, at: usize, rows: &[Vec<String>]) -> ColumnText {
    let cells = rows.iter().filter_map(|row| row.get(at));
    let cells: Vec<String> =
        cells.filter(|cell| !cell.is_empty()).take(3).map(|cell| shorten(cell, 24)).collect();
    ColumnText { header: header.to_owned(), example: cells.join(" · "), answer: "" }
}

/// What a column can hold: value and name.
fn fields(screen: &Screen<'_>) -> Vec<(&'static str, &'static str)> {
    let lang = screen.lang();
    let nothing = std::iter::once(("", words::column_nothing(lang)));
    let fields = Field::ALL.iter().map(|f| (f.column(), words::field(lang, *f)));
    nothing.chain(fields).collect()
}

/// What is asked now, and what was answered, so that an answer can be changed.
fn questions(screen: &Screen<'_>, found: &Found) -> Vec<QuestionText> {
    let (lang, answers) = (screen.lang(), &screen.state.exchange.answers);
    let files = &found.given.understanding.files;
    let asked: Vec<&Question> = files.iter().flat_map(|f| &f.questions).collect();
    let text = |ask_for: Ask| {
        let open = asked.iter().find(|q| ask(q) == Some(ask_for));
        let answered = !answers.get(ask_for).is_empty();
        match open {
            Some(question) => Some(words::question(lang, question)),
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
                choices: words::choices(lang, ask),
                answer: answers.get(ask).to_owned(),
            })
        })
        .collect()
}
