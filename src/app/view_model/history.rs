//! The record: every entry, the newest first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::history_detail::detail;
use crate::app::route::{CustomerTab, Route};
use crate::app::words::{history as words, keeping};
use crate::app::{Screen, State};
use crate::book::{About, about, case_of, touches};
use crate::domain::Day;
use crate::domain::ids::{CaseId, CustomerId, EntryId};
use crate::domain::text::fold_name;
use crate::exchange::write::report::csv::field;
use crate::journal::{Body, Entry};

/// Whose record is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    Book,
    Customer(CustomerId),
    /// A case, with the answers to its alerts and what was done in it.
    Case(CaseId),
}

impl Whose {
    fn holds(&self, entry: &Entry, state: &State) -> bool {
        match self {
            Self::Book => true,
            Self::Customer(id) => touches(&entry.body, id, &state.book, &state.journal),
            Self::Case(id) => match &*entry.body {
                Body::Withdrawal(w) => w.entries.iter().any(|of| {
                    let of = state.journal.find(of);
                    of.is_some_and(|e| is_of_case(e, id, state))
                }),
                _ => is_of_case(entry, id, state),
            },
        }
    }
}

fn is_of_case(entry: &Entry, case: &CaseId, state: &State) -> bool {
    about(&entry.body, &state.book, &state.journal).case.as_ref() == Some(case)
}

/// Which entries are shown. Rows are made when they come into sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub ids: Arc<[EntryId]>,
    pub shown: String,
    /// The book holds entries, but none matches.
    pub none_found: bool,
    pub search: String,
    pub kind: String,
    /// Kinds that occur: the kept word, and its name.
    pub kinds: Vec<(String, String)>,
    pub who: String,
    /// Names of those who recorded something.
    pub people: Vec<String>,
    pub from: String,
    pub until: String,
    /// A number that changes whenever a row may read otherwise.
    pub edition: usize,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub when: String,
    pub who: String,
    pub kind: String,
    pub detail: String,
    pub withdrawn: bool,
    /// Name and address of the customer or the case.
    pub about: Option<(String, String)>,
    /// The day on which it took effect, where that is not the day of recording.
    pub effective: Option<String>,
    pub source: Option<String>,
    pub undo: Undo,
}

/// Whether an entry can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// These are withdrawn together.
    May(Vec<EntryId>),
    Not(String),
}

/// The list for the search and the kind chosen; of one customer, or of all.
#[must_use]
pub fn list(screen: &Screen<'_>, whose: &Whose) -> List {
    let state = screen.state;
    let form = &state.history;
    let wanted = fold_name(&form.search);
    let entries: Vec<&Entry> = known(state).filter(|e| whose.holds(e, state)).collect();
    let (from, until) = (Day::parse(&form.from).ok(), Day::parse(&form.until).ok());
    let found: Arc<[EntryId]> = entries
        .iter()
        .rev()
        .filter(|e| form.kind.is_empty() || e.body.kind() == form.kind)
        .filter(|e| form.who.is_empty() || e.by.name == form.who)
        .filter(|e| from.is_none_or(|day| day <= e.at.day()))
        .filter(|e| until.is_none_or(|day| e.at.day() <= day))
        .filter(|e| wanted.is_empty() || matches(screen, e, &wanted))
        .map(|e| e.id.clone())
        .collect();
    let number = |count: usize| screen.format.number(i64::try_from(count).unwrap_or(i64::MAX));
    List {
        shown: words::count(screen.lang(), &number(found.len()), &number(entries.len())),
        none_found: found.is_empty() && !entries.is_empty(),
        ids: found,
        search: form.search.clone(),
        kind: form.kind.clone(),
        kinds: kinds(screen, &entries),
        who: form.who.clone(),
        people: people(&entries),
        from: form.from.clone(),
        until: form.until.clone(),
        edition: state.journal.len(),
    }
}

/// One entry's row.
#[must_use]
pub fn line(screen: &Screen<'_>, id: &EntryId) -> Option<Line> {
    let state = screen.state;
    let entry = state.journal.find(id)?;
    let lang = screen.lang();
    let gone = state.journal.withdrawn(None);
    let withdrawn = gone.contains(id);
    let who = match entry.by.name.as_str() {
        "" => words::nobody(lang).to_owned(),
        name => name.to_owned(),
    };
    Some(Line {
        when: screen.format.moment(entry.at),
        who,
        kind: kind_name(screen, entry.body.kind()),
        detail: detail(&entry.body, screen),
        withdrawn,
        about: place(state, &about(&entry.body, &state.book, &state.journal)),
        effective: entry.on.filter(|on| *on != entry.at.day()).map(|on| screen.format.day(on)),
        source: source(entry),
        undo: undo(screen, entry, &gone),
    })
}

/// Everything that is shown, as a table for a spreadsheet. Text that would be a formula there is guarded.
#[must_use]
pub fn csv(screen: &Screen<'_>, whose: &Whose) -> String {
    let state = screen.state;
    let gone = state.journal.withdrawn(None);
    let mut out = String::from(
        "\u{FEFF}id,recorded,effective,by,role,kind,customer,case,detail,file,sha256,withdrawn\r\n",
    );
    for id in list(screen, whose).ids.iter() {
        let Some(entry) = state.journal.find(id) else {
            continue;
        };
        let about = about(&entry.body, &state.book, &state.journal);
        let (file, sha256) = match &*entry.body {
            Body::Observed(o) => (o.source.file.as_str(), o.source.sha256.as_str()),
            _ => ("", ""),
        };
        let text = |id: Option<&str>| id.unwrap_or_default().to_owned();
        let cells = [
            entry.id.to_string(),
            entry.at.to_string(),
            entry.effective().to_string(),
            entry.by.name.clone(),
            entry.by.role.clone(),
            entry.body.kind().to_owned(),
            text(about.customer.as_ref().map(CustomerId::as_str)),
            text(about.case.as_ref().map(|c| c.as_str())),
            detail(&entry.body, screen),
            file.to_owned(),
            sha256.to_owned(),
            gone.contains(id).to_string(),
        ];
        out.push_str(&cells.map(|cell| field(&cell)).join(","));
        out.push_str("\r\n");
    }
    out
}

/// Entries known at the moment that is looked at.
fn known(state: &State) -> impl DoubleEndedIterator<Item = &Entry> {
    let until = state.known_at.map(|_| state.moment());
    let entries = state.journal.entries().iter();
    entries.filter(move |e| until.is_none_or(|t| e.at <= t))
}

fn matches(screen: &Screen<'_>, entry: &Entry, wanted: &str) -> bool {
    let state = screen.state;
    let about = about(&entry.body, &state.book, &state.journal);
    let texts = [
        entry.by.name.clone(),
        kind_name(screen, entry.body.kind()),
        detail(&entry.body, screen),
        source(entry).unwrap_or_default(),
        place(state, &about).map(|(name, _)| name).unwrap_or_default(),
        entry.id.to_string(),
    ];
    texts.iter().any(|text| fold_name(text).contains(wanted))
}

fn people(entries: &[&Entry]) -> Vec<String> {
    let names: BTreeSet<&str> = entries.iter().map(|e| e.by.name.as_str()).collect();
    names.into_iter().filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn kinds(screen: &Screen<'_>, entries: &[&Entry]) -> Vec<(String, String)> {
    let words: BTreeMap<&str, ()> = entries.iter().map(|e| (e.body.kind(), ())).collect();
    words.into_keys().map(|kind| (kind.to_owned(), kind_name(screen, kind))).collect()
}

fn kind_name(screen: &Screen<'_>, kind: &str) -> String {
    words::kind_name(screen.lang(), kind).map_or_else(|| kind.to_owned(), str::to_owned)
}

fn source(entry: &Entry) -> Option<String> {
    match &*entry.body {
        Body::Observed(o) => Some(o.source.file.clone()),
        _ => None,
    }
}

/// The case before the customer: it is the nearer place.
fn place(state: &State, about: &About) -> Option<(String, String)> {
    let name = about.customer.as_ref().map(|id| {
        let account = state.book.accounts.get(id);
        let name = account.map(|a| a.customer.value.name.clone());
        name.filter(|n| !n.is_empty()).unwrap_or_else(|| id.to_string())
    });
    match (&about.case, &about.customer) {
        (Some(case), _) => {
            let title = state.book.cases.get(case).map(|c| &c.opening.value.title);
            let title = title.cloned().unwrap_or_else(|| case.to_string());
            Some((title, Route::Case(case.clone()).to_string()))
        }
        (None, Some(id)) => {
            let route = Route::Customer(id.clone(), CustomerTab::Overview);
            Some((name?, route.to_string()))
        }
        (None, None) => None,
    }
}

fn undo(screen: &Screen<'_>, entry: &Entry, gone: &BTreeSet<EntryId>) -> Undo {
    let (state, lang) = (screen.state, screen.lang());
    if let Some(why) = state.read_only() {
        let day = state.known_at.map(|d| screen.format.day(d));
        return Undo::Not(keeping::read_only(lang, why, &day.unwrap_or_default()));
    }
    if gone.contains(&entry.id) {
        return Undo::Not(words::already_withdrawn(lang).to_owned());
    }
    match &*entry.body {
        Body::Unknown { .. } => Undo::Not(words::not_understood(lang).to_owned()),
        Body::CaseOpening(opening) => {
            let rests =
                |e: &Entry| case_of(&e.body) == Some(&opening.case) && !gone.contains(&e.id);
            if state.journal.entries().iter().any(rests) {
                Undo::Not(words::rested_upon(lang).to_owned())
            } else {
                Undo::May(vec![entry.id.clone()])
            }
        }
        Body::Observed(observed) => {
            let import = observed.import.as_ref().unwrap_or(&entry.id);
            Undo::May(whole_import(state, import, gone))
        }
        _ => Undo::May(vec![entry.id.clone()]),
    }
}

/// An import is undone as one, whatever number of entries it has.
fn whole_import(state: &State, import: &EntryId, gone: &BTreeSet<EntryId>) -> Vec<EntryId> {
    let belongs = |e: &&Entry| match &*e.body {
        Body::Observed(o) => e.id == *import || o.import.as_ref() == Some(import),
        _ => false,
    };
    let entries = state.journal.entries().iter().filter(belongs);
    entries.map(|e| e.id.clone()).filter(|id| !gone.contains(id)).collect()
}
