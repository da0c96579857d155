//! `recourse cases`: cases of suspicious activity and what is asked of them.

use serde_json::json;

use super::args::AskArgs;
use super::book_file;
use super::end::{Done, End, Text};
use super::in_force::in_force;
use super::plan::{accounts, called};
use super::table::Table;
use super::watch::Watch;
use crate::app::Lang;
use crate::app::words::terminal as words;
use crate::book::{Book, CaseFile, fold};
use crate::domain::ids::CustomerId;
use crate::engine::suspicion::{Clock, case_clocks};

pub fn run(args: &AskArgs, lang: Lang) -> End {
    let book = fold(&book_file::journal(&args.book)?, None);
    let only: Option<Vec<&CustomerId>> = match &args.customer {
        None => None,
        Some(asked) => {
            let found = accounts(&book, Some(asked))?;
            Some(found.into_iter().map(|a| &a.customer.value.id).collect())
        }
    };
    let cases: Vec<&CaseFile> = book
        .cases
        .values()
        .filter(|c| only.as_ref().is_none_or(|o| o.contains(&&c.opening.value.customer)))
        .filter(|c| c.opening.value.opened.day() <= args.as_of)
        .collect();
    let policy = in_force(&book, args.as_of, lang)?;
    let watch = Watch::new(&book, &policy.document.suspicion, args.as_of);
    let text = if args.json {
        let all: Vec<_> = cases.iter().map(|c| case_json(c, &watch)).collect();
        Text::json(&json!({ "as_of": args.as_of.to_string(), "cases": all }))
    } else {
        Text::People(table(&cases, &watch, lang))
    };
    Ok(Done { text, ..Done::default() })
}

fn table(cases: &[&CaseFile], watch: &Watch<'_>, lang: Lang) -> String {
    let head = [
        words::case(lang),
        words::state(lang),
        words::severity(lang),
        words::customer(lang),
        words::title(lang),
        words::owner(lang),
        words::opened(lang),
        words::next_clock(lang),
    ];
    let mut table = Table::new(&head, &[]);
    for case in cases {
        let opening = &case.opening.value;
        table.row(vec![
            opening.case.to_string(),
            case.state().word().to_owned(),
            case.severity().word().to_owned(),
            name(watch.book, &opening.customer),
            opening.title.clone(),
            case.owner().to_owned(),
            opening.opened.day().to_string(),
            next_clock(case, watch, lang),
        ]);
    }
    if table.is_empty() {
        return format!("{}\n", words::no_cases(lang));
    }
    table.text()
}

fn case_json(case: &CaseFile, watch: &Watch<'_>) -> serde_json::Value {
    let opening = &case.opening.value;
    json!({
        "case": opening.case.as_str(),
        "state": case.state().word(),
        "severity": case.severity().word(),
        "typology": case.typology().word(),
        "disposition": case.disposition().map(|d| d.word().to_owned()),
        "customer": opening.customer.as_str(),
        "name": name(watch.book, &opening.customer),
        "title": opening.title,
        "owner": case.owner(),
        "opened": opening.opened.to_string(),
        "first_fraud_day": case.first_fraud_day().map(|d| d.to_string()),
        "alerts": case.alerts().iter().map(|a| a.as_str().to_owned()).collect::<Vec<_>>(),
        "subscriptions": case.subscriptions().iter().map(|s| s.as_str().to_owned()).collect::<Vec<_>>(),
        "actions": case.actions.len(),
        "notes": case.notes.len(),
        "reports": case.reports.len(),
        "clocks": clocks(case, watch).iter().map(|c| clock_json(c, watch)).collect::<Vec<_>>(),
    })
}

fn clocks(case: &CaseFile, watch: &Watch<'_>) -> Vec<Clock> {
    let rules = watch.rules.as_ref();
    rules.map_or_else(Vec::new, |rules| case_clocks(case, watch.book, rules))
}

/// The running clock that ends first.
fn next_clock(case: &CaseFile, watch: &Watch<'_>, lang: Lang) -> String {
    let all = clocks(case, watch);
    let next = all.iter().filter(|c| c.is_running()).min_by_key(|c| c.due);
    next.map_or(String::new(), |clock| {
        let due = clock.due.map_or(String::new(), |due| due.day().to_string());
        let late = if clock.is_late(watch.now) { words::late(lang) } else { "" };
        format!("{due} {late} [{}]", clock.rule()).replace("  ", " ")
    })
}

fn clock_json(clock: &Clock, watch: &Watch<'_>) -> serde_json::Value {
    json!({
        "rule": clock.rule().as_str(),
        "due": clock.due.map(|d| d.to_string()),
        "running": clock.is_running(),
        "late": clock.is_late(watch.now),
        "minutes_left": clock.minutes_left(watch.now),
    })
}

fn name(book: &Book, id: &CustomerId) -> String {
    book.accounts.get(id).map_or_else(|| id.to_string(), called)
}
