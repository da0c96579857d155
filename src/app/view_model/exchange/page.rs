use super::listed::{ListedText, listed};
use super::understood::{Understood, understood};
use crate::app::Screen;
use crate::app::state::{Namespace, ReadOnly};
use crate::app::update::exchange::{Paste, Progress, Refusal, Stage, Unit, closed};
use crate::app::words::exchange as words;

/// The page without what changes while files are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub steps: Vec<StepText>,
    /// Why nothing can be imported now.
    pub closed: Option<Reason>,
    pub in_sample: bool,
    pub stage: StageText,
    pub paste: Paste,
}

/// A step of the import: its name, its place before (−1), at (0) or after (1) the current one, in a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepText {
    pub text: &'static str,
    pub at: i8,
    pub word: &'static str,
}

/// Why something cannot be done, and the rule that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub text: String,
    pub rule: String,
}

/// Where the import stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageText {
    Waiting,
    Reading,
    /// What the files are, before they are compared with the book.
    Listed(Box<ListedText>),
    Understood(Box<Understood>),
    /// What was taken in, in sentences.
    Taken(Vec<String>),
}

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressText {
    pub file: String,
    pub text: String,
    pub done: u64,
    pub total: u64,
}

#[must_use]
pub fn page(screen: &Screen<'_>) -> Page {
    let state = screen.state;
    let stage = match &state.exchange.stage {
        Stage::Waiting => StageText::Waiting,
        Stage::Reading(_) => match &state.exchange.listed {
            Some(files) => StageText::Listed(Box::new(listed(screen, files))),
            None => StageText::Reading,
        },
        Stage::Understood(found) => StageText::Understood(Box::new(understood(screen, found))),
        Stage::Taken(taken) => {
            let lang = screen.lang();
            let n = |count: usize| number(screen, count);
            let facts = words::taken(lang, &n(taken.facts), &n(taken.known));
            let merged = words::merged(lang, &n(taken.entries));
            let facts = (taken.facts > 0 || taken.known > 0).then_some(facts);
            let merged = (taken.entries > 0).then_some(merged);
            StageText::Taken(facts.into_iter().chain(merged).collect())
        }
    };
    Page {
        steps: steps(screen, &stage),
        closed: closed(state).map(|why| reason(screen, why)),
        in_sample: state.namespace == Namespace::Sample,
        stage,
        paste: state.exchange.paste.clone(),
    }
}

fn steps(screen: &Screen<'_>, stage: &StageText) -> Vec<StepText> {
    let lang = screen.lang();
    let current = match stage {
        StageText::Waiting => 0,
        StageText::Reading | StageText::Listed(_) => 1,
        StageText::Understood(_) => 2,
        StageText::Taken(_) => 3,
    };
    let names = [words::step_give(lang), words::step_understand(lang), words::step_take(lang)];
    (0..)
        .zip(names)
        .map(|(place, text)| {
            let (at, word) = match place - current {
                ..0 => (-1, words::step_done(lang)),
                0 => (0, words::step_current(lang)),
                1.. => (1, words::step_ahead(lang)),
            };
            StepText { text, at, word }
        })
        .collect()
}

/// How far reading has come; nothing while nothing is read.
#[must_use]
pub fn progress(screen: &Screen<'_>) -> ProgressText {
    let Stage::Reading(Progress { file, unit, done, total }) = &screen.state.exchange.stage else {
        return ProgressText::default();
    };
    let number = |n: u64| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let lang = screen.lang();
    let text = match unit {
        Unit::Parts => String::new(),
        Unit::Rows => words::read_rows(lang, &number(*done), &number(*total)),
        Unit::Bytes => words::read_bytes(lang, &number(done / 1000), &number(total / 1000)),
    };
    ProgressText {
        text: if *total == 0 { String::new() } else { text },
        file: file.clone(),
        done: *done,
        total: *total,
    }
}

/// A refusal in words.
pub(super) fn reason(screen: &Screen<'_>, why: Refusal) -> Reason {
    let day = match why {
        Refusal::ReadOnly(ReadOnly::EarlierDay(day)) => screen.format.day(day),
        _ => String::new(),
    };
    Reason { text: words::refusal(screen.lang(), why, &day), rule: why.rule().to_string() }
}

pub(super) fn number(screen: &Screen<'_>, count: usize) -> String {
    screen.format.number(i64::try_from(count).unwrap_or(i64::MAX))
}
