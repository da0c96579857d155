//! `recourse report`: the report of a case of suspicious activity.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::args::{ReportArgs, ReportForm};
use super::book_file;
use super::end::{Done, End, Stop, Text};
use super::in_force::in_force;
use super::watch::Watch;
use crate::app::view_model::report::hash;
use crate::app::view_model::report_paper::document;
use crate::app::words::terminal as words;
use crate::app::{Lang, PlainFormat, Screen, State};
use crate::book::fold;
use crate::domain::Day;
use crate::engine::suspicion::{Issue, Report, report};
use crate::exchange::write::report::{html, json};
use crate::journal::Journal;

pub fn run(args: &ReportArgs, lang: Lang) -> End {
    let journal = book_file::journal(&args.book)?;
    let book = fold(&journal, None);
    let case = book
        .cases
        .values()
        .find(|c| c.opening.value.case.as_str() == args.case.trim())
        .ok_or_else(|| Stop::Use(words::no_such_case(lang, &args.case)))?;
    let as_of = args.as_of.unwrap_or_else(|| latest(&journal));
    let policy = in_force(&book, as_of, lang)?;
    let watch = Watch::new(&book, &policy.document.suspicion, as_of);
    let rules =
        watch.rules.ok_or_else(|| Stop::Findings(words::no_rules(lang, &as_of.to_string())))?;
    let account = book.accounts.get(&case.opening.value.customer);
    let signals = account.map(|a| watch.signals(a)).unwrap_or_default();
    let issue = Issue {
        audience: args.audience.clone(),
        by: args.name.clone(),
        role: String::new(),
        heads: heads(&journal),
    };
    let report = report(case, &book, &signals, &rules, (issue, watch.now));
    let text = match args.format {
        ReportForm::Json => json::write(&report),
        ReportForm::Html => paper(&report, journal, lang),
    };
    let Some(path) = &args.out else {
        return Ok(Done { text: Text::Data(text), ..Done::default() });
    };
    book_file::text(path, &text)?;
    Ok(Done {
        text: Text::People(format!("{}\n", words::saved(lang, &path.display().to_string()))),
        ..Done::default()
    })
}

/// The printable page, as the browser would save it; moments are in UTC.
fn paper(report: &Report, journal: Journal, lang: Lang) -> String {
    let state = State { lang, book: Arc::new(fold(&journal, None)), journal, ..State::default() };
    let format = PlainFormat { lang };
    let screen = Screen { state: &state, format: &format };
    html::write(&document(&screen, report, &hash(report)))
}

/// The day of the newest entry: a report tells no more than the book knows.
fn latest(journal: &Journal) -> Day {
    journal.latest().map_or(Day::MIN, |at| at.day())
}

/// The newest hash of each writer's chain.
fn heads(journal: &Journal) -> Vec<(String, String)> {
    let mut heads = BTreeMap::new();
    for entry in journal.entries() {
        let head = heads.entry(entry.writer.to_string()).or_insert((entry.seq, entry.hash()));
        if entry.seq >= head.0 {
            *head = (entry.seq, entry.hash());
        }
    }
    heads.into_iter().map(|(writer, (_, hash))| (writer, hash.to_string())).collect()
}
