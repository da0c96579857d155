use std::borrow::Cow;

use super::book::{BookText, book};
use super::file::{FileText, file};
use super::page::{Reason, number, reason};
use crate::app::Screen;
use crate::app::update::exchange::{Ask, Count, Found, refusal};
use crate::app::words::exchange as words;
use crate::exchange::read::options::Question;

/// What was read, and the one button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    pub files: Vec<FileText>,
    pub books: Vec<BookText>,
    /// Sentences about what the browser would not give.
    pub unreadable: Vec<String>,
    pub questions: Vec<QuestionText>,
    /// What the button says.
    pub take: String,
    /// Why it cannot be pressed.
    pub why_not: Option<Reason>,
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
        Cow::Owned(Count::of(&found.given, &state.book, &state.journal))
    };
    let files = found.given.understanding.files.iter().zip(&count.files);
    let books = found.given.books.iter().zip(&count.books);
    Understood {
        files: files
            .enumerate()
            .map(|(at, (reading, count))| file(screen, at, reading, count))
            .collect(),
        books: books
            .map(|(given, count)| book(screen, given, count.as_ref()))
            .collect(),
        unreadable: found
            .given
            .unreadable
            .iter()
            .map(|name| words::unreadable(screen.lang(), name))
            .collect(),
        questions: questions(screen, found),
        take: take(screen, &count),
        why_not: refusal(state, &found.given, &count).map(|why| reason(screen, why)),
    }
}

fn take(screen: &Screen<'_>, count: &Count) -> String {
    let lang = screen.lang();
    let (facts, entries) = (
        number(screen, count.news()),
        number(screen, count.entries()),
    );
    match (count.news(), count.entries()) {
        (_, 0) => words::take_facts(lang, &facts),
        (0, _) => words::take_entries(lang, &entries),
        _ => words::take_both(lang, &facts, &entries),
    }
}

const fn ask(question: &Question) -> Ask {
    match question {
        Question::DateOrder { .. } => Ask::DateOrder,
        Question::DecimalMark { .. } => Ask::DecimalMark,
        Question::Currency => Ask::Currency,
        Question::WhoseSubscriptions => Ask::Tenant,
        Question::Encoding => Ask::Encoding,
    }
}

/// What is asked now, and what was answered, so that an answer can be changed.
fn questions(screen: &Screen<'_>, found: &Found) -> Vec<QuestionText> {
    let (lang, answers) = (screen.lang(), &screen.state.exchange.answers);
    let files = &found.given.understanding.files;
    let asked: Vec<&Question> = files.iter().flat_map(|f| &f.questions).collect();
    let text = |ask_for: Ask| {
        let open = asked.iter().find(|q| ask(q) == ask_for);
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
