//! What would read otherwise if everything given were taken in: tried on a copy, nothing is touched.

use std::sync::Arc;

use super::count::Count;
use super::intake::Given;
use crate::app::desk::Summary;
use crate::app::state::end_of;
use crate::app::{Desk, State};
use crate::book::{Account, Book, fold};
use crate::domain::ids::{CustomerId, EntryId, WriterId};
use crate::domain::{Day, Money, Purse};
use crate::journal::ulid::FreshIds;
use crate::journal::{Append, Body, Entry, Journal, Observed, Source};

/// More facts than this are not tried beforehand: it would keep the page waiting.
const FACTS_MAX: usize = 100_000;

/// What would read otherwise on the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Customers that are not known yet.
    pub new_customers: Vec<CustomerId>,
    /// By customer, in the order of their ids.
    pub changes: Vec<Change>,
    /// Where what is given and what is here say different things.
    pub disagreements: Vec<Disagreement>,
}

/// One figure of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub customer: CustomerId,
    pub figure: Figure,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    Limit(Option<Money>, Option<Money>),
    Owed(Purse, Purse),
    Overdue(Purse, Purse),
    OpenAlerts(usize, usize),
    OpenCases(usize, usize),
}

/// Two words on one thing: which would count, and which would stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// Limits that two people set.
    Limit { customer: CustomerId, counts: (Money, String, Day), stands: (Money, String, Day) },
    /// Totals of one invoice.
    Invoice { customer: CustomerId, number: String, counts: Money, stands: Money },
    /// The name, the address or another fact of a customer.
    Customer { customer: CustomerId },
}

/// Tries everything on a copy of the journal.
pub fn outlook(given: &Given, count: &Count, state: &State) -> Option<Outlook> {
    let facts: usize = state.journal.entries().iter().map(facts_in).sum();
    let entries = new_entries(given, count, &state.journal);
    let new: usize = entries.iter().map(facts_in).sum();
    if facts.saturating_add(new).saturating_add(count.news()) > FACTS_MAX {
        return None;
    }
    if entries.is_empty() && count.news() == 0 {
        return Some(Outlook::default());
    }
    let mut trial = state.journal.clone();
    trial.extend(entries);
    observe(&mut trial, given, count, state);
    let book = fold(&trial, state.known_at.map(end_of));
    let rules = Arc::clone(&state.desk.rules);
    let desk = Desk::compute(&book, rules, (state.as_of(), state.moment()));
    Some(compare(state, &book, &desk))
}

fn facts_in(entry: &Entry) -> usize {
    match &entry.body {
        Body::Observed(observed) => observed.facts.len(),
        _ => 0,
    }
}

fn new_entries(given: &Given, count: &Count, journal: &Journal) -> Vec<Entry> {
    let books = given.books.iter().zip(&count.books);
    let taken = books.filter_map(|(book, taken)| taken.as_ref().and(book.read.as_ref().ok()));
    let entries = taken.flat_map(|book| book.bundle.entries.iter());
    entries.filter(|e| !journal.knows(&e.hash())).cloned().collect()
}

fn observe(trial: &mut Journal, given: &Given, count: &Count, state: &State) {
    let Ok(writer) = WriterId::new("outlook") else {
        return;
    };
    let mut ids = FreshIds::new(state.moment(), 0);
    let files = given.understanding.files.iter().zip(&count.files);
    for (file, count) in files.filter(|(_, count)| !count.news.is_empty()) {
        let source = Source { file: String::new(), sha256: String::new(), format: String::new() };
        let body = Observed {
            source,
            import: None::<EntryId>,
            facts: count.facts(file).cloned().collect(),
        };
        let with = Append {
            writer: &writer,
            ids: &mut ids,
            at: state.moment(),
            on: None,
            by: &state.operator,
        };
        // What cannot be written here cannot be taken in either, and is told then.
        let _ = trial.append(with, Body::Observed(body));
    }
}

fn compare(state: &State, book: &Book, desk: &Desk) -> Outlook {
    let mut outlook = Outlook::default();
    for (id, account) in &book.accounts {
        let Some(before) = state.book.accounts.get(id) else {
            outlook.new_customers.push(id.clone());
            continue;
        };
        let figures = match (state.desk.summary(id), desk.summary(id)) {
            (Some(then), Some(now)) => figures(then, now),
            _ => Vec::new(),
        };
        let change = |figure| Change { customer: id.clone(), figure };
        outlook.changes.extend(figures.into_iter().map(change));
        outlook.disagreements.extend(disagreements(id, before, account));
    }
    outlook
}

fn figures(then: &Summary, now: &Summary) -> Vec<Figure> {
    let mut changed = Vec::new();
    if then.limit != now.limit {
        changed.push(Figure::Limit(then.limit, now.limit));
    }
    if then.owed != now.owed {
        changed.push(Figure::Owed(then.owed.clone(), now.owed.clone()));
    }
    if then.overdue != now.overdue {
        changed.push(Figure::Overdue(then.overdue.clone(), now.overdue.clone()));
    }
    if then.open_alerts != now.open_alerts {
        changed.push(Figure::OpenAlerts(then.open_alerts, now.open_alerts));
    }
    if then.open_cases != now.open_cases {
        changed.push(Figure::OpenCases(then.open_cases, now.open_cases));
    }
    changed
}

/// What has another value standing beside it that it had not before.
fn disagreements(id: &CustomerId, before: &Account, after: &Account) -> Vec<Disagreement> {
    let mut found: Vec<Disagreement> = limits(id, before, after).into_iter().collect();
    for (number, kept) in &after.invoices {
        let known = before.invoices.get(number).map_or(0, |k| k.superseded.len());
        let other = kept.superseded.iter().skip(known).rev();
        let other = other.map(|r| r.value.total).find(|total| *total != kept.value.total);
        if let Some(stands) = other.filter(|_| before.invoices.contains_key(number)) {
            found.push(Disagreement::Invoice {
                customer: id.clone(),
                number: number.to_string(),
                counts: kept.value.total,
                stands,
            });
        }
    }
    if after.customer.superseded.len() > before.customer.superseded.len() {
        found.push(Disagreement::Customer { customer: id.clone() });
    }
    found
}

/// Limits set here and in what is given that differ: the later decision counts.
fn limits(id: &CustomerId, before: &Account, after: &Account) -> Option<Disagreement> {
    if after.decisions.len() == before.decisions.len() {
        return None;
    }
    let said = |account: &Account| {
        let last = account.decisions.iter().max_by_key(|d| (d.value.as_of, d.mark.recorded))?;
        Some((last.value.limit?, last.mark.by.to_string(), last.value.as_of))
    };
    let known = |d: &&crate::book::Recorded<crate::domain::decision::DecisionRecord>| {
        before.decisions.iter().any(|b| b.mark.entry == d.mark.entry)
    };
    let mut new = after.decisions.iter().filter(|d| !known(d));
    let newest = new.next_back()?;
    let theirs = (newest.value.limit?, newest.mark.by.to_string(), newest.value.as_of);
    let (ours, counts) = (said(before)?, said(after)?);
    let stands = if counts == ours { theirs } else { ours };
    (stands.0 != counts.0).then(|| Disagreement::Limit { customer: id.clone(), counts, stands })
}
