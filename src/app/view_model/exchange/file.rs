use std::collections::BTreeSet;

use super::first::line;
use super::page::number;
use crate::app::Screen;
use crate::app::update::exchange::FileCount;
use crate::app::view_model::Tone;
use crate::app::words::{exchange as words, file_kinds, import_problems, mapping};
use crate::domain::order;
use crate::exchange::parcel;
use crate::exchange::read::import::FileReading;
use crate::exchange::read::preview::Counts;
use crate::exchange::read::problem::{Problem, Weight, What};

/// How many remarks of one file are shown, and how many row numbers of one remark.
const PROBLEMS_MAX: usize = 40;
const ROWS_MAX: usize = 12;

/// What one data file was understood to be and to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// Its place among the files.
    pub at: usize,
    pub name: String,
    pub size: String,
    /// What it is, or that it was not recognised.
    pub kind: String,
    pub recognised: bool,
    pub counts: Vec<CountText>,
    pub problems: Vec<ProblemText>,
    /// How many remarks are not shown.
    pub more: Option<String>,
    /// Rows of it were not taken and can be saved: how many.
    pub refused: Option<String>,
    /// Facts of names that are left out.
    pub left_out: Option<String>,
    /// What it brings, in a line; empty where that is nothing.
    pub brief: String,
    /// A person has something to do here, or to look at.
    pub wants: bool,
    /// Its first facts, each in a line.
    pub first: Vec<String>,
    /// Whether it was compared with the book.
    pub is_compared: bool,
    /// The button that says what its columns hold, and whether nothing can be read before.
    pub columns: Option<(&'static str, bool)>,
}

/// Files of which nothing is taken for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdleText {
    pub sentence: String,
    pub rule: String,
    pub names: Vec<String>,
}

/// Counts of one kind of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountText {
    pub kind: &'static str,
    /// All that were read; the others are empty until they are known.
    pub all: String,
    pub new: String,
    pub changed: String,
    pub known: String,
}

/// Problems with one repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    /// How much it costs, in a word.
    pub weight: &'static str,
    pub tone: Tone,
    pub sentence: String,
    /// Where: rows, or the first place and how often.
    pub places: String,
    pub rule: String,
}

pub(super) fn file(
    screen: &Screen<'_>,
    at: usize,
    reading: &FileReading,
    count: &FileCount,
) -> FileText {
    let lang = screen.lang();
    let mut problems: Vec<&Problem> = reading.problems.iter().collect();
    order::sort_by_key(&mut problems, |p| std::cmp::Reverse(p.weight));
    let more = problems.len().saturating_sub(PROBLEMS_MAX);
    FileText {
        at,
        name: reading.name.clone(),
        size: words::size(lang, &number(screen, reading.bytes.div_ceil(1000))),
        kind: match reading.kind {
            Some(kind) => file_kinds::kind(lang, kind),
            None if is_again(reading) => words::given_again(lang).to_owned(),
            None => words::not_recognised(lang).to_owned(),
        },
        recognised: reading.kind.is_some() || is_again(reading),
        counts: counts(screen, count),
        problems: problems
            .into_iter()
            .take(PROBLEMS_MAX)
            .map(|problem| text(screen, reading, problem))
            .collect(),
        more: (more > 0).then(|| words::more_problems(lang, &number(screen, more))),
        brief: match has(reading, &What::NoRows) {
            true => words::no_rows(lang).to_owned(),
            false => brief(screen, count),
        },
        wants: !reading.refused.is_empty()
            || !reading.questions.is_empty()
            || (reading.failed() && reading.kind.is_none()),
        refused: (!reading.refused.is_empty())
            .then(|| words::rows_refused(lang, &number(screen, reading.refused.len()))),
        left_out: (count.left_out > 0)
            .then(|| mapping::left_out(lang, &number(screen, count.left_out))),
        first: parcel::first(reading).iter().map(|row| line(screen, row)).collect(),
        is_compared: true,
        columns: reading.table.as_ref().map(|table| {
            let open = if table.is_used { mapping::open_known } else { mapping::open_unknown };
            (open(lang), !table.is_used)
        }),
    }
}

fn has(reading: &FileReading, what: &What) -> bool {
    reading.problems.iter().any(|problem| problem.what == *what)
}

/// The very same bytes were given before.
fn is_again(reading: &FileReading) -> bool {
    has(reading, &What::SameFile)
}

/// New, changed and known facts of all kinds, in a line.
fn brief(screen: &Screen<'_>, count: &FileCount) -> String {
    let lang = screen.lang();
    let sum = |get: fn(&Counts) -> u32| count.kinds.values().map(get).sum::<u32>();
    let parts = [
        (sum(|c| c.new), words::new(lang)),
        (sum(|c| c.changed), words::changed(lang)),
        (sum(|c| c.known), words::known(lang)),
    ];
    let told = parts.into_iter().filter(|(n, _)| *n > 0);
    let told =
        told.map(|(n, word)| words::so_many(lang, &screen.format.number(i64::from(n)), word));
    told.collect::<Vec<_>>().join(" · ")
}

/// Files of which nothing can be taken, by the reason.
pub(super) fn idle(screen: &Screen<'_>, files: &[FileReading]) -> Vec<IdleText> {
    let mut groups: Vec<IdleText> = Vec::new();
    for file in files.iter().filter(|file| is_idle(file)) {
        let Some(problem) = file.problems.iter().find(|p| p.weight == Weight::File) else {
            continue;
        };
        let sentence = import_problems::what(screen.lang(), &problem.what);
        match groups.iter_mut().find(|group| group.sentence == sentence) {
            Some(group) => group.names.push(file.name.clone()),
            None => groups.push(IdleText {
                sentence,
                rule: problem.rule().to_string(),
                names: vec![file.name.clone()],
            }),
        }
    }
    order::sort_by_key(&mut groups, |group| std::cmp::Reverse(group.names.len()));
    groups
}

/// Recognised, and nothing of it is of use here or can be settled.
pub(super) fn is_idle(file: &FileReading) -> bool {
    file.failed() && file.kind.is_some() && file.questions.is_empty() && file.refused.is_empty()
}

pub(super) fn counts(screen: &Screen<'_>, count: &FileCount) -> Vec<CountText> {
    let number = |n: u32| screen.format.number(i64::from(n));
    let kinds = count.kinds.iter();
    kinds
        .map(|(kind, counts)| CountText {
            kind: file_kinds::facts(screen.lang(), *kind),
            all: number(counts.new.saturating_add(counts.changed).saturating_add(counts.known)),
            new: number(counts.new),
            changed: number(counts.changed),
            known: number(counts.known),
        })
        .collect()
}

fn text(screen: &Screen<'_>, reading: &FileReading, problem: &Problem) -> ProblemText {
    let lang = screen.lang();
    let (weight, tone) = match problem.weight {
        Weight::Note => (words::mended(lang), Tone::Neutral),
        Weight::Row => (words::row_refused(lang), Tone::Due),
        Weight::File => (words::file_refused(lang), Tone::Danger),
    };
    ProblemText {
        weight,
        tone,
        sentence: import_problems::what(lang, &problem.what),
        places: places(screen, reading, problem),
        rule: problem.rule().to_string(),
    }
}

fn places(screen: &Screen<'_>, reading: &FileReading, problem: &Problem) -> String {
    let lang = screen.lang();
    let rows = rows(reading, problem);
    if rows.len() > 1 {
        let shown: Vec<String> = rows.iter().take(ROWS_MAX).map(u32::to_string).collect();
        let shown = shown.join(", ");
        return match rows.len().saturating_sub(ROWS_MAX) {
            0 => words::rows(lang, &shown),
            more => words::rows_and_more(lang, &shown, &number(screen, more)),
        };
    }
    let first = import_problems::place(lang, &problem.place);
    match problem.count {
        0 | 1 => first,
        count => {
            let times = words::times(lang, &screen.format.number(i64::from(count)));
            let parts = [first, times];
            let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
            parts.join(" · ")
        }
    }
}

/// The lines of refused rows that this problem stands for.
fn rows(reading: &FileReading, problem: &Problem) -> BTreeSet<u32> {
    if problem.weight != Weight::Row {
        return BTreeSet::new();
    }
    let same = reading
        .refused
        .iter()
        .filter(|row| row.why.rule() == problem.rule() && row.place.field == problem.place.field);
    same.filter_map(|row| row.place.line.or(row.place.item)).collect()
}
