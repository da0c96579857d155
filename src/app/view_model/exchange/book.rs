use super::page::{Reason, number, reason};
use crate::app::Screen;
use crate::app::update::exchange::{BookFile, Check, CheckedBook, sealed};
use crate::app::view_model::Tone;
use crate::app::words::book_files as words;
use crate::exchange::bundle::Preview;

/// How many findings of one file are shown.
const FAULTS_MAX: usize = 20;

/// The one large word about a book file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: &'static str,
    pub tone: Tone,
}

/// A book file: whether it is as it was exported, and what it would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookText {
    pub name: String,
    pub word: Word,
    /// What it holds and who exported it; empty when it could not be read.
    pub facts: Vec<String>,
    /// What is wrong with it, at most a screenful.
    pub faults: Vec<String>,
    /// What taking it in would bring.
    pub brings: Vec<String>,
    /// Why it cannot be taken in.
    pub why_not: Option<Reason>,
    pub cannot_show: Option<&'static str>,
}

/// The files that were given only to be checked; none while nothing was.
#[must_use]
pub fn checked(screen: &Screen<'_>) -> Option<Vec<BookText>> {
    match &screen.state.exchange.check {
        Check::Done(files) => Some(files.iter().map(|f| verdict(screen, f)).collect()),
        Check::Waiting | Check::Reading => None,
    }
}

/// A file among those to be imported.
pub(super) fn book(screen: &Screen<'_>, file: &BookFile, count: Option<&Preview>) -> BookText {
    let refused = file.read.as_ref().ok().and_then(|book| sealed(book).err());
    BookText {
        brings: count.map(|c| brings(screen, c)).unwrap_or_default(),
        why_not: refused.map(|why| reason(screen, why)),
        ..verdict(screen, file)
    }
}

fn brings(screen: &Screen<'_>, count: &Preview) -> Vec<String> {
    let lang = screen.lang();
    let (new, known) = (number(screen, count.new.len()), number(screen, count.known));
    let conflicts = count.in_conflict.len();
    let told = (conflicts > 0).then(|| words::conflicts(lang, &number(screen, conflicts)));
    std::iter::once(words::brings(lang, &new, &known)).chain(told).collect()
}

fn verdict(screen: &Screen<'_>, file: &BookFile) -> BookText {
    let lang = screen.lang();
    match &file.read {
        Ok(book) => of_book(screen, file.name.clone(), book),
        Err(error) => BookText {
            name: file.name.clone(),
            word: Word { text: words::not_a_book(lang), tone: Tone::Danger },
            facts: Vec::new(),
            faults: vec![words::error(lang, error)],
            brings: Vec::new(),
            why_not: None,
            cannot_show: None,
        },
    }
}

fn of_book(screen: &Screen<'_>, name: String, book: &CheckedBook) -> BookText {
    let (lang, verdict, meta) = (screen.lang(), &book.verdict, &book.bundle.meta);
    let (text, tone) = if verdict.is_verified() {
        (words::verified(lang), Tone::Settled)
    } else {
        (words::not_verified(lang), Tone::Danger)
    };
    let by = match meta.by.name.as_str() {
        "" => words::somebody(lang),
        name => name,
    };
    let n = |count: usize| number(screen, count);
    let left = usize::try_from(verdict.left_out).unwrap_or(usize::MAX);
    let left_out = book.bundle.is_part.then(|| words::left_out(lang, &n(left)));
    let faults = verdict.faults.iter().take(FAULTS_MAX);
    let more = verdict.faults.len().saturating_sub(FAULTS_MAX);
    let more = (more > 0).then(|| words::more(lang, &n(more)));
    BookText {
        name,
        word: Word { text, tone },
        facts: [
            words::holds(lang, &n(verdict.entries), &n(verdict.writers)),
            words::exported(lang, by, &screen.format.moment(meta.at), &meta.program),
        ]
        .into_iter()
        .chain(left_out)
        .collect(),
        faults: faults.map(|fault| words::fault(lang, fault)).chain(more).collect(),
        brings: Vec::new(),
        why_not: None,
        cannot_show: Some(words::cannot_show(lang)),
    }
}
