//! A part of a book as a file: what is asked for, and nothing about anybody else.

use std::collections::BTreeSet;

use crate::book::{Book, about, customer_of};
use crate::domain::ids::{CaseId, CustomerId, EntryId, WriterId};
use crate::domain::{Day, Instant};
use crate::journal::ulid::FreshIds;
use crate::journal::{Append, Body, Entry, EntryError, FactRow, Journal, Observed, sha256_hex};

/// What is asked for. Nothing given is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub customers: BTreeSet<CustomerId>,
    /// A case, with what was observed of its customer.
    pub case: Option<CaseId>,
    /// The first and the last day of recording, in UTC.
    pub from: Option<Day>,
    pub until: Option<Day>,
}

/// The part of a journal that was asked for.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub journal: Journal,
    /// Entries of imports that tell of others too, of which an extract is given.
    pub extracts: usize,
    /// Entries of kinds this program does not know, left out since nobody can say whom they are about.
    pub not_understood: usize,
}

impl Selection {
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is about some customers or a case, and not only about a period.
    #[must_use]
    pub fn names_somebody(&self) -> bool {
        !self.customers.is_empty() || self.case.is_some()
    }

    /// Takes the part out of a journal. The same journal and selection give the same part.
    ///
    /// # Errors
    /// When an extract cannot be written.
    pub fn of(&self, journal: &Journal, book: &Book) -> Result<Part, EntryError> {
        let wanted = self.wanted(book);
        let mut part = Part::default();
        let (mut named, mut entries): (BTreeSet<EntryId>, Vec<Entry>) = Default::default();
        for entry in journal.entries().iter().filter(|e| self.holds(e.at)) {
            match &*entry.body {
                _ if !self.names_somebody() => entries.push(entry.clone()),
                Body::Withdrawal(_) => {}
                Body::Observed(observed) => {
                    let taken = given(entry, observed, told(observed, &wanted, book))?;
                    if taken.iter().any(|e| e.id != entry.id) {
                        part.extracts = part.extracts.saturating_add(taken.len());
                        named.insert(entry.id.clone());
                    }
                    entries.extend(taken);
                }
                Body::Unknown { .. } => part.not_understood = part.not_understood.saturating_add(1),
                body if self.is_about(body, book, journal) => entries.push(entry.clone()),
                _ => {}
            }
        }
        named.extend(entries.iter().map(|e| e.id.clone()));
        if self.names_somebody() {
            entries.extend(withdrawals(journal, named, |at| self.holds(at)));
        }
        part.journal.extend(entries);
        Ok(part)
    }

    fn is_about(&self, body: &Body, book: &Book, journal: &Journal) -> bool {
        let about = about(body, book, journal);
        let of_case = self.case.is_some() && about.case == self.case;
        of_case || about.customer.is_some_and(|c| self.customers.contains(&c))
    }

    fn holds(&self, at: Instant) -> bool {
        let day = at.day();
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The customers whose facts are given: those asked for, and the one of the case.
    fn wanted(&self, book: &Book) -> BTreeSet<CustomerId> {
        let case = self.case.as_ref().and_then(|id| book.cases.get(id));
        let of_case = case.map(|c| home(book, &c.opening.value.customer));
        self.customers.iter().cloned().chain(of_case).collect()
    }
}

/// The facts about each customer asked for.
fn told(
    observed: &Observed,
    wanted: &BTreeSet<CustomerId>,
    book: &Book,
) -> Vec<(CustomerId, Vec<FactRow>)> {
    let of = |customer: &CustomerId| {
        let his =
            |row: &&FactRow| customer_of(&row.fact).is_some_and(|id| home(book, id) == *customer);
        observed.facts.iter().filter(his).cloned().collect::<Vec<_>>()
    };
    wanted
        .iter()
        .map(|customer| (customer.clone(), of(customer)))
        .filter(|(_, facts)| !facts.is_empty())
        .collect()
}

/// The whole entry when all of it is asked for; else an extract for each customer.
fn given(
    entry: &Entry,
    observed: &Observed,
    told: Vec<(CustomerId, Vec<FactRow>)>,
) -> Result<Vec<Entry>, EntryError> {
    let facts: usize = told.iter().map(|(_, facts)| facts.len()).sum();
    if facts == observed.facts.len() {
        return Ok(vec![entry.clone()]);
    }
    told.into_iter().map(|(customer, facts)| extract(entry, observed, &customer, facts)).collect()
}

fn home(book: &Book, id: &CustomerId) -> CustomerId {
    book.links.get(id).unwrap_or(id).clone()
}

/// Withdrawals of what is given, withdrawals of these, and so on.
fn withdrawals(
    journal: &Journal,
    mut named: BTreeSet<EntryId>,
    holds: impl Fn(Instant) -> bool,
) -> Vec<Entry> {
    let mut taken = Vec::new();
    loop {
        let before = taken.len();
        for entry in journal.entries().iter().filter(|e| holds(e.at)) {
            if let Body::Withdrawal(withdrawal) = &*entry.body
                && withdrawal.entries.iter().any(|id| named.contains(id))
                && named.insert(entry.id.clone())
            {
                taken.push(entry.clone());
            }
        }
        if taken.len() == before {
            return taken;
        }
    }
}

/// An entry of its own with the facts about one customer: same time, same person, same source.
///
/// Made from the hash of the whole entry and the customer, so that whoever makes it anew makes the same.
/// It names the whole entry as its import: withdrawing that withdraws the extract.
fn extract(
    entry: &Entry,
    observed: &Observed,
    customer: &CustomerId,
    facts: Vec<FactRow>,
) -> Result<Entry, EntryError> {
    let digest = sha256_hex(format!("{} {customer}", entry.hash()).as_bytes());
    let short: String = digest.chars().take(20).collect();
    let bad = |e: crate::domain::ids::IdError| EntryError::Unreadable(e.to_string());
    let writer = WriterId::new(&format!("extract-{short}")).map_err(bad)?;
    let random = u128::from_str_radix(&short, 16).unwrap_or_default();
    let mut ids = FreshIds::new(entry.at, random);
    let with = Append { writer: &writer, ids: &mut ids, at: entry.at, on: entry.on, by: &entry.by };
    let import = observed.import.clone().unwrap_or_else(|| entry.id.clone());
    let body = Observed { source: observed.source.clone(), import: Some(import), facts };
    Journal::new().append(with, Body::Observed(body))
}
