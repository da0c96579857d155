//! What would read otherwise if everything given were taken in: tried on a copy, nothing is touched.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::count::{Count, FileCount};
use super::form::Found;
use super::intake::Given;
use crate::app::desk::Summary;
use crate::app::state::end_of;
use crate::app::{Desk, State};
use crate::book::{Account, Book, FoldSteps, customer_of};
use crate::domain::ids::{CustomerId, EntryId, WriterId};
use crate::domain::{Day, Money, Purse};
use crate::exchange::read::import::FileReading;
use crate::journal::ulid::FreshIds;
use crate::journal::{Append, Body, Entry, FactRow, Journal, Observed, Source};

/// More facts than this are not tried beforehand: it would keep the page waiting.
const FACTS_MAX: usize = 100_000;

/// What would read otherwise on the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Customers that are not known yet.
    pub new_customers: BTreeSet<CustomerId>,
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

/// A trial on its way, a little at a time.
#[derive(Clone, Debug)]
pub struct Trying {
    found: Arc<Found>,
    /// How many entries the journal had; with another number the trial means nothing.
    journal: usize,
    outlook: Outlook,
    /// Customers here of whom something is news.
    touched: BTreeSet<CustomerId>,
    /// What book files hold that is not here: the file and the place in it.
    entries: Vec<(usize, usize)>,
    trial: Journal,
    phase: Phase,
}

#[derive(Clone, Debug)]
enum Phase {
    /// Whom the news are about: the file and the place among its news that come next.
    Sorting(usize, usize),
    /// Entries of the journal, then those of book files.
    Copying(usize),
    Merging(usize),
    Observing(usize, usize),
    Folding(Box<FoldSteps>),
    /// Those whose figures are still to be compared.
    Comparing(Box<Book>, Vec<CustomerId>),
}

/// How much is done in one step: facts sorted, entries copied, facts written or folded, customers compared.
const SORTED: usize = 1_000;
const COPIED: usize = 2;
const OBSERVED: usize = 50;
const FOLDED: usize = 200;
const COMPARED: usize = 2;

/// A trial of no more facts than this is done in one turn.
const SMALL: usize = 200;

impl Trying {
    /// None where there is too much to try.
    #[must_use]
    pub fn begin(found: &Arc<Found>, state: &State) -> Option<Self> {
        let (given, count) = (&found.given, &found.count);
        let known: usize = state.journal.entries().iter().map(facts_in).sum();
        let entries = new_entries(given, count, &state.journal);
        let new: usize = entries.iter().filter_map(|at| entry_at(given, *at)).map(facts_in).sum();
        let all = known.saturating_add(new).saturating_add(count.news());
        (all <= FACTS_MAX).then(|| Self {
            found: Arc::clone(found),
            journal: state.journal.len(),
            outlook: Outlook::default(),
            touched: BTreeSet::new(),
            entries,
            trial: Journal::new(),
            phase: Phase::Sorting(0, 0),
        })
    }

    /// Whether it is of these findings, and of the journal as it is.
    #[must_use]
    pub fn is_of(&self, found: &Arc<Found>, state: &State) -> bool {
        Arc::ptr_eq(&self.found, found) && self.journal == state.journal.len()
    }

    /// So little that it is tried in one turn.
    #[must_use]
    pub fn is_small(&self, state: &State) -> bool {
        let known: usize = state.journal.entries().iter().map(facts_in).sum();
        self.found.given.books.is_empty() && known.saturating_add(self.found.count.news()) <= SMALL
    }

    /// The next step; what would read otherwise, when all was tried.
    pub fn step(&mut self, state: &State) -> Option<Outlook> {
        self.phase = match std::mem::replace(&mut self.phase, Phase::Copying(0)) {
            Phase::Sorting(file, next) => match self.sort(state, (file, next)) {
                Some((file, next)) => Phase::Sorting(file, next),
                None if self.touched.is_empty() && !self.has_entries() => {
                    return Some(std::mem::take(&mut self.outlook));
                }
                None => Phase::Copying(0),
            },
            Phase::Copying(next) => {
                let some = state.journal.entries().iter().skip(next).take(COPIED);
                self.trial.extend(some.cloned());
                let next = next.saturating_add(COPIED);
                if next < state.journal.len() { Phase::Copying(next) } else { Phase::Merging(0) }
            }
            Phase::Merging(next) => {
                let some = self.entries.iter().skip(next).take(COPIED);
                let some = some.filter_map(|at| entry_at(&self.found.given, *at));
                let some: Vec<Entry> = some.cloned().collect();
                let is_last = some.len() < COPIED;
                self.trial.extend(some);
                let next = next.saturating_add(COPIED);
                if is_last { Phase::Observing(0, 0) } else { Phase::Merging(next) }
            }
            Phase::Observing(file, next) => match self.observe(state, (file, next)) {
                Some((file, next)) => Phase::Observing(file, next),
                None => {
                    let until = state.known_at.map(end_of);
                    Phase::Folding(Box::new(FoldSteps::begin(&self.trial, until)))
                }
            },
            Phase::Folding(mut fold) => {
                if fold.step(&self.trial, state.known_at.map(end_of), FOLDED) {
                    let book = fold.finish();
                    let ids = self.compared(&book);
                    Phase::Comparing(Box::new(book), ids)
                } else {
                    Phase::Folding(fold)
                }
            }
            Phase::Comparing(book, mut ids) => {
                for _ in 0..COMPARED {
                    match ids.pop() {
                        Some(id) => self.compare(state, &book, &id),
                        None => return Some(std::mem::take(&mut self.outlook)),
                    }
                }
                Phase::Comparing(book, ids)
            }
        };
        None
    }

    fn has_entries(&self) -> bool {
        self.found.count.books.iter().flatten().any(|book| !book.new.is_empty())
    }

    /// Those to compare, the first last. Entries of a book can touch anyone.
    fn compared(&self, book: &Book) -> Vec<CustomerId> {
        if self.has_entries() {
            return book.accounts.keys().rev().cloned().collect();
        }
        self.touched.iter().rev().cloned().collect()
    }

    /// Tells new customers from known ones; none when all news are seen.
    fn sort(&mut self, state: &State, (file, next): (usize, usize)) -> Option<(usize, usize)> {
        let found = Arc::clone(&self.found);
        let (reading, count) = pair(&found, file)?;
        let some = count.news.iter().skip(next).take(SORTED);
        for row in some.filter_map(|at| reading.facts.get(*at)) {
            let Some(id) = customer_of(&row.fact) else {
                continue;
            };
            let home = state.book.links.get(id).unwrap_or(id);
            let is_known = state.book.accounts.contains_key(home);
            if is_known && !self.touched.contains(home) {
                self.touched.insert(home.clone());
            } else if !is_known && !self.outlook.new_customers.contains(home) {
                self.outlook.new_customers.insert(home.clone());
            }
        }
        Some(after(file, next.saturating_add(SORTED), count.news.len()))
    }

    /// Writes news of known customers, or of all where entries of a book come too; none when all are written.
    fn observe(&mut self, state: &State, (file, next): (usize, usize)) -> Option<(usize, usize)> {
        let found = Arc::clone(&self.found);
        let (reading, count) = pair(&found, file)?;
        let some = count.news.iter().skip(next).take(OBSERVED);
        let rows = some.filter_map(|at| reading.facts.get(*at));
        let is_tried = |row: &&FactRow| {
            let Some(id) = customer_of(&row.fact) else {
                return false;
            };
            self.has_entries() || self.touched.contains(state.book.links.get(id).unwrap_or(id))
        };
        let facts: Vec<FactRow> = rows.filter(is_tried).cloned().collect();
        if !facts.is_empty() {
            write(&mut self.trial, facts, (file, next), state);
        }
        Some(after(file, next.saturating_add(OBSERVED), count.news.len()))
    }

    fn compare(&mut self, state: &State, book: &Book, id: &CustomerId) {
        let Some(account) = book.accounts.get(id) else {
            return;
        };
        let Some(before) = state.book.accounts.get(id) else {
            self.outlook.new_customers.insert(id.clone());
            return;
        };
        let mut desk = Desk {
            as_of: Some(state.as_of()),
            rules: Arc::clone(&state.desk.rules),
            ..Desk::default()
        };
        desk.refresh(book, id, state.moment());
        let figures = match (state.desk.summary(id), desk.summary(id)) {
            (Some(then), Some(now)) => figures(then, now),
            _ => Vec::new(),
        };
        let change = |figure| Change { customer: id.clone(), figure };
        self.outlook.changes.extend(figures.into_iter().map(change));
        self.outlook.disagreements.extend(disagreements(id, before, account));
    }
}

fn pair(found: &Found, file: usize) -> Option<(&FileReading, &FileCount)> {
    found.given.understanding.files.get(file).zip(found.count.files.get(file))
}

/// The place after this one, in the same file or at the start of the next.
const fn after(file: usize, next: usize, all: usize) -> (usize, usize) {
    if next < all { (file, next) } else { (file.saturating_add(1), 0) }
}

fn facts_in(entry: &Entry) -> usize {
    match &*entry.body {
        Body::Observed(observed) => observed.facts.len(),
        _ => 0,
    }
}

/// What book files hold that is not here: the file and the place in it.
fn new_entries(given: &Given, count: &Count, journal: &Journal) -> Vec<(usize, usize)> {
    let books = given.books.iter().zip(&count.books).enumerate();
    let taken = books.filter_map(|(at, (book, taken))| {
        taken.as_ref().and(book.read.as_ref().ok()).map(|book| (at, book))
    });
    let entries = taken.flat_map(|(at, book)| {
        let entries = book.bundle.entries.iter().enumerate();
        entries.filter(|(_, e)| !journal.knows(&e.hash())).map(move |(place, _)| (at, place))
    });
    entries.collect()
}

fn entry_at(given: &Given, (book, at): (usize, usize)) -> Option<&Entry> {
    given.books.get(book)?.read.as_ref().ok()?.bundle.entries.get(at)
}

fn write(trial: &mut Journal, facts: Vec<FactRow>, (file, next): (usize, usize), state: &State) {
    let Ok(writer) = WriterId::new("outlook") else {
        return;
    };
    // What is written later has the later id.
    let wide = |n: usize| u128::try_from(n).unwrap_or_default();
    let mut ids = FreshIds::new(state.moment(), wide(file) << 40 | wide(next));
    let source = Source { file: String::new(), sha256: String::new(), format: String::new() };
    let body = Observed { source, import: None::<EntryId>, facts };
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
